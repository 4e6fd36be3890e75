from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.background.jobs import ChatSubject
from app.background.run_thread import EngineThread
from app.models.chat import ChatModel
from engine.chat.best_of import BestOf, Candidate, CandidatesRanked
from engine.chat.generate import ReplyFinished, Sampling, TextGenerated
from engine.data.preference_pair import Message
from engine.errors import EngineError
from engine.evaluation.reply_reward import ReplyReward, TokenReward
from engine.events import RunFailed
from tests.app.fake_engine import ScriptedJob, wake_fake_engine

SUBJECT = ChatSubject(Path("/models/demo"), Path("/runs/x/adapter"))
BOTH = (
    TextGenerated("before", "Thank you ", 2),
    TextGenerated("after", "Yes", 1),
    TextGenerated("before", "for asking.", 4),
    ReplyFinished("after", "Yes", 1, 0.1, "end"),
    ReplyFinished("before", "Thank you for asking.", 4, 0.2, "length"),
)


class Talk:
    """A chat whose next job plays `script`."""

    def __init__(self) -> None:
        self.script: list[object] = list(BOTH)
        self.best_of: BestOf | None = None
        self.asked: list[tuple[Sequence[Message], Sequence[Message] | None, Sampling]] = []
        self.thread = EngineThread(wake=wake_fake_engine)
        self.chat = ChatModel(self.thread, make_job=self._job)

    def _job(
        self,
        subject: ChatSubject,
        before: Sequence[Message],
        after: Sequence[Message] | None,
        sampling: Sampling,
        best_of: BestOf | None,
    ) -> ScriptedJob:
        self.asked.append((before, after, sampling))
        self.best_of = best_of
        return ScriptedJob(self.script)


@pytest.fixture
def talk(qtbot: QtBot) -> Iterator[Talk]:
    talk = Talk()
    yield talk
    talk.thread.shut_down()


def test_both_replies_stream_into_one_turn(talk: Talk, qtbot: QtBot) -> None:
    talk.chat.send("Are you open?", SUBJECT, with_after=True)
    assert talk.chat.is_busy
    qtbot.waitUntil(lambda: not talk.chat.is_busy)
    (turn,) = talk.chat.turns
    assert turn.before.text == "Thank you for asking."
    assert (turn.before.state, turn.before.tokens) == ("length", 4)
    assert turn.after is not None
    assert (turn.after.text, turn.after.state) == ("Yes", "end")


def test_each_side_keeps_its_own_history(talk: Talk, qtbot: QtBot) -> None:
    for prompt in ("Are you open?", "When?"):
        talk.chat.send(prompt, SUBJECT, with_after=True)
        qtbot.waitUntil(lambda: not talk.chat.is_busy)
    before, after, _ = talk.asked[1]
    assert before == [
        Message("user", "Are you open?"),
        Message("assistant", "Thank you for asking."),
        Message("user", "When?"),
    ]
    assert after is not None
    assert after[1] == Message("assistant", "Yes")


def test_without_a_trained_model_only_the_original_is_asked(talk: Talk, qtbot: QtBot) -> None:
    talk.script = [ReplyFinished("before", "Hello", 1, 0.1, "end")]
    talk.chat.send("Hi", SUBJECT, with_after=False)
    qtbot.waitUntil(lambda: not talk.chat.is_busy)
    assert talk.chat.turns[0].after is None
    assert talk.asked[0][1] is None


@pytest.mark.parametrize("prompt", ["", "   \n"])
def test_nothing_is_not_sent(talk: Talk, prompt: str) -> None:
    talk.chat.send(prompt, SUBJECT, with_after=True)
    assert not talk.chat.turns


def test_stop_keeps_what_was_written(talk: Talk, qtbot: QtBot) -> None:
    written = threading.Event()
    talk.script = [TextGenerated("before", "Thank", 1), lambda: written.wait(5), TextGenerated("before", " you", 2)]
    talk.chat.send("Hi", SUBJECT, with_after=False)
    qtbot.waitUntil(lambda: talk.chat.turns[0].before.text == "Thank")
    talk.chat.stop()
    written.set()
    qtbot.waitUntil(lambda: not talk.chat.is_busy)
    assert talk.chat.turns[0].before.text == "Thank"
    assert talk.chat.turns[0].before.state == "stopped"


def test_a_failure_is_told_and_not_part_of_the_conversation(talk: Talk, qtbot: QtBot) -> None:
    def too_long() -> None:
        raise EngineError("The prompt has 900 tokens.", "Shorten it.")

    talk.script = [too_long]
    with qtbot.waitSignal(talk.chat.failed) as blocker:
        talk.chat.send("Hi", SUBJECT, with_after=True)
    assert blocker.args == [RunFailed("The prompt has 900 tokens.", "Shorten it.", "")]
    qtbot.waitUntil(lambda: not talk.chat.is_busy)
    assert [reply.state for reply in talk.chat.turns[0].replies] == ["failed", "failed"]
    talk.script = list(BOTH)
    talk.chat.send("Again", SUBJECT, with_after=True)
    qtbot.waitUntil(lambda: not talk.chat.is_busy)
    assert talk.asked[1][0] == [Message("user", "Again")]


def test_a_new_chat_forgets_a_reply_under_way(talk: Talk, qtbot: QtBot) -> None:
    written = threading.Event()
    talk.script = [lambda: written.wait(5), *BOTH]
    talk.chat.send("Hi", SUBJECT, with_after=True)
    talk.chat.clear()
    written.set()
    qtbot.waitUntil(lambda: not talk.thread.is_busy)
    assert talk.chat.turns == []
    assert not talk.chat.is_busy


