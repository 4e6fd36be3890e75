"""A file that is read pair by pair from the disk holds what the same file holds in memory."""

from __future__ import annotations

import gzip
import json
import pickle
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.content_key import prompt_key
from engine.data.index_file import (
    BytesRead,
    FormatFound,
    News,
    PairsFound,
    ReadingDone,
    index_preferences,
    read_in_pieces,
)
from engine.data.options import ReadingOptions
from engine.data.pair_index import load_index
from engine.data.pair_store import PairStore
from engine.data.reader import read_preferences
from engine.errors import EngineError
from tests.engine.data import examples
from tests.engine.data.test_round_trip import ENCODINGS, FORMATS, LAYOUTS, json_lines

PLAIN = ReadingOptions()
BROKEN = ["{broken", "7", '{"prompt": "a"}', '{"prompt": "a", "chosen": "", "rejected": "b"}', "", " \t", "\u2028"]


def same(path: Path, options: ReadingOptions = PLAIN) -> PairStore:
    """The pairs of a file that must read the same either way."""
    folder = path.parent / "ours"
    folder.mkdir()
    expected, found = read_preferences(path, options=options), index_preferences(path, folder, options)
    for name in ("path", "format", "rows", "unpaired", "ties", "skipped", "tied", "disagreed"):
        assert getattr(found, name) == getattr(expected, name), name
    store = found.pairs
    assert isinstance(store, PairStore)
    assert [*store] == [*expected.pairs]
    assert [store[index] for index in range(len(store))] == [*expected.pairs]
    entries = store.entries
    assert [*entries.rows()] == [pair.row for pair in expected.pairs] == [entries.row(i) for i in range(len(entries))]
    assert entries.prompt_keys() == [prompt_key(pair) for pair in expected.pairs]
    lengths = [(len(pair.chosen_text), len(pair.rejected_text)) for pair in expected.pairs]
    assert [entries.lengths(index) for index in range(len(entries))] == lengths
    return store


def written(folder: Path, rows: list[dict[str, Any]], name: str = "a.jsonl") -> Path:
    path = folder / name
    path.write_text(json_lines(rows, ascii_only=False), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", FORMATS)
@given(data=st.data(), layout=st.sampled_from(LAYOUTS), encoding=st.sampled_from(ENCODINGS), ends=st.booleans())
@settings(max_examples=25, deadline=None)
def test_every_format_reads_the_same(name: str, data: st.DataObject, layout: Any, encoding: str, ends: bool) -> None:
    write, strategy = FORMATS[name]
    rows = [write(pair) for pair in data.draw(st.lists(strategy, min_size=1, max_size=4))]
    text = layout(rows, False).lstrip()
    if layout is json_lines:
        lines = text.split("\n")
        for broken in data.draw(st.lists(st.sampled_from(BROKEN), max_size=3)):
            lines.insert(data.draw(st.integers(1, len(lines))), broken)
        text = ("\r\n" if ends else "\n").join(lines)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a")
        path.write_bytes(text.encode(encoding))
        same(path)


def test_several_pairs_in_a_row_keep_their_order(tmp_path: Path) -> None:
    replies = [{"text": text, "rank": rank} for rank, text in enumerate(["best", "good", "bad", "worst"])]
    rows = [{"prompt": f"Which, {number}?", "replies": replies} for number in range(3)]
    read = [{"prompt": row["prompt"], "responses": ["best", "good", "bad"], "scores": [3, 2, 1]} for row in rows]
    store = same(written(tmp_path, read), ReadingOptions(pairing="all"))
    assert [pair.row for pair in store] == [1, 1, 1, 2, 2, 2, 3, 3, 3]


def test_replies_rated_one_by_one_are_written_aside(tmp_path: Path) -> None:
    rows = [{"prompt": "Why?", "completion": text, "label": text == "Because."} for text in ("Because.", "No.", "Nay.")]
    store = same(written(tmp_path, [*rows, {"prompt": "Alone", "completion": "c", "label": True}]))
    assert [(pair.chosen_text, pair.rejected_text) for pair in store] == [("Because.", "No."), ("Because.", "Nay.")]
    assert store.source.spool_path.stat().st_size > 0


def test_tools_and_margins_are_written_aside_as_they_are(tmp_path: Path) -> None:
    tool = {"type": "function", "function": {"name": "add", "parameters": {"x": [1, 2.5, None, True]}}}
    row = {**examples.as_trl(examples.pair()), "tools": [tool], "score_chosen": 0.1, "score_rejected": 0.3}
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(row).encode() + b"\n"))
    store = same(path)
    assert store.source.spool_path.stat().st_size > 0
    assert store[0].tools == (tool,)
    assert store[0].margin == pytest.approx(-0.2)


