"""Whatever nobody caught: logged, and shown once in a dialog that can be copied, from any thread."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.language.translate import tr
from app.theme.fonts import mono_font
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.label import Label

_log = logging.getLogger(__name__)


class ErrorReport(QObject):
    """`reported(str)` carries a traceback into the thread that made this object, wherever the error happened.

    `install` puts it in place of Python's hooks, `uninstall` puts those back.
    """

    reported = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._previous = sys.excepthook, threading.excepthook

    def install(self) -> None:
        """Catch what reaches the top of a slot or of a thread."""
        self._previous = sys.excepthook, threading.excepthook
        sys.excepthook = self._report
        threading.excepthook = self._report_thread

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._previous

    def _report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._previous[0](kind, error, trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        _log.error("Nobody caught this:\n%s", text)
        self.reported.emit(text)

    def _report_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._report(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)


class ErrorDialog(QDialog):
    """Tells of one error; further ones are added to its text, so that a failing timer opens one dialog, not fifty."""

    _MOST = 20

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self.setWindowTitle(tr("Something went wrong"))
        self.setMinimumWidth(560)
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setProperty("frame", "input")
        self._details.setFont(mono_font(11))
        self._details.setMinimumHeight(220)
        self._details.setAccessibleName(tr("Details of the error"))
        copy = Button(theme, tr("Copy details"), icon="copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details.toPlainText()))
        close = Button(theme, tr("Close"), "primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(copy)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(10)
        layout.addWidget(Label(tr("Something went wrong that nobody foresaw"), "card_title"))
        text = tr(
            "A part of the window may not answer now. Your files and finished steps are on disk. If it stays odd, "
            "close DPO Studio and open it again."
        )
        layout.addWidget(Label(text, "body", "text2", wrap=True))
        layout.addWidget(self._details, 1)
        layout.addLayout(buttons)

    def add(self, details: str) -> None:
        """Show an error, and the dialog if it is not open."""
        self._count = self._count + 1 if self.isVisible() else 1
        if self._count == 1:
            self._details.setPlainText(details)
            self.open()
        elif self._count <= self._MOST:
            self._details.appendPlainText("\n" + details)

    @property
    def details(self) -> str:
        """All that it shows."""
        return self._details.toPlainText()
