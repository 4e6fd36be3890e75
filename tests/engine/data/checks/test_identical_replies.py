from __future__ import annotations

from dataclasses import replace

from engine.data.checks.flag import Flag
from engine.data.checks.identical_replies import IDENTICAL_REPLIES
from engine.data.preference_pair import Message
from tests.engine.data.examples import pair

find = IDENTICAL_REPLIES.find


def test_replies_without_a_difference_are_flagged() -> None:
    assert find([pair(chosen="a", rejected="a", row=1), pair(row=2), pair(chosen="a", rejected="a ", row=3)]) == Flag(
        1, (1,)
    )


def test_other_tool_calls_are_a_difference() -> None:
    calls = [(Message("assistant", "", {"tool_calls": [{"id": number}]}),) for number in (1, 2)]
    assert find([replace(pair(), chosen=calls[0], rejected=calls[1])]) == Flag()
