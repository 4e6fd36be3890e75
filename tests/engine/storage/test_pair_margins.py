"""The two files with every pair's rewards: what is appended, what is cut off, what a crash may leave."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.storage.pair_margins import PAIR_BYTES, SEEN_BYTES, MarginFiles, PairOfRun

_KEYS = [bytes([number] * 16) for number in (1, 2)] + [bytes(16)]
_PAIRS = [PairOfRun(7, False, _KEYS[0]), PairOfRun(4_000_000_000, False, _KEYS[1]), PairOfRun(3, True, _KEYS[2])]


@pytest.fixture
def files(tmp_path: Path) -> MarginFiles:
    files = MarginFiles(tmp_path / "margins")
    files.write_pairs(_PAIRS, steps_per_epoch=2)
    return files


def _margins(files: MarginFiles, start: int = 0) -> list[tuple[int, int, float]]:
    return [(int(step), int(pair), float(chosen - rejected)) for step, pair, chosen, rejected in files.read_seen(start)]


def test_what_was_written_is_read(files: MarginFiles) -> None:
    files.append(1, 0, [0.5], [0.25])
    files.append(2, 1, [-1.0], [1.0])
    files.append(2, 2, [0.0], [-3.0])
    table = files.read_pairs()
    assert table is not None
    pairs, steps_per_epoch = table
    assert steps_per_epoch == 2
    assert pairs["row"].tolist() == [7, 4_000_000_000, 3]
    assert pairs["held_back"].tolist() == [0, 0, 1]
    assert [key.tobytes() for key in pairs["key"]] == _KEYS
    assert _margins(files) == [(1, 0, 0.25), (2, 1, -2.0), (2, 2, 3.0)]
    assert _margins(files, start=2) == [(2, 2, 3.0)]
    assert _margins(files, start=9) == []
    assert files.pairs_path.stat().st_size == 32 + 3 * PAIR_BYTES
    assert files.seen_path.stat().st_size == 3 * SEEN_BYTES


def test_a_resumed_run_goes_on_behind_its_checkpoint(files: MarginFiles) -> None:
    for step in (1, 2, 3):
        files.append(step, step - 1, [float(step)], [0.0])
    files.write_pairs([], steps_per_epoch=9)  # the pairs are the same ones and stay
    files.forget_after(2)
    files.append(3, 2, [9.0], [0.0])
    assert _margins(files) == [(1, 0, 1.0), (2, 1, 2.0), (3, 2, 9.0)]
    assert files.read_pairs() is not None
    files.forget_after(0)
    assert _margins(files) == []


@pytest.mark.parametrize("rest", [b"\x05\x00\x00", bytes(SEEN_BYTES), bytes(3 * SEEN_BYTES + 7)])
def test_what_a_crash_left_at_the_end_is_no_record(files: MarginFiles, rest: bytes) -> None:
    files.append(1, 0, [1.0], [0.0])
    with files.seen_path.open("ab") as file:
        file.write(rest)
    assert _margins(files) == [(1, 0, 1.0)]
    files.forget_after(5)
    files.append(2, 1, [2.0], [0.0])
    assert _margins(files) == [(1, 0, 1.0), (2, 1, 2.0)]


def test_without_files_there_is_nothing(tmp_path: Path) -> None:
    files = MarginFiles(tmp_path / "margins")
    files.forget_after(3)
    assert files.read_pairs() is None
    assert _margins(files) == []


def test_files_of_another_kind_are_not_read(files: MarginFiles) -> None:
    files.pairs_path.write_bytes(b"something else entirely, and rather longer than a head")
    assert files.read_pairs() is None
