from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data.checks.registry import CHECKS, check_pairs
from engine.data.edits.edit import EditTarget, NewText, edit_at, flip, fold, pair_digest
from engine.data.mends.mend import Mend, Repair, count_pairs
from engine.data.mends.registry import MENDS
from engine.data.preference_pair import Message, PreferencePair
from tests.engine.data import examples

PAIR = examples.pair()
OTHER = examples.pair("Why?", "Because.", "No idea.")


def repairs(check: str, *pairs: PreferencePair) -> list[Repair]:
    return list(MENDS[check].find(pairs))


def mended(mend: Mend, pairs: list[PreferencePair]) -> list[PreferencePair]:
    """The pairs that are left when all repairs are made."""
    by_index = {repair.index: repair for repair in mend.find(pairs)}
    left: list[PreferencePair] = []
    for index, pair in enumerate(pairs):
        target = EditTarget(pair.row, 0, pair_digest(pair))
        repair = by_index.get(index)
        edits = () if repair is None else (edit_at(target, repair.action, repair.texts),)
        edited = fold(pair, edits)
        if not edited.marks.is_dropped:
            left.append(edited.pair)
    return left


def test_identical_replies_are_dropped() -> None:
    same = examples.pair("Why?", "Because.", "Because.")
    assert repairs("identical_replies", PAIR, same, OTHER) == [Repair(1, "drop")]


def test_of_copies_the_first_stays() -> None:
    copies = [replace(PAIR, row=row) for row in (1, 2, 3)]
    assert repairs("exact_duplicates", *copies, OTHER) == [Repair(1, "drop"), Repair(2, "drop")]
    assert repairs("exact_duplicates", PAIR, flip(PAIR), replace(PAIR, tools=({"type": "function"},))) == []


def test_both_ways_round_of_a_tie_stay() -> None:
    tied = replace(examples.pair("Why?", "Because.", "Because."), tied=True)
    assert repairs("exact_duplicates", tied, flip(tied)) == []
    assert repairs("contradictions", replace(PAIR, tied=True), replace(flip(PAIR), tied=True)) == []


def test_both_sides_of_a_contradiction_are_dropped() -> None:
    assert repairs("contradictions", PAIR, OTHER, flip(PAIR), PAIR) == [Repair(index, "drop") for index in (0, 2, 3)]


def test_a_score_below_turns_the_pair_round() -> None:
    pairs = [replace(PAIR, margin=margin) for margin in (-1.0, 0.0, 1.0, None)]
    assert repairs("score_against_label", *pairs) == [Repair(0, "flip")]


def test_wrong_letters_are_turned_back_wherever_they_are() -> None:
    prompt = (Message("system", "SÃ© breve."), *examples.user("Why?"))
    pair = replace(OTHER, prompt=prompt, rejected=examples.assistant("It’s â€œnoâ€\x9d."))
    assert repairs("encoding_damage", OTHER, pair) == [Repair(1, "rewrite", (NewText("prompt", 0, "Sé breve."),))]
    certain = replace(pair, rejected=examples.assistant("Itâ€™s no."))
    texts = (NewText("prompt", 0, "Sé breve."), NewText("rejected", 0, "It’s no."))
    assert repairs("encoding_damage", certain) == [Repair(0, "rewrite", texts)]


few = st.sampled_from(["a", "b", "cafÃ©"])
pairs_alike = st.lists(
    st.builds(
        lambda prompt, chosen, rejected, margin: replace(examples.pair(prompt, chosen, rejected), margin=margin),
        few, few, few, st.sampled_from([None, -1.0, 1.0]),
    ),
    max_size=8,
).map(lambda pairs: [replace(pair, row=row) for row, pair in enumerate(pairs, start=1)])  # fmt: skip


@pytest.mark.parametrize("name", MENDS)
@given(pairs=pairs_alike)
def test_afterwards_the_check_finds_nothing_more(name: str, pairs: list[PreferencePair]) -> None:
    before, after = (check_pairs(some)[name] for some in (pairs, mended(MENDS[name], pairs)))
    assert after.count == 0
    assert len(list(MENDS[name].find(pairs))) >= before.count


def test_every_mend_answers_a_check_and_says_what_it_does() -> None:
    assert set(MENDS) <= {check.name for check in CHECKS}
    for mend in MENDS.values():
        for count in (1, 2400):
            assert count_pairs(count).split()[0] in mend.offer(count)
            assert count_pairs(count).split()[0] in mend.done(count)
