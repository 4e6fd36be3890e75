"""How a window was left comes back with its project, and damage costs only itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.window_state import FILE_NAME, WindowState, load_window_state, save_window_state


def test_it_comes_back(tmp_path: Path) -> None:
    state = WindowState("runs", "AAAA", {"Data": [600, 800]})
    save_window_state(state, tmp_path)
    assert load_window_state(tmp_path) == state


@pytest.mark.parametrize("text", ["", "[]", '{"version": 9, "page": "runs"}', '{"page": "runs"}'])
def test_a_file_that_cannot_be_used_is_passed_over(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    assert load_window_state(tmp_path) == WindowState()


def test_one_wrong_value_costs_only_itself(tmp_path: Path) -> None:
    text = '{"version": 1, "page": 3, "geometry": "AA", "splitters": {"Data": [1, 2], "Runs": [1, "x"], "Train": 3}}'
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    assert load_window_state(tmp_path) == WindowState("", "AA", {"Data": [1, 2]})


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    save_window_state(WindowState(), tmp_path / "gone" / "too")
