"""What the Data page shows before there is data: three steps, the demo, a file, a place to drop one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.language.translate import mark, tr, tr_marked
from app.pages.data.welcome_card import WelcomeCard, WelcomePicture
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.drop_area import DropArea
from app.widgets.label import Label
from app.widgets.mark import Mark

_WIDEST = 980
_STEPS: tuple[tuple[WelcomePicture, str, str], ...] = (
    ("pairs", mark("Load your pairs"), mark("Each has a prompt, a reply you like and one you do not.")),
    ("model", mark("Pick a model"), mark("Any local chat model that is on this computer.")),
    ("curves", mark("Train and compare"), mark("Watch it learn, then chat with the model before and after.")),
)


class Welcome(QWidget):
    """`demo_wanted`, `file_wanted` and `arena_wanted` are emitted by its buttons."""

    demo_wanted = Signal()
    file_wanted = Signal()
    arena_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.demo_button = Button(theme, tr("Try the built-in demo"), "primary", icon="play-circle", size="hero")
        self.demo_button.clicked.connect(self.demo_wanted)
        self.file_button = Button(theme, tr("Open a file"), icon="folder-open", size="hero")
        self.file_button.clicked.connect(self.file_wanted)
        self.arena_button = Button(theme, tr("Collect your own pairs"), icon="chats-circle", size="hero")
        self.arena_button.setToolTip(tr("No pairs yet: a model answers twice, and you pick the better reply (Ctrl 8)"))
        self.arena_button.clicked.connect(self.arena_wanted)
        self.drop_area = DropArea(
            theme,
            tr("Drop a preference file here"),
            tr("Prompts with a chosen and a rejected reply: JSON, JSONL, CSV, Parquet and more"),
        )
        content = QWidget()
        content.setProperty("clear", True)
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(0)
        column.addStretch(3)
        for part in self._parts(theme):
            if isinstance(part, int):
                column.addSpacing(part)
            else:
                column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(4)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        scroll.setAccessibleName(tr("Welcome"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _parts(self, theme: Theme) -> list[QWidget | int]:
        title = Label(tr("Teach a model which replies you prefer"), "welcome", wrap=True)
        lead = tr(
            "Load pairs of good and bad replies, press Train, and talk to the result. All of it stays on this computer."
        )
        text = Label(lead, "card_title", "text2", weight=400, wrap=True)
        note = tr(
            "The demo trains in about a minute, even without a GPU. No pairs yet? A model answers twice, and you pick."
        )
        foot = Label(note, "body", "text2", wrap=True)
        for label in (title, text, foot):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setFixedWidth(_WIDEST)
        return [
            Mark(theme, 52),
            16,
            title,
            8,
            text,
            28,
            self._cards(theme),
            26,
            _row([self.demo_button, self.file_button, self.arena_button]),
            12,
            foot,
            22,
            self._wide(self.drop_area),
        ]

    def _cards(self, theme: Theme) -> QWidget:
        cards: list[QWidget] = [
            WelcomeCard(theme, picture, number, tr_marked(title), tr_marked(text))
            for number, (picture, title, text) in enumerate(_STEPS, start=1)
        ]
        return self._wide(_row(cards, spacing=16))

    def _wide(self, widget: QWidget) -> QWidget:
        widget.setMinimumWidth(_WIDEST if widget.minimumWidth() == 0 else widget.minimumWidth())
        widget.setMaximumWidth(_WIDEST)
        return widget


def _row(widgets: list[QWidget], spacing: int = 12) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
    return row
