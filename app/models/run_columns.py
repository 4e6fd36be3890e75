"""The columns of the table of runs: title, words, what each sorts by, and whether it is shown at first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from app.language.dates import day_and_month, full_date
from app.language.engine_words import tr_engine
from app.language.numbers import number
from app.language.translate import mark, tr, tr_marked
from app.models.run_words import StateWord
from app.models.words import byte_size, duration, signed_number
from engine.storage.run_summary import RunListState, RunSummary

NOTHING = "—"

STATE_WORDS: dict[RunListState, StateWord] = {
    "running": StateWord(mark("Running"), "accent"),
    "finished": StateWord(mark("Done"), "ok"),
    "stopped": StateWord(mark("Stopped"), "neutral"),
    "failed": StateWord(mark("Failed"), "danger"),
    "interrupted": StateWord(mark("Interrupted"), "warn"),
    "damaged": StateWord(mark("Damaged"), "danger"),
}
_MEANINGS: dict[RunListState, str] = {
    "running": mark("It is under way"),
    "finished": mark("It did all its steps, or ended early as its plan says"),
    "stopped": mark("It was stopped and saved before its last step"),
    "failed": mark("An error ended it"),
    "interrupted": mark("Its process ended without saying so, as when the power fails"),
    "damaged": mark("Its manifest cannot be read"),
}


@dataclass(frozen=True, slots=True)
class RunColumn:
    """`text` is what the cell says, `key` what it sorts by (None goes last), `tip` what its head explains."""

    name: str
    title: str
    tip: str
    width: int
    text: Callable[[RunSummary], str]
    key: Callable[[RunSummary], Any]
    is_number: bool = False
    is_usual: bool = True
    starts_high: bool = False  # the first click sorts the highest to the top


def _title(run: RunSummary) -> str:
    return run.title


def _moment(run: RunSummary) -> str:
    return when(run.created, datetime.now().astimezone())


def when(created: str, now: datetime) -> str:
    """A moment as people say it: Today 15:18, Yesterday 9:02, 20 Nov, 20 Nov 2025; empty where it is unknown."""
    try:
        moment = datetime.fromisoformat(created).astimezone(now.tzinfo)
    except ValueError:
        return ""
    days = (now.date() - moment.date()).days
    if days in (0, 1):
        return f"{tr('Yesterday') if days else tr('Today')} {moment.hour}:{moment:%M}"
    return day_and_month(moment) if moment.year == now.year else full_date(moment)


def when_in_full(created: str) -> str:
    """A moment to the minute, in this computer's time: 20 Nov 2025, 15:18."""
    try:
        moment = datetime.fromisoformat(created).astimezone()
    except ValueError:
        return ""
    return f"{full_date(moment)}, {moment.hour}:{moment:%M}"


def state_tip(run: RunSummary) -> str:
    """What a run's state means, and for a failed one what happened."""
    meaning = tr_marked(_MEANINGS[run.state])
    return f"{meaning}: {tr_engine(run.error)}" if run.error and run.state == "failed" else f"{meaning}."


def rate_words(rate: float) -> str:
    """A learning rate as people write it: 5e-5, 2.5e-6."""
    digits, _, exponent = f"{rate:.3e}".partition("e")
    return f"{number(float(digits), 'g')}e{int(exponent)}"


def _steps_of_all(run: RunSummary) -> str:
    if not run.total_steps:
        return NOTHING
    return tr("{step:,} of {total_steps:,}", step=run.step, total_steps=run.total_steps)


def _figure(value: float | None, form: Callable[[float], str]) -> str:
    return NOTHING if value is None else form(value)


_MEASURED = mark("On what was held back, or of the last update where nothing was")

_MARKS = mark("Marked runs are laid over each other, compared and deleted together")

