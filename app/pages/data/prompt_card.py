"""The turns before the replies, as a conversation; the last question can be written anew."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.language.translate import mark, tr, tr_marked
from app.theme.theme import Theme
from app.widgets.card import Card
from app.widgets.chat_bubble import ChatBubble, bubble_row
from app.widgets.icon_label import IconLabel
from app.widgets.label import Label
from app.widgets.text_editor import TextEditor
from engine.data.preference_pair import Message, PreferencePair

_MOST_HEIGHT = 260
_SCROLL_BAR = 8
_EDITOR_HEIGHT = 76
_NAMES = {
    "system": mark("System"),
    "assistant": mark("Assistant"),
    "tool": mark("Tool"),
    "developer": mark("Developer"),
}


class PromptCard(Card):
    """Long conversations scroll inside the card and open at their end, which is what the replies answer."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, spacing=0, parent=parent)
        self._theme = theme
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(tr("Prompt"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content = QWidget()
        self._scroll.setWidget(self._content)
        self.layout_.addWidget(self._scroll)
        self.layout_.setContentsMargins(1, 1, 1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._last: QWidget | None = None
        self._turns = 0
        self.editor = TextEditor(tr("Last question, to edit"))
        self.editor.setFixedHeight(_EDITOR_HEIGHT)
        self.editor.hide()
        self._edit_row = QWidget()
        row = QVBoxLayout(self._edit_row)
        row.setContentsMargins(14, 10, 14, 10)
        row.addWidget(self.editor)
        self._edit_row.hide()
        self.layout_.addWidget(self._edit_row)
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda _, end: self._show_last_turn(end))

    def show_pair(self, pair: PreferencePair) -> None:
        """Show the turns that lead to the replies."""
        self._last = None
        self._content = QWidget()
        self._content.setProperty("clear", True)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        if pair.tools:
            names = ", ".join(str(tool.get("function", tool).get("name", tr("a function"))) for tool in pair.tools)
            column.addLayout(_turn(self._theme, "wrench", tr("Tools"), names))
        self._turns = len(pair.prompt) + bool(pair.tools)
        for message in pair.prompt:
            self._add(column, message)
        if not pair.prompt:
            column.addWidget(Label(tr("No prompt: the replies begin the conversation."), "body", "text2"))
        column.addStretch(1)
        self._scroll.setWidget(self._content)
        self._fit()

    def begin_editing(self, text: str | None) -> None:
        """Let the last question be written anew; None leaves it as it is."""
        self.editor.set_text(text or "")
        self._set_editing(text is not None)

    def end_editing(self) -> None:
        """Show the conversation again."""
        self._set_editing(False)

    @property
    def draft(self) -> str | None:
        """What is written now; None while it cannot be."""
        return None if self.editor.isHidden() else self.editor.text

    def _set_editing(self, is_editing: bool) -> None:
        self.editor.setVisible(is_editing)
        self._edit_row.setVisible(is_editing)
        if self._last is not None:
            self._last.setVisible(not is_editing)
        self._scroll.setVisible(not is_editing or self._turns > 1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _show_last_turn(self, end: int) -> None:
        """Begin at the end of the conversation, or at the start of a last turn that is longer than the card."""
        start = self._last.y() - 12 if self._last is not None else end
        self._scroll.verticalScrollBar().setValue(min(end, max(0, start)))

    def _fit(self) -> None:
        """As high as the conversation at this width, up to a limit."""
        room = self.width() - 2
        needed = self._height_at(room)
        too_high = needed > _MOST_HEIGHT
        if too_high:
            needed = self._height_at(room - _SCROLL_BAR)
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if too_high else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._scroll.setVerticalScrollBarPolicy(policy)
        # Wrapped labels ask for more than they need, so the scroll area must not ask them.
        self._content.setFixedHeight(needed)
        if self.editor.isHidden():
            self.setFixedHeight(min(_MOST_HEIGHT, needed) + 2)
            return
        # Little is left for the replies while there is an editor, so a long conversation gets less.
        conversation = 0 if self._scroll.isHidden() else min(_MOST_HEIGHT // 2, needed)
        self.setFixedHeight(conversation + _EDITOR_HEIGHT + 20 + 2)

    def _height_at(self, width: int) -> int:
        layout = self._content.layout()
        if layout is None:
            return 52
        height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        return max(52, height)

    def _add(self, column: QVBoxLayout, message: Message) -> None:
        if message.role == "user":
            bubble = ChatBubble(self._theme, message.content)
            self._last = bubble
            column.addLayout(bubble_row(bubble))
        else:
            name = tr_marked(_NAMES.get(message.role, message.role.capitalize()))
            icon = "text-align-left" if message.role == "system" else "chats-circle"
            column.addLayout(_turn(self._theme, icon, name, message.content))


def _turn(theme: Theme, icon: str, name: str, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    label = Label(text, "body", "text2", wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    head = Label(name, "strong")
    for widget in (IconLabel(theme, icon), head):
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label, 1)
    return row
