from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.background.jobs import ChatSubject, Job, ReplyScored, ReplyToScore
from app.background.run_thread import EngineThread
from app.models.chat import ChatModel
from app.models.chat_rewards import ChatRewards, Judge
from engine.chat.generate import ReplyFinished
from engine.data.preference_pair import Message
from engine.errors import EngineError
from engine.evaluation.reply_reward import ReplyReward, TokenReward
from tests.app.fake_engine import ScriptedJob, wake_fake_engine

SUBJECT = ChatSubject(Path("/models/demo"), Path("/runs/x/adapter"))
BOTH = (ReplyFinished("before", "Well.", 2, 0.1, "end"), ReplyFinished("after", "Yes.", 2, 0.1, "end"))
REWARD = ReplyReward((TokenReward("Yes.", -2.0, -1.0), TokenReward("</s>", -1.0, -1.5, is_ending=True)), 0.1)


class Scoring:
    """A chat with rewards; `script` is what each scoring job reports."""

    def __init__(self) -> None:
        self.script: list[object] = [ReplyScored("before", REWARD), ReplyScored("after", REWARD)]
        self.asked: list[tuple[Sequence[ReplyToScore], float | None]] = []
        self.judge: Judge | None = Judge(SUBJECT)
        self.thread = EngineThread(wake=wake_fake_engine)
        self.chat = ChatModel(self.thread, make_job=lambda *_: ScriptedJob(BOTH))
        self.rewards = ChatRewards(self.chat, self.thread, lambda: self.judge, make_job=self._job)

    def _job(self, _: ChatSubject, replies: Sequence[ReplyToScore], beta: float | None) -> Job:
        self.asked.append((replies, beta))
        return ScriptedJob(self.script)

    def say(self, qtbot: QtBot, prompt: str = "Are you open?") -> None:
        self.chat.send(prompt, SUBJECT, with_after=True)
        qtbot.waitUntil(lambda: not self.thread.is_busy)


@pytest.fixture
def scoring(qtbot: QtBot) -> Iterator[Scoring]:
    scoring = Scoring()
    yield scoring
    scoring.thread.shut_down()


def test_both_replies_are_rewarded_once_they_are_there(scoring: Scoring, qtbot: QtBot) -> None:
    scoring.judge = Judge(SUBJECT, 0.3)
    scoring.say(qtbot)
    assert scoring.chat.turns[0].rewards == {"before": REWARD, "after": REWARD}
    ((replies, beta),) = scoring.asked
    assert [(reply.side, reply.text) for reply in replies] == [("before", "Well."), ("after", "Yes.")]
    assert replies[0].messages == [Message("user", "Are you open?")]
    assert beta == 0.3
    assert REWARD.reward == pytest.approx(0.05)


def test_a_new_prompt_goes_first_and_what_it_overtook_comes_after_it(scoring: Scoring, qtbot: QtBot) -> None:
    go_on, full = threading.Event(), scoring.script
    scoring.script = [lambda: go_on.wait(5), *full]
    scoring.chat.send("One?", SUBJECT, with_after=True)
    qtbot.waitUntil(lambda: len(scoring.asked) == 1)
    scoring.script = full
    scoring.chat.send("Two?", SUBJECT, with_after=True)
    assert scoring.chat.turns[0].rewards == {}
    go_on.set()
    qtbot.waitUntil(lambda: not scoring.thread.is_busy)
    assert [replies[0].messages[-1].content for replies, _ in scoring.asked] == ["One?", "Two?", "One?"]
    assert all(len(turn.rewards) == 2 for turn in scoring.chat.turns)


@pytest.mark.parametrize("judge", [None, Judge(ChatSubject(Path("/models/demo"), Path("/runs/another/adapter")))])
def test_only_the_model_that_answered_rewards(scoring: Scoring, qtbot: QtBot, judge: Judge | None) -> None:
    scoring.judge = judge
    scoring.say(qtbot)
    assert scoring.asked == []


def test_a_failure_is_noted_and_not_tried_for_ever(scoring: Scoring, qtbot: QtBot) -> None:
    def refuse() -> None:
        raise EngineError("This reply has no reward.", "Ask again.")

    scoring.script = [refuse]
    scoring.say(qtbot)
    assert scoring.chat.turns[0].no_reward == "This reply has no reward. Ask again."
    assert len(scoring.asked) == 1
    scoring.rewards.want(0)  # a person may want it again
    qtbot.waitUntil(lambda: not scoring.thread.is_busy)
    assert len(scoring.asked) == 2
