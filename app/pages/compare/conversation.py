"""The two columns: whose replies stand where, and the turns below each other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.language.translate import tr
from app.models.chat import ChatModel
from app.models.panes import Panes
from app.pages.compare.pane_head import PaneHead
from app.pages.compare.turn_view import TurnView
from app.theme.theme import Theme
from app.widgets.card import Card, hairline
from app.widgets.empty_state import EmptyState

_NEAR_THE_END = 40  # pixels: whoever is that close to the newest text wants to follow it


class Conversation(Card):
    """Follows the chat; keeps to the newest text unless a person scrolled up.

    `asked_again(turn, prompt)`, `preferred(turn, side)`, `text_wanted(turn, side)` and `reward_wanted(turn)` carry what
    is wanted of a turn, counted from 0.
    """

    asked_again = Signal(int, str)
    preferred = Signal(int, object)
    text_wanted = Signal(int, object)
    reward_wanted = Signal(int)

    def __init__(self, theme: Theme, chat: ChatModel, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, spacing=0, parent=parent)
        self._theme = theme
        self._chat = chat
        self._follows = True
        self._turns: list[TurnView] = []
        self._names = ("", "")
        self.before, self.after = PaneHead(theme, "before"), PaneHead(theme, "after")
        self.layout_.addLayout(self._heads())
        self.layout_.addWidget(hairline())
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 4, 0, 12)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        inner = _Divided(theme)
        inner.setLayout(self._column)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inner)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(tr("Conversation"))
        self.layout_.addWidget(self._scroll, 1)
        self.train_first = EmptyState(
            theme,
            "lightning",
            tr("Train first"),
            tr("Here the trained model will answer beside the original."),
            tr("Go to Train"),
            parent=inner,
        )
        inner.set_right(self.train_first)
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(self._stay_at_the_end)
        bar.valueChanged.connect(self._note_place)
        chat.turn_added.connect(self._add_turn)
        chat.turn_changed.connect(self._turn_changed)
        chat.turns_cut.connect(self._cut)
        for index in range(len(chat.turns)):
            self._add_turn(index)

    @property
    def turns(self) -> list[TurnView]:
        """The turns in order."""
        return self._turns

    def show_train_first(self, wanted: bool) -> None:
        """Say on the right that there is no trained model yet."""
        self.train_first.setVisible(wanted)

    def _heads(self) -> QHBoxLayout:
        heads = QHBoxLayout()
        heads.setContentsMargins(0, 0, 0, 0)
        heads.setSpacing(0)
        heads.addWidget(self.before, 1)
        heads.addWidget(self.after, 1)
        return heads

    def show_speakers(self, panes: Panes, why_not: str) -> None:
        """Say who answers on either side, and by whom a turn was answered where that was somebody else."""
        names: list[str] = []
        for head in (self.before, self.after):
            head.show_speakers(panes, why_not)
            speaker = panes.speaker(head.side)
            names.append(speaker.name if speaker else "")
        if self._names != (names[0], names[1]):
            self._names = (names[0], names[1])
            for view in self._turns:
                view.show_names(self._names)

    def set_actions(self, why_not_ask: str) -> None:
        """What may be done with the prompts now."""
        for index, view in enumerate(self._turns):
            view.set_actions(why_not_ask, len(self._turns) - 1 - index, self._chat.why_no_choice(index))

    def leave_editing(self) -> bool:
        """Give up writing a prompt anew; whether one was."""
        editing = [view for view in self._turns if view.is_editing]
        for view in editing:
            view.leave_editing()
        return bool(editing)

    def _add_turn(self, index: int) -> None:
        view = TurnView(self._theme, self._chat.turns[index])
        view.show_names(self._names)
        view.refresh(self._chat.status)
        view.candidate_chosen.connect(lambda side, place: self._chat.choose_candidate(index, side, place))
        view.asked_again.connect(lambda prompt: self.asked_again.emit(index, prompt))
        view.preferred.connect(lambda side: self.preferred.emit(index, side))
        view.text_wanted.connect(lambda side: self.text_wanted.emit(index, side))
        view.reward_wanted.connect(lambda: self.reward_wanted.emit(index))
        self._turns.append(view)
        self._column.insertWidget(self._column.count() - 1, view)
        self._follows = True

    def _turn_changed(self, index: int) -> None:
        self._turns[index].refresh(self._chat.status)

    def _cut(self, index: int) -> None:
        for view in self._turns[index:]:
            view.hide()
            view.deleteLater()
        del self._turns[index:]

    def _note_place(self, value: int) -> None:
        self._follows = value >= self._scroll.verticalScrollBar().maximum() - _NEAR_THE_END

    def _stay_at_the_end(self, _low: int, high: int) -> None:
        if self._follows:
            self._scroll.verticalScrollBar().setValue(high)


class _Divided(QWidget):
    """A line down the middle; `set_right` places a widget over the right half."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._right: QWidget | None = None
        self.setProperty("clear", True)

    def set_right(self, widget: QWidget) -> None:
        self._right = widget
        self._place()

    def resizeEvent(self, event: object) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.width() // 2, 0, 1, self.height(), self._theme.color("border"))

    def _place(self) -> None:
        if self._right is not None:
            half = self.width() // 2
            self._right.setGeometry(half + 1, 0, half - 1, self.height())
