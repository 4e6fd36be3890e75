"""Temporary folders: whose they are, and that nothing of a crashed window stays."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.background.own_folder import OwnFolder, remove_ownerless, temporary_place

_CRASH = """
import os, sys
from app.background.own_folder import OwnFolder
folder = OwnFolder()
(folder.path / "pairs.jsonl").write_text("private")
print(folder.path, flush=True)
sys.stdin.readline()
os._exit(1)
"""


def test_it_lies_in_the_data_folder_and_goes_when_it_is_closed(home: Path) -> None:
    with OwnFolder() as folder:
        (folder / "pairs.jsonl").write_text("private")
        assert folder.parent == temporary_place() == home / "temporary"
        if sys.platform != "win32":
            assert folder.stat().st_mode & 0o077 == 0
    assert not folder.exists()


def test_what_a_window_left_is_removed_once_it_is_gone(home: Path, process_environment: dict[str, str]) -> None:
    mine = OwnFolder()
    with subprocess.Popen(
        [sys.executable, "-c", _CRASH],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=process_environment,
        cwd=Path(__file__).parents[3],
    ) as other:
        assert other.stdout is not None
        left = Path(other.stdout.readline().strip())
        remove_ownerless()
        assert (left / "pairs.jsonl").read_text() == "private"  # it still runs
        other.communicate("\n")
    assert left.is_dir()
    remove_ownerless()
    assert not left.exists()
    assert [*temporary_place().iterdir()] == [mine.path]
    mine.close()


def test_where_nothing_can_be_locked_nothing_is_removed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.storage.lock._try_lock", lambda handle: True)  # as on some network file systems
    with OwnFolder() as folder:
        remove_ownerless()
        assert folder.exists()
