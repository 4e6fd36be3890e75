"""The Model page with real widgets: finding, choosing, refusing, previewing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app.background.run_thread import EngineThread
from app.models.dataset import Dataset
from app.models.model_choice import ModelChoice
from app.models.outlook import RunOutlook
from app.models.run import RunModel
from app.models.setup import SetupModel
from app.pages.model.convert_panel import ConvertPanel
from app.pages.model.facts_card import FactsCard
from app.pages.model.page import ModelPage
from app.pages.model.template_picker import TemplatePicker
from app.pages.model.verdict import verdict
from app.pages.model.words import count_short, count_words, home_relative, size_words
from app.theme.theme import Theme
from app.widgets.badge import Badge
from engine.data.preference_pair import Message, PreferencePair
from engine.forecast.memory import MemoryForecast, memory_parts
from engine.model.gguf.facts import inspect_gguf
from engine.plan import DataPlan, ModelPlan, RunPlan
from tests.app.fake_engine import wake_fake_engine
from tests.app.pages.conftest import facts
from tests.engine.model.tiny_gguf import Vocabulary, tiny_llama, write_gguf

PAIR = PreferencePair(
    3, (Message("user", "the cat?"),), (Message("assistant", "red"),), (Message("assistant", "blue dog"),)
)


@pytest.fixture
def choice(tmp_path: Path) -> ModelChoice:
    return ModelChoice(home=tmp_path)


@pytest.fixture
def outlook(choice: ModelChoice) -> Iterator[RunOutlook]:
    thread = EngineThread(wake=wake_fake_engine)
    setup = SetupModel()

    def plan() -> RunPlan:
        return setup.plan(ModelPlan("model"), DataPlan("pairs"))

    yield RunOutlook(Dataset(), choice, setup, RunModel(thread), plan)
    thread.shut_down()


@pytest.fixture
def page(qtbot: QtBot, choice: ModelChoice, outlook: RunOutlook) -> ModelPage:
    page = ModelPage(Theme("light"), choice, outlook)
    qtbot.addWidget(page)
    page.resize(1222, 836)
    page.show()
    return page


def test_the_memory_of_the_chosen_model_is_forecast_at_once(
    qtbot: QtBot, page: ModelPage, choice: ModelChoice, tiny_model_folder: Path
) -> None:
    assert not page.memory.isVisible()
    choice.choose_folder(tiny_model_folder)
    qtbot.waitUntil(page.memory.isVisible)
    assert page.memory.badge.accessibleName().startswith("Fits with")


def test_found_models_are_listed_and_chosen_by_the_keyboard(
    qtbot: QtBot, page: ModelPage, choice: ModelChoice, tiny_model_folder: Path
) -> None:
    (choice.home / "models").mkdir()
    (choice.home / "models" / "tiny").symlink_to(tiny_model_folder, target_is_directory=True)
    with qtbot.waitSignal(choice.changed, check_params_cb=lambda: bool(choice.found), timeout=20_000):
        choice.search()
    qtbot.waitUntil(lambda: page.list.model().rowCount() == len(choice.found))
    assert not page.next_button.isEnabled()
    page.list.setFocus()
    row = next(row for row, facts in enumerate(choice.found) if facts.name == "tiny")
    page.list.setCurrentIndex(page.list.model().index(row, 0))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert choice.chosen is not None
    assert choice.chosen.name == "tiny"
    assert page.next_button.isEnabled()
    qtbot.waitUntil(lambda: bool(choice.devices), timeout=60_000)


def test_a_folder_that_is_no_model_is_refused_in_one_sentence(
    page: ModelPage, choice: ModelChoice, tmp_path: Path
) -> None:
    choice.choose_folder(tmp_path)
    assert page.banner.isVisible()
    assert "no model" in page.banner.text
    assert "Traceback" not in page.banner.text
    assert choice.folder is None


def test_the_selected_pair_is_shown_as_the_model_reads_it(
    qtbot: QtBot, page: ModelPage, choice: ModelChoice, tiny_model_folder: Path
) -> None:
    choice.choose_folder(tiny_model_folder)
    choice.template.show_pair(PAIR)
    qtbot.waitUntil(lambda: choice.template.preview is not None and bool(choice.devices), timeout=60_000)
    preview = choice.template.preview
    assert preview is not None
    assert preview.prompt == "<|im_start|>user\nthe cat?<|im_end|>\n<|im_start|>assistant\n"
    assert preview.chosen == "red<|im_end|>\n"
    assert preview.rejected == "blue dog<|im_end|>\n"
    assert preview.end_tokens == 1
    assert preview.same_prompt


def test_a_device_that_is_absent_cannot_be_chosen(
    qtbot: QtBot, page: ModelPage, choice: ModelChoice, tiny_model_folder: Path
) -> None:
    choice.choose_folder(tiny_model_folder)
    qtbot.waitUntil(lambda: bool(choice.devices), timeout=60_000)
    assert [device.name for device in choice.devices][-1] == "cpu"
    choice.choose_device("cpu")
    assert choice.device == "cpu"


@pytest.mark.parametrize(
    "words, expected",
    [
        (count_words(1_540_000_000), "1.54 billion"),
        (count_words(134_515_008), "135 million"),
        (count_short(2_300_000), "2.3 M"),
        (size_words(269_060_000), "269 MB"),
        (size_words(3_090_000_000), "3.09 GB"),
        (home_relative(Path.home() / "models"), "~/models"),
    ],
)
def test_numbers_are_said_as_people_say_them(words: str, expected: str) -> None:
    assert words == expected


def test_the_place_of_a_model_chosen_by_hand_is_searched_the_next_time(
    qtbot: QtBot,
    choice: ModelChoice,
    page: ModelPage,
    tmp_path: Path,
    tiny_model_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mine = tmp_path / "elsewhere" / "tiny"
    mine.parent.mkdir()
    mine.symlink_to(tiny_model_folder, target_is_directory=True)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(mine))
    with qtbot.waitSignal(page.folder_opened) as opened:
        page.choose_folder()
    assert opened.args == [str(mine.parent)]
    later = ModelChoice(home=tmp_path / "home")
    later.also_search(mine.parent)
    with qtbot.waitSignal(later.changed, check_params_cb=lambda: bool(later.found), timeout=20_000):
        later.search()
    assert mine in [facts.folder for facts in later.found]


def _gguf(path: Path) -> Path:
    vocabulary = Vocabulary.of_bytes()
    return write_gguf(path, tiny_llama(vocabulary), vocabulary)


def test_a_gguf_is_converted_by_a_button_and_its_folder_is_chosen(
    qtbot: QtBot, page: ModelPage, choice: ModelChoice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = _gguf(tmp_path / "packed.gguf")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    page.choose_gguf()
    qtbot.waitUntil(lambda: choice.chosen is not None)
    panel = page.findChild(ConvertPanel)
    assert panel is not None
    assert panel.isVisible()
    assert page.sources.gguf.isChecked()
    assert not page.next_button.isEnabled()
    assert "Convert" in page.next_button.toolTip()
    qtbot.mouseClick(panel.button, Qt.MouseButton.LeftButton)
    assert panel.work.isVisible()
    qtbot.waitUntil(lambda: choice.folder is not None, timeout=60_000)
    assert choice.folder == choice.home / "models" / "packed"
    assert page.next_button.isEnabled()
    assert not panel.isVisible()
    qtbot.waitUntil(lambda: not choice.is_searching and bool(choice.devices), timeout=60_000)
    assert [one.name for one in choice.found if one.name == "packed"] == ["packed"]


def test_a_conversion_that_is_given_up_leaves_nothing(qtbot: QtBot, choice: ModelChoice, tmp_path: Path) -> None:
    choice.choose(inspect_gguf(_gguf(tmp_path / "packed.gguf")))
    choice.convert()
    assert choice.conversion.file is not None
    choice.conversion.cancel()
    assert choice.conversion.file is None
    QThreadPool.globalInstance().waitForDone(60_000)
    qtbot.waitUntil(lambda: bool(choice.devices), timeout=60_000)
    assert choice.folder is None
    assert not list((choice.home / "models").glob("*"))


def test_a_gguf_that_cannot_be_read_says_why_and_offers_no_button(
    qtbot: QtBot, page: ModelPage, choice: ModelChoice, tmp_path: Path
) -> None:
    file = _gguf(tmp_path / "packed.gguf")
    file.write_bytes(file.read_bytes().replace(b"llama", b"lamma"))
    choice.choose_gguf(file)
    qtbot.waitUntil(lambda: choice.chosen is not None)
    panel = page.findChild(ConvertPanel)
    assert panel is not None
    assert not panel.isVisible()
    assert any("kind lamma" in label.text() for label in page.findChildren(QLabel) if label.isVisible())
    qtbot.waitUntil(lambda: bool(choice.devices), timeout=60_000)


@pytest.mark.parametrize(
    "changes, free, word",
    [
        ({}, 10.0, "Fits"),
        ({}, 1.1, "Tight"),
        ({}, 0.9, "Too large"),
        ({"is_chat_model": False, "has_chat_template": False}, 10.0, "Not a chat model"),
        ({"problem": "It has no tokenizer."}, 10.0, "Cannot be trained"),
    ],
)
def test_the_first_thing_in_the_way_is_said(changes: dict[str, object], free: float, word: str) -> None:
    model = replace(facts(), **changes)  # pyright: ignore[reportArgumentType]
    parts = memory_parts(0, 10**9, 0)
    judged = verdict(model, MemoryForecast(parts, round(free * parts.total)))
    assert judged.word == word
    assert judged.reason


def test_the_cache_alone_is_shown_and_says_where_to_go_when_it_is_empty(
    qtbot: QtBot, page: ModelPage, choice: ModelChoice, tiny_model_folder: Path
) -> None:
    choice.choose_folder(tiny_model_folder)
    assert page.list.model().rowCount() == 1
    page.sources.cache.click()
    assert page.list.model().rowCount() == 0
    assert not page.list.isVisible()
    page.found.show_all.click()
    assert page.list.isVisible()
    qtbot.waitUntil(lambda: bool(choice.devices), timeout=60_000)


def badges(page: ModelPage) -> set[str]:
    """What is said beside the chosen model: in the list, and on its card."""
    index = page.list.currentIndex()
    card = page.findChild(FactsCard)
    assert card is not None
    on_card = {badge.accessibleName() for badge in card.findChildren(Badge)}
    words = str(index.data(Qt.ItemDataRole.AccessibleTextRole)).split(". ")[0].split(", ")
    return {words[-1], *on_card}


def test_a_base_model_is_given_a_template_that_is_shown_before_it_is_used(
    qtbot: QtBot, page: ModelPage, choice: ModelChoice, tiny_model_folder: Path, tmp_path: Path
) -> None:
    base = shutil.copytree(tiny_model_folder, tmp_path / "base")
    (base / "chat_template.jinja").unlink(missing_ok=True)
    settings = json.loads((base / "tokenizer_config.json").read_text(encoding="utf-8"))
    settings.pop("chat_template", None)
    (base / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")
    choice.template.show_pair(PAIR)
    choice.choose_folder(base)
    picker = page.findChild(TemplatePicker)
    assert picker is not None
    assert picker.isVisible()
    qtbot.waitUntil(lambda: bool(choice.template.suitable) and bool(choice.devices), timeout=60_000)
    assert choice.folder is None
    assert choice.template.preview is None
    assert "template" in page.next_button.toolTip()
    assert "Not a chat model" in badges(page)
    assert picker.choice is not None
    labels = [picker.choice.itemText(row) for row in range(picker.choice.count())]
    assert labels == ["Choose a template…", "ChatML", "Zephyr", "Alpaca", "User and Assistant"]
    picker.choice.setCurrentIndex(labels.index("Alpaca"))
    qtbot.waitUntil(lambda: choice.template.preview is not None, timeout=60_000)
    preview = choice.template.preview
    assert preview is not None
    assert preview.prompt == "### Instruction:\nthe cat?\n\n### Response:\n"
    assert preview.chosen == "red<|im_end|>"
    assert choice.folder == base
    assert page.next_button.isEnabled()
    assert badges(page) & {"Fits", "Tight", "Too large"}
    assert "Template chosen" in badges(page)
    assert "Not a chat model" not in badges(page)
    choice.choose_folder(tiny_model_folder)  # another model, another matter
    assert choice.template.name == ""
    assert not picker.isVisible()
