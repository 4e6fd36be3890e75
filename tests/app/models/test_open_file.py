"""The folder of an open file's index: a copy of somebody's pairs, so nowhere but in the data folder."""

from __future__ import annotations

from pathlib import Path

from app.models.open_file import OpenFile
from engine.data.options import ReadingOptions


def test_the_index_lies_in_the_data_folder_while_the_file_is_open(home: Path, tmp_path: Path) -> None:
    file = OpenFile(tmp_path / "pairs.jsonl", ReadingOptions())
    folder = file.folder
    assert folder.is_dir()
    assert folder.parent == home / "temporary"
    del file
    assert not folder.exists()
