"""Broken tables and archives: cut off, with wrong footers and wrong bytes, or made to fill a disk."""

from __future__ import annotations

import gzip
import io
import pickle
import random
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pyarrow as pa
import zstandard
from pyarrow import parquet

from tests.malformed.texts import PAIR, Case, lines

_ROWS = [PAIR] * 40


def all_binaries() -> Iterator[Case]:
    """Every case, by a name that says what is wrong."""
    for family in (_cut_off, _wrong_bytes, _wrong_ends, _bombs, _pickles, _archives):
        yield from family()


def _whole() -> dict[str, bytes]:
    table = pa.Table.from_pylist(_ROWS)
    made: dict[str, bytes] = {}
    sink = io.BytesIO()
    parquet.write_table(table, sink)
    made["Parquet"] = sink.getvalue()
    for name, new in (("Arrow file", pa.ipc.new_file), ("Arrow stream", pa.ipc.new_stream)):
        sink = io.BytesIO()
        with new(sink, table.schema) as writer:
            writer.write_table(table, max_chunksize=7)
        made[name] = sink.getvalue()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "pairs.db")
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("CREATE TABLE pairs (prompt TEXT, chosen TEXT, rejected TEXT)")
            database.executemany("INSERT INTO pairs VALUES (:prompt, :chosen, :rejected)", _ROWS)
        made["SQLite"] = path.read_bytes()
    made["gzip"] = gzip.compress(lines(*_ROWS), mtime=0)
    made["Zstandard"] = zstandard.compress(lines(*_ROWS))
    return made


def _cut_off() -> Iterator[Case]:
    for name, whole in _whole().items():
        for percent in (1, 10, 40, 70, 95):
            yield f"{name} cut off at {percent}%", whole[: max(8, len(whole) * percent // 100)]


def _wrong_bytes() -> Iterator[Case]:
    chance = random.Random(11)
    for name, whole in _whole().items():
        for number in range(6):
            spoiled = bytearray(whole)
            for _ in range(8):
                spoiled[chance.randrange(8, len(spoiled))] = chance.randrange(256)
            yield f"{name} with eight wrong bytes, number {number}", bytes(spoiled)


def _wrong_ends() -> Iterator[Case]:
    whole = _whole()
    table = whole["Parquet"]
    yield "Parquet without its last mark", table[:-4] + b"XXXX"
    yield "Parquet with a footer longer than the file", table[:-8] + (1 << 30).to_bytes(4, "little") + b"PAR1"
    yield "Parquet with a footer of no length", table[:-8] + bytes(4) + b"PAR1"
    yield "Parquet with a footer of zeros", table[:-200] + bytes(192) + table[-8:]
    yield "Parquet that is only marks", b"PAR1PAR1"
    yield "Parquet behind junk", b"PAR1" + bytes(1000) + table
    yield "an Arrow file without its last mark", whole["Arrow file"][:-6] + b"XXXXXX"
    yield "an Arrow stream with a wrong length", b"\xff\xff\xff\xff" + (1 << 30).to_bytes(4, "little") + bytes(100)
    yield "SQLite that is only a head", whole["SQLite"][:100]
    yield "SQLite with pages of zeros", whole["SQLite"][:4096] + bytes(4096)


def _bombs() -> Iterator[Case]:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(1 << 9)) + packer.flush()
    yield "a gzip of half a gigabyte of nothing", packed
    yield "a gzip in a gzip", gzip.compress(packed)
    yield "a Zstandard of half a gigabyte of nothing", zstandard.compress(bytes(1 << 29))
    spaces = zlib.compressobj(9, zlib.DEFLATED, 31)
    opening = spaces.compress(b'[{"prompt": "')
    filling = b"".join(spaces.compress(b"a" * (1 << 20)) for _ in range(1 << 9))
    yield "a gzip of one endless text", opening + filling + spaces.flush()
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("pairs.json", bytes(1 << 28))
    yield "a zip bomb", sink.getvalue()


def _pickles() -> Iterator[Case]:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        yield f"a pickle of protocol {protocol}", pickle.dumps(_ROWS, protocol)


def _archives() -> Iterator[Case]:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        archive.writestr("pairs.json", lines(*_ROWS))
    yield "a zip archive", sink.getvalue()
    yield "an empty gzip", gzip.compress(b"")
    yield "a gzip of a web page", gzip.compress(b"<html></html>")
    yield "a gzip with junk after it", gzip.compress(lines(PAIR)) + b"junk"
    yield "a gzip with a wrong sum", gzip.compress(lines(PAIR))[:-8] + bytes(8)
    yield "a Zstandard with junk after it", zstandard.compress(lines(PAIR)) + b"junk"
    yield "two gzips, the second cut off", gzip.compress(lines(PAIR)) + gzip.compress(lines(*_ROWS))[:-9]