def test_sampling_is_checked_by_the_engine_and_used(talk: Talk, qtbot: QtBot) -> None:
    talk.chat.set_sampling(temperature=0.0, seed=7)
    with pytest.raises(EngineError):
        talk.chat.set_sampling(top_p=0.0)
    talk.chat.send("Hi", SUBJECT, with_after=True)
    qtbot.waitUntil(lambda: not talk.chat.is_busy)
    assert talk.asked[0][2] == Sampling(temperature=0.0, seed=7)


def say(talk: Talk, qtbot: QtBot, prompt: str) -> None:
    talk.chat.send(prompt, SUBJECT, with_after=True)
    qtbot.waitUntil(lambda: not talk.chat.is_busy)


def test_the_system_message_comes_first_on_both_sides(talk: Talk, qtbot: QtBot) -> None:
    talk.chat.system = "  Be brief. "
    say(talk, qtbot, "Are you open?")
    say(talk, qtbot, "When?")
    for asked in talk.asked[1][:2]:
        assert asked is not None
        assert [message.role for message in asked] == ["system", "user", "assistant", "user"]
        assert asked[0] == Message("system", "Be brief.")


def test_asking_again_moves_the_seed_on(talk: Talk, qtbot: QtBot) -> None:
    say(talk, qtbot, "Hi")
    for _ in range(2):
        talk.chat.ask_again(0, "Hi", SUBJECT, with_after=True)
        qtbot.waitUntil(lambda: not talk.chat.is_busy)
    assert [sampling.seed for _, _, sampling in talk.asked] == [42, 43, 44]
    assert talk.chat.sampling.seed == 42
    assert len(talk.chat.turns) == 1


def test_an_edited_prompt_is_asked_with_what_came_before_it(talk: Talk, qtbot: QtBot) -> None:
    for prompt in ("One?", "Two?", "Three?"):
        say(talk, qtbot, prompt)
    talk.chat.ask_again(1, "Another?", SUBJECT, with_after=True)
    qtbot.waitUntil(lambda: not talk.chat.is_busy)
    assert [turn.prompt for turn in talk.chat.turns] == ["One?", "Another?"]
    before, _, sampling = talk.asked[-1]
    assert [message.content for message in before] == ["One?", "Thank you for asking.", "Another?"]
    assert sampling.seed == 42


def test_what_was_left_behind_comes_back(talk: Talk, qtbot: QtBot) -> None:
    for prompt in ("One?", "Two?"):
        say(talk, qtbot, prompt)
    assert not talk.chat.may_bring_back
    talk.chat.ask_again(0, "Another?", SUBJECT, with_after=True)
    assert not talk.chat.may_bring_back  # not while it is being written
    qtbot.waitUntil(lambda: not talk.chat.is_busy)
    talk.chat.bring_back()
    assert [turn.prompt for turn in talk.chat.turns] == ["One?", "Two?"]
    talk.chat.bring_back()
    assert [turn.prompt for turn in talk.chat.turns] == ["Another?"]
    talk.chat.clear()
    talk.chat.bring_back()
    assert [turn.prompt for turn in talk.chat.turns] == ["Another?"]


def test_half_a_character_is_not_asked(talk: Talk, qtbot: QtBot) -> None:
    say(talk, qtbot, "Hi \ud83e")
    assert talk.asked[0][0] == [Message("user", "Hi \ufffd")]


def candidates(*texts: str) -> tuple[Candidate, ...]:
    """The first one became the likeliest through training."""
    return tuple(
        Candidate(text, len(text), "end", ReplyReward((TokenReward(text, -2.0, -1.0 - place),), 0.1))
        for place, text in enumerate(texts)
    )


def test_the_best_of_several_is_kept_with_its_reward_and_another_can_take_its_place(talk: Talk, qtbot: QtBot) -> None:
    drawn = candidates("Yes.", "No.")
    talk.script = [
        TextGenerated("after", "", 5),
        CandidatesRanked("after", drawn),
        ReplyFinished("after", "Yes.", 4, 0.1, "end"),
        ReplyFinished("before", "Well.", 4, 0.1, "end"),
    ]
    talk.chat.best_of, talk.chat.beta = 2, 0.3
    talk.chat.send("Are you open?", SUBJECT, with_after=True)
    assert talk.best_of == BestOf(2, 0.3)
    assert talk.chat.why_no_choice(0)
    qtbot.waitUntil(lambda: not talk.chat.is_busy)
    (turn,) = talk.chat.turns
    assert turn.after is not None
    assert (turn.after.text, turn.after.candidates, turn.rewards["after"]) == ("Yes.", drawn, drawn[0].reward)
    talk.chat.choose_candidate(0, "after", 1)
    assert (turn.after.text, turn.rewards["after"]) == ("No.", drawn[1].reward)
    talk.chat.show_preference(0, "after")
    talk.chat.choose_candidate(0, "after", 0)
    assert turn.after.text == "No."  # the pair on the disk says so
    talk.chat.show_preference(0, None)
    talk.chat.send("And now?", SUBJECT, with_after=True)
    qtbot.waitUntil(lambda: not talk.chat.is_busy)
    assert talk.asked[1][1] is not None
    assert Message("assistant", "No.") in talk.asked[1][1]
    talk.chat.choose_candidate(0, "after", 0)
    assert turn.after.text == "No."  # the second turn goes on from it


def test_before_anything_is_trained_one_reply_is_drawn(talk: Talk, qtbot: QtBot) -> None:
    talk.script = [ReplyFinished("before", "Hello", 1, 0.1, "end")]
    talk.chat.best_of = 4
    talk.chat.send("Hi", SUBJECT, with_after=False)
    qtbot.waitUntil(lambda: not talk.chat.is_busy)
    assert talk.best_of is None
