from __future__ import annotations

import io
import json
import os
import signal
import sys
from collections.abc import Iterator

import pytest

from app.command_line.interrupt import stop_on_signals
from app.command_line.output import Output
from app.command_line.train import follow
from engine.control import RunControl
from engine.errors import EngineError
from engine.events import (
    CheckpointSaved,
    DataPrepared,
    EvaluationFinished,
    Event,
    PairMetrics,
    PhaseChanged,
    PhaseProgress,
    RunAmended,
    RunFailed,
    RunFinished,
    RunStarted,
    Sample,
    SamplesWritten,
    StepFinished,
)
from engine.training.watch.alarm import HALVE, Finding
from engine.training.watch.registry import ALARMS

METRICS = PairMetrics(0.5, 1.0, -1.0, 2.0, 0.75, -10.0, -12.0)
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot send itself these signals")


PREPARED = (
    "20 pairs to learn from, 4 held back. Left out: row 3: one of its replies has no tokens. "
    "Cut at the longest length: 2 rows, 40 tokens in all."
)


def step(number: int, total: int = 4) -> StepFinished:
    return StepFinished(number, total, number / total, METRICS, 1.0, 5e-5, 100, 8.0, 900.0, 1 << 20, 0.1, 2.0 * number)


def a_whole_run(total: int = 4) -> Iterator[Event]:
    yield PhaseChanged("loading_model", "Loading tiny")
    yield PhaseProgress("tokenizing", 1, 2)
    yield DataPrepared(20, 4, ((3, "one of its replies has no tokens"),), (5, 9), 40)
    yield RunStarted("/runs/one", 1, total, total, "cpu", "float32", 12_345)
    for number in range(1, total + 1):
        yield step(number, total)
    yield EvaluationFinished(total, 1.0, METRICS)
    yield CheckpointSaved(total, "/runs/one/checkpoints/step-000004")
    yield RunFinished("finished", total, "/runs/one", "/runs/one/adapter", 8.0)


def test_scripts_get_every_event_as_a_line() -> None:
    stdout = io.StringIO()
    assert follow(lambda control: a_whole_run(), Output(stdout, io.StringIO(), as_json=True)) == 0
    lines = [json.loads(line) for line in stdout.getvalue().splitlines()]
    assert [line["event"] for line in lines] == [
        *("phase_changed", "phase_progress", "data_prepared", "run_started"),
        *("step_finished",) * 4,
        *("evaluation_finished", "checkpoint_saved", "run_finished"),
    ]
    assert lines[4]["rewards/margins"] == 2.0
    assert lines[8]["eval_rewards/accuracies"] == 0.75


def test_people_get_sentences() -> None:
    stdout = io.StringIO()
    assert follow(lambda control: a_whole_run(), Output(stdout, io.StringIO())) == 0
    assert stdout.getvalue().splitlines() == [
        "Loading tiny.",
        PREPARED,
        "12,345 weights to train on cpu in float32, updates 1 to 4. The run's folder is /runs/one",
        *(f"Update {number} of 4: loss 0.5000, accuracy 75%, margin 2.000." for number in range(1, 5)),
        "Held-back pairs after update 4: loss 0.5000, accuracy 75.0%, margin 2.000.",
        "Checkpoint saved after update 4.",
        "Done: 4 updates in 8 s. The adapter is in /runs/one/adapter",
    ]


