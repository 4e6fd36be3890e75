"""Files are replaced whole or not at all."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from engine.storage.atomic import flush_files, replace_folder, write_json, write_text


def test_a_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    write_text(path, "first\n")
    write_text(path, "zweite Zeile ü\n")
    assert path.read_bytes() == "zweite Zeile ü\n".encode()
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights with folders")
def test_a_file_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    path, other = tmp_path / "file.txt", tmp_path / "other.txt"
    write_text(path, "first\n")
    other.touch()
    assert path.stat().st_mode == other.stat().st_mode


def test_a_failed_write_leaves_the_old_content_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    write_text(path, "first\n")
    with pytest.raises(UnicodeEncodeError):
        write_text(path, "half \ud800")
    assert path.read_text(encoding="utf-8") == "first\n"
    assert list(tmp_path.iterdir()) == [path]


def test_json_keeps_its_letters(tmp_path: Path) -> None:
    write_json(tmp_path / "a.json", {"wort": "schön"})
    text = (tmp_path / "a.json").read_text(encoding="utf-8")
    assert "schön" in text
    assert json.loads(text) == {"wort": "schön"}


def test_flushing_changes_no_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\x00\x01")
    flush_files(tmp_path)
    assert (tmp_path / "a").read_bytes() == b"\x00\x01"


def test_a_folder_takes_the_place_of_another(tmp_path: Path) -> None:
    new, place = tmp_path / ".model.part", tmp_path / "model"
    for folder, word in ((place, "old"), (new, "new")):
        folder.mkdir()
        (folder / "weights").write_text(word, "utf-8")
    replace_folder(new, place)
    assert (place / "weights").read_text("utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["model"]


def test_what_stood_there_comes_back_when_the_move_fails(tmp_path: Path) -> None:
    place = tmp_path / "model"
    place.mkdir()
    (place / "weights").write_text("old", "utf-8")
    with pytest.raises(OSError, match=r"\.model\.part"):
        replace_folder(tmp_path / ".model.part", place)
    assert (place / "weights").read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["model"]
