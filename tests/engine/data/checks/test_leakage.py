from __future__ import annotations

from engine.data.checks.leakage import find_leakage, leakage_of_split
from engine.data.preference_pair import Message, PreferencePair
from engine.data.split import held_back_of
from tests.engine.data.examples import assistant, pair
from tests.engine.data.listed_pairs import ListedPairs


def test_a_prompt_on_both_sides_is_found_whatever_the_replies() -> None:
    training = [pair("Name a colour."), pair("Name a fish.")]
    evaluation = [pair("name  a COLOUR", chosen="Red.", row=4), pair("Name a bird.", row=5)]
    assert find_leakage(training, evaluation).rows == (4,)
    assert find_leakage([], evaluation).count == 0


def test_the_whole_conversation_is_the_prompt() -> None:
    question = (Message("system", "Be kind."), Message("user", "Name a colour."))
    other = PreferencePair(1, question, assistant("a"), assistant("b"))
    assert find_leakage([pair("Name a colour.")], [other]).count == 0
    assert find_leakage([other], [other]).count == 1


def test_of_a_split_those_that_are_held_back_are_named() -> None:
    asked = [ask for n in range(20) for ask in (f"Name colour {n}.", f"name COLOUR {n}")]
    pairs = ListedPairs([pair(ask, row=row) for row, ask in enumerate(asked, start=1)])
    held_back = {pairs[place].row for place in held_back_of(pairs, 0.3, 5, lambda _: None)}
    # Every prompt has one twin, so a row leaks when its twin is on the other side.
    expected = tuple(row for row in sorted(held_back) if (row + 1 if row % 2 else row - 1) not in held_back)
    assert len(expected) > 3
    assert leakage_of_split(pairs, 0.3, 5, lambda _: None)["leakage"].rows == expected
    assert leakage_of_split(pairs, 0.0, 5, lambda _: None)["leakage"].count == 0
