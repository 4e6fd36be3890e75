from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from engine.data.edits.edit import Action, Edit, EditTarget, NewText, edit_at, flip, pair_digest
from engine.data.edits.pair_edits import EditPass, EditReport, PairEdits
from engine.data.preference_pair import PreferencePair
from tests.engine.data import examples

PAIRS = [examples.pair(f"Question {row}?", "Good.", "Bad.", row) for row in (1, 2, 3)]


def target(pair: PreferencePair, position: int = 0) -> EditTarget:
    return EditTarget(pair.row, position, pair_digest(pair))


def applied(pairs: list[PreferencePair], *edits: Edit) -> tuple[list[PreferencePair], EditReport]:
    edit_pass = EditPass(PairEdits(edits))
    return list(edit_pass.kept(pairs)), edit_pass.report


def test_without_edits_pairs_are_handed_on_as_they_are() -> None:
    pairs, report = applied(PAIRS)
    assert all(new is old for new, old in zip(pairs, PAIRS, strict=True))
    assert report == EditReport()


def test_each_edit_reaches_its_pair_and_no_other() -> None:
    rewrite = edit_at(target(PAIRS[2]), "rewrite", (NewText("chosen", 0, "Better."),))
    edits = (edit_at(target(PAIRS[0]), "flip"), edit_at(target(PAIRS[1]), "drop"), rewrite)
    pairs, report = applied(PAIRS, *edits)
    assert pairs == [flip(PAIRS[0]), replace(PAIRS[2], chosen=examples.assistant("Better."))]
    assert report == EditReport(changed=2, dropped=1)


def test_of_a_row_s_pairs_only_the_one_that_was_meant() -> None:
    twins = [replace(PAIRS[0]), replace(PAIRS[0])]  # the same words twice in one row
    pairs, report = applied(twins, edit_at(target(twins[1], position=1), "flip"))
    assert pairs == [twins[0], flip(twins[1])]
    assert report.stale == 0


def test_pairs_of_a_row_need_not_stand_together() -> None:
    pairs, _ = applied([PAIRS[0], PAIRS[1], PAIRS[0]], edit_at(target(PAIRS[0], 1), "drop"))
    assert pairs == PAIRS[:2]


def test_a_pair_that_has_changed_is_left_alone_and_counted() -> None:
    changed = replace(PAIRS[0], rejected=examples.assistant("Worse."))
    pairs, report = applied([changed, *PAIRS[1:]], edit_at(target(PAIRS[0]), "drop"), edit_at(target(PAIRS[1]), "drop"))
    assert pairs == [changed, PAIRS[2]]
    assert report == EditReport(dropped=1, stale=1)


def test_a_row_that_is_gone_is_counted() -> None:
    assert applied(PAIRS[:2], edit_at(target(PAIRS[2]), "flip"))[1].stale == 1


def test_edits_that_come_to_nothing_are_not_counted() -> None:
    pairs, report = applied(PAIRS, edit_at(target(PAIRS[0]), "flip"), edit_at(target(PAIRS[0]), "flip"))
    assert pairs == PAIRS
    assert report == EditReport()


steps = st.lists(
    st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["flip", "drop", "restore"])), max_size=3), max_size=6
)


@given(first=steps, second=steps)
def test_taking_back_what_was_added_last_leaves_what_was_there(
    first: list[list[tuple[int, Action]]], second: list[list[tuple[int, Action]]]
) -> None:
    def edits(step: list[tuple[int, Action]]) -> list[Edit]:
        return [edit_at(target(PAIRS[index]), action) for index, action in step]

    kept, both = PairEdits(), PairEdits()
    for step in first:
        kept.add(edits(step))
        both.add(edits(step))
    for step in second:
        both.add(edits(step))
    for step in reversed(second):
        both.take_back(edits(step))
    assert len(both) == len(kept)
    for pair in PAIRS:
        assert both.of(target(pair)) == kept.of(target(pair))
        assert both.has_row(pair.row) == kept.has_row(pair.row)
