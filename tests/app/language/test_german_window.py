"""The whole window in German: on no page does a widget say in English what the catalogue has in German."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.application import Studio
from app.language.languages import install_language
from app.main_window import PAGES
from app.widgets.label import ElidedLabel
from tests.app.language.catalogue import entries
from tests.app.studio import fake_studio

_SMALLEST = (1100, 700)


@pytest.fixture
def studio(qtbot: QtBot, tmp_path: Path) -> Iterator[Studio]:
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    assert application is not None
    locale = QLocale()
    install_language(application, "de")
    studio = fake_studio(tmp_path)
    qtbot.addWidget(studio.window)
    studio.window.resize(*_SMALLEST)
    studio.window.show()
    yield studio
    studio.shut_down()
    install_language(application, "en")
    QLocale.setDefault(locale)


def test_every_page_is_german_and_nothing_is_cut_off(studio: Studio, qtbot: QtBot) -> None:
    studio.load_demo()
    check = studio.session.dataset.check
    qtbot.waitUntil(lambda: studio.session.dataset.flags is not None, timeout=60_000)
    assert not check.is_running or check
    german = {entry.english: entry.german for entry in entries()}
    english: set[str] = set()
    cut: set[str] = set()
    for name in PAGES:
        studio.window.show_page(name)
        qtbot.wait(50)
        for widget in studio.window.findChildren(QWidget):
            said = {text for text in _texts(widget) if text in german and text not in (*german[text], "Untitled")}
            english |= {f"{name}, {type(widget).__name__}: {text}" for text in said}
            if widget.isVisible() and _is_cut(widget):
                cut.add(f"{name}: {_shown(widget) or widget.accessibleName()}")
    assert not sorted(english)
    assert not sorted(cut)


def _texts(widget: QWidget) -> Iterator[str]:
    """All that a widget says, shows or tells those who cannot see it."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), _shown(widget))
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(index) for index in range(widget.count()))
    for action in widget.actions():
        assert isinstance(action, QAction)
        yield from (action.text(), action.toolTip())


def _shown(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    return widget.title() if isinstance(widget, QGroupBox) else ""


def _is_cut(widget: QWidget) -> bool:
    """Whether a line of text that cannot be shortened, or what is scrolled up and down, has less room than it needs."""
    if isinstance(widget, QScrollArea):
        inner: QWidget | None = widget.widget()
        return inner is not None and inner.width() > widget.viewport().width() + 1
    if not isinstance(widget, QLabel | QAbstractButton) or isinstance(widget, ElidedLabel) or not widget.text():
        return False
    if isinstance(widget, QLabel) and widget.wordWrap():
        return False
    return widget.minimumSizeHint().width() > widget.width() + 1
