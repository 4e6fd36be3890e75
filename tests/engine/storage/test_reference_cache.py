"""Reference log-probabilities on disk."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import numpy
import pytest

from engine.storage.reference_cache import ReferenceCache

_VALUES = numpy.array([-1.5, -0.25, -7.125], dtype=numpy.float32)


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def cache(tmp_path: Path, told: list[str]) -> ReferenceCache:
    return ReferenceCache(tmp_path / "cache", told.append)


def _file(cache: ReferenceCache) -> Path:
    (path,) = cache.folder.rglob("*.npy")
    return path


def test_what_is_stored_comes_back_bit_for_bit(cache: ReferenceCache, told: list[str]) -> None:
    assert cache.load("abcd", 3) is None
    cache.store("abcd", _VALUES)
    loaded = cache.load("abcd", 3)
    assert loaded is not None
    assert loaded.dtype == numpy.float32
    assert numpy.array_equal(loaded, _VALUES)
    assert cache.load("abce", 3) is None
    assert not told


def test_another_length_is_no_hit(cache: ReferenceCache) -> None:
    cache.store("abcd", _VALUES)
    assert cache.load("abcd", 4) is None


@pytest.mark.parametrize("keep", [0, 10, 100, 135, 150, 171])
def test_a_file_that_was_cut_off_is_no_hit_and_is_told(cache: ReferenceCache, told: list[str], keep: int) -> None:
    cache.store("abcd", _VALUES)
    path = _file(cache)
    path.write_bytes(path.read_bytes()[:keep])
    assert cache.load("abcd", 3) is None
    (sentence,) = told
    assert "abcd.npy are damaged" in sentence


def test_a_turned_bit_anywhere_is_no_hit(cache: ReferenceCache, told: list[str]) -> None:
    cache.store("abcd", _VALUES)
    path = _file(cache)
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert cache.load("abcd", 3) is None, place
    assert len(told) == len(whole)
    path.write_bytes(whole)
    assert cache.load("abcd", 3) is not None


def test_a_file_under_another_keys_name_is_no_hit(cache: ReferenceCache) -> None:
    cache.store("abcd", _VALUES)
    path = _file(cache)
    path.rename(path.with_name("abff.npy"))
    assert cache.load("abff", 3) is None


def test_a_file_that_cannot_be_read_is_no_hit_and_is_told(cache: ReferenceCache, told: list[str]) -> None:
    cache.store("abcd", _VALUES)
    _file(cache).unlink()
    (cache.folder / "ab" / "abcd.npy").mkdir()
    assert cache.load("abcd", 3) is None
    assert "could not be read" in told[0]


def test_a_pickle_is_never_opened(cache: ReferenceCache) -> None:
    cache.store("abcd", _VALUES)
    numpy.save(_file(cache), numpy.array([{"an": "object"}], dtype=object), allow_pickle=True)
    assert cache.load("abcd", 3) is None


def test_storing_leaves_no_half_file(cache: ReferenceCache) -> None:
    cache.store("abcd", _VALUES)
    cache.store("abcd", _VALUES + 1)
    assert [path.name for path in cache.folder.rglob("*") if path.is_file()] == ["abcd.npy"]


def test_a_place_that_cannot_be_written_is_told_and_stops_nothing(tmp_path: Path, told: list[str]) -> None:
    (tmp_path / "file").touch()
    cache = ReferenceCache(tmp_path / "file" / "cache", told.append)
    cache.store("abcd", _VALUES)
    assert cache.load("abcd", 3) is None
    assert "could not be stored" in told[0]


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    values = numpy.arange(100, dtype=numpy.float32)
    cache = ReferenceCache(tmp_path)
    keys = [f"{number:02}key" for number in range(6)]
    for age, key in enumerate(reversed(keys)):
        cache.store(key, values)
        (path,) = tmp_path.glob(f"{key[:2]}/*.npy")
        os.utime(path, (1_000_000 - age, 1_000_000 - age))
    assert cache.load(keys[0], 100) is not None  # the oldest was just used
    (size,) = {path.stat().st_size for path in tmp_path.glob("*/*.npy")}
    replace(cache, most_bytes=3 * size).prune()
    left = {key for key in keys if cache.load(key, 100) is not None}
    assert left == {keys[0], keys[5], keys[4]}
    replace(cache, most_bytes=3 * size).prune()
    assert {key for key in keys if cache.load(key, 100) is not None} == left


def test_pruning_a_folder_that_is_not_there_is_nothing(tmp_path: Path) -> None:
    ReferenceCache(tmp_path / "none").prune()
