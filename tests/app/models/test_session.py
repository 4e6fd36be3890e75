from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.background.jobs import ChatSubject, JobMakers
from app.background.run_thread import EngineThread
from app.background.task import Task, run_task
from app.models.export import ExportState
from app.models.run_state import RunState
from app.models.session import Session
from engine.chat.generate import ReplyFinished, Sampling
from engine.data.preference_pair import Message
from engine.errors import EngineError
from engine.plan import DataPlan, ModelPlan, RunPlan
from engine.storage.project import default_project
from tests.app.fake_engine import ScriptedJob, SteppingRun, wake_fake_engine
from tests.app.models.pairs import write_pairs
from tests.app.pages.conftest import facts


class Desk:
    """A session over the fake engine that notes what it asks for."""

    def __init__(self, home: Path) -> None:
        self.run = SteppingRun()
        self.started: list[tuple[RunPlan, Path]] = []
        self.asked: list[tuple[ChatSubject, bool]] = []
        jobs = JobMakers(train=self._train, chat=self._chat, export=lambda run, output: ScriptedJob())
        self.session = Session(default_project(home), engine=EngineThread(wake=wake_fake_engine), jobs=jobs)

    def _train(self, plan: RunPlan, folder: Path) -> SteppingRun:
        self.started.append((plan, folder))
        return self.run

    def _chat(
        self,
        subject: ChatSubject,
        before: Sequence[Message],
        after: Sequence[Message] | None,
        sampling: Sampling,
        best_of: object,
    ) -> ScriptedJob:
        self.asked.append((subject, after is not None))
        return ScriptedJob([ReplyFinished("before", "Hello", 1, 0.1, "end")])


