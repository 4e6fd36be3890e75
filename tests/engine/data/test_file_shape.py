"""A look at a file's first rows, and what they would give."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from engine.data.file_shape import FileShape, look_at, preview_reading
from engine.data.options import ReadingOptions
from engine.errors import EngineError
from tests.engine.data.examples import as_trl, pair

VOTES = [
    {"frage": "q", "links": "good", "rechts": "bad", "wahl": verdict, "meta": {"by": "me"}}
    for verdict in ("left", "right", "tie", "?")
]
COLUMNS = {"prompt": "frage", "response_a": "links", "response_b": "rechts", "winner": "wahl"}


def shape_of(tmp_path: Path, rows: list[dict[str, Any]]) -> FileShape:
    path = tmp_path / "votes.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    return look_at(path)


def test_columns_are_named_those_inside_objects_by_their_path(tmp_path: Path) -> None:
    shape = shape_of(tmp_path, [*VOTES, {"late": 1}])
    assert shape.columns == ("frage", "links", "rechts", "wahl", "meta", "meta.by", "late")
    assert shape.form == ""


def test_a_known_file_says_its_format(tmp_path: Path) -> None:
    assert shape_of(tmp_path, [as_trl(pair())]).form == "trl"


@pytest.mark.parametrize("content", ["[1, 2]", "{}", "[]"])
def test_a_file_without_columns_has_no_shape(tmp_path: Path, content: str) -> None:
    path = tmp_path / "odd.json"
    path.write_text(content)
    with pytest.raises(EngineError, match="no rows with named columns"):
        look_at(path)


def test_a_mapping_is_tried_on_the_first_rows(tmp_path: Path) -> None:
    preview = preview_reading(shape_of(tmp_path, VOTES), ReadingOptions(columns=COLUMNS))
    assert [(one.chosen_text, one.rejected_text) for one in preview.pairs] == [("good", "bad"), ("bad", "good")]
    assert (preview.rows, preview.ties, len(preview.skipped), preview.problem) == (4, 1, 1, "")


def test_kept_ties_are_among_the_pairs(tmp_path: Path) -> None:
    preview = preview_reading(shape_of(tmp_path, VOTES), ReadingOptions(columns=COLUMNS, ties="keep"))
    assert (len(preview.pairs), preview.ties) == (4, 1)


@pytest.mark.parametrize(
    "columns, problem",
    [({}, "no format"), ({"prompt": "frage"}, "where the replies are"), ({**COLUMNS, "winner": "x"}, "'x'")],
)
def test_what_cannot_be_read_so_says_why(tmp_path: Path, columns: dict[str, str], problem: str) -> None:
    assert problem in preview_reading(shape_of(tmp_path, VOTES), ReadingOptions(columns=columns)).problem


def test_axes_and_ranks_are_found(tmp_path: Path) -> None:
    row = {"instruction": "q", "completions": [{"response": text, "overall_score": n} for n, text in enumerate("abc")]}
    shape = shape_of(tmp_path, [row])
    preview = preview_reading(shape, ReadingOptions())
    assert preview.is_ranked
    assert "honesty" in preview.axes
    assert len(preview_reading(shape, ReadingOptions("all")).pairs) == 3
    assert preview_reading(shape, ReadingOptions(axis="no such")).problem == "", "an axis of another mapping is let go"


def test_plain_pairs_have_neither(tmp_path: Path) -> None:
    preview = preview_reading(shape_of(tmp_path, [as_trl(pair())]), ReadingOptions())
    assert (preview.is_ranked, preview.axes) == (False, ())