def test_alarms_samples_and_changes_are_plain_sentences() -> None:
    def watched(control: RunControl) -> Iterator[Event]:
        yield SamplesWritten(0, (Sample("Where is\nmy mug?", "Dear customer,\nwe", 128, True, "Here.", 2),))
        yield ALARMS["stuck"].raised(20, Finding("The loss is 0.6931.", (HALVE,)))
        yield RunAmended(20, "The learning rate is 4 times what it was from here on.", 4.0, 0)
        yield RunFinished("finished", 30, "/runs/one", "/runs/one/adapter", 8.0, kept_step=20)

    stdout, scripts = io.StringIO(), io.StringIO()
    follow(watched, Output(stdout, io.StringIO()))
    stuck = ALARMS["stuck"]
    assert stdout.getvalue().splitlines() == [
        "Samples after update 0:",
        "  Where is my mug? → Dear customer, we …",
        f"Alarm: {stuck.title}. The loss is 0.6931. {stuck.meaning} {stuck.advice}",
        "Changed after update 20: The learning rate is 4 times what it was from here on.",
        "Done: 30 updates in 8 s. That of update 20, the best one, is kept. The adapter is in /runs/one/adapter",
    ]
    follow(watched, Output(scripts, io.StringIO(), as_json=True))
    samples, alarm, amended, _ = (json.loads(line) for line in scripts.getvalue().splitlines())
    assert samples["samples"][0]["reply"] == "Dear customer,\nwe"
    assert (alarm["event"], alarm["alarm"], alarm["step"]) == ("alarm_raised", "stuck", 20)
    assert alarm["remedies"][0]["learning_rate_factor"] == 0.5
    assert (amended["event"], amended["learning_rate_factor"]) == ("run_amended", 4.0)


def test_a_long_run_tells_about_ten_updates() -> None:
    stdout = io.StringIO()
    follow(lambda control: a_whole_run(200), Output(stdout, io.StringIO()))
    assert stdout.getvalue().count("Update ") == 10


def test_a_failed_run_raises_what_the_engine_said() -> None:
    def failing(control: RunControl) -> Iterator[Event]:
        yield RunFailed("The disk is full.", "Make room.", "errno 28")

    stdout = io.StringIO()
    with pytest.raises(EngineError) as caught:
        follow(failing, Output(stdout, io.StringIO(), as_json=True))
    assert (caught.value.message, caught.value.hint, caught.value.details) == (
        "The disk is full.",
        "Make room.",
        "errno 28",
    )
    assert stdout.getvalue() == ""  # run_failed is printed once, by whoever catches the error


def until_stopped(control: RunControl) -> Iterator[Event]:
    for number in range(1, 1000):
        yield step(number, 1000)
        if number == 3:
            os.kill(os.getpid(), signal.SIGTERM)
        if control.stop_requested:
            yield RunFinished("stopped", number, "/runs/one", "/runs/one/adapter", 1.0)
            return


@posix
def test_a_signal_stops_and_saves() -> None:
    before = signal.getsignal(signal.SIGTERM)
    stdout = io.StringIO()
    assert follow(until_stopped, Output(stdout, io.StringIO())) == 130
    assert stdout.getvalue().splitlines()[-1] == (
        "Stopped after 3 updates, and saved. Go on with: python main.py resume /runs/one"
    )
    assert signal.getsignal(signal.SIGTERM) is before


@posix
def test_signals_ask_first_then_ask_for_patience_then_end(capfd: pytest.CaptureFixture[str]) -> None:
    asked: list[bool] = []
    with stop_on_signals(lambda: asked.append(True)):
        signal.raise_signal(signal.SIGINT)
        assert "saving" in capfd.readouterr().err
        signal.raise_signal(signal.SIGINT)
        assert "once more" in capfd.readouterr().err
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert asked == [True]


class Closed(io.StringIO):
    """A pipe whose reader has gone after the first line."""

    def write(self, text: str) -> int:
        if self.getvalue():
            raise BrokenPipeError
        return super().write(text)


def test_a_run_that_nobody_reads_is_stopped_and_saved() -> None:
    def run(control: RunControl) -> Iterator[Event]:
        for number in range(1, 10):
            yield step(number, 10)
            if control.stop_requested:
                yield RunFinished("stopped", number, "/runs/one", "/runs/one/adapter", 1.0)
                return

    assert follow(run, Output(Closed(), io.StringIO(), as_json=True)) == 130
