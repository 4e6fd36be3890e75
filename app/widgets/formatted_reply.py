"""A reply with its code, tables and lists. It is built letter by letter: Qt reads nothing of it as markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.models.reply_blocks import Block, Code, GrowingReply, Paragraph, Rule, Table, shown_text, visible
from app.theme.fonts import TextStyle
from app.theme.theme import Theme
from app.widgets.block_table import BlockTable
from app.widgets.block_text import BlockText
from app.widgets.card import hairline
from app.widgets.code_block import CodeBlock

_Part = tuple[Paragraph, ...] | Code | Table | Rule


class FormattedReply(QWidget):
    """As high as the reply. While it grows only its last part changes, so nothing flickers or jumps.

    `style` and `text_focus` are those of its paragraphs.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        parent: QWidget | None = None,
        *,
        style: TextStyle = "chat",
        text_focus: Qt.FocusPolicy = Qt.FocusPolicy.StrongFocus,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._style: TextStyle = style
        self._text_focus = text_focus
        self._reply = GrowingReply()
        self._text = ""
        self._blocks: tuple[Block, ...] = ()
        self.parts: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def is_plain(self) -> bool:
        """Whether all of the reply's letters are shown, marks included."""
        return " ".join(map(shown_text, self._blocks)).split() == visible(self._text).split()

    def show_text(self, text: str) -> None:
        """Show a reply, or more of it."""
        if text == self._text:
            return
        self._text = text
        self._blocks = self._reply.read(text)
        parts = list(_parts(self._blocks))
        for place, part in enumerate(parts):
            if place < len(self.parts) and _shows(self.parts[place], part):
                _show(self.parts[place], part)
                continue
            self._drop_from(place)
            widget = self._make(part)
            _show(widget, part)
            self.parts.append(widget)
            self._column.addWidget(widget)
        self._drop_from(len(parts))

    def _drop_from(self, place: int) -> None:
        for widget in self.parts[place:]:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        del self.parts[place:]

    def _make(self, part: _Part) -> QWidget:
        match part:
            case Code():
                return CodeBlock(self._theme)
            case Table():
                return BlockTable(self._theme)
            case Rule():
                return hairline()
            case _:
                text = BlockText(self._theme, self._name, style=self._style)
                text.setFocusPolicy(self._text_focus)
                return text


def _parts(blocks: Sequence[Block]) -> Iterator[_Part]:
    """Paragraphs that follow each other are one text, so that they can be selected together."""
    text: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            text.append(block)
            continue
        if text:
            yield tuple(text)
            text = []
        yield block
    if text:
        yield tuple(text)


def _shows(widget: QWidget, part: _Part) -> bool:
    match part:
        case Code():
            return isinstance(widget, CodeBlock)
        case Table():
            return isinstance(widget, BlockTable)
        case Rule():
            return not isinstance(widget, CodeBlock | BlockTable | BlockText)
        case _:
            return isinstance(widget, BlockText)


def _show(widget: QWidget, part: _Part) -> None:
    match widget, part:
        case CodeBlock(), Code():
            widget.show_code(part)
        case BlockTable(), Table():
            widget.show_table(part)
        case BlockText(), tuple():
            widget.show_blocks(part)
        case _:
            pass
