from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.background.run_thread import EngineThread
from app.background.subject import ChatSubject
from app.models.arena import ArenaModel
from app.models.arena_replies import Answering
from engine.arena.pick import Author
from engine.arena.plan import ArenaPlan
from engine.chat.generate import ReplyFinished, Sampling
from engine.data.preference_pair import Message
from engine.data.reader import read_preferences
from engine.errors import EngineError
from engine.storage.arena_log import ArenaLog
from engine.storage.line_log import log_lines
from tests.app.fake_engine import ScriptedJob, wake_fake_engine
from tests.engine.evaluation.voting import cases

ORIGINAL, TRAINED = Author("/models/tiny", "", "tiny"), Author("/models/tiny", "/runs/one/adapter", "balanced-01")
TWO = Answering(ChatSubject(Path("/models/tiny"), Path("/runs/one/adapter")), (ORIGINAL, TRAINED))


class Sitting:
    """An Arena whose replies are made at once and say which voice wrote them."""

    def __init__(self, folder: Path) -> None:
        self.log_path, self.pairs_path = folder / "arena.jsonl", folder / "data" / "collected-pairs.jsonl"
        self.asked: list[tuple[ChatSubject, str, tuple[Sampling, Sampling]]] = []
        self.failures: list[EngineError] = []
        self.who: Answering | None = TWO
        self.why_held = ""
        self.thread = EngineThread(wake=wake_fake_engine)

    def open(self, qtbot: QtBot) -> ArenaModel:
        """The project's Arena as the next session of the program finds it."""
        arena = ArenaModel(
            self.thread,
            self.log_path,
            self.pairs_path,
            lambda _: self.who,
            lambda _: self.why_held,
            make_job=self._job,
        )
        arena.failed.connect(self.failures.append)
        arena.load()
        qtbot.waitUntil(lambda: arena.state != "loading")
        arena.set_seen(True)
        return arena

    def pairs(self) -> list[tuple[str, str, str]]:
        """Prompt, chosen and rejected of each pair on the disk."""
        if not self.pairs_path.read_bytes():
            return []
        pairs = read_preferences(self.pairs_path).pairs
        return [(pair.prompt_text, pair.chosen_text, pair.rejected_text) for pair in pairs]

    def _job(
        self, subject: ChatSubject, messages: Sequence[Message], samplings: tuple[Sampling, Sampling]
    ) -> ScriptedJob:
        prompt = messages[-1].content
        self.asked.append((subject, prompt, samplings))
        left, right = subject.voices
        return ScriptedJob(
            [
                ReplyFinished("before", f"{left} {prompt} {samplings[0].seed}", 3, 0.1, "end"),
                ReplyFinished("after", f"{right} {prompt} {samplings[1].seed}", 3, 0.1, "end"),
            ]
        )


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    sitting = Sitting(tmp_path)
    yield sitting
    sitting.thread.shut_down()


def begun(sitting: Sitting, qtbot: QtBot, count: int = 12, plan: ArenaPlan | None = None) -> ArenaModel:
    arena = sitting.open(qtbot)
    arena.begin(plan or ArenaPlan("models"), cases(count), "made up")
    qtbot.waitUntil(lambda: arena.shown is not None)
    return arena


def test_a_pick_says_who_wrote_which_reply_whatever_side_it_stood_on(sitting: Sitting, qtbot: QtBot) -> None:
    arena = begun(sitting, qtbot)
    for _ in range(12):
        qtbot.waitUntil(lambda: arena.shown is not None)
        assert arena.pick("a")
    lefts: list[str] = []
    for pick in ArenaLog(sitting.log_path).picks:
        assert pick.replies is not None
        for reply in pick.replies:
            voice, *_, seed = reply.text.split()
            assert reply.author == (TRAINED if voice == "trained" else ORIGINAL)
            assert int(seed) == reply.sampling.seed
        lefts.append(pick.replies[0].author.name)
    assert 0 < lefts.count("balanced-01") < 12


def test_the_lower_temperature_changes_sides(sitting: Sitting, qtbot: QtBot) -> None:
    arena = begun(sitting, qtbot, 12, ArenaPlan("temperatures", (0.5, 1.5)))
    for _ in range(12):
        qtbot.waitUntil(lambda: arena.shown is not None)
        arena.pick("b")
    on_left = [pick.replies[0].sampling.temperature for pick in arena.picks if pick.replies]
    assert set(on_left) == {0.5, 1.5}


