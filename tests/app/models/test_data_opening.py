"""Files are opened as those of their shape were before, and a person is asked where nothing is known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.models.data_opening import DataOpening
from app.models.dataset import Dataset
from engine.data.file_shape import FileShape, look_at
from engine.data.options import ReadingOptions
from tests.app.models.pairs import write_pairs

COLUMNS = {"prompt": "frage", "response_a": "links", "response_b": "rechts", "winner": "wahl"}
MAPPED = ReadingOptions(columns=COLUMNS)


def write_votes(path: Path) -> Path:
    verdicts = ["left"] * 8 + ["right"] * 3 + ["tie"]
    rows = [{"frage": f"q{n}", "links": "l", "rechts": "r", "wahl": verdict} for n, verdict in enumerate(verdicts)]
    path.write_text("\n".join(map(json.dumps, rows)))
    return path


@pytest.fixture
def dataset() -> Dataset:
    return Dataset()


@pytest.fixture
def opening(dataset: Dataset, tmp_path: Path) -> DataOpening:
    return DataOpening(dataset, dataset, home=tmp_path / "home")


def test_a_known_format_needs_no_question(opening: DataOpening, dataset: Dataset, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.assertNotEmitted(opening.unsure):
        opening.open(write_pairs(tmp_path / "pairs.jsonl"))
        qtbot.waitUntil(lambda: dataset.state == "loaded")
    assert not opening.is_remembered


def test_columns_that_nobody_knows_are_asked_about(
    opening: DataOpening, dataset: Dataset, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(opening.unsure) as asked, qtbot.waitSignal(dataset.failed):
        opening.open(write_votes(tmp_path / "votes.jsonl"))
    shape = asked.args[0] if asked.args else None
    assert isinstance(shape, FileShape)
    opening.read_as(shape, MAPPED)
    qtbot.waitUntil(lambda: dataset.state == "loaded")
    assert (dataset.pair_count, dataset.options) == (11, MAPPED)


def test_the_answer_serves_the_next_file_of_that_shape(
    opening: DataOpening, dataset: Dataset, qtbot: QtBot, tmp_path: Path
) -> None:
    opening.read_as(look_at(write_votes(tmp_path / "monday.jsonl")), MAPPED)
    qtbot.waitUntil(lambda: dataset.state == "loaded")
    tuesday = write_votes(tmp_path / "tuesday.jsonl")
    later = DataOpening(dataset, dataset, home=tmp_path / "home")
    later.open(tuesday)
    qtbot.waitUntil(lambda: dataset.path == tuesday)
    assert later.is_remembered
    assert dataset.options == MAPPED
    later.open(write_pairs(tmp_path / "pairs.jsonl"))
    qtbot.waitUntil(lambda: dataset.path == tmp_path / "pairs.jsonl")
    assert not later.is_remembered
    assert dataset.options == ReadingOptions()


def test_reading_it_as_it_says_itself_forgets(
    opening: DataOpening, dataset: Dataset, qtbot: QtBot, tmp_path: Path
) -> None:
    pairs = write_pairs(tmp_path / "pairs.jsonl")
    opening.read_as(look_at(pairs), ReadingOptions(ties="keep"))
    qtbot.waitUntil(lambda: dataset.state == "loaded")
    opening.read_as(look_at(pairs), ReadingOptions())
    qtbot.waitUntil(lambda: dataset.state == "loaded")
    opening.open(pairs)
    qtbot.waitUntil(lambda: dataset.state == "loaded")
    assert (opening.is_remembered, dataset.options) == (False, ReadingOptions())


@pytest.mark.parametrize("content", ["<html>404</html>", "[1, 2]", ""])
def test_what_has_no_columns_is_only_an_error(
    opening: DataOpening, dataset: Dataset, qtbot: QtBot, tmp_path: Path, content: str
) -> None:
    path = tmp_path / "odd.json"
    path.write_text(content)
    with qtbot.assertNotEmitted(opening.unsure, wait=300), qtbot.waitSignal(dataset.failed):
        opening.open(path)


def test_the_open_file_can_be_asked_about(opening: DataOpening, dataset: Dataset, qtbot: QtBot, tmp_path: Path) -> None:
    opening.ask()  # nothing is open, so nothing is asked
    opening.open(write_pairs(tmp_path / "pairs.jsonl"))
    qtbot.waitUntil(lambda: dataset.state == "loaded")
    with qtbot.waitSignal(opening.asked) as asked:
        opening.ask()
    shape = asked.args[0] if asked.args else None
    assert isinstance(shape, FileShape)
    assert shape.columns[:3] == ("prompt", "chosen", "rejected")
