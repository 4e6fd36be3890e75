from __future__ import annotations

from engine.data.checks.flag import Flag
from engine.data.checks.prompt_in_reply import PROMPT_IN_REPLY
from tests.engine.data.examples import pair

find = PROMPT_IN_REPLY.find

QUESTION = "What is the tallest mountain of Wales?"


def test_a_prompt_repeated_on_either_side_is_flagged() -> None:
    pairs = [
        pair(QUESTION, f"{QUESTION} Snowdon.", "No.", row=1),
        pair(QUESTION, "Snowdon.", f"You ask: {QUESTION}", row=2),
        pair(f"{QUESTION}\n", "Snowdon.", "Ben Nevis.", row=3),
    ]
    assert find(pairs) == Flag(2, (1, 2))


def test_a_short_prompt_turns_up_by_chance() -> None:
    assert find([pair("Snowdon?", "Snowdon? It is a mountain.", "No.")]) == Flag()