def test_a_pick_is_on_the_disk_before_the_next_prompt(sitting: Sitting, qtbot: QtBot) -> None:
    arena = begun(sitting, qtbot)
    shown = arena.shown
    assert shown is not None
    arena.pick("b")
    assert ArenaLog(sitting.log_path).picks == arena.picks
    assert [pair[1:] for pair in sitting.pairs()] == [(shown[1].text, shown[0].text)]


def test_the_next_session_goes_on_where_the_last_one_ended(sitting: Sitting, qtbot: QtBot) -> None:
    arena = begun(sitting, qtbot, 3, ArenaPlan("models", goal=40, about="tone"))
    arena.pick("a")
    again = sitting.open(qtbot)
    assert (again.state, again.plan.goal, again.plan.about) == ("picking", 40, "tone")
    assert (again.picks, again.waiting) == (arena.picks, [1, 2])
    qtbot.waitUntil(lambda: again.shown is not None)
    again.undo()  # also what was picked in another session
    assert (again.number, again.shown, sitting.pairs()) == (0, arena.picks[0].replies, [])


def test_a_crash_between_the_log_and_the_pairs_loses_none_and_keeps_none_too_many(
    sitting: Sitting, qtbot: QtBot
) -> None:
    arena = begun(sitting, qtbot, 3)
    arena.pick("a")
    qtbot.waitUntil(lambda: arena.shown is not None)
    arena.pick("own", "Ask me.")
    all_of_them = sitting.pairs()
    assert len(all_of_them) == 3
    lines = [line for line, _ in log_lines(sitting.pairs_path)]
    sitting.pairs_path.write_bytes(b"".join(line + b"\n" for line in lines[:1]))
    assert sitting.open(qtbot).pair_count == 3
    assert sitting.pairs() == all_of_them
    ArenaLog(sitting.log_path).undo()  # in the log, and then the power went
    assert sitting.open(qtbot).pair_count == 1
    assert sitting.pairs() == all_of_them[:1]


def test_replies_are_made_anew_for_another_model_but_for_those_in_sight(sitting: Sitting, qtbot: QtBot) -> None:
    arena = begun(sitting, qtbot, 4)
    qtbot.waitUntil(lambda: len(sitting.asked) == 4 and not sitting.thread.is_busy)
    shown = arena.shown
    sitting.who = replace(TWO, subject=ChatSubject(Path("/models/other")))
    arena.follow_answering()
    assert arena.shown == shown
    qtbot.waitUntil(lambda: len(sitting.asked) == 7)
    assert {str(subject.folder) for subject, _, _ in sitting.asked[4:]} == {"/models/other"}
    arena.follow_answering()
    assert len(sitting.asked) == 7


def test_another_plan_makes_the_reply_in_sight_anew_too(sitting: Sitting, qtbot: QtBot) -> None:
    arena = begun(sitting, qtbot, 1)
    arena.set_up()
    arena.begin(ArenaPlan("models", (0.25, 1.0)), [], "")
    qtbot.waitUntil(lambda: arena.shown is not None)
    assert arena.shown is not None
    assert arena.shown[0].sampling.temperature == 0.25


def test_nothing_is_made_for_a_page_that_nobody_sees(sitting: Sitting, qtbot: QtBot) -> None:
    arena = sitting.open(qtbot)
    arena.set_seen(False)
    arena.begin(ArenaPlan(), cases(3), "made up")
    qtbot.wait(50)
    assert sitting.asked == []
    arena.set_seen(True)
    qtbot.waitUntil(lambda: arena.shown is not None)


def test_half_characters_never_reach_the_files(sitting: Sitting, qtbot: QtBot) -> None:
    arena = begun(sitting, qtbot, 1)
    assert arena.pick("own", "Ask \ud83d me.")
    assert arena.ask("Open\udc00?", "Ho\ud83durs")
    assert sitting.pairs()[0][1] == "Ask � me."
    assert arena.prompt is not None
    assert (arena.prompt.messages[0].content, arena.prompt.topic) == ("Open�?", "Ho�urs")


def test_pairs_that_cannot_be_written_are_told_and_come_with_the_next_start(sitting: Sitting, qtbot: QtBot) -> None:
    arena = begun(sitting, qtbot, 2)
    sitting.pairs_path.mkdir(parents=True)
    assert arena.pick("a")
    assert sitting.failures[0].message.startswith("The pair is not kept")
    assert len(ArenaLog(sitting.log_path).picks) == 1
    sitting.pairs_path.rmdir()
    sitting.open(qtbot)
    assert len(sitting.pairs()) == 1
