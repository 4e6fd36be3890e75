"""The main job, with the real window and the real engine: load the demo, train, compare, export, use it elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from app.background.jobs import ChatSubject
from app.models.export import ExportState
from app.models.run_state import RunState
from app.pages.compare.page import ComparePage
from app.pages.export.page import ExportPage
from app.pages.train.page import TrainPage
from engine.data.preference_pair import Message
from engine.events import RunFailed
from tests.journeys.conftest import Journey


@dataclass(eq=False)
class LogitsJob:
    """Asks the model that the window has in memory for its logits, as chat would."""

    subject: ChatSubject
    token_ids: list[int]
    found: list[Any] = field(default_factory=list[Any])
    doing: str = "Reading logits"

    def events(self, keeper: Any) -> Iterator[object]:
        import torch

        loaded = keeper.acquire(self.subject.folder, self.subject.device, self.subject.dtype, self.subject.adapter)
        with torch.no_grad():
            self.found.append(loaded.generation_model(torch.tensor([self.token_ids])).logits)
        yield "done"

    def stop(self) -> None:
        """It is short."""


@pytest.mark.slow
def test_from_the_demo_to_an_adapter_that_plain_peft_loads(journey: Journey, tmp_path: Path) -> None:
    session, window, qtbot = journey.session, journey.window, journey.qtbot
    journey.studio.load_demo()
    journey.wait(lambda: session.may_train and session.dataset.split is not None)

    window.show_page("train")
    train = window.page("train")
    assert isinstance(train, TrainPage)
    train.setup.panel.button.click()
    journey.wait_for(RunState.FINISHED, RunState.FAILED)
    assert session.run.failure is None
    assert train.live.banner.text.startswith("Training finished in")
    assert session.run.last_evaluation is not None
    assert session.run.last_evaluation.metrics.rewards_accuracies > 0.8

    train.live.banner.button("Compare replies").click()
    compare = window.page("compare")
    assert isinstance(compare, ComparePage)
    assert compare.isVisible()
    session.chat.set_sampling(temperature=0.0, max_new_tokens=96)
    held_back = next(pair for index, pair in enumerate(session.dataset.pairs) if session.dataset.is_held_back(index))
    compare.prompt.edit.setPlainText(held_back.prompt_text)
    compare.prompt.send_button.click()
    journey.wait(lambda: not session.chat.is_busy)
    (turn,) = session.chat.turns
    assert turn.after is not None
    assert turn.before.state == turn.after.state == "end"
    assert len(turn.after.text) < len(turn.before.text)

    window.show_page("export")
    export = window.page("export")
    assert isinstance(export, ExportPage)
    session.export.set_destination(tmp_path / "brief-adapter")
    export.export_button.click()
    journey.wait(lambda: session.export.state in (ExportState.VERIFIED, ExportState.FAILED))
    assert export.adapter.status.startswith("Round-trip verified")

    subject = session.chat_subject
    assert subject is not None
    ids = _token_ids(tmp_path / "brief-adapter", held_back.prompt)
    job = LogitsJob(subject, ids)
    session.engine.submit(job)
    qtbot.waitUntil(lambda: bool(job.found), timeout=60_000)
    _equals_plain_peft(job.found[0], subject.folder, tmp_path / "brief-adapter", ids)


def _token_ids(export: Path, prompt: tuple[Message, ...]) -> list[int]:
    """The prompt as the exported tokenizer and its template write it."""
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(export)
    text = tokenizer.apply_chat_template(
        [message.as_dict() for message in prompt], tokenize=False, add_generation_prompt=True
    )
    return tokenizer(text, add_special_tokens=False)["input_ids"]


def _equals_plain_peft(logits: Any, model: Path, export: Path, token_ids: list[int]) -> None:
    """What a script outside of this program gets from the exported folder."""
    import torch
    from peft import PeftModel
    from transformers import AutoModelForCausalLM

    base = AutoModelForCausalLM.from_pretrained(model, dtype=torch.float32)
    plain = PeftModel.from_pretrained(base, str(export)).eval()
    with torch.no_grad():
        expected = plain(torch.tensor([token_ids])).logits
        with plain.disable_adapter():
            untrained = plain(torch.tensor([token_ids])).logits
    assert not torch.equal(expected, untrained)
    assert torch.equal(logits, expected)


def test_a_job_of_the_window_never_leaves_an_error_untold(journey: Journey, tmp_path: Path) -> None:
    """A folder that vanished between choosing and training."""
    job = LogitsJob(ChatSubject(tmp_path / "gone"), [1])
    failures: list[RunFailed] = []
    journey.session.engine.reports.connect(
        lambda reports: failures.extend(one.event for one in reports if isinstance(one.event, RunFailed))
    )
    journey.session.engine.submit(job)
    journey.wait(lambda: failures)
    assert "gone" in failures[0].message
