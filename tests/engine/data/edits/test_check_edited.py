from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.checks.flag import Flag, flag_rows
from engine.data.checks.registry import CHECKS, check_pairs
from engine.data.edits.check_edited import check_edited
from engine.data.edits.edit import Edit, NewText, edit_at
from engine.data.edits.edited_pairs import EditedPairs, RowPlaces, targets_of
from engine.data.edits.pair_edits import PairEdits
from engine.data.preference_pair import Message, PreferencePair
from tests.engine.data import examples
from tests.engine.data.listed_pairs import ListedPairs

# Short texts that are alike, so that copies, contradictions and identical replies come and go.
words = st.sampled_from(["Yes.", "No.", "Perhaps so."])
questions = st.sampled_from(["One?", "Two?", "Three?"])
files = st.lists(st.tuples(questions, words, words), min_size=2, max_size=7).map(
    lambda rows: [examples.pair(*texts, row=row) for row, texts in enumerate(rows, start=1)]
)
actions = st.one_of(
    st.tuples(st.sampled_from(["flip", "drop"]), st.just(())),
    st.tuples(st.just("rewrite"), st.builds(lambda text: (NewText("chosen", 0, text),), words)),
    st.tuples(st.just("rewrite"), st.builds(lambda text: (NewText("prompt", 0, text),), questions)),
)
EXACT = {check.name for check in CHECKS} - {"near_duplicates"}


@given(pairs=files, data=st.data())
@settings(deadline=None)
def test_the_same_as_if_all_were_checked_again(pairs: list[PreferencePair], data: st.DataObject) -> None:
    originals = ListedPairs(pairs)
    drawn: Any = data.draw(
        st.lists(st.tuples(st.integers(0, len(pairs) - 1), actions), max_size=4, unique_by=lambda change: change[0])
    )
    made: Sequence[tuple[int, Any]] = drawn
    targets = targets_of(originals, range(len(pairs)), RowPlaces(originals.rows()))
    edits = PairEdits([edit_at(targets[index], *change) for index, change in made])
    by_index: dict[int, tuple[Edit, ...]] = {index: edits.of(targets[index]) for index, _ in made}
    edited = EditedPairs(originals, by_index)
    kept = edited.without_dropped()
    dropped = sorted(set(range(len(pairs))) - {kept.index_of(place) for place in range(len(kept))})
    again = check_edited(originals, edited, dropped, sorted(by_index), check_pairs(originals), lambda _: None)
    expected = check_pairs(kept)
    assert {name: again[name].rows for name in EXACT} == {name: expected[name].rows for name in EXACT}
    assert {name: again[name].count for name in EXACT} == {name: expected[name].count for name in EXACT}
    gone = {pairs[index].row for index in by_index}
    assert not gone & set(again["near_duplicates"].rows)


def test_length_bias_follows_edits_and_near_copies_say_that_they_do_not() -> None:
    pairs = [examples.pair(f"Question {row}?", "A long reply.", "No.", row=row) for row in range(1, 31)]
    originals = ListedPairs(pairs)
    flags = check_pairs(originals)
    assert flags["length_bias"].count == 30
    targets = targets_of(originals, range(30), RowPlaces(originals.rows()))
    flipped = {index: (edit_at(targets[index], "flip"),) for index in range(15)}
    told = check_edited(originals, EditedPairs(originals, flipped), [], sorted(flipped), flags, lambda _: None)
    assert told["length_bias"] == check_pairs(EditedPairs(originals, flipped))["length_bias"]
    assert told["length_bias"].count == 0
    assert told["length_bias"].figures["chosen_longer"] == 0.5
    assert "open the file again" in told["near_duplicates"].text


def test_a_reply_without_a_word_is_no_thumb_once_something_was_edited() -> None:
    call = Message("assistant", "", {"tool_calls": [{"type": "function", "function": {"name": "look"}}]})
    pairs = [examples.pair(f"Question {row}?", row=row) for row in range(1, 5)]
    pairs[0] = replace(pairs[0], chosen=(call,))
    originals = ListedPairs(pairs)
    flags = check_pairs(originals)
    (target,) = targets_of(originals, [1], RowPlaces(originals.rows()))
    edits = {1: (edit_at(target, "flip"),)}
    edited = EditedPairs(originals, edits)
    told = check_edited(originals, edited, [], [1], flags, lambda _: None)
    assert told["one_sided_thumbs"] == Flag()
    assert told["length_bias"] == check_pairs(edited)["length_bias"]


def test_thumbs_are_counted_again_after_a_flip() -> None:
    call = Message("assistant", "", {"tool_calls": [{"type": "function", "function": {"name": "look"}}]})
    thumbs = [PreferencePair(row, examples.user(f"Question {row}?"), (call,), ()) for row in (1, 2, 3)]
    originals = ListedPairs(thumbs)
    (target,) = targets_of(originals, [1], RowPlaces(originals.rows()))
    edits = {1: (edit_at(target, "flip"),)}
    told = check_edited(originals, EditedPairs(originals, edits), [], [1], check_pairs(originals), lambda _: None)
    assert told["one_sided_thumbs"].figures == {"up": 2.0, "down": 1.0}


def test_what_rows_without_a_pair_were_flagged_for_stays() -> None:
    originals = ListedPairs([examples.pair()])
    flags = {**check_pairs(originals), "empty_reply": flag_rows([7])}
    told = check_edited(originals, EditedPairs(originals, {}), [0], [0], flags, lambda _: None)
    assert told["empty_reply"] == flag_rows([7])
