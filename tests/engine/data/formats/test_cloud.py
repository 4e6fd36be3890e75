from __future__ import annotations

from typing import Any

import pytest

from engine.data.formats.cloud import GEMINI, NOVA
from engine.data.formats.format import Format, Tie, UnusableRowError
from tests.engine.data.examples import as_gemini, as_nova, converted, converted_pair, pair


@pytest.mark.parametrize("form, row", [(NOVA, as_nova(pair())), (GEMINI, as_gemini(pair()))])
def test_the_marked_reply_is_the_chosen_one(form: Format, row: dict[str, Any]) -> None:
    assert converted_pair(form, row) == pair()


def test_two_replies_with_the_same_score_tie() -> None:
    row = as_gemini(pair())
    for completion in row["completions"]:
        completion["score"] = 1
    assert converted(GEMINI, row, 6) == Tie(6)


@pytest.mark.parametrize("completions", [[], [{}], [{"score": 1}, {"score": None}], [1, 2], [{"score": 1}] * 3])
def test_gemini_needs_one_reply_of_each_kind(completions: list[Any]) -> None:
    with pytest.raises(UnusableRowError):
        list(GEMINI.convert({**as_gemini(pair()), "completions": completions}, 1))


@pytest.mark.parametrize("candidates", [[], [{}], [{"preferenceLabel": "preferred"}] * 2, [None, 3]])
def test_nova_needs_one_reply_of_each_kind(candidates: list[Any]) -> None:
    row = as_nova(pair())
    row["messages"][-1]["candidates"] = candidates
    with pytest.raises(UnusableRowError):
        list(NOVA.convert(row, 1))
