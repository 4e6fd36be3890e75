"""What goes wrong in Compare, with the real engine: a sentence on the page, and the rest of the conversation stays."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.models.chat_turn import Turn
from app.models.run_state import RunState
from app.pages.compare.page import ComparePage
from tests.journeys.conftest import Journey
from tests.journeys.test_bad_input import is_a_sentence, shown_in
from tests.journeys.test_pausing import KNOBS

REFUSING = "{% if messages[0]['role'] == 'system' %}{{ raise_exception('no system message') }}{% endif %}"


@pytest.fixture
def model(tiny_model_folder: Path, tmp_path: Path) -> Path:
    """A copy of the tiny model, whose template takes no system message."""
    folder = tmp_path / "small-chat"
    shutil.copytree(tiny_model_folder, folder)
    template = folder / "chat_template.jinja"
    template.write_text(REFUSING + template.read_text(encoding="utf-8"), encoding="utf-8")
    return folder


@pytest.fixture
def compare(journey: Journey, pairs: Path, model: Path) -> ComparePage:
    """The page after a run, with one turn that went well."""
    journey.load(pairs, model)
    journey.train(**{**KNOBS, "training__epochs": 1})
    journey.wait_for(RunState.FINISHED)
    journey.session.chat.set_sampling(max_new_tokens=8, temperature=0.0)
    journey.window.show_page("compare")
    page = journey.window.page("compare")
    assert isinstance(page, ComparePage)
    ask(journey, page, "why is the cat red?")
    assert shown_in(page) == ""
    return page


def ask(journey: Journey, page: ComparePage, prompt: str) -> Turn:
    """Send a prompt by keyboard, and wait for what comes of it."""
    page.prompt.edit.setPlainText(prompt)
    journey.qtbot.keyClick(page.prompt.edit, Qt.Key.Key_Return)
    journey.wait(lambda: not journey.session.engine.is_busy)
    return journey.session.chat.turns[-1]


def goes_on(journey: Journey, page: ComparePage, said: str) -> None:
    """The page said it in a sentence, what was there before is still there, and the next prompt is answered."""
    assert is_a_sentence(said)
    first = journey.session.chat.turns[0]
    assert first.after is not None
    assert [view.text for view in (page.conversation.turns[0].before, page.conversation.turns[0].after)] == [
        first.before.text,
        first.after.text,
    ]
    assert first.before.text
    again = ask(journey, page, "why is the cat red?")
    assert again.after is not None
    assert {again.before.state, again.after.state} <= {"end", "length"}
    assert shown_in(page) == ""


def test_a_prompt_that_is_longer_than_the_context(journey: Journey, compare: ComparePage) -> None:
    ask(journey, compare, "why " * 600)
    said = shown_in(compare)
    assert "but the model reads 512 at most" in said
    journey.session.chat.clear()
    ask(journey, compare, "and the dog?")
    goes_on(journey, compare, said)


def test_a_template_that_refuses_the_conversation(journey: Journey, compare: ComparePage) -> None:
    journey.session.chat.system = "Be brief."
    turn = ask(journey, compare, "and the dog?")
    said = shown_in(compare)
    assert "no system message" in said
    assert turn.before.state == "failed"
    journey.session.chat.system = ""
    goes_on(journey, compare, said)


def test_an_adapter_whose_model_was_exchanged_is_refused_with_which(
    journey: Journey, compare: ComparePage, model: Path, tmp_path: Path
) -> None:
    from tests.tiny_model import build_tiny_tokenizer, random_llama

    name = "model.safetensors"
    kept = (model / name).read_bytes()
    random_llama(len(build_tiny_tokenizer()), seed=99).save_pretrained(model)
    ask(journey, compare, "and the dog?")
    said = shown_in(compare)
    assert "was made for" in said or "other weights" in said
    assert model.name in said
    (model / name).write_bytes(kept)
    goes_on(journey, compare, said.replace(str(tmp_path), ""))


def test_replies_that_never_stop_end_where_the_context_does(
    journey: Journey, compare: ComparePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.chat.reply.end_token_ids", lambda _: frozenset[int]())
    journey.session.chat.set_sampling(max_new_tokens=2000)
    turn = ask(journey, compare, "and the dog?")
    assert turn.after is not None
    assert (turn.before.state, turn.after.state) == ("context", "context")
    status = compare.conversation.turns[-1].after.status
    assert status.endswith("the model's memory is full")
    journey.session.chat.set_sampling(max_new_tokens=8)
    journey.session.chat.clear()
    turn = ask(journey, compare, "why is the cat red?")
    assert turn.before.state == "length"


def _out_of_memory(original: Callable[..., Any], left: int) -> Callable[..., Any]:
    passes = iter(range(left))

    def read_on(*arguments: Any) -> Any:
        if next(passes, None) is None:
            raise RuntimeError("[enforce fail at alloc_cpu.cpp:117] DefaultCPUAllocator: can't allocate memory")
        return original(*arguments)

    return read_on


@pytest.mark.parametrize("ends_first", [False, True])
def test_memory_that_is_full_in_the_middle_of_both_replies_or_of_one(
    journey: Journey, compare: ComparePage, monkeypatch: pytest.MonkeyPatch, ends_first: bool
) -> None:
    """`ends_first`: the other pane was done before."""
    from engine.chat.decoder import _LentModel  # pyright: ignore[reportPrivateUsage]

    journey.session.chat.set_sampling(max_new_tokens=40)
    before = ask(journey, compare, "and the dog?")
    assert before.after is not None
    with monkeypatch.context() as patch:
        patch.setattr(_LentModel, "read_on", _out_of_memory(_LentModel.read_on, 5))
        if ends_first:
            patch.setattr("engine.chat.reply.Reply.take", _ending_early())
        turn = ask(journey, compare, "and the sun?")
    assert turn.after is not None
    states = {turn.before.state, turn.after.state}
    assert states == ({"end", "failed"} if ends_first else {"failed"})
    said = shown_in(compare)
    assert "memory of cpu is full" in said
    assert turn.after.text or turn.before.text  # what was written stays
    assert before.after.text == compare.conversation.turns[1].after.text
    journey.session.chat.set_sampling(max_new_tokens=8)
    goes_on(journey, compare, said)


def _ending_early() -> Callable[..., None]:
    from engine.chat.reply import Reply

    take = Reply.take

    def ending(self: Reply, logits_V: Any) -> None:
        if self.voice == "original" and len(self.token_ids) == 2:
            self.end("end")
        else:
            take(self, logits_V)

    return ending
