from __future__ import annotations

from engine.data.checks.reply_in_prompt import REPLY_IN_PROMPT
from engine.data.preference_pair import PreferencePair
from tests.engine.data.examples import assistant, pair, user

find = REPLY_IN_PROMPT.find

REPLY = "The sky is blue because of scattering."


def test_either_reply_in_the_prompt_is_found() -> None:
    prompt = f"Rate this answer: {REPLY} Is it good?"
    pairs = [pair(prompt, chosen=REPLY, row=1), pair(prompt, rejected=REPLY, row=2), pair("Why?", REPLY, row=3)]
    assert find(pairs).rows == (1, 2)


def test_earlier_turns_count_too() -> None:
    prompt = user("Why?") + assistant(REPLY) + user("Again?")
    assert find([PreferencePair(5, prompt, assistant(REPLY), assistant("No."))]).rows == (5,)


def test_a_short_reply_may_be_quoted() -> None:
    assert find([pair("Is it red or blue?", chosen="blue")]).count == 0
