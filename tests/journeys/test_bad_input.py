"""What goes wrong at the window is said there in a sentence: what happened, what it means, what to do."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from app.models.export import ExportState
from app.models.run_state import RunState
from app.pages.export.page import ExportPage
from app.pages.model.page import ModelPage
from app.pages.train.page import TrainPage
from app.widgets.banner import Banner
from tests.journeys.conftest import Journey
from tests.journeys.tiny_pairs import write_tiny_pairs


def shown_in(page: QWidget) -> str:
    """The banners in sight on a page."""
    return " ".join(banner.text for banner in page.findChildren(Banner) if banner.isVisible())


def is_a_sentence(text: str) -> bool:
    return text.endswith(".") and "Traceback" not in text and "Error:" not in text and len(text) < 400


def write_rows(path: Path, rows: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def binary_file(folder: Path) -> Path:
    path = folder / "pairs.jsonl"
    path.write_bytes(bytes(range(256)) * 20)
    return path


def empty_replies(folder: Path) -> Path:
    return write_rows(folder / "empty.jsonl", [{"prompt": "Hi", "chosen": "", "rejected": ""}] * 5)


def other_rows(folder: Path) -> Path:
    return write_rows(folder / "prices.jsonl", [{"article": "mug", "price": "7"}] * 5)


@pytest.mark.parametrize("make", [binary_file, empty_replies, other_rows, lambda folder: folder / "gone.jsonl"])
def test_a_file_that_is_no_preferences(journey: Journey, tmp_path: Path, make: Callable[[Path], Path]) -> None:
    journey.load_file_into_page(make(tmp_path))
    page = journey.window.page("data")
    journey.wait(lambda: shown_in(page))
    assert is_a_sentence(shown_in(page))
    assert journey.session.why_not_train == "Load preferences first."


def test_what_was_open_stays_open(journey: Journey, tmp_path: Path, pairs: Path, tiny_model_folder: Path) -> None:
    journey.load(pairs, tiny_model_folder)
    journey.load_file_into_page(other_rows(tmp_path))
    journey.wait(lambda: shown_in(journey.window.page("data")))
    journey.wait(lambda: journey.session.dataset.path == pairs)
    assert journey.session.dataset.pair_count == 40


def no_model(folder: Path, tiny: Path) -> Path:
    (folder / "holiday").mkdir()
    return folder / "holiday"


def no_template(folder: Path, tiny: Path) -> Path:
    target = folder / "base-model"
    shutil.copytree(tiny, target)
    (target / "chat_template.jinja").unlink(missing_ok=True)
    settings = json.loads((target / "tokenizer_config.json").read_text(encoding="utf-8"))
    settings.pop("chat_template", None)
    (target / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")
    return target


def test_a_folder_that_is_no_model(journey: Journey, tmp_path: Path, tiny_model_folder: Path) -> None:
    journey.window.show_page("model")
    page = journey.window.page("model")
    assert isinstance(page, ModelPage)
    journey.studio.dropped.open_folder(no_model(tmp_path, tiny_model_folder))
    assert "holds no model" in shown_in(page)
    assert is_a_sentence(shown_in(page))


def test_a_model_without_a_template_cannot_be_trained(
    journey: Journey, tmp_path: Path, pairs: Path, tiny_model_folder: Path
) -> None:
    journey.window.show_page("train")
    journey.session.dataset.open(pairs)
    journey.session.model_choice.choose_folder(no_template(tmp_path, tiny_model_folder))
    journey.wait(lambda: journey.session.dataset.split is not None)
    train = journey.window.page("train")
    assert isinstance(train, TrainPage)
    assert not train.setup.panel.button.isEnabled()
    assert "template" in train.setup.panel.lines[1].accessibleDescription()


def fail_to_train(journey: Journey, **knobs: object) -> str:
    """Start a run that cannot be, and return what the Train page says about it."""
    journey.window.show_page("train")
    journey.train(**knobs)
    journey.wait_for(RunState.FAILED)
    train = journey.window.page("train")
    assert isinstance(train, TrainPage)
    assert train.setup.isVisible()
    assert train.setup.panel.button.isEnabled()
    return shown_in(train)


def test_prompts_longer_than_the_longest_pair(journey: Journey, tmp_path: Path, tiny_model_folder: Path) -> None:
    rows = [{"prompt": "why " * 300, "chosen": "yes", "rejected": "no"}] * 10
    journey.load(write_rows(tmp_path / "long.jsonl", rows), tiny_model_folder)
    said = fail_to_train(journey, data__max_length=256)
    assert is_a_sentence(said)
    assert "256" in said


def test_a_device_that_is_not_here(journey: Journey, pairs: Path, tiny_model_folder: Path) -> None:
    journey.load(pairs, tiny_model_folder)
    journey.session.model_choice.choose_device("cuda:7")
    said = fail_to_train(journey)
    assert said.startswith("The device 'cuda:7' is not on this computer.")
    assert is_a_sentence(said)


def test_a_file_that_vanished_before_training(journey: Journey, tmp_path: Path, tiny_model_folder: Path) -> None:
    pairs = write_tiny_pairs(tmp_path / "vanishing.jsonl", 20)
    journey.load(pairs, tiny_model_folder)
    pairs.unlink()
    assert is_a_sentence(fail_to_train(journey))


def test_an_output_folder_that_cannot_be_written(
    journey: Journey, tmp_path: Path, pairs: Path, tiny_model_folder: Path
) -> None:
    session = journey.session
    journey.load(pairs, tiny_model_folder)
    journey.train(training__epochs=1, training__batch_size=16)
    journey.wait_for(RunState.FINISHED)
    journey.window.show_page("export")
    page = journey.window.page("export")
    assert isinstance(page, ExportPage)
    (tmp_path / "a file").touch()
    session.export.set_destination(tmp_path / "a file" / "adapter")  # for root every folder can be written
    page.export_button.click()
    journey.wait(lambda: session.export.state is ExportState.FAILED)
    assert is_a_sentence(page.adapter.status)
    session.export.set_destination(tmp_path / "adapter")
    page.export_button.click()
    journey.wait(lambda: session.export.state is ExportState.VERIFIED)  # nothing was lost


def test_a_prompt_longer_than_the_model_reads(journey: Journey, pairs: Path, tiny_model_folder: Path) -> None:
    journey.load(pairs, tiny_model_folder)
    journey.window.show_page("compare")
    journey.session.ask("why " * 600)
    journey.wait(lambda: not journey.session.chat.is_busy)
    said = shown_in(journey.window.page("compare"))
    assert "512 at most" in said
    assert is_a_sentence(said)
