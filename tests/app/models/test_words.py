from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.words import about, byte_size, duration, mark_words, stopwatch
from engine.data.edits.edit import Marks


@pytest.mark.parametrize(
    "seconds, text",
    [(0.4, "0 s"), (48, "48 s"), (59.6, "1 min"), (1428, "23 min 48 s"), (3600, "1 h 0 min"), (7500, "2 h 5 min")],
)
def test_duration(seconds: float, text: str) -> None:
    assert duration(seconds) == text


@pytest.mark.parametrize(
    "seconds, text",
    [
        (2, "a few seconds"),
        (38, "about 40 s"),
        (56, "about 1 min"),
        (540, "about 9 min"),
        (3590, "about 1 h"),
        (7800, "about 2 h 10 min"),
    ],
)
def test_about(seconds: float, text: str) -> None:
    assert about(seconds) == text


@given(st.floats(60, 1e6))
def test_estimates_are_rounded_by_less_than_they_are_worth(seconds: float) -> None:
    numbers = [int(word) for word in about(seconds).split() if word.isdigit()]
    is_hours = " h" in about(seconds)
    shown = numbers[0] * 3600 + (numbers[1] * 60 if len(numbers) > 1 else 0) if is_hours else numbers[0] * 60
    assert abs(shown - seconds) <= max(0.06 * seconds, 30)


@pytest.mark.parametrize(
    "size, text", [(812, "812 B"), (4100, "4 KB"), (73_900_000, "73.9 MB"), (3_090_000_000, "3.1 GB")]
)
def test_byte_size(size: int, text: str) -> None:
    assert byte_size(size) == text


def test_stopwatch() -> None:
    assert (stopwatch(892), stopwatch(3729.9)) == ("14:52", "1:02:09")


def test_what_was_done_to_a_pair() -> None:
    assert mark_words(Marks()) == ()
    assert mark_words(Marks(is_flipped=True, is_dropped=True, is_rewritten=True)) == ("dropped", "flipped", "edited")
