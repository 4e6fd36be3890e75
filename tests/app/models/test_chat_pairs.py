from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.background.run_thread import EngineThread
from app.models.chat import ChatModel
from app.models.chat_pairs import ChatPairs
from app.models.chat_turn import Reply, Turn
from engine.data.preference_pair import Message
from engine.data.reader import read_preferences
from engine.errors import EngineError


@pytest.fixture
def pairs(qapp: QObject, tmp_path: Path) -> ChatPairs:
    """Two turns: in the second, the sides look back on different replies."""
    chat = ChatModel(EngineThread(qapp), qapp)
    for number in (1, 2):
        before, after = Reply(f"Well {number}.", 3, 1.0, "end"), Reply(f"Yes {number}!", 2, 1.0, "length")
        chat.turns.append(Turn(f"Question {number}?", before, after, system="Be brief."))
    return ChatPairs(chat, tmp_path / "data" / "chat-pairs.jsonl", qapp)


def test_a_preferred_reply_is_a_pair_at_once(pairs: ChatPairs) -> None:
    pairs.prefer(1, "after")
    (pair,) = read_preferences(pairs.path).pairs
    assert pair.prompt == (
        Message("system", "Be brief."),
        Message("user", "Question 1?"),
        Message("assistant", "Yes 1!"),
        Message("user", "Question 2?"),
    )
    assert (pair.chosen_text, pair.rejected_text) == ("Yes 2!", "Well 2.")
    assert pairs.count == 1


def test_the_other_side_replaces_it_and_the_same_takes_it_back(pairs: ChatPairs, qtbot: QtBot) -> None:
    pairs.prefer(0, "after")
    pairs.prefer(0, "before")
    (pair,) = read_preferences(pairs.path).pairs
    assert (pair.chosen_text, pair.rejected_text) == ("Well 1.", "Yes 1!")
    pairs.prefer(0, "before")
    assert pairs.count == 0
    assert pairs.path.read_text() == ""
    pairs.prefer(1, "after")
    pairs.count = 0
    pairs.load()
    qtbot.waitUntil(lambda: pairs.count == 1)


@pytest.mark.parametrize(
    "before,after",
    [(Reply("Same. ", state="end"), Reply("Same.", state="end")), (Reply(state="end"), Reply("Yes.", state="end")),
     (Reply("Ye", state="writing"), Reply("No.", state="end")), (Reply("No.", state="end"), None)],
)  # fmt: skip
def test_what_would_teach_nothing_is_no_pair(pairs: ChatPairs, before: Reply, after: Reply | None) -> None:
    turn = pairs._chat.turns[0]  # pyright: ignore[reportPrivateUsage]
    turn.before, turn.after = before, after
    pairs.prefer(0, "before")
    assert turn.why_no_pair
    assert turn.preferred is None
    assert not pairs.path.exists()


def test_a_pair_that_cannot_be_written_is_not_shown_as_kept(pairs: ChatPairs, qtbot: QtBot) -> None:
    pairs.path.parent.write_text("in the way")
    with qtbot.waitSignal(pairs.failed) as blocker:
        pairs.prefer(0, "after")
    assert blocker.args is not None
    assert isinstance(blocker.args[0], EngineError)
    assert pairs._chat.turns[0].preferred is None  # pyright: ignore[reportPrivateUsage]
