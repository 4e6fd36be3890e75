"""Paragraphs, headings, lists and quotes of a reply in one text that can be selected across all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from app.models.reply_blocks import Paragraph, Span
from app.theme.fonts import TextStyle, text_font
from app.theme.theme import Theme
from app.widgets.span_format import span_format
from app.widgets.streaming_text import LINE_HEIGHT, StreamingText

_HEADINGS = {1: 4, 2: 2, 3: 1}  # pixels by which they are larger than the text; deeper ones are as large
_STEP = 22  # pixels by which a list or a quote stands in
_GAP, _GAP_IN_LIST = 10, 4  # pixels above a block
_QUOTE = QTextFormat.Property.UserProperty
_LINE = "\N{LINE SEPARATOR}"


class BlockText(StreamingText):
    """What two versions have in common stays untouched, and so does a selection in it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None, *, style: TextStyle = "chat") -> None:
        super().__init__(name, parent)
        self._theme = theme
        self._size = text_font(style).pixelSize()
        self.setFont(text_font(style))
        self._blocks: tuple[Paragraph, ...] = ()
        theme.changed.connect(self._dress_anew)

    def show_blocks(self, blocks: Sequence[Paragraph]) -> None:
        """Show these paragraphs."""
        new = tuple(blocks)
        kept = _alike(self._blocks, new)
        if kept == len(new) == len(self._blocks):
            return
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        if kept < len(self._blocks):
            kept += self._continue(cursor, kept, new)
        for index in range(kept, len(new)):
            if index:
                cursor.insertBlock()
            self._write(cursor, index, new[index])
        cursor.endEditBlock()
        self._blocks = new

    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        if not any(block.quote for block in self._blocks):
            return
        painter = QPainter(self.viewport())
        layout = self.document().documentLayout()
        block = self.document().begin()
        while block.isValid():
            for level in range(int(block.blockFormat().property(_QUOTE) or 0)):
                area = layout.blockBoundingRect(block)
                left = _STEP * level
                painter.fillRect(QRectF(left, area.top(), 3, area.height()), self._theme.color("border2"))
            block = block.next()

    def _continue(self, cursor: QTextCursor, index: int, new: tuple[Paragraph, ...]) -> int:
        """Cut behind what the first differing block has in common with its next version, and finish that one.

        Returns 1 if it was finished, 0 if the block is to be written whole.
        """
        block = self.document().findBlockByNumber(index)
        end = QTextCursor.MoveOperation.End
        keep = QTextCursor.MoveMode.KeepAnchor
        old = self._blocks[index]
        if index < len(new) and _same_place(old, new[index]):
            units, rest = _common(old.spans, new[index].spans)
            cursor.setPosition(block.position() + len(_marker(old)) + units)
            cursor.movePosition(end, keep)
            cursor.removeSelectedText()
            self._insert(cursor, new[index], rest)
            return 1
        # With the break before it, so that the next block is begun anew with a look of its own.
        cursor.setPosition(block.position() - 1 if index else 0)
        cursor.movePosition(end, keep)
        cursor.removeSelectedText()
        return 0

    def _write(self, cursor: QTextCursor, index: int, block: Paragraph) -> None:
        cursor.setBlockFormat(_block_format(block, is_first=index == 0))
        cursor.insertText(_marker(block), self._char_format(block, Span("")))
        self._insert(cursor, block, block.spans)

    def _insert(self, cursor: QTextCursor, block: Paragraph, spans: Sequence[Span]) -> None:
        for span in spans:
            cursor.insertText(span.text.replace("\n", _LINE), self._char_format(block, span))

    def _char_format(self, block: Paragraph, span: Span) -> QTextCharFormat:
        size = self._size + _HEADINGS.get(block.heading, 0)
        return span_format(self._theme, span, size, is_bold=bool(block.heading), is_quiet=bool(block.quote))

    def _dress_anew(self) -> None:
        """The colours are part of the text's formats."""
        blocks, self._blocks = self._blocks, ()
        self.document().clear()
        self.show_blocks(blocks)


def _block_format(block: Paragraph, *, is_first: bool) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    form.setLeftMargin(_STEP * (block.indent + block.quote))
    if block.marker:
        form.setTextIndent(-_STEP)
        form.setTabPositions([QTextOption.Tab(_STEP, QTextOption.TabType.LeftTab)])
    if not is_first:
        form.setTopMargin(_GAP_IN_LIST if block.indent else _GAP)
    if block.quote:
        form.setProperty(_QUOTE, block.quote)
    return form


def _marker(block: Paragraph) -> str:
    return f"{block.marker}\t" if block.marker else ""


def _alike(old: tuple[Paragraph, ...], new: tuple[Paragraph, ...]) -> int:
    """How many blocks at the beginning are the same."""
    return next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))


def _same_place(old: Paragraph, new: Paragraph) -> bool:
    return (old.heading, old.marker, old.indent, old.quote) == (new.heading, new.marker, new.indent, new.quote)


def _common(old: Sequence[Span], new: Sequence[Span]) -> tuple[int, list[Span]]:
    """How much the two begin with alike, in UTF-16 units as Qt counts, and what the new one has behind it."""
    units = 0
    for index, (a, b) in enumerate(zip(old, new, strict=False)):
        if a == b:
            units += _units(a.text)
            continue
        if replace(a, text="") != replace(b, text=""):
            return units, list(new[index:])
        alike = _letters_alike(a.text, b.text)
        return units + _units(b.text[:alike]), [replace(b, text=b.text[alike:]), *new[index + 1 :]]
    return units, list(new[min(len(old), len(new)) :])


def _letters_alike(old: str, new: str) -> int:
    if new.startswith(old):
        return len(old)
    return next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