@pytest.fixture
def desk(qtbot: QtBot, home: Path, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(home)
    desk.session.dataset.open(write_pairs(tmp_path / "pairs.jsonl"))
    qtbot.waitUntil(lambda: desk.session.dataset.split is not None)
    desk.session.model_choice.choose(facts())
    yield desk
    desk.session.shut_down()


def test_a_run_gets_the_choices_of_all_pages_and_a_folder_of_the_project(desk: Desk, qtbot: QtBot) -> None:
    desk.session.dataset.set_evaluation_share(0.25)
    desk.session.setup.set_value("training.beta", 0.2)
    desk.session.model_choice.choose_device("cpu")
    desk.session.start_training()
    ((plan, folder),) = desk.started
    assert (plan.data.evaluation_share, plan.training.beta, plan.model.device) == (0.25, 0.2, "cpu")
    assert plan.model.path == str(Path("/models/tiny-chat"))
    assert folder.parent == desk.session.project.runs_folder
    assert folder.name.endswith("-balanced-01")


def test_a_run_is_told_where_the_edits_are(desk: Desk, qtbot: QtBot) -> None:
    edits = desk.session.dataset.edits
    assert desk.session.plan().data.edits_path == ""
    edits.flip([0])
    assert desk.session.plan().data.edits_path == str(desk.session.project.edits_path)
    edits.flip([0])  # comes to nothing
    assert desk.session.plan().data.edits_path == ""
    qtbot.waitUntil(lambda: not desk.session.dataset.is_following)


def test_nothing_starts_when_every_pair_is_dropped(desk: Desk, qtbot: QtBot) -> None:
    edits = desk.session.dataset.edits
    edits.drop(range(40))
    assert desk.session.dataset.kept_count == 0
    assert desk.session.why_not_train == "Everything is dropped. Restore some of it first."
    qtbot.waitUntil(lambda: not desk.session.dataset.is_following)


def test_nothing_starts_while_something_is_missing_or_wrong(desk: Desk) -> None:
    desk.session.setup.set_value("training.beta", 0.0)
    assert desk.session.why_not_train == "Correct the settings marked in red."
    with pytest.raises(EngineError):
        desk.session.start_training()
    assert desk.started == []


def test_one_run_at_a_time(desk: Desk, qtbot: QtBot) -> None:
    desk.run = SteppingRun(gate=threading.Semaphore(0))
    desk.session.start_training()
    assert desk.session.why_not_train == "A run is under way."
    with pytest.raises(EngineError):
        desk.session.start_training()


def test_compare_asks_the_trained_model_once_there_is_one(desk: Desk, qtbot: QtBot) -> None:
    desk.session.ask("Hi")
    qtbot.waitUntil(lambda: not desk.session.chat.is_busy)
    desk.session.start_training()
    qtbot.waitUntil(lambda: desk.session.run.state is RunState.FINISHED)
    desk.session.ask("Hi")
    (before, with_none), (after, with_adapter) = desk.asked
    assert (before.adapter, with_none) == (None, False)
    assert (after.adapter, with_adapter) == (Path("/runs/fake/adapter"), True)


def test_a_prompt_that_waits_is_dropped_when_the_run_goes_on(desk: Desk, qtbot: QtBot) -> None:
    """After the run another model would answer than the one that was asked."""
    session = desk.session
    desk.run = SteppingRun(steps=3, gate=threading.Semaphore(100))
    desk.run.control.pause()
    session.start_training()
    qtbot.waitUntil(lambda: session.run.state is RunState.PAUSED)
    session.ask("Hi")
    session.run.go_on()
    qtbot.waitUntil(lambda: session.run.state is RunState.FINISHED)
    qtbot.waitUntil(lambda: not session.chat.is_busy)
    assert session.chat.turns[0].before.state in ("end", "stopped")


def test_a_finished_run_is_offered_for_export_and_a_new_one_takes_it_back(desk: Desk, qtbot: QtBot) -> None:
    session = desk.session
    session.start_training()
    qtbot.waitUntil(lambda: session.run.state is RunState.FINISHED)
    assert session.export.run_folder == desk.started[0][1]
    assert session.export.destination.name == "balanced-01-adapter"
    desk.run = SteppingRun(gate=threading.Semaphore(0))
    session.start_training()
    assert session.export.state is ExportState.NOTHING


def test_a_run_like_another_writes_conversations_as_that_one_did(
    desk: Desk, tiny_model_folder: Path, tmp_path: Path
) -> None:
    data = DataPlan(str(write_pairs(tmp_path / "others.jsonl")))
    choice = desk.session.model_choice
    for name in ("chatml", ""):
        plan = RunPlan(ModelPlan(str(tiny_model_folder), chat_template=name), data)
        choice.template.choose("plain")
        assert desk.session.begin_like(plan, "another") == ""
        assert (choice.folder, choice.template.name) == (tiny_model_folder, name)


def test_what_only_a_plan_file_sets_is_named_when_a_run_like_another_begins(
    desk: Desk, tiny_model_folder: Path, tmp_path: Path
) -> None:
    pairs = str(write_pairs(tmp_path / "others.jsonl"))
    plan = RunPlan(ModelPlan(str(tiny_model_folder)), DataPlan(pairs, evaluation_path="/other.jsonl", max_pairs=50))
    assert "data.evaluation_path, data.max_pairs." in desk.session.begin_like(plan, "another")


def test_changed_follows_every_part(desk: Desk, qtbot: QtBot) -> None:
    for change in (
        lambda: desk.session.setup.set_value("adapter.r", 8),
        lambda: desk.session.dataset.set_evaluation_share(0.3),
        lambda: desk.session.model_choice.choose_device("cpu"),
        desk.session.chat.clear,
    ):
        with qtbot.waitSignal(desk.session.changed, timeout=1000):
            change()


def test_closing_does_not_wait_for_long_work_on_the_data(desk: Desk) -> None:
    begun, ended = threading.Event(), threading.Event()

    def work(task: Task) -> None:
        begun.set()
        end = time.monotonic() + 20
        while not task.cancelled and time.monotonic() < end:
            time.sleep(0.01)
        if task.cancelled:
            ended.set()

    run_task(work, lambda _: None, lambda _: None)
    assert begun.wait(10)
    desk.session.begin_shutdown()
    assert ended.wait(2)


def test_train_waits_for_the_edits(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert desk.session.may_train
    edits = type(desk.session.dataset.edits)
    monkeypatch.setattr(edits, "why_not_train", property(lambda _: "The edits are still being read."))
    assert desk.session.why_not_train == "The edits are still being read."
