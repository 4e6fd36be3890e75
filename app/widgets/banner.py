"""A message in the page: what happened, what it means, and the button that does something about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from app.language.engine_words import tr_engine
from app.language.translate import tr
from app.theme.contrast import blend
from app.theme.fonts import mono_font
from app.theme.theme import Theme
from app.theme.tokens import RADIUS, Tone
from app.widgets.button import Button
from app.widgets.icon_label import IconLabel
from app.widgets.label import Label
from app.widgets.painting import rounded_box

_ICONS: dict[Tone, str] = {"warn": "warning", "danger": "warning-circle", "ok": "check-circle"}


class BannerSlot(QWidget):
    """Margins around a banner that are there only while it is."""

    def __init__(self, banner: Banner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(banner)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        banner.installEventFilter(self)
        self.hide()

    def set_margins(self, side: int, top: int) -> None:
        """Left and right, and above."""
        self._layout.setContentsMargins(side, top, side, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(event.type() == QEvent.Type.ShowToParent)
        return False


class Banner(QWidget):
    """Hidden until `show_message`. `actions` are (label, what to do); a person closes it, or `clear` does.

    `details` holds the raw cause behind "Show details", to be read or copied.
    """

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone: Tone = "accent"
        self._icon = IconLabel(theme, "info", "accent", 18)
        self._title = Label("", "strong", wrap=True)
        self._text = Label("", "body", "text2", wrap=True)
        for label in (self._title, self._text):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._close = Button(theme, icon="x", kind="ghost", size="compact", name=tr("Close this message"))
        self._close.clicked.connect(self._dismiss)
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setProperty("frame", "input")
        self._details.setFont(mono_font(11))
        self._details.setFixedHeight(140)
        self._details.setAccessibleName(tr("Details of the error"))
        self._details.hide()

        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._icon)
        line.addLayout(words, 1)
        line.addLayout(self._buttons)
        line.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 10, 10)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self._details)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    @property
    def text(self) -> str:
        """Title and sentence as one text, for tests and for those who listen."""
        return f"{self._title.text()} {self._text.text()}".strip()

    def button(self, label: str) -> Button:
        """One of the actions' buttons, by its label. Raises StopIteration when there is none."""
        buttons = self.findChildren(Button)
        return next(button for button in buttons if button.text() == label and not button.isHidden())

    def show_message(
        self,
        tone: Tone,
        title: str,
        text: str = "",
        actions: tuple[tuple[str, Callable[[], None]], ...] = (),
        *,
        details: str = "",
        closable: bool = True,
    ) -> None:
        """Show a message in place of the one before."""
        self._tone = tone
        self._icon.set_icon(_ICONS.get(tone, "info"), tone)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._close.setVisible(closable)
        self._details.setPlainText(details)
        self._details.hide()
        self._set_actions(actions)
        if details:
            self._add_details_buttons()
        self.setAccessibleName(self.text)
        self.show()
        self.update()

    def show_error(self, message: str, hint: str, details: str = "", *actions: tuple[str, Callable[[], None]]) -> None:
        """Show an engine error: its sentence as the title, what to do as the text."""
        self.show_message("danger", tr_engine(message), tr_engine(hint), actions, details=details)

    def clear(self) -> None:
        """Take the message away; the details too."""
        self._set_actions(())
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = self._theme.colors
        soft = colors.soft(self._tone)
        border = blend(colors.fill(self._tone), soft, 0.35)
        rounded_box(QPainter(self), QRectF(self.rect()), RADIUS.card, soft, border)

    def _dismiss(self) -> None:
        self.clear()
        self.closed.emit()

    def _set_actions(self, actions: tuple[tuple[str, Callable[[], None]], ...]) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for label, action in actions:
            self._add_button(label, action)

    def _add_details_buttons(self) -> None:
        details = self._add_button(tr("Show details"), lambda: None)
        copy = self._add_button(tr("Copy"), lambda: QGuiApplication.clipboard().setText(self._details.toPlainText()))
        copy.hide()

        def toggle() -> None:
            shown = not self._details.isVisible()
            self._details.setVisible(shown)
            copy.setVisible(shown)
            details.set_label(tr("Hide details") if shown else tr("Show details"))

        details.clicked.connect(toggle)

    def _add_button(self, label: str, action: Callable[[], None]) -> Button:
        button = Button(self._theme, label)
        button.clicked.connect(lambda _=False: action())
        self._buttons.addWidget(button)
        return button
