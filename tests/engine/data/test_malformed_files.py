"""Broken files end in pairs, in skipped rows, or in one EngineError: never in another exception."""

from __future__ import annotations

import gzip
import json
import pickle
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.data.checks.registry import check_data
from engine.data.index_file import index_preferences
from engine.data.reader import PreferenceData, read_preferences, require_pairs
from engine.errors import EngineError
from tests.engine.data.examples import (
    as_alpaca,
    as_openai,
    as_sharegpt,
    as_transcript,
    as_trl,
    as_trl_conversational,
    as_trl_implicit,
    pair,
)

GOOD = json.dumps(as_trl(pair()))


def read(tmp_path: Path, data: bytes | str) -> PreferenceData:
    path = tmp_path / "answers.json"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_preferences(path)


def refusal(tmp_path: Path, data: bytes | str) -> str:
    with pytest.raises(EngineError) as caught:
        read(tmp_path, data)
    error = caught.value
    assert error.message.endswith(".")
    assert error.hint.endswith(".")
    assert "answers.json" in error.message
    return error.message


@pytest.mark.parametrize(
    "data, part",
    [
        (b"", "is empty"),
        (b" \n\n\t", "is empty"),
        (b"<!DOCTYPE html><html><body>404</body></html>", "web page"),
        (b"\n<html>{}</html>", "web page"),
        (pickle.dumps([as_trl(pair())]), "Python pickle"),
        (b"\x1f\x8b\x08\x00", "damaged archive"),
        (gzip.compress(gzip.compress(GOOD.encode())), "archive inside an archive"),
        (gzip.compress(GOOD.encode() * 99)[:-20], "damaged archive"),
        (b"\x28\xb5\x2f\xfd" + bytes(9), "damaged archive"),
        (b"PK\x03\x04{}", "zip"),
        (b"PAR1\x15\x04", "damaged"),
        (b"SQLite format 3\x00", "SQLite"),
        (b"ARROW1\x00\x00junk", "damaged"),
        (b"\xff\xff\xff\xff\x10\x00\x00\x00junk", "damaged"),
        (b"PAR1" + bytes(100) + b"\xff\xff\xff\x7fPAR1", "damaged"),
        (b"GGUF\x03\x00\x00\x00", "GGUF"),
        (b"\x00\x01\x02\x03\x04", "a binary file"),
        (b"name,age,town\na,b,c\n", "its fields are name, age, town"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "Git LFS"),
        (b'"text"', "neither JSON nor a table"),
        (b"42", "neither JSON nor a table"),
        (b"[]", "It holds no rows"),
        (b"{}", "rows are empty"),
        (b'{"data": []}', "It holds no rows"),
        (b"[1, 2, 3]", "Row 1 is not an object"),
        (b"[null]", "Row 1 is not an object"),
        (b'{"a": 1}\n{"a": 2}', "its fields are a"),
        (b"\xff\xfe{\x00\x00", "damaged"),
        (b"{broken\n{broken", "Line 1 is not valid JSON"),
        ("[" * 200_000, "nested too deeply"),
        ('[{"a":' * 50_000, "nested too deeply"),
        (f"[{GOOD}, {GOOD[:-20]}", "cut off at line 1"),
        (f"[{GOOD},\n{GOOD}", "cut off at line 2"),
        (f"[{GOOD},\n{GOOD},]", "not valid JSON at line 2"),
        (f'[{GOOD},\n{{"prompt": NaN}}]', "not valid JSON at line 2"),
        (f"[{GOOD}] [{GOOD}]", "not valid JSON at line 1"),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_a_file_that_cannot_be_used_is_refused_in_one_sentence(tmp_path: Path, data: bytes | str, part: str) -> None:
    assert part in refusal(tmp_path, data)


@pytest.mark.parametrize(
    "line, reason",
    [
        (GOOD[:-9].encode(), "Line 4 is not valid JSON: it is cut off."),
        (b'{"prompt": NaN}', "Line 4 is not valid JSON: invalid character (byte 11)."),
        (b'{"prompt": "\x00"}', "Line 4 is not valid JSON: invalid character (byte 12)."),
        (
            b'{"prompt": "\\ud800 alone"}',
            "Line 4 is not valid JSON: unexpected end of escaped utf-16 surrogate pair (byte 18).",
        ),
        (b'{"prompt": "caf\xe9"}', "Line 4 holds bytes that are not UTF-8 text."),
        (b'{"prompt": "\xed\xa0\x80"}', "Line 4 holds bytes that are not UTF-8 text."),
        (b'{"prompt": 1e999}', "Line 4 is not valid JSON: number out of range."),
        (b'{"a":' * 50_000, "Line 4 is nested too deeply."),
        (b"[1, 2]", "Line 4 is not an object with named fields."),
        (b"null", "Line 4 is not an object with named fields."),
        (b"<html>", "Line 4 is not valid JSON: invalid character (byte 0)."),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_a_broken_line_costs_that_row_alone(tmp_path: Path, line: bytes, reason: str) -> None:
    good = GOOD.encode()
    data = read(tmp_path, b"\n".join([good, b"", good, line, good]))
    assert [pair.row for pair in data.pairs] == [1, 2, 4]
    assert [(row.row, row.reason) for row in data.skipped] == [(3, reason)]
    assert data.rows == 4


def test_a_broken_first_line_costs_that_row_alone(tmp_path: Path) -> None:
    data = read(tmp_path, f"{GOOD[:30]}\n{GOOD}\n{GOOD}")
    assert [pair.row for pair in data.pairs] == [2, 3]
    assert [row.row for row in data.skipped] == [1]


def test_a_broken_second_line_costs_that_row_alone(tmp_path: Path) -> None:
    data = read(tmp_path, f"{GOOD}\n{GOOD[30:]}\n{GOOD}")
    assert [pair.row for pair in data.pairs] == [1, 3]
    assert [row.row for row in data.skipped] == [2]


def test_a_first_line_that_begins_in_the_middle_costs_that_row_alone(tmp_path: Path) -> None:
    data = read(tmp_path, f"{GOOD[30:]}\n{GOOD}\n{GOOD}")
    assert [pair.row for pair in data.pairs] == [2, 3]


def test_bytes_that_are_not_utf8_cost_one_row_of_a_list(tmp_path: Path) -> None:
    data = read(tmp_path, b"[" + GOOD.encode() + b',\n{"prompt": "caf\xe9", "chosen": "a", "rejected": "b"}]')
    assert [row.reason for row in data.skipped] == ["Row 2 holds bytes that are not UTF-8 text."]
    assert len(data.pairs) == 1


def test_of_a_key_given_twice_the_last_counts(tmp_path: Path) -> None:
    data = read(tmp_path, '[{"prompt": "p", "chosen": "first", "chosen": "last", "rejected": "r"}]')
    assert data.pairs[0].chosen_text == "last"


VALUES: list[Any] = [None, True, False, 0, 1.5, "", "  \n", [], {}, [1], [None], [[]], {"role": 3}, [{"content": "x"}]]


@pytest.mark.parametrize("value", VALUES, ids=repr)
@pytest.mark.parametrize("write", [as_trl, as_openai, as_sharegpt])
@pytest.mark.parametrize("position", [0, 1, 2])
def test_a_value_of_the_wrong_type_skips_its_row_with_a_reason(
    tmp_path: Path, value: object, write: Any, position: int
) -> None:
    good = write(pair())
    bad = {**good, list(good)[position]: value}
    data = read(tmp_path, json.dumps([good, bad, good]))
    assert [pair.row for pair in data.pairs] == [1, 3]
    (skipped,) = data.skipped
    assert skipped.row == 2
    assert skipped.reason.endswith(".")


@pytest.mark.parametrize("field", ["prompt", "chosen", "rejected"])
def test_a_missing_field_skips_its_row(tmp_path: Path, field: str) -> None:
    good = as_trl(pair())
    bad = {key: value for key, value in good.items() if key != field}
    data = read(tmp_path, json.dumps([good, bad]))
    assert [row.row for row in data.skipped] == [2]
    assert "is missing" in data.skipped[0].reason


def test_empty_and_textless_replies_are_flagged_by_row(tmp_path: Path) -> None:
    rows = [as_trl(pair())] * 2 + [as_trl(pair(chosen="")), {**as_trl(pair()), "rejected": True}, as_trl(pair(" "))]
    flags = check_data(read(tmp_path, json.dumps(rows)))
    assert flags["empty_reply"].rows == (3,)
    assert flags["reply_not_text"].rows == (4,)
    assert flags["empty_prompt"].rows == (5,)


BASE = "\n".join(json.dumps(write(pair(row=1))) for write in (as_trl, as_trl)).encode()


@given(
    start=st.integers(0, len(BASE)),
    length=st.integers(0, 40),
    inserted=st.binary(max_size=8) | st.sampled_from([b'"', b"{", b"}", b"[", b"\n", b",", b"null", b"\\u0000"]),
    as_list=st.booleans(),
)
@settings(max_examples=300, deadline=None)
def test_damage_anywhere_never_ends_in_another_exception(
    start: int, length: int, inserted: bytes, as_list: bool
) -> None:
    data = b"[" + BASE.replace(b"\n", b",") + b"]" if as_list else BASE
    never_another_exception(data[:start] + inserted + data[start + length :])


@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf[]")
@settings(max_examples=300, deadline=None)
def test_any_bytes_never_end_in_another_exception(data: bytes) -> None:
    never_another_exception(data)


scalars = st.none() | st.booleans() | st.integers() | st.text(max_size=4)
turns = st.dictionaries(st.sampled_from(["role", "from", "content", "value", "type", "text"]), scalars, max_size=3)
json_values = scalars | turns | st.lists(scalars | turns | st.lists(scalars, max_size=2), max_size=3)
WRITERS = [as_trl, as_trl_conversational, as_trl_implicit, as_openai, as_sharegpt, as_alpaca, as_transcript]
FIELDS = ["prompt", "chosen", "rejected", "input", "instruction", "system", "history", "tools", "messages", "label"]


@given(st.sampled_from(WRITERS), st.dictionaries(st.sampled_from(FIELDS), json_values, min_size=1, max_size=3))
@settings(max_examples=400, deadline=None)
def test_any_json_in_a_known_row_never_ends_in_another_exception(write: Any, changes: dict[str, Any]) -> None:
    row = write(pair())
    never_another_exception(json.dumps([row, {**row, **changes}]).encode())


def never_another_exception(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "answers.json")
        path.write_bytes(data)
        with suppress(EngineError):
            read = read_preferences(path)
            check_data(read)
            assert [*index_preferences(path, Path(folder)).pairs] == [*read.pairs]
            require_pairs(read)
