"""The whole way from pairs to votes to pairs, by a real window without a display, with figures of what came out.

    python -m tests.journeys.before_and_after [--model demo|FOLDER] [--data FILE] [--pairs 32] [--tokens 32]

It trains, asks the same ten prompts on both sides, holds each greedy reply against plain transformers and peft and each
reward against its heatmap, votes thirty times by keyboard alone, saves the votes as pairs, has `main.py check` read
them, and trains on them.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.offline import go_offline

if TYPE_CHECKING:
    from app.application import Studio

_PATIENCE_SECONDS = 1800
_PROMPTS, _VOTES = 10, 30
_ROOT = Path(__file__).parents[2]


def main() -> int:
    """Go the way and print the figures as JSON; 1 where something is not as it should be."""
    arguments = _arguments()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    go_offline()
    with tempfile.TemporaryDirectory(prefix="dpo-studio-way-", ignore_cleanup_errors=True) as home:
        os.environ["DPO_STUDIO_HOME"] = home
        from app.application import Studio, make_application

        application = make_application(["dpo-studio"])
        studio = Studio(Path(home))
        studio.window.resize(1440, 900)
        studio.window.show()
        try:
            found = Way(studio, application.processEvents, arguments).go()
        finally:
            studio.shut_down()
    sys.stdout.write(json.dumps(found, indent=2) + "\n")
    wrong = [found["replies equal"] != f"{2 * _PROMPTS} of {2 * _PROMPTS}", found["heatmap off by"] > 1e-9]
    return int(any(wrong) or found["check exit code"] != 0 or found["second run"] != "finished")


class Way:
    """Drives one studio from its first page to the run on its own votes."""

    def __init__(self, studio: Studio, process_events: Callable[[], None], arguments: argparse.Namespace) -> None:
        self._studio = studio
        self._session = studio.session
        self._process_events = process_events
        self._arguments = arguments
        self.found: dict[str, Any] = {"model": arguments.model}

    def go(self) -> dict[str, Any]:
        """Everything, in a person's order."""
        for stage in (self._open, self._train, self._compare, self._vote, self._train_on_votes):
            start = time.perf_counter()
            stage()
            self.found[f"seconds of {stage.__name__.strip('_')}"] = round(time.perf_counter() - start, 1)
        return self.found

    def _open(self) -> None:
        session, arguments = self._session, self._arguments
        self._studio.load_demo()
        self._wait(lambda: session.dataset.split is not None and session.model_choice.folder is not None)
        if arguments.model != "demo":
            lines = Path(arguments.data).read_bytes().splitlines(keepends=True)[: arguments.pairs]
            kept = session.project.data_folder / "few-pairs.jsonl"
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(b"".join(lines))
            session.dataset.open(kept)
            session.model_choice.choose_folder(Path(arguments.model))
            session.setup.set_value("training.learning_rate", 2e-4)
            session.setup.set_value("training.epochs", 2)
            session.setup.set_value("training.batch_size", 4)
            session.setup.set_value("data.max_length", 512)
            session.setup.set_value("training.sample_prompts", 0)
        self._wait(lambda: session.may_train and session.dataset.split is not None)

    def _train(self) -> None:
        self._session.start_training()
        self._wait(lambda: not self._session.run.state.is_active)
        run = self._session.run
        assert run.failure is None, run.failure
        assert run.finished is not None
        self.found["updates"] = run.finished.step

    def _compare(self) -> None:
        session = self._session
        self._studio.window.show_page("compare")
        session.chat.set_sampling(temperature=0.0, max_new_tokens=self._arguments.tokens)
        dataset = session.dataset
        order = sorted(range(dataset.pair_count), key=lambda index: not dataset.is_held_back(index))
        prompts = list(dict.fromkeys(dataset.pairs[index].prompt_text for index in order))[:_PROMPTS]
        different, equal, off = 0, 0, 0.0
        for prompt in prompts:
            session.chat.clear()
            session.ask(prompt)
            turn = session.chat.turns[-1]
            self._wait(lambda turn=turn: not session.engine.is_busy and len(turn.rewards) == 2)
            assert turn.after is not None
            different += turn.before.text != turn.after.text
            for reward in turn.rewards.values():
                off = max(off, abs(reward.beta * sum(token.nats for token in reward.tokens) - reward.reward))
            plain = self._by_transformers(prompt)
            equal += sum(text == one for text, one in zip((turn.before.text, turn.after.text), plain, strict=True))
        self.found["prompts"] = len(prompts)
        self.found["replies that differ"] = different
        self.found["replies equal"] = f"{equal} of {2 * len(prompts)}"
        self.found["heatmap off by"] = off

    def _by_transformers(self, prompt: str) -> tuple[str, str]:
        """Both greedy replies with nothing of ours, in the number format that the window used."""
        import torch
        from peft import PeftModel
        from transformers import AutoModelForCausalLM, AutoTokenizer

        run = self._session.run
        assert run.plan is not None
        assert run.adapter is not None
        if not hasattr(self, "_plain"):
            folder = run.plan.model.path
            dtype = getattr(torch, json.loads((run.adapter.parent / "manifest.json").read_text())["dtype"])
            base: Any = AutoModelForCausalLM.from_pretrained(folder, dtype=dtype)
            self._plain: Any = PeftModel.from_pretrained(base, str(run.adapter)).eval()
            self._tokenizer: Any = AutoTokenizer.from_pretrained(folder)
        turns = [{"role": "user", "content": prompt}]
        text = self._tokenizer.apply_chat_template(turns, tokenize=False, add_generation_prompt=True)
        ids = self._tokenizer(text, add_special_tokens=False, return_tensors="pt")

        def written() -> str:
            tokens = self._plain.generate(**ids, max_new_tokens=self._arguments.tokens, do_sample=False)
            return self._tokenizer.decode(tokens[0, ids["input_ids"].shape[1] :], skip_special_tokens=True)

        with torch.no_grad():
            with self._plain.disable_adapter():
                before = written()
            return before, written()

    def _vote(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        from app.pages.blind.page import BlindPage

        session, window = self._session, self._studio.window
        session.chat.set_sampling(temperature=0.7)
        window.show_page("blind")
        page = window.page("blind")
        assert isinstance(page, BlindPage)
        self._wait(lambda: session.blind.state == "setup")
        session.blind_setup.choose_source("suites")
        page.begin_button.click()
        self._wait(lambda: session.blind.state == "voting")
        page.voting.take_focus()
        for count in range(_VOTES):
            panes = page.voting.replies.both
            self._wait(lambda panes=panes: all(pane.text for pane in panes) and not page.voting.is_lit)
            shorter = len(panes[0].text) <= len(panes[1].text)
            focus = QApplication.focusWidget() or page
            QTest.keyClick(focus, Qt.Key.Key_1 if shorter else Qt.Key.Key_2)
            assert len(session.blind.votes) == count + 1
        self._wait(lambda: not page.voting.is_lit)
        page.reveal_button.click()
        page.save_pairs()
        self._wait(lambda: "saved as blind-test" in page.banner.text)
        (self._saved,) = session.project.data_folder.glob("blind-test-*.jsonl")
        self.found["votes"] = len(session.blind.votes)
        check = subprocess.run(
            [sys.executable, "main.py", "check", str(self._saved)],
            cwd=_ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        self.found["check exit code"] = check.returncode
        self.found["check says"] = check.stdout.strip().splitlines()[:3]

    def _train_on_votes(self) -> None:
        session = self._session
        session.dataset.open(self._saved)
        self._wait(lambda: session.dataset.path == self._saved and session.dataset.split is not None)
        self._wait(lambda: session.may_train)
        self.found["pairs of votes"] = session.dataset.pair_count
        session.setup.set_value("training.epochs", 1)
        session.start_training()
        self._wait(lambda: not session.run.state.is_active)
        self.found["second run"] = session.run.finished.outcome if session.run.finished else str(session.run.failure)

    def _wait(self, condition: Callable[[], object]) -> None:
        end = time.monotonic() + _PATIENCE_SECONDS
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError("The window does not get there.")
            self._process_events()
            time.sleep(0.01)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.journeys.before_and_after")
    parser.add_argument("--model", default="demo")
    parser.add_argument("--data", help="preferences as JSON lines, for another model than the demo")
    parser.add_argument("--pairs", type=int, default=32)
    parser.add_argument("--tokens", type=int, default=32)
    arguments = parser.parse_args()
    if arguments.model != "demo" and arguments.data is None:
        parser.error("--data is needed beside --model")
    return arguments


if __name__ == "__main__":
    sys.exit(main())
