from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.background.recycle_bin import Binned, from_bin, to_bin
from engine.errors import EngineError

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the bin of the test's own is Linux's")


@pytest.fixture(autouse=True)
def bin_folder(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "Trash"


def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "run"
    folder.mkdir()
    (folder / "plan.toml").write_text("x")
    return folder


def test_there_and_back_leaves_nothing_in_the_bin(tmp_path: Path, bin_folder: Path) -> None:
    folder = _folder(tmp_path)
    binned = to_bin(folder)
    assert not folder.exists()
    assert binned.kept_at is not None
    assert (binned.kept_at / "plan.toml").read_text() == "x"
    assert len(list((bin_folder / "info").iterdir())) == 1
    from_bin(binned)
    assert (folder / "plan.toml").read_text() == "x"
    assert not list((bin_folder / "info").iterdir())
    assert not list((bin_folder / "files").iterdir())


def test_what_cannot_be_moved_is_where_it_was(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="was not deleted"):
        to_bin(tmp_path / "absent")


def test_what_took_its_place_is_left_alone(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    binned = to_bin(folder)
    folder.mkdir()
    with pytest.raises(EngineError, match="took the place"):
        from_bin(binned)
    assert binned.kept_at is not None
    assert binned.kept_at.exists()


def test_an_emptied_bin_is_said(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="no longer where the bin kept it"):
        from_bin(Binned(tmp_path / "run", tmp_path / "gone"))
