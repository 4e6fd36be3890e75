from __future__ import annotations

import pickle
from array import array

from hypothesis import given
from hypothesis import strategies as st

from engine.data.content_key import prompt_key
from engine.data.edits.edit import Action, Edit, EditTarget, Marks, NewText, edit_at, marks_of, pair_digest
from engine.data.edits.edited_pairs import EditedPairs, RowPlaces, locate, targets_of
from engine.data.edits.pair_edits import EditPass, PairEdits
from tests.engine.data import examples
from tests.engine.data.listed_pairs import ListedPairs

# Rows with one pair, with two that say the same, and one that stands apart from its row.
PAIRS = [
    examples.pair("One?", "Yes.", "No.", 1),
    examples.pair("Two?", "Surely.", "No.", 2),
    examples.pair("Two?", "Surely.", "No.", 2),
    examples.pair("Three?", "Yes.", "Never.", 3),
    examples.pair("One?", "Of course.", "No.", 1),
]
FILE = ListedPairs(PAIRS)
PLACES = RowPlaces(array("I", FILE.rows()))
TARGETS = targets_of(FILE, range(len(PAIRS)), PLACES)
ACTIONS: dict[str, tuple[Action, tuple[NewText, ...]]] = {
    "flip": ("flip", ()),
    "drop": ("drop", ()),
    "restore": ("restore", ()),
    "ask": ("rewrite", (NewText("prompt", 0, "What else?"),)),
    "answer": ("rewrite", (NewText("chosen", 0, "Quite."),)),
}

made = st.lists(st.tuples(st.integers(0, len(PAIRS) - 1), st.sampled_from(list(ACTIONS))), max_size=12)


def edits_of(actions: list[tuple[int, str]]) -> list[Edit]:
    return [edit_at(TARGETS[index], *ACTIONS[name]) for index, name in actions]


def by_index(edits: PairEdits) -> dict[int, tuple[Edit, ...]]:
    return {index: edits.of(target) for index, target in locate(FILE, edits).items()}


def test_targets_tell_a_row_s_pairs_apart() -> None:
    assert [(target.row, target.position) for target in TARGETS] == [(1, 0), (2, 0), (2, 1), (3, 0), (1, 1)]
    assert targets_of(FILE, [2, 4], PLACES) == [TARGETS[2], TARGETS[4]]


@given(actions=made)
def test_it_shows_what_training_would_read(actions: list[tuple[int, str]]) -> None:
    edits = PairEdits(edits_of(actions))
    edited = EditedPairs(FILE, by_index(edits))
    edit_pass = EditPass(edits)
    expected = [edit_pass.take(pair) for pair in PAIRS]
    assert edit_pass.report.stale == 0
    assert list(edited) == [pair.pair for pair in expected]
    assert list(edited.without_dropped()) == [pair.pair for pair in expected if not pair.marks.is_dropped]
    marks = {index: marks_of(made) for index, made in by_index(edits).items()}
    assert all(marks.get(index, Marks()) == pair.marks for index, pair in enumerate(expected))


@given(actions=made)
def test_every_answer_is_of_the_edited_pairs(actions: list[tuple[int, str]]) -> None:
    edited = EditedPairs(FILE, by_index(PairEdits(edits_of(actions))))
    for pairs in (edited, edited.without_dropped()):
        told = list(pairs)
        assert len(pairs) == len(told)
        assert [pairs[index] for index in range(len(pairs))] == told
        assert pairs[1:3] == told[1:3]
        assert list(pairs.rows()) == [pair.row for pair in told] == [pairs.row(index) for index in range(len(told))]
        lengths = [(len(pair.chosen_text), len(pair.rejected_text)) for pair in told]
        assert [pairs.lengths(index) for index in range(len(pairs))] == lengths
        chosen, rejected = pairs.all_lengths()
        assert list(zip(chosen.tolist(), rejected.tolist(), strict=True)) == lengths
        assert pairs.prompt_keys() == [prompt_key(pair) for pair in told]
        last = list(range(len(pairs)))[-2:]
        assert list(pairs.take(last)) == told[-2:]
        assert list(pickle.loads(pickle.dumps(pairs))) == told


def test_a_place_among_those_that_are_kept_leads_back() -> None:
    kept = EditedPairs(FILE, {1: (edit_at(TARGETS[1], "drop"),)}).without_dropped()
    assert [kept.index_of(place) for place in range(len(kept))] == [0, 2, 3, 4]


def test_what_is_kept_stays_as_it_was() -> None:
    edits: dict[int, tuple[Edit, ...]] = {}
    edited = EditedPairs(FILE, edits)
    kept = edited.without_dropped()
    edits[0] = (edit_at(TARGETS[0], "flip"), edit_at(TARGETS[0], "drop"))
    assert edited[0].chosen_text == "No."
    assert (len(kept), kept[0].chosen_text) == (5, "Yes.")
    assert len(edited.without_dropped()) == 4


def test_stale_edits_are_found_nowhere() -> None:
    elsewhere = EditTarget(3, 0, pair_digest(PAIRS[0]))
    moved = EditTarget(2, 2, pair_digest(PAIRS[1]))
    edits = PairEdits([edit_at(target, "drop") for target in (elsewhere, moved, TARGETS[4])])
    assert locate(FILE, edits) == {4: TARGETS[4]}


@given(rows=st.lists(st.integers(1, 5), max_size=12), is_rising=st.booleans())
def test_positions_count_within_the_row(rows: list[int], is_rising: bool) -> None:
    rows = sorted(rows) if is_rising else rows
    places = RowPlaces(array("I", rows))
    assert places.positions(range(len(rows))) == [rows[:index].count(row) for index, row in enumerate(rows)]
