from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.background.jobs import AdapterChanged, BlindJob, ChatSubject
from app.background.run_thread import EngineThread
from app.models.blind_test import BlindTestModel
from engine.chat.generate import ReplyFinished, Sampling
from engine.data.preference_pair import Message
from engine.errors import EngineError
from engine.model.keeper import ModelKeeper
from engine.storage.vote_log import VoteLog
from tests.app.fake_engine import ScriptedJob, wake_fake_engine
from tests.engine.evaluation.voting import WHO, cases


class Sitting:
    """A blind test whose replies are made at once; `gate` holds them back, `script` replaces them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.asked: list[tuple[ChatSubject, str, int]] = []
        self.gate: threading.Event | None = None
        self.script: list[object] | None = None
        self.jobs: list[ScriptedJob] = []
        self.failures: list[EngineError] = []
        self.now = 0.0
        self.thread = EngineThread(wake=wake_fake_engine)
        self.blind = BlindTestModel(self.thread, path, make_job=self._job, clock=lambda: self.now)
        self.blind.failed.connect(self.failures.append)

    def _job(self, subject: ChatSubject, messages: Sequence[Message], sampling: Sampling) -> ScriptedJob:
        prompt = messages[-1].content
        self.asked.append((subject, prompt, sampling.seed))
        gate = self.gate
        script: list[object] = [] if gate is None else [lambda: gate.wait(5)]
        usual = [
            ReplyFinished("before", f"old {prompt}", 3, 0.1, "end"),
            ReplyFinished("after", f"new {prompt}", 3, 0.1, "end"),
        ]
        self.jobs.append(ScriptedJob([*script, *(usual if self.script is None else self.script)]))
        return self.jobs[-1]


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    sitting = Sitting(tmp_path / "votes.jsonl")
    sitting.blind.load()
    qtbot.waitUntil(lambda: sitting.blind.state == "setup")
    sitting.blind.set_seen(True)
    yield sitting
    sitting.thread.shut_down()


def begin(sitting: Sitting, qtbot: QtBot, count: int = 12) -> BlindTestModel:
    sitting.blind.begin(cases(count), WHO, Sampling(), "made up", count)
    qtbot.waitUntil(lambda: sitting.blind.shown is not None)
    return sitting.blind


def reopened(sitting: Sitting, qtbot: QtBot) -> BlindTestModel:
    """The same project in the next session of the program."""
    again = BlindTestModel(sitting.thread, sitting.path)
    again.load()
    qtbot.waitUntil(lambda: again.state != "loading")
    return again


def test_sides_hide_who_wrote_what_as_the_test_says(sitting: Sitting, qtbot: QtBot) -> None:
    blind = begin(sitting, qtbot)
    trained_left = 0
    for _ in range(12):
        qtbot.waitUntil(lambda: blind.shown is not None)
        trial, shown = blind.trial, blind.shown
        assert trial is not None
        assert shown is not None
        assert shown["ab".index(trial.after_side)] == f"new {trial.messages[-1].content}"
        trained_left += trial.after_side == "a"
        assert blind.vote("a")
    assert blind.tally.after == trained_left
    assert blind.tally.before == 12 - trained_left


def test_replies_are_made_ahead_one_job_at_a_time(sitting: Sitting, qtbot: QtBot) -> None:
    blind = begin(sitting, qtbot, 20)
    qtbot.waitUntil(lambda: len(sitting.asked) == 8 and not sitting.thread.is_busy)
    assert blind.test is not None
    subject, prompt, seed = sitting.asked[0]
    assert (subject.folder, subject.adapter) == (Path("/models/tiny"), Path("/runs/one/adapter"))
    assert (prompt, seed) == (blind.test.trials[0].messages[-1].content, blind.test.trials[0].seed)
    blind.vote("a")
    qtbot.waitUntil(lambda: len(sitting.asked) == 9)


def test_leaving_stops_what_is_being_made_and_coming_back_makes_it_anew(sitting: Sitting, qtbot: QtBot) -> None:
    sitting.gate = threading.Event()
    sitting.blind.begin(cases(3), WHO, Sampling(), "made up", 3)
    qtbot.waitUntil(lambda: len(sitting.jobs) == 1)
    sitting.blind.set_seen(False)
    assert sitting.jobs[0].stopped.is_set()
    sitting.gate.set()
    qtbot.waitUntil(lambda: not sitting.thread.is_busy)
    assert sitting.blind.shown is None
    assert len(sitting.jobs) == 1
    sitting.blind.set_seen(True)
    qtbot.waitUntil(lambda: sitting.blind.shown is not None)
    assert sitting.asked[1][1] == sitting.asked[0][1]


def test_a_run_keeps_the_engine_to_itself(sitting: Sitting, qtbot: QtBot) -> None:
    blind = begin(sitting, qtbot, 20)
    qtbot.waitUntil(lambda: not sitting.thread.is_busy)
    blind.set_held(True)
    made = len(sitting.asked)
    for _ in range(made):
        assert blind.vote("same")  # what is ready can be voted on
    assert blind.shown is None
    assert not blind.vote("a")
    assert len(sitting.asked) == made
    blind.set_held(False)
    qtbot.waitUntil(lambda: blind.shown is not None)


def test_a_vote_is_in_the_file_before_the_next_prompt(sitting: Sitting, qtbot: QtBot) -> None:
    blind = begin(sitting, qtbot)
    blind.vote("both_bad")
    assert blind.test is not None
    (vote,) = VoteLog(sitting.path).votes(blind.test)
    assert (vote.choice, vote.trial) == ("both_bad", 0)
    assert (vote.before, vote.after) == tuple(f"{age} {vote.prompt_text}" for age in ("old", "new"))


def test_undo_asks_the_same_again_with_the_same_replies(sitting: Sitting, qtbot: QtBot) -> None:
    blind = begin(sitting, qtbot)
    assert not blind.may_undo
    shown = blind.shown
    blind.vote("a")
    made = len(sitting.asked)
    blind.undo()
    assert (blind.number, blind.shown, blind.votes) == (0, shown, ())
    blind.vote("b")
    assert [vote.choice for vote in blind.votes] == ["b"]
    assert [prompt for _, prompt, _ in sitting.asked].count(sitting.asked[0][1]) == 1
    assert len(sitting.asked) >= made


def test_an_unfinished_test_goes_on_after_a_restart(sitting: Sitting, qtbot: QtBot) -> None:
    blind = begin(sitting, qtbot)
    for choice in ("a", "same", "skip"):
        qtbot.waitUntil(lambda: blind.shown is not None)
        blind.vote(choice)
    again = reopened(sitting, qtbot)
    assert again.state == "voting"
    assert again.test == blind.test
    assert again.votes == blind.votes
    assert again.number == 3
    again.undo()
    assert again.number == 2


def test_a_finished_test_is_shown_again_when_asked(sitting: Sitting, qtbot: QtBot) -> None:
    blind = begin(sitting, qtbot, 2)
    blind.vote("a")
    qtbot.waitUntil(lambda: blind.shown is not None)
    blind.vote("b")
    assert blind.is_complete
    assert blind.state == "voting"  # the last vote can still be taken back
    assert blind.may_undo
    blind.reveal()
    assert blind.state == "result"
    assert not blind.may_undo
    blind.undo()
    assert len(blind.votes) == 2
    again = reopened(sitting, qtbot)
    assert again.state == "setup"
    again.show_past()
    assert again.state == "result"
    assert len(again.votes) == 2
    again.plan_another()
    assert again.state == "setup"


def test_one_may_stop_look_and_go_on(sitting: Sitting, qtbot: QtBot) -> None:
    blind = begin(sitting, qtbot)
    blind.vote("a")
    blind.reveal()
    assert blind.state == "result"
    blind.go_on()
    assert blind.state == "voting"
    assert blind.number == 1
    assert not blind.may_undo  # its sides were seen
    qtbot.waitUntil(lambda: blind.shown is not None)
    blind.vote("b")
    assert blind.may_undo


def test_a_failure_waits_for_a_person(sitting: Sitting, qtbot: QtBot) -> None:
    def too_long() -> None:
        raise EngineError("The prompt has 900 tokens.", "Shorten it.")

    sitting.script = [too_long]
    sitting.blind.begin(cases(3), WHO, Sampling(), "made up", 3)
    blind = sitting.blind
    qtbot.waitUntil(lambda: blind.replies.failure is not None)
    assert blind.replies.failure is not None
    assert blind.replies.failure.message == "The prompt has 900 tokens."
    assert len(sitting.asked) == 1
    assert not blind.vote("a")
    prompt = sitting.asked[0][1]
    sitting.script = None
    assert blind.vote("skip")
    assert blind.replies.failure is None
    qtbot.waitUntil(lambda: blind.shown is not None)
    assert blind.votes[0].before == ""
    assert [asked for _, asked, _ in sitting.asked].count(prompt) == 1


def test_half_a_reply_is_none(sitting: Sitting, qtbot: QtBot) -> None:
    sitting.script = [
        ReplyFinished("before", "Tha", 1, 0.1, "stopped"),
        ReplyFinished("after", "Ye", 1, 0.1, "stopped"),
    ]
    sitting.blind.begin(cases(3), WHO, Sampling(), "made up", 3)
    qtbot.waitUntil(lambda: bool(sitting.asked) and not sitting.thread.is_busy)
    assert sitting.blind.shown is None


def test_a_vote_that_cannot_be_kept_does_not_count(sitting: Sitting, qtbot: QtBot) -> None:
    blind = begin(sitting, qtbot)
    sitting.path.unlink()
    sitting.path.mkdir()
    assert not blind.vote("a")
    assert blind.number == 0
    assert blind.votes == ()
    assert "does not count" in sitting.failures[0].message


def test_the_time_left_follows_the_pace(sitting: Sitting, qtbot: QtBot) -> None:
    blind = begin(sitting, qtbot, 20)
    for seconds in (0, 10, 12, 11, 4000):
        sitting.now += seconds
        assert blind.seconds_left is None or seconds == 4000
        qtbot.waitUntil(lambda: blind.shown is not None)
        blind.vote("same")
    assert blind.seconds_left == 11 * 15  # the long pause is no pace


def test_one_test_never_mixes_two_trained_models(sitting: Sitting, qtbot: QtBot) -> None:
    blind = begin(sitting, qtbot, 20)
    qtbot.waitUntil(lambda: not sitting.thread.is_busy)
    blind.set_held(True)
    assert blind.vote("a")
    sitting.script = [AdapterChanged()]  # what the job says once a resumed run wrote its adapter anew
    blind.set_held(False)
    qtbot.waitUntil(lambda: blind.state == "result")
    assert len(blind.votes) == 1
    assert "changed since this test began" in blind.notices[-1].title
    assert blind.test is not None
    assert VoteLog(sitting.path).is_ended(blind.test)
    blind.go_on()
    assert blind.shown is None  # what was prepared is gone
    qtbot.waitUntil(lambda: blind.state == "result")
    assert len(blind.notices) == 2


def test_a_reply_is_asked_only_of_the_adapter_under_test(tmp_path: Path) -> None:
    (tmp_path / "adapter_model.safetensors").write_bytes(b"later weights")
    subject = ChatSubject(tmp_path, tmp_path, adapter_sha256="of the earlier ones")
    assert [*BlindJob(subject, (), Sampling()).events(ModelKeeper())] == [AdapterChanged()]
