"""The rows of a JSON or JSONL file.

A row is a line of a JSONL file that is not blank, or an item of a JSON list. JSONL is streamed. A JSON document is
split first and decoded item by item, so that other threads get their turn.
"""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

from engine.data import json_text
from engine.data.record import NOWHERE, BrokenRecord, IsRow, Record, Rows, too_long
from engine.data.text_file import TextFile
from engine.errors import EngineError

_UNREADABLE = (json_text.DecodeError, UnicodeDecodeError, RecursionError)


def json_rows(text: TextFile, is_row: IsRow) -> Rows:
    """Every row of a JSON text, in order.

    A document that is one object is either a single row or a wrapper around the list of rows, such as
    {"data": [...]}; `is_row` recognises the rows of the formats at hand and so tells them apart. Raises EngineError
    for a document with a mistake in it; a mistake in one line of a JSONL file costs that row alone.
    """
    return _rows_by_line(text) if _is_one_row_a_line(text) else _rows_of_document(text, is_row)


def _is_one_row_a_line(text: TextFile) -> bool:
    filled = (line.strip() for line in text.lines() if not line.isspace())
    first, second = [*islice(filled, 2), b"", b""][:2]
    if first.startswith(b"["):
        return False
    if not second:
        return not first.startswith(b"{")
    # No JSON document goes on with "{" right after an object's opening line, so this is a new row.
    return not first.startswith(b"{") or second.startswith(b"{") or _is_json(first)


def _is_json(data: bytes) -> bool:
    try:
        json_text.decode(data)
    except _UNREADABLE:
        return False
    return True


def read_line(line: bytes, row: int, number: int = 0, start: int = NOWHERE) -> Record | BrokenRecord:
    """The row that a line of a JSONL file holds; `number` is the line's own, which a broken one is named by."""
    return _record(row, line.rstrip(), f"Line {number}", start)


def _rows_by_line(text: TextFile) -> Rows:
    row, done, is_plain = 0, 0, text.is_plain
    for number, line in enumerate(text.lines(), start=1):
        start = text.skip + done if is_plain else NOWHERE
        done += len(line)
        if not line.isspace():
            row += 1
            yield done, read_line(line, row, number, start)


def _rows_of_document(text: TextFile, is_row: IsRow) -> Rows:
    data = text.read()
    try:
        items = _items_of_object(data, is_row) if data.lstrip().startswith(b"{") else json_text.split_list(data)
    except _UNREADABLE as error:
        raise _broken_document(text.path, data, error) from error
    done = 0
    for row, item in enumerate(items, start=1):
        done += len(item)
        yield done, _record(row, item, f"Row {row}")


def _items_of_object(data: bytes, is_row: IsRow) -> list[memoryview]:
    members = json_text.split_object(data)
    lists = [member for member in members.values() if bytes(member[:1]) == b"["]
    whole = [memoryview(data)]
    rows = next((items for items in map(json_text.split_list, lists) if _are_rows(items, is_row)), None)
    if rows is not None and not _are_rows(whole, is_row):
        return rows
    return json_text.split_list(lists[0]) if len(lists) == 1 and not _are_rows(whole, is_row) else whole


def _are_rows(items: list[memoryview], is_row: IsRow) -> bool:
    decoded = [_record(row, item, "") for row, item in enumerate(items[:8], start=1)]
    return any(isinstance(record, Record) and is_row(record.fields) for record in decoded)


def _record(row: int, data: bytes | memoryview, place: str, start: int = NOWHERE) -> Record | BrokenRecord:
    if reason := too_long(len(data)):
        return BrokenRecord(row, f"{place} {reason}.")
    try:
        value = json_text.decode(data)
    except _UNREADABLE as error:
        return BrokenRecord(row, f"{place} {_what_is_wrong(error)}.")
    if isinstance(value, dict):
        return Record(row, value, start)
    return BrokenRecord(row, f"{place} is not an object with named fields.")


def _what_is_wrong(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "holds bytes that are not UTF-8 text"
    if isinstance(error, RecursionError):
        return "is nested too deeply"
    if "truncated" in str(error):
        return "is not valid JSON: it is cut off"
    return "is not valid JSON: " + re.sub(r"^JSON is malformed: | - at .*$", "", str(error)).lower()


def _broken_document(path: Path, data: bytes, error: Exception) -> EngineError:
    if isinstance(error, RecursionError):
        return EngineError(
            f"{path.name} is nested too deeply to be preference data.",
            "Choose a file with one object for each pair of replies.",
            str(error),
        )
    position = re.search(r"\(byte (\d+)\)", str(error))
    end = int(position[1]) if position else len(data.rstrip())
    line = data.count(b"\n", 0, end) + 1
    what = "is cut off at" if position is None and "truncated" in str(error) else "is not valid JSON at"
    return EngineError(
        f"{path.name} {what} line {line}, so none of its rows can be told apart.",
        "Export or download the file again, or mend that line.",
        str(error),
    )
