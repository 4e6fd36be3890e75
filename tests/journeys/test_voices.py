"""Any two may answer in Compare, in a real window with the real engine: warmed up, at a checkpoint, and trained."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.models.run_state import RunState
from app.pages.compare.page import ComparePage
from engine.chat.generate import Side
from engine.storage.run_folder import RunFolder
from tests.journeys.conftest import Journey
from tests.journeys.test_pausing import KNOBS

PROMPT = "why is the cat red?"
LONGEST = 16


def choose(journey: Journey, page: ComparePage, side: Side, wanted: str) -> None:
    """Choose who answers at a side, by keyboard."""
    head = page.conversation.before if side == "before" else page.conversation.after
    names = [head.name.itemText(index) for index in range(head.name.count())]
    place = next(index for index, name in enumerate(names) if name.endswith(wanted))
    head.name.setFocus(Qt.FocusReason.TabFocusReason)
    journey.qtbot.keyClick(head.name, Qt.Key.Key_Home)
    for _ in range(place):
        journey.qtbot.keyClick(head.name, Qt.Key.Key_Down)
    assert head.name.currentText().endswith(wanted)


def plain(base: Path, trained: Path) -> Any:
    """The model as plain transformers and peft load it."""
    import torch
    from peft import PeftModel
    from transformers import AutoModelForCausalLM

    if (trained / "config.json").is_file():
        return AutoModelForCausalLM.from_pretrained(trained, dtype=torch.float32).eval()
    model = AutoModelForCausalLM.from_pretrained(base, dtype=torch.float32)
    return PeftModel.from_pretrained(model, str(trained)).eval()


def ids(base: Path, *texts: str) -> tuple[Any, list[int]]:
    """Its tokenizer, and the tokens of a prompt and, where there is one, of the reply to it."""
    from transformers import AutoTokenizer

    tokenizer: Any = AutoTokenizer.from_pretrained(base)
    roles = ("user", "assistant")
    turns = [{"role": role, "content": text} for role, text in zip(roles, texts, strict=False)]
    text = tokenizer.apply_chat_template(turns, tokenize=False, add_generation_prompt=len(texts) == 1)
    return tokenizer, tokenizer(text, add_special_tokens=False)["input_ids"]


def by_transformers(base: Path, trained: Path) -> str:
    """The greedy reply with nothing of ours."""
    import torch

    tokenizer, prompt = ids(base, PROMPT)
    with torch.no_grad():
        written = plain(base, trained).generate(torch.tensor([prompt]), max_new_tokens=LONGEST, do_sample=False)
    return tokenizer.decode(written[0, len(prompt) :], skip_special_tokens=True)


def log_probability(base: Path, trained: Path, reply: str) -> float:
    """The sum over a reply's tokens, what the template writes behind it included."""
    import torch

    _, prompt = ids(base, PROMPT)
    _, whole = ids(base, PROMPT, reply)
    with torch.no_grad():
        logps = plain(base, trained)(torch.tensor([whole])).logits[0].log_softmax(-1)
    return float(sum(logps[place - 1, whole[place]] for place in range(len(prompt), len(whole))))


@pytest.mark.parametrize("tuning", ["lora", "full"])
def test_the_warmed_up_model_a_checkpoint_and_the_run_answer_as_themselves(
    journey: Journey, pairs: Path, tiny_model_folder: Path, tuning: str
) -> None:
    session, base = journey.session, tiny_model_folder
    journey.load(pairs, base)
    knobs: dict[str, object] = {"training__tuning": tuning, "training__warm_up_epochs": 1, "training__beta": 0.3}
    if tuning == "full":
        knobs |= {"training__learning_rate": 2e-3}
    journey.train(**{**KNOBS, **knobs, "training__checkpoint_every": 4})
    journey.wait_for(RunState.FINISHED, RunState.FAILED)
    assert session.run.failure is None
    assert session.run.folder is not None
    run = RunFolder(session.run.folder)
    assert run.result is not None

    journey.window.show_page("compare")
    page = journey.window.page("compare")
    assert isinstance(page, ComparePage)
    journey.wait(lambda: any(one.name.endswith("warmed up") for one in session.panes.speakers))
    session.chat.set_sampling(temperature=0.0, max_new_tokens=LONGEST)
    choose(journey, page, "before", "warmed up")
    page.prompt.edit.setPlainText(PROMPT)
    journey.qtbot.keyClick(page.prompt.edit, Qt.Key.Key_Return)
    journey.wait(lambda: not session.chat.is_busy)
    (turn,) = session.chat.turns
    assert turn.after is not None
    assert page.conversation.turns[0].before.text == turn.before.text
    # Two threads cannot load models at once, so the engine has to be free before this one does.
    journey.wait(lambda: len(turn.rewards) == 2 and not session.engine.is_busy)
    assert turn.before.text == by_transformers(base, run.warmed_up)
    assert turn.after.text == by_transformers(base, run.result)

    # What training compared with was the warmed-up model, and so is what the rewards beside the replies compare with.
    replies: dict[Side, str] = {"before": turn.before.text, "after": turn.after.text}
    for side, reply in replies.items():
        known = turn.rewards[side]
        expected = log_probability(base, run.result, reply) - log_probability(base, run.warmed_up, reply)
        assert known.reward == pytest.approx(0.3 * expected, abs=2e-4)
        assert 0.3 * sum(token.nats for token in known.tokens) == pytest.approx(known.reward, abs=1e-9)
    assert any(abs(known.reward) > 1e-3 for known in turn.rewards.values())

    choose(journey, page, "before", f"step {session.run.step:,}")
    session.chat.clear()
    page.prompt.edit.setPlainText(PROMPT)
    journey.qtbot.keyClick(page.prompt.edit, Qt.Key.Key_Return)
    journey.wait(lambda: not session.engine.is_busy)
    (turn,) = session.chat.turns
    assert turn.after is not None
    assert turn.before.text == turn.after.text == by_transformers(base, run.result)
