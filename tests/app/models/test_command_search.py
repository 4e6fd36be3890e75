"""What the palette finds for a few letters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.models.command_search import best_matches

_NAMES = ["Go to Data", "Open data", "Save a copy of the pairs", "Data check"]


def test_every_word_has_to_be_there_in_any_order() -> None:
    assert best_matches("pairs save", _NAMES) == [2]
    assert best_matches("pairs export", _NAMES) == []


def test_a_name_that_begins_with_the_word_comes_first() -> None:
    assert best_matches("data", _NAMES) == [3, 0, 1]
    assert best_matches("DA", _NAMES)[0] == 3


def test_an_empty_search_leaves_all_in_order() -> None:
    assert best_matches("  ", _NAMES) == [0, 1, 2, 3]


@given(st.text(), st.lists(st.text()))
def test_nothing_is_found_twice_or_made_up(query: str, names: list[str]) -> None:
    found = best_matches(query, names)
    assert len(set(found)) == len(found)
    assert set(found) <= set(range(len(names)))


@given(st.lists(st.text(), min_size=1))
def test_a_whole_name_is_found_by_itself(names: list[str]) -> None:
    assert 0 in best_matches(names[0], names)
