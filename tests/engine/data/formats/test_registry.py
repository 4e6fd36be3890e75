from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.data.formats.format import Fields, Format, Outcome, Tie
from engine.data.formats.registry import FORMATS, format_title, is_recognised, recognise
from engine.data.reader import read_preferences
from tests.engine.data.examples import (
    as_alpaca,
    as_conversation_sides,
    as_gemini,
    as_nemo_rl,
    as_nova,
    as_openai,
    as_sharegpt,
    as_swift,
    as_transcript,
    as_trl,
    as_trl_implicit,
    pair,
)


@pytest.mark.parametrize(
    "row, name",
    [
        (as_trl(pair()), "trl"),
        ({**as_trl(pair()), "messages": [], "score_chosen": 9.0}, "trl"),
        (as_trl_implicit(pair()), "trl_conversational_implicit"),
        ({**as_trl_implicit(pair()), "prompt": "p", "messages": [{"role": "user"}]}, "trl_conversational"),
        ({"chosen": "a b", "rejected": "a c"}, "trl_implicit"),
        (as_openai(pair()), "openai"),
        (as_sharegpt(pair()), "sharegpt"),
        (as_alpaca(pair()), "alpaca"),
        (as_transcript(pair()), "transcript"),
        ({"prompt": "a", "completion": "b", "label": True}, "trl_unpaired"),
        ({"messages": [], "label": True}, "kto_conversation"),
        ({"system": "s", "question": "a", "chosen": "b", "rejected": "c"}, "columns"),
        ({"instruction": "a", "chosen_response": "b", "rejected_response": "c"}, "columns"),
        ({"input": "a", "chosen": "b", "rejected": "c"}, "columns"),
        ({"query": "a", "response": "b", "rejected_response": "c"}, "columns"),
        ({"prompt": "a", "chosen_response": "b", "rejected_response": "c"}, "columns"),
        ({"prompt": "<extra_id_1>User\na", "chosen_response": "b", "rejected_response": "c"}, "nemo_aligner"),
        ({"id": 1, "parent_id": None, "instruction": "a", "chosen": "b", "rejected": "c"}, "chain"),
        (as_swift(pair()), "swift"),
        (as_conversation_sides(pair()), "conversation_sides"),
        (as_nova(pair()), "nova"),
        (as_gemini(pair()), "gemini"),
        (as_nemo_rl(pair()), "nemo_rl"),
    ],
)
def test_the_content_tells_the_format(row: dict[str, Any], name: str) -> None:
    found = recognise([row])
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"text": "a"},
        {"prompt": "a", "chosen": "b"},
        {"prompt": "a", "completion": "b"},
        {"instruction": "a", "output": "b"},
        {"conversations": []},
        {"text": "a", "chosen": "b"},
        {"role": "user", "content": "a"},
    ],
)
def test_what_is_no_preference_is_in_no_format(row: dict[str, Any]) -> None:
    assert not is_recognised(row)


def test_most_rows_decide() -> None:
    found = recognise([as_openai(pair()), as_alpaca(pair()), as_alpaca(pair()), {}])
    assert found is not None
    assert found.name == "alpaca"


def test_no_rows_are_in_no_format() -> None:
    assert recognise([]) is None


def test_names_and_titles_are_distinct() -> None:
    assert len({form.name for form in FORMATS}) == len({form.title for form in FORMATS}) == len(FORMATS)
    assert format_title("openai") == "OpenAI preferences"


def test_a_row_may_hold_several_comparisons_and_ties(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def convert(fields: Fields, row: int) -> Iterator[Outcome]:
        yield from (pair(prompt, row=row) if prompt else Tie(row) for prompt in fields["comparisons"])

    votes = Format("votes", "Votes", lambda fields: float("comparisons" in fields), convert)
    monkeypatch.setattr("engine.data.reading.recognise", lambda rows: recognise(rows, [votes]))
    path = tmp_path / "a"
    path.write_text(json.dumps([{"comparisons": ["one", "", "two"]}, {"comparisons": [""]}]))
    data = read_preferences(path)
    assert (data.format, data.rows, data.ties) == ("votes", 2, 2)
    assert [(pair.prompt_text, pair.row) for pair in data.pairs] == [("one", 1), ("two", 1)]
