from __future__ import annotations

import stat
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from engine.data.preference_pair import PreferencePair
from engine.data.writers.copy_format import CopyFormat
from engine.data.writers.save_copy import aside_of, save_copy
from engine.data.writers.trl_jsonl import TRL_JSONL
from engine.errors import EngineError
from tests.engine.data import examples

PAIRS = [examples.pair(f"Question {number}?", row=number) for number in range(1, 1201)]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_it_replaces_what_was_there_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "copy.jsonl"
    target.write_text("old")
    told: list[int] = []
    assert save_copy(PAIRS, target, TRL_JSONL, progress=told.append) == 1200
    assert target.read_bytes().count(b"\n") == 1200
    assert told == [0, 500, 1000]
    assert names(tmp_path) == ["copy.jsonl"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_others_may_read_it_as_any_new_file(tmp_path: Path) -> None:
    save_copy(PAIRS[:1], tmp_path / "copy.jsonl", TRL_JSONL)
    (tmp_path / "plain").touch()
    modes = {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("copy.jsonl", "plain")}
    assert len(modes) == 1


def test_cancelling_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "copy.jsonl"
    target.write_text("old")

    def stop(done: int) -> None:
        if done >= 1000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save_copy(PAIRS, target, TRL_JSONL, progress=stop)
    assert target.read_text() == "old"
    assert names(tmp_path) == ["copy.jsonl"]


def test_the_open_file_is_never_the_copy(tmp_path: Path) -> None:
    source = tmp_path / "pairs.jsonl"
    source.write_text("mine")
    with pytest.raises(EngineError, match="never written to"):
        save_copy(PAIRS, tmp_path / "." / "pairs.jsonl", TRL_JSONL, source)
    assert source.read_text() == "mine"
    save_copy(PAIRS, tmp_path / "copy.jsonl", TRL_JSONL, source)


def test_no_pairs_make_no_file(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="no pair"):
        save_copy([], tmp_path / "copy.jsonl", TRL_JSONL)
    assert names(tmp_path) == []


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for target in (tmp_path / "file" / "copy.jsonl", tmp_path / "absent" / "copy.jsonl"):
        with pytest.raises(EngineError, match="cannot be written") as caught:
            save_copy(PAIRS, target, TRL_JSONL)
        assert caught.value.hint


def test_a_failure_half_way_leaves_nothing(tmp_path: Path) -> None:
    def fill(path: Path, pairs: Iterable[PreferencePair]) -> int:
        path.write_text("half")
        raise OSError(28, "No space left on device")

    with pytest.raises(EngineError, match="disk is full"):
        save_copy(PAIRS, tmp_path / "copy.jsonl", CopyFormat("full", "", "", "", fill))
    assert names(tmp_path) == []


def test_whoever_ends_the_process_knows_what_to_take_away(tmp_path: Path) -> None:
    aside = aside_of(tmp_path / "copy.jsonl")
    seen: list[bool] = []
    save_copy(PAIRS, tmp_path / "copy.jsonl", TRL_JSONL, progress=lambda _: seen.append(aside.exists()), aside=aside)
    assert all(seen)
    assert names(tmp_path) == ["copy.jsonl"]
    assert aside_of(tmp_path / "copy.jsonl") != aside