def test_columns_are_renamed_again(tmp_path: Path) -> None:
    options = ReadingOptions(columns={"prompt": "q", "chosen": "good", "rejected": "bad"})
    row = {"q": "Why?", "good": "So.", "bad": "No.", "prompt": "misleading"}
    store = same(written(tmp_path, [row, row]), options)
    assert store[0].prompt_text == "Why?"
    assert store.source.spool_path.stat().st_size == 0


def test_lines_of_a_plain_file_stay_there(tmp_path: Path) -> None:
    store = same(written(tmp_path, [examples.as_trl(examples.pair(f"Question {row}?")) for row in range(300)]))
    assert store.source.spool_path.stat().st_size == 0
    assert store[-1].prompt_text == "Question 299?"
    assert [pair.row for pair in store[3:9:2]] == [4, 6, 8]
    assert [pair.row for pair in store.take([250, 7])] == [251, 8]
    with pytest.raises(IndexError):
        store[300]


def test_another_process_reads_the_index_from_the_disk(tmp_path: Path) -> None:
    store = same(written(tmp_path, [examples.as_trl(examples.pair(f"Question {row}?")) for row in range(300)]))
    sent = pickle.dumps(store)
    assert len(sent) < 2000
    assert [*pickle.loads(sent)] == [*store]


@pytest.mark.parametrize("change", ["append", "replace", "delete"])
def test_a_file_that_changed_is_named_instead_of_shown_wrong(tmp_path: Path, change: str) -> None:
    path = written(tmp_path, [examples.as_trl(examples.pair(f"Question {row}?")) for row in range(3)])
    store = PairStore(same(path).source, load_index(tmp_path / "ours" / "index"))
    assert store[0].row == 1
    if change == "append":
        with path.open("a") as handle:
            handle.write("\n")
    elif change == "replace":
        path.write_text("other")
    else:
        path.unlink()
    assert store[0].prompt_text == "Question 0?"  # it was read before
    with pytest.raises(EngineError, match=r"a\.jsonl has changed on the disk"):
        store[1]


def test_pairs_arrive_before_the_file_has_been_read(tmp_path: Path) -> None:
    rows = [examples.as_trl(examples.pair(f"Question {row}?")) for row in range(5000)]
    path = written(tmp_path, [*rows, {"prompt": "a"}])
    news: list[News] = []
    read_in_pieces(path, tmp_path, ReadingOptions(), news.append)
    news = [piece for piece in news if not isinstance(piece, BytesRead)]
    assert isinstance(news[0], FormatFound)
    found = [piece for piece in news if isinstance(piece, PairsFound)]
    assert len(found) >= 3
    assert news[-1] == ReadingDone(5001, 0)


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, [examples.as_trl(examples.pair(f"Question {row}?")) for row in range(5000)])

    def tell(news: News) -> None:
        if isinstance(news, FormatFound):
            with path.open("a") as handle:
                handle.write("\n")

    with pytest.raises(EngineError, match="has changed on the disk"):
        read_in_pieces(path, tmp_path, ReadingOptions(), tell)
