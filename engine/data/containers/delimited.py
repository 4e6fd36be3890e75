"""The rows of a CSV or TSV file: a line of names, then one row after another, perhaps with line breaks in quotes."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from engine.data.containers.cells import read_cell
from engine.data.record import BrokenRecord, Record, Rows, too_long
from engine.data.text_file import TextFile

_DELIMITERS = ("\t", ",", ";")
_LONGEST_NAME = 80
_LONGEST_CELL = 1 << 30


def delimiter_of(head: bytes) -> str:
    """The sign that parts the columns of a table that begins like this; "" when it does not begin with names."""
    lines = (line for line in head.decode("utf-8", "replace").splitlines() if line.strip())
    first = next(lines, "")
    counts = {delimiter: len(_names(first, delimiter)) for delimiter in _DELIMITERS}
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] > 1 else ""


def delimited_rows(text: TextFile, delimiter: str) -> Rows:
    """Every row as named cells; missing cells at its end are left out, and too many make it a broken one."""
    # The module's own limit is 128 kB for a cell, less than a long reply.
    csv.field_size_limit(_LONGEST_CELL)
    lines = _Lines(text)
    # Not strict: a stray quote inside a reply is common, and costs nothing when it is kept.
    reader = csv.reader(lines, delimiter=delimiter)
    names: list[str] = []
    row = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            row += 1
            yield lines.done, BrokenRecord(row, f"Line {reader.line_num} is no row of a table: {error}.")
            continue
        if not names:
            names = [cell.strip() for cell in cells] if any(cell.strip() for cell in cells) else []
        elif cells:
            row += 1
            yield lines.done, _record(row, reader.line_num, names, cells)


class _Lines:
    """The text's lines, decoded, and how many bytes they were."""

    def __init__(self, text: TextFile) -> None:
        self.done = 0
        self._lines = text.lines()

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.done += len(line)
            yield line.decode("utf-8", "surrogateescape")


def _record(row: int, line: int, names: list[str], cells: list[str]) -> Record | BrokenRecord:
    if any(cell for cell in cells[len(names) :]):
        what = f"has {len(cells)} cells under {len(names)} names"
        return BrokenRecord(row, f"The row that ends in line {line} {what}.")
    if reason := too_long(sum(map(len, cells))):
        return BrokenRecord(row, f"The row that ends in line {line} {reason}.")
    if not _is_text(cells):
        return BrokenRecord(row, f"The row that ends in line {line} holds bytes that are not UTF-8 text.")
    return Record(row, {name: read_cell(name, cell) for name, cell in zip(names, cells, strict=False)})


def _is_text(cells: list[str]) -> bool:
    try:
        "".join(cells).encode()
    except UnicodeEncodeError:  # bytes that were no UTF-8 became lone surrogates
        return False
    return True


def _names(line: str, delimiter: str) -> list[str]:
    try:
        cells = [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), [])]
    except csv.Error:
        return []
    plain = all(cell.isprintable() and len(cell) <= _LONGEST_NAME and not set(cell) & set('{}[]"') for cell in cells)
    # A table saved with its index has one column without a name.
    named = len(set(cells)) == len(cells) and sum(not cell for cell in cells) < 2
    return cells if plain and named and any(letter.isalpha() for letter in line) else []
