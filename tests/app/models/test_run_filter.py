from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.models.run_columns import COLUMNS, INDEX, rate_words, when
from app.models.run_filter import in_chip, is_found, sorted_runs
from engine.storage.run_summary import RunSummary
from tests.app.models.run_summaries import summary


def _names(runs: list[RunSummary]) -> list[str]:
    return [run.title for run in runs]


def test_every_word_of_a_search_has_to_be_somewhere() -> None:
    run = replace(summary("balanced-01"), tags=("tone",), note="Keeps to the point", sweep="support")
    for text in ("", "BALANCED", "tone point", "support done", "smol", "pairs"):
        assert is_found(run, text), text
    assert not is_found(run, "tone gentle")


def test_chips() -> None:
    done, cut_off = summary("a"), replace(summary("b"), state="interrupted", starred=True)
    assert [in_chip(done, chip) for chip in ("all", "done", "starred", "failed")] == [True, True, False, False]
    assert [in_chip(cut_off, chip) for chip in ("all", "done", "starred", "failed")] == [True, False, True, True]


def test_what_has_no_value_comes_last_either_way() -> None:
    runs = [replace(summary(name), margin=margin) for name, margin in (("a", 0.5), ("b", None), ("c", 2.0))]
    assert _names(sorted_runs(runs, "margin", descending=True)) == ["c", "a", "b"]
    assert _names(sorted_runs(runs, "margin", descending=False)) == ["a", "c", "b"]


def test_equals_stay_in_order() -> None:
    for descending in (True, False):
        assert _names(sorted_runs([summary("b"), summary("a")], "beta", descending=descending)) == ["b", "a"]


def test_every_column_says_something_of_a_damaged_run() -> None:
    damaged = replace(summary("x"), state="damaged", beta=None, learning_rate=None, created="", curve=(), epochs=0)
    for column in COLUMNS:
        assert isinstance(column.text(damaged), str)
        sorted_runs([damaged, summary("y")], column.name, descending=True)
    assert COLUMNS[INDEX["beta"]].text(damaged) == "—"


@pytest.mark.parametrize(
    "ago, words",
    [
        (timedelta(minutes=5), "Today 15:13"),
        (timedelta(hours=20), "Yesterday 19:18"),
        (timedelta(days=10), "20 Nov"),
        (timedelta(days=375), "20 Nov 2025"),
    ],
)
def test_moments_as_people_say_them(ago: timedelta, words: str) -> None:
    now = datetime(2026, 11, 30, 15, 18, tzinfo=UTC)
    assert when((now - ago).isoformat(), now) == words


def test_a_moment_that_is_none() -> None:
    assert when("", datetime.now(UTC)) == ""


def test_rates() -> None:
    assert [rate_words(rate) for rate in (5e-5, 1e-4, 2.5e-6)] == ["5e-5", "1e-4", "2.5e-6"]
