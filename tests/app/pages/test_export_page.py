"""The Export page with real widgets over a fake engine."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.background.jobs import FilesWritten
from app.models.export import ExportState
from app.pages.export.page import ExportPage
from app.theme.theme import Theme
from app.widgets.markdown_view import MarkdownView, without_yaml
from engine.errors import EngineError
from engine.storage.run_folder import RunFolder
from tests.app.accessible import nameless, too_small
from tests.app.pages.conftest import Studio
from tests.app.run_folders import write_run

FILES = (("README.md", 30), ("adapter_model.safetensors", 73_900_000))


@pytest.fixture
def page(studio: Studio) -> ExportPage:
    page = ExportPage(studio.theme, studio.session)
    studio.show(page)
    return page


@pytest.fixture
def offered(studio: Studio, page: ExportPage, tmp_path: Path) -> ExportPage:
    """The page with a finished run on disk behind it."""
    run = write_run(studio.session.project.runs_folder / "20260101-101010-balanced-03", "finished")
    studio.session.restore_last_run()
    studio.qtbot.waitUntil(lambda: bool(studio.session.export.card))
    assert studio.session.export.run_folder == RunFolder(run.path).path
    return page


def export(studio: Studio, page: ExportPage, *reports: object) -> None:
    studio.replies = list(reports)
    studio.qtbot.mouseClick(page.export_button, Qt.MouseButton.LeftButton)
    studio.qtbot.waitUntil(lambda: studio.session.export.state in (ExportState.VERIFIED, ExportState.FAILED))


def test_without_a_run_it_leads_back_to_train(studio: Studio, page: ExportPage) -> None:
    assert page.nothing.isVisible()
    assert not page.export_button.isVisible()
    page.nothing.button.click()
    assert studio.wanted_pages == ["train"]


def test_a_run_from_an_earlier_session_can_be_exported(studio: Studio, offered: ExportPage) -> None:
    assert offered.adapter.status.startswith("Ready")
    assert "pairs" in offered.card.preview.toPlainText()
    assert offered.card.source.toPlainText() == studio.session.export.card
    assert "balanced-03-adapter" in offered.adapter.destination.text()


def test_a_verified_export_shows_its_files_and_opens(studio: Studio, offered: ExportPage) -> None:
    export(studio, offered, FilesWritten(studio.session.export.destination, FILES))
    assert offered.adapter.status.startswith("Round-trip verified")
    assert offered.adapter.file_names == ["README.md", "adapter_model.safetensors"]
    assert offered.open_button.isVisible()
    assert not offered.export_button.isEnabled()


def test_a_failure_keeps_the_page_and_says_what_to_do(studio: Studio, offered: ExportPage, tmp_path: Path) -> None:
    def refuse() -> None:
        raise EngineError("The adapter could not be written: the folder is read-only.", "Choose another folder.")

    export(studio, offered, refuse)
    expected = "The adapter could not be written: the folder is read-only. Choose another folder."
    assert offered.adapter.status == expected
    offered.adapter.destination.setText(str(tmp_path / "elsewhere"))
    offered.adapter.destination.editingFinished.emit()
    assert studio.session.export.destination == tmp_path / "elsewhere"
    assert offered.adapter.status.startswith("Ready")
    export(studio, offered, FilesWritten(tmp_path / "elsewhere", FILES))
    assert offered.adapter.status.startswith("Round-trip verified")


def test_ctrl_e_exports(studio: Studio, offered: ExportPage) -> None:
    studio.replies = [FilesWritten(studio.session.export.destination, FILES)]
    studio.qtbot.keyClick(offered, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    studio.qtbot.waitUntil(lambda: studio.session.export.state is ExportState.VERIFIED)


def test_every_control_can_be_found_and_hit(studio: Studio, offered: ExportPage) -> None:
    assert nameless(offered) == []
    assert too_small(offered) == []


def test_a_card_loads_nothing_and_leaves_its_header_out(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    picture = tmp_path / "secret.png"
    picture.write_bytes(b"no picture")
    view = MarkdownView(theme, "Model card")
    qtbot.addWidget(view)
    view.show_markdown(f"---\nlicense: mit\n---\n# Title\n\n![x]({picture.as_uri()})\n<script>alert(1)</script> text")
    assert "license" not in view.toPlainText()
    assert view.toPlainText().startswith("Title")
    assert without_yaml("no header\n---\n") == "no header\n---\n"


def test_a_whole_model_is_called_one(studio: Studio, offered: ExportPage) -> None:
    session = studio.session
    assert offered.export_button.text() == "Export adapter"
    session.export.offer(session.export.run_folder, session.export.destination, "model")
    session.changed.emit()
    assert offered.export_button.text() == "Export model"
    assert "PeftModel" not in offered.usage.code.text()
