"""A sweep in the window: runs that follow each other, over a fake engine that leaves real run folders."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.background.run_thread import EngineThread
from app.models.run import RunModel
from app.models.run_opening import RunOpening
from app.models.sweep import SweepModel, SweepState
from engine.errors import EngineError
from engine.events import Event, RunFailed, RunFinished
from engine.plan import DataPlan, ModelPlan, RunPlan
from tests.app.fake_engine import PlayedRun, beginning, step_finished, wake_fake_engine
from tests.app.run_folders import fill_checkpoint, write_run

PLAN = RunPlan(ModelPlan("/models/demo"), DataPlan("/data/pairs.jsonl"))


@dataclass
class Bench:
    """`outcomes` are the ends of the runs to come, in turn; `begun` the folders' names of those that began."""

    home: Path
    qtbot: QtBot
    thread: EngineThread = field(default_factory=lambda: EngineThread(wake=wake_fake_engine))
    outcomes: list[str] = field(default_factory=list[str])
    begun: list[str] = field(default_factory=list[str])

    def __post_init__(self) -> None:
        self.run = RunModel(self.thread, train_job=self._job, resume_job=lambda folder: self._job(PLAN, folder))
        opening = RunOpening(self.run, lambda: "")
        self.sweep = SweepModel(self.run, opening, self.home / "sweep.json", self.home / "sweeps")

    def _job(self, plan: RunPlan, folder: Path) -> PlayedRun:
        outcome = self.outcomes.pop(0)
        self.begun.append(folder.name)
        end: Event = RunFinished("stopped" if outcome == "stopped" else "finished", 6, str(folder), "", 1.0)
        if outcome == "failed":
            end = RunFailed("The loss is no number.", "Lower the rate.", "")

        def leave() -> None:
            if not folder.exists():
                fill_checkpoint(write_run(folder, outcome, plan=plan))
            else:
                (folder / "manifest.json").write_text('{"state": "finished"}', "utf-8")

        return PlayedRun([*beginning(10), step_finished(6, 10), leave, end])

    def wait(self, state: SweepState) -> None:
        self.qtbot.waitUntil(lambda: self.sweep.state is state and not self.run.state.is_active)


@pytest.fixture
def make_bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Bench]]:
    benches: list[Bench] = []

    def make() -> Bench:
        benches.append(Bench(tmp_path, qtbot))
        return benches[-1]

    yield make
    for bench in benches:
        bench.thread.shut_down()


def test_every_run_follows_the_one_before(make_bench: Callable[[], Bench]) -> None:
    bench = make_bench()
    bench.outcomes = ["finished"] * 4
    bench.sweep.start(PLAN, (0.1, 0.2), (5e-5, 1e-4))
    assert bench.sweep.number == 1
    bench.wait(SweepState.FINISHED)
    names = ["beta-0.1-rate-5e-05", "beta-0.1-rate-0.0001", "beta-0.2-rate-5e-05", "beta-0.2-rate-0.0001"]
    assert bench.begun == names
    assert [result.state for result in bench.sweep.results()] == ["finished"] * 4
    assert not (bench.home / "sweep.json").exists()


def test_a_run_that_fails_does_not_cost_the_others(make_bench: Callable[[], Bench]) -> None:
    bench = make_bench()
    bench.outcomes = ["failed", "finished"]
    bench.sweep.start(PLAN, (0.1, 0.2), ())
    bench.wait(SweepState.FINISHED)
    assert [result.state for result in bench.sweep.results()] == ["failed", "finished"]


def test_a_stopped_run_halts_the_sweep_which_can_go_on(make_bench: Callable[[], Bench]) -> None:
    bench = make_bench()
    bench.outcomes = ["finished", "stopped", "finished"]
    bench.sweep.start(PLAN, (0.1, 0.2), ())
    bench.wait(SweepState.HALTED)
    assert bench.sweep.number == 2
    bench.sweep.go_on()
    bench.wait(SweepState.FINISHED)
    assert bench.begun == ["beta-0.1-rate-5e-05", "beta-0.2-rate-5e-05", "beta-0.2-rate-5e-05"]


def test_a_run_that_cannot_be_opened_again_halts_the_sweep(make_bench: Callable[[], Bench]) -> None:
    bench = make_bench()
    bench.outcomes = ["stopped"]
    bench.sweep.start(PLAN, (0.1, 0.2), ())
    bench.wait(SweepState.HALTED)
    bench.run.close()
    folder = Path(bench.sweep.results()[0].folder)
    (folder / "metrics.jsonl").unlink()
    told: list[EngineError] = []
    bench.sweep.failed.connect(told.append)
    bench.sweep.go_on()
    bench.qtbot.waitUntil(lambda: bool(told))
    assert "ended before its first step" in told[0].message
    assert bench.sweep.state is SweepState.HALTED


def test_another_window_goes_on_with_it(make_bench: Callable[[], Bench]) -> None:
    bench = make_bench()
    bench.outcomes = ["finished", "stopped"]
    bench.sweep.start(PLAN, (0.1, 0.2, 0.4), ())
    bench.wait(SweepState.HALTED)
    later = make_bench()
    later.outcomes = ["finished", "finished"]
    later.sweep.load()
    assert (later.sweep.state, later.sweep.number) == (SweepState.HALTED, 2)
    later.sweep.go_on()
    later.wait(SweepState.FINISHED)
    assert later.begun == ["beta-0.2-rate-5e-05", "beta-0.4-rate-5e-05"]


def test_another_run_leaves_the_sweep_alone(make_bench: Callable[[], Bench]) -> None:
    bench = make_bench()
    bench.outcomes = ["stopped", "finished"]
    bench.sweep.start(PLAN, (0.1, 0.2), ())
    bench.wait(SweepState.HALTED)
    bench.run.start(PLAN, bench.home / "runs" / "another")
    bench.qtbot.waitUntil(lambda: not bench.run.state.is_active)
    assert bench.sweep.state is SweepState.HALTED
    bench.sweep.dismiss()
    assert bench.sweep.state is SweepState.NONE
    make_bench().sweep.load()


def test_values_that_no_plan_can_have_begin_nothing(make_bench: Callable[[], Bench]) -> None:
    bench = make_bench()
    with pytest.raises(EngineError):
        bench.sweep.start(PLAN, (0.0,), ())
    assert bench.sweep.state is SweepState.NONE
    assert not (bench.home / "sweeps").exists()


@pytest.mark.parametrize("content", ["", "{}", '{"folder": "/gone", "betas": [0.1], "rates": []}', "[1]"])
def test_what_cannot_be_read_is_no_sweep(make_bench: Callable[[], Bench], content: str) -> None:
    bench = make_bench()
    (bench.home / "sweep.json").write_text(content, "utf-8")
    bench.sweep.load()
    assert bench.sweep.state is SweepState.NONE