COLUMNS: tuple[RunColumn, ...] = (
    RunColumn("mark", "", _MARKS, 40, lambda _: "", lambda _: None),
    RunColumn(
        "star", "", mark("Starred"), 30, lambda _: "", lambda run: run.starred or None, starts_high=True
    ),
    RunColumn(
        "name", mark("Run"), mark("What the run is called; F2 renames it"), 190, _title,
        lambda run: run.title.casefold(),
    ),
    RunColumn(
        "started", mark("Started"), mark("When it began"), 122, _moment, lambda run: run.created, starts_high=True
    ),
    RunColumn(
        "state", mark("Status"), mark("How it ended"), 104, lambda run: tr_marked(STATE_WORDS[run.state].text),
        lambda run: run.state,
    ),
    RunColumn(
        "beta", "β", mark("Closeness to the original (beta)"), 62,
        lambda run: _figure(run.beta, lambda beta: number(beta, ".2f" if round(beta, 2) == beta else "g")),
        lambda run: run.beta, is_number=True,
    ),
    RunColumn(
        "rate", mark("Rate"), mark("Learning rate"), 72,
        lambda run: _figure(run.learning_rate, rate_words), lambda run: run.learning_rate, is_number=True,
    ),
    RunColumn(
        "epochs", mark("Epochs"), mark("Passes over the data"), 70,
        lambda run: str(run.epochs or NOTHING), lambda run: run.epochs or None, is_number=True,
    ),
    RunColumn(
        "loss", mark("Loss"), _MEASURED, 74,
        lambda run: _figure(run.loss_value, lambda value: number(value, ".3f")), lambda run: run.loss_value,
        is_number=True,
    ),
    RunColumn(
        "accuracy", mark("Accuracy"), _MEASURED, 84,
        lambda run: _figure(run.accuracy, lambda value: number(value, ".0%")), lambda run: run.accuracy,
        is_number=True, starts_high=True,
    ),
    RunColumn(
        "margin", mark("Margin"), _MEASURED, 78,
        lambda run: _figure(run.margin, signed_number), lambda run: run.margin, is_number=True, starts_high=True,
    ),
    # Votes belong to the project and not to a run, so the table itself fills this one.
    RunColumn(
        "blind", mark("Blind win"), mark("How often it was preferred in blind tests"), 84,
        lambda _: NOTHING, lambda _: None, is_number=True, starts_high=True,
    ),
    RunColumn(
        "disk", mark("Disk"), mark("What its files take on this disk"), 84,
        lambda run: byte_size(run.disk_bytes), lambda run: run.disk_bytes, is_number=True, starts_high=True,
    ),
    RunColumn(
        "curve", mark("Margin over time"), mark("The reward margin from the first step to the last"), 150,
        lambda run: NOTHING if not run.curve else "", lambda run: run.curve[-1] if run.curve else None,
        starts_high=True,
    ),
    RunColumn(
        "model", mark("Model"), mark("What was trained"), 150,
        lambda run: Path(run.model).name, lambda run: Path(run.model).name.casefold() or None, is_usual=False,
    ),
    RunColumn(
        "data", mark("Data"), mark("The preference file"), 150,
        lambda run: Path(run.data).name, lambda run: Path(run.data).name.casefold() or None, is_usual=False,
    ),
    RunColumn(
        "objective", mark("Objective"), mark("The loss that was minimised"), 110,
        lambda run: run.loss, lambda run: run.loss or None, is_usual=False,
    ),
    RunColumn(
        "steps", mark("Steps"), mark("Updates done, of all"), 100,
        _steps_of_all, lambda run: run.step,
        is_number=True, is_usual=False, starts_high=True,
    ),
    RunColumn(
        "time", mark("Time"), mark("How long it trained"), 100,
        lambda run: duration(run.seconds) if run.seconds else NOTHING, lambda run: run.seconds or None,
        is_number=True, is_usual=False, starts_high=True,
    ),
    RunColumn(
        "note", mark("Note"), mark("What you noted"), 180, lambda run: " ".join(run.note.split()),
        lambda run: run.note.casefold() or None, is_usual=False,
    ),
)  # fmt: skip
INDEX = {column.name: index for index, column in enumerate(COLUMNS)}
