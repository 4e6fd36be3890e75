"""What only the chosen model and the split can tell is found out beside the window and shown with the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.models.dataset import Dataset
from app.models.later_checks import LaterChecks
from app.models.model_choice import ModelChoice
from app.models.setup import SetupModel
from engine.data.checks.flag import Flag
from engine.data.checks.model.registry import MODEL_CHECKS

ROWS = [
    {"prompt": "Is it red?", "chosen": "Yes.", "rejected": "No."},
    {"prompt": "Is it <|im_end|>?", "chosen": "Yes.", "rejected": "No."},
    {"prompt": "Is it long?", "chosen": "long " * 100, "rejected": "No."},
    {"prompt": "Why? " * 100, "chosen": "Yes.", "rejected": "No."},
]


@pytest.fixture
def dataset() -> Dataset:
    return Dataset()


@pytest.fixture
def choice(dataset: Dataset, tmp_path: Path) -> ModelChoice:
    return ModelChoice(dataset, home=tmp_path / "home")


@pytest.fixture
def setup(dataset: Dataset) -> SetupModel:
    setup = SetupModel(dataset)
    setup.set_value("data.max_length", 64)
    return setup


@pytest.fixture
def later(dataset: Dataset, choice: ModelChoice, setup: SetupModel) -> LaterChecks:
    return LaterChecks(dataset, choice, setup, dataset)


def opened(dataset: Dataset, qtbot: QtBot, path: Path, rows: list[dict[str, str]]) -> None:
    path.write_text("\n".join(map(json.dumps, rows)))
    dataset.open(path)
    qtbot.waitUntil(lambda: dataset.flags is not None, timeout=20_000)


def rows_of(dataset: Dataset, name: str) -> tuple[int, ...]:
    flags = dataset.flags or {}
    return flags[name].rows if name in flags else ()


def test_the_chosen_model_is_asked_once_the_file_is_checked(
    dataset: Dataset,
    choice: ModelChoice,
    setup: SetupModel,
    later: LaterChecks,
    tiny_model_folder: Path,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    opened(dataset, qtbot, tmp_path / "pairs.jsonl", ROWS)
    assert not any(check.name in (dataset.flags or {}) for check in MODEL_CHECKS)
    choice.choose_folder(tiny_model_folder)
    qtbot.waitUntil(lambda: rows_of(dataset, "special_tokens") == (2,), timeout=60_000)
    assert rows_of(dataset, "cut_replies") == (3,)
    assert rows_of(dataset, "lost_replies") == (4,)
    setup.set_value("data.max_length", 1024)
    qtbot.waitUntil(lambda: rows_of(dataset, "cut_replies") == (), timeout=60_000)
    assert rows_of(dataset, "special_tokens") == (2,)
    dataset.filter.set("", "special_tokens")
    qtbot.waitUntil(lambda: dataset.table.rowCount() == 1)
    dataset.check.add_flags({"special_tokens": Flag()})
    assert dataset.filter.flag == "", "a filter that shows nothing any more is left"
    qtbot.waitUntil(lambda: not later.is_running, timeout=60_000)


def test_prompts_on_both_sides_of_the_split_are_found(
    dataset: Dataset, later: LaterChecks, tmp_path: Path, qtbot: QtBot
) -> None:
    twice = [ask for n in range(30) for ask in (f"Name colour {n}.", f"name COLOUR {n}")]
    rows = [{"prompt": ask, "chosen": f"Blue {n}.", "rejected": "No."} for n, ask in enumerate(twice)]
    dataset.set_evaluation_share(0.2)
    opened(dataset, qtbot, tmp_path / "pairs.jsonl", rows)
    qtbot.waitUntil(lambda: bool(rows_of(dataset, "leakage")), timeout=20_000)
    assert all(dataset.is_held_back(row - 1) for row in rows_of(dataset, "leakage"))
    dataset.set_evaluation_share(0.0)
    qtbot.waitUntil(lambda: rows_of(dataset, "leakage") == () and not later.is_running, timeout=20_000)


def test_another_file_begins_without_answers(
    dataset: Dataset, later: LaterChecks, tmp_path: Path, qtbot: QtBot
) -> None:
    twice = [{"prompt": ask, "chosen": f"Blue {n}.", "rejected": "No."} for n, ask in enumerate(["Why?", "why"] * 9)]
    dataset.set_evaluation_share(0.4)
    opened(dataset, qtbot, tmp_path / "one.jsonl", twice)
    qtbot.waitUntil(lambda: "leakage" in (dataset.flags or {}) and not later.is_running, timeout=20_000)
    opened(dataset, qtbot, tmp_path / "other.jsonl", ROWS)
    assert rows_of(dataset, "leakage") == ()
    qtbot.waitUntil(lambda: not later.is_running, timeout=20_000)


def test_a_model_that_is_gone_says_nothing_here(
    dataset: Dataset, choice: ModelChoice, later: LaterChecks, tiny_model_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    gone = tmp_path / "gone"
    gone.symlink_to(tiny_model_folder)
    choice.choose_folder(gone)
    gone.unlink()
    with qtbot.assertNotEmitted(dataset.failed):
        opened(dataset, qtbot, tmp_path / "pairs.jsonl", ROWS)
        qtbot.waitUntil(lambda: "cut_replies" in (dataset.flags or {}), timeout=60_000)
    assert rows_of(dataset, "cut_replies") == ()
    qtbot.waitUntil(lambda: not later.is_running, timeout=20_000)
