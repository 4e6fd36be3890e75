"""What is remembered between two starts, and what a damaged file costs."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path

import pytest

from app.settings import FILE_NAME, Settings, load_settings, save_settings


def test_they_come_back(tmp_path: Path) -> None:
    settings = replace(Settings(), theme="dark", data_folder="/data")
    save_settings(settings, tmp_path / "new")
    assert load_settings(tmp_path / "new") == settings


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 99, "theme": "dark"}', '{"theme": "dark"}'])
def test_a_file_that_cannot_be_used_costs_nothing_else(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    assert load_settings(tmp_path) == Settings()


def test_one_wrong_value_costs_only_itself(tmp_path: Path) -> None:
    document = {"version": 1, "theme": "purple", "data_folder": "/data", "model_folder": 7, "unknown": 1}
    (tmp_path / FILE_NAME).write_text(json.dumps(document), encoding="utf-8")
    assert load_settings(tmp_path) == replace(Settings(), data_folder="/data")


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    save_settings(Settings(), blocked)


def test_every_setting_explains_itself() -> None:
    assert all(one.metadata["help"].endswith(".") for one in fields(Settings))


def test_lists_come_back_and_wrong_ones_cost_only_themselves(tmp_path: Path) -> None:
    settings = replace(Settings(), model_folders=("/one", "/two"))
    save_settings(settings, tmp_path)
    assert load_settings(tmp_path) == settings
    document = {"version": 1, "model_folders": ["/one", 2], "theme": "dark"}
    (tmp_path / FILE_NAME).write_text(json.dumps(document), encoding="utf-8")
    assert load_settings(tmp_path) == replace(Settings(), theme="dark")
