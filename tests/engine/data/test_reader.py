from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from engine.data.reader import SkippedRow, read_preferences, require_pairs
from engine.errors import EngineError
from tests.engine.data.examples import as_openai, as_trl, pair

ROOT = Path(__file__).parents[3]


def json_lines(path: Path, rows: list[object]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


@pytest.fixture
def hundred(tmp_path: Path) -> Path:
    return json_lines(tmp_path / "hundred.jsonl", [as_trl(pair(f"Question {row}?")) for row in range(1, 101)])


def test_rows_are_numbered_from_one(hundred: Path) -> None:
    data = read_preferences(hundred)
    assert (data.path, data.format, data.rows) == (hundred, "trl", 100)
    assert [pair.row for pair in data.pairs] == [*range(1, 101)]
    assert data.pairs[41].prompt_text == "Question 42?"


@pytest.mark.parametrize("limit, rows", [(1, 1), (70, 70), (100, 100), (500, 100), (0, 100)])
def test_max_rows_reads_no_further(hundred: Path, limit: int, rows: int) -> None:
    data = read_preferences(hundred, max_rows=limit)
    assert data.rows == len(data.pairs) == rows


def test_max_rows_counts_skipped_rows_too(tmp_path: Path) -> None:
    path = json_lines(tmp_path / "a", [as_trl(pair()), as_trl(pair(chosen="")), as_trl(pair())])
    data = read_preferences(path, max_rows=2)
    assert (data.rows, len(data.pairs), len(data.skipped)) == (2, 1, 1)


@pytest.mark.parametrize("as_list", [True, False])
def test_progress_rises_to_the_whole_file(tmp_path: Path, as_list: bool) -> None:
    rows = [as_trl(pair(f"Question {row}?")) for row in range(1000)]
    path = tmp_path / "a"
    path.write_text(json.dumps(rows) if as_list else "".join(json.dumps(row) + "\n" for row in rows))
    told: list[tuple[int, int]] = []
    read_preferences(path, progress=lambda done, total: told.append((done, total)))
    size = path.stat().st_size
    assert told == sorted(told)
    assert told[-1] == (size, size)
    assert {total for _, total in told} == {size}
    assert 100 <= len(told) <= 201


def test_rows_rated_one_at_a_time_are_counted_and_refused_for_training(tmp_path: Path) -> None:
    rated = [{"prompt": f"p {label}", "completion": "c", "label": label} for label in (True, False, "so so")]
    path = json_lines(tmp_path / "kto.jsonl", [*rated])
    data = read_preferences(path)
    assert (data.format, data.rows, data.pairs, data.unpaired) == ("trl_unpaired", 3, (), 2)
    assert data.skipped == (SkippedRow(3, "The label is neither true nor false."),)
    with pytest.raises(EngineError, match="rates replies one at a time") as caught:
        require_pairs(data)
    assert "This loss needs a chosen and a rejected reply for each prompt." in caught.value.message


def test_data_without_a_usable_row_is_refused_with_its_commonest_reason(tmp_path: Path) -> None:
    rows = [as_trl(pair(chosen="")), as_trl(pair(chosen="")), as_trl(pair(rejected=""))]
    data = read_preferences(json_lines(tmp_path / "a.jsonl", [*rows]))
    with pytest.raises(EngineError, match=r"None of the 3 rows in a\.jsonl gives a pair\. The chosen reply is empty\."):
        require_pairs(data)


def test_data_with_pairs_passes(hundred: Path) -> None:
    data = read_preferences(hundred)
    assert require_pairs(data) is data.pairs


def test_one_object_is_one_row(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text(json.dumps(as_openai(pair()), indent=2))
    assert read_preferences(path).pairs == (pair(),)


def test_one_row_with_a_single_list_in_it_is_no_wrapper(tmp_path: Path) -> None:
    turn = {"from": "gpt", "value": "Blue."}
    row = {"conversations": [{"from": "human", "value": "Name a colour."}], "chosen": turn, "rejected": turn}
    path = tmp_path / "a"
    path.write_text(json.dumps(row))
    data = read_preferences(path)
    assert (data.format, data.rows, len(data.pairs)) == ("sharegpt", 1, 1)


def test_reading_data_needs_neither_torch_nor_qt() -> None:
    modules = "engine.data.checks.registry, engine.data.split"
    heavy = {"torch", "transformers", "PySide6", "numpy", "pyarrow", "zstandard"}
    code = f"import sys, {modules}; print(*sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_a_broken_last_line_costs_nothing_that_came_before(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    path.write_text(f"{json.dumps(as_trl(pair()))}\n" * 1000 + "{broken")
    data = read_preferences(path)
    assert len(data.pairs) == 1000
    assert data.skipped[0] == SkippedRow(1001, "Line 1001 is not valid JSON: object keys must be strings (byte 1).")


def test_the_list_that_holds_rows_is_found_among_others(tmp_path: Path) -> None:
    example = {"input_text": "q", "tags": [], "output_text_a": "a", "output_text_b": "b", "score": 1}
    path = tmp_path / "a"
    path.write_text(json.dumps({"metadata": {}, "models": [{"name": "m"}], "examples": [example], "tags": ["x"]}))
    data = read_preferences(path)
    assert (data.format, data.rows, len(data.pairs)) == ("llm_comparator", 1, 1)
