from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.data.column_values import column_values
from engine.errors import EngineError

ROWS = [
    {"prompt": "a", "chosen": "b", "rejected": "c", "topic": "tone", "meta": {"part": 1}, "tags": ["x"]},
    {"prompt": "a", "chosen": "b", "rejected": "c", "topic": ""},
    {"prompt": "a", "chosen": "b", "rejected": "c", "meta": {"part": True}},
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    return path


def test_every_row_has_a_value_also_where_the_column_is_missing(file: Path) -> None:
    assert column_values(file, "topic") == {1: "tone", 2: "(none)", 3: "(none)"}
    assert column_values(file, "meta.part") == {1: "1", 2: "(none)", 3: "True"}


def test_a_column_that_no_row_has_is_refused_with_those_that_are_there(file: Path) -> None:
    with pytest.raises(EngineError, match="has no column 'subject'") as refused:
        column_values(file, "subject")
    assert "topic" in refused.value.hint


def test_a_column_of_lists_is_refused(file: Path) -> None:
    with pytest.raises(EngineError, match="holds lists or objects"):
        column_values(file, "tags")
