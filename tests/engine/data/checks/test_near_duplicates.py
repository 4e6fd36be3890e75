from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from engine.data.checks.near_duplicates import NEAR_DUPLICATES
from engine.data.preference_pair import PreferencePair
from tests.engine.data.examples import pair

find = NEAR_DUPLICATES.find

WORDS = [f"word{number}" for number in range(2000)]


def text(seed: int, length: int = 60) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def long_pair(row: int, chosen: str = "", prompt: str = "") -> PreferencePair:
    return pair(prompt or text(1), chosen or text(2), text(3), row)


def test_a_pair_that_differs_by_a_word_is_found() -> None:
    changed = text(2).replace(text(2).split()[30], "another", 1)
    assert find([long_pair(1), pair("Name a fish.", row=2), long_pair(3, changed)]).rows == (3,)


def test_case_punctuation_and_spaces_make_no_difference() -> None:
    assert find([pair("Name a colour", "Blue"), pair("name  a COLOUR!", "blue.", row=2)]).rows == (2,)


def test_exact_copies_are_left_to_their_own_check() -> None:
    assert find([long_pair(1), long_pair(2)]).count == 0


def test_a_long_prompt_in_common_does_not_hide_that_the_replies_differ() -> None:
    prompt = text(1, 600)
    pairs = [pair(prompt, text(seed, 8), text(-seed, 8), seed) for seed in range(1, 40)]
    assert find(pairs).count == 0


def test_different_pairs_are_left_alone() -> None:
    assert find([pair(text(seed), text(-seed), text(seed + 1000), seed) for seed in range(1, 200)]).count == 0
    assert find([]).count == 0


@given(st.integers(0, 10_000), st.integers(0, 59))
def test_one_changed_word_of_sixty_is_found_wherever_it_is(seed: int, place: int) -> None:
    words = text(seed).split()
    words[place] = "another"
    pairs = [
        pair(text(seed + 1), text(seed), text(seed + 2), 1),
        pair(text(seed + 1), " ".join(words), text(seed + 2), 2),
    ]
    assert find(pairs).rows == (2,)
