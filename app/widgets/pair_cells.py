"""The cells that every table of pairs has: the ground of a line, its row, and its prompt with what was done to it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from app.models.words import mark_words
from app.theme.fonts import ui_font
from app.theme.icons import paint_icon
from app.theme.theme import Theme
from app.widgets.painting import text_in
from engine.data.edits.edit import Marks

PADDING = 10
_MOST_SHOWN = 400  # characters of a prompt; measuring all of a long one would take longer than painting the rest
_SIGNS = {"dropped": "trash", "flipped": "arrows-left-right", "edited": "pencil-simple"}


def paint_ground(painter: QPainter, rect: QRectF, theme: Theme, *, selected: bool, hovered: bool = False) -> None:
    """What lies under a cell."""
    if selected:
        painter.fillRect(rect, theme.color("accent_soft"))
    elif hovered:
        painter.fillRect(rect, theme.color("hover" if theme.colors.is_dark else "sunken"))


def paint_row(painter: QPainter, rect: QRectF, theme: Theme, row: str, *, selected: bool) -> None:
    """The row in the file, with the accent of the current pair before it."""
    if selected:
        painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), theme.color("accent"))
    ink = theme.colors.accent_text if selected else theme.colors.text2
    text_in(painter, rect.adjusted(0, 0, -PADDING, 0), row, ui_font(13), ink, Qt.AlignmentFlag.AlignRight)


def paint_prompt(painter: QPainter, rect: QRectF, theme: Theme, prompt: str, marks: Marks, *, selected: bool) -> None:
    """The words, and at the end a sign for each thing that a person did; a dropped pair is struck out as well."""
    font = ui_font(13, 500 if selected else 400)
    font.setStrikeOut(marks.is_dropped)
    right = rect.right() - PADDING
    for word in mark_words(marks):
        right -= 14
        paint_icon(painter, _SIGNS[word], QRectF(right, rect.center().y() - 7, 14, 14), theme.colors.text2)
        right -= 5
    room = int(right - rect.x()) - 4
    text = QFontMetrics(font).elidedText(prompt[:_MOST_SHOWN], Qt.TextElideMode.ElideRight, room)
    ink = theme.colors.text2 if marks.is_dropped else theme.colors.text
    text_in(painter, QRectF(rect.x() + 4, rect.y(), room, rect.height()), text, font, ink)


def paint_number(painter: QPainter, rect: QRectF, theme: Theme, words: str, *, selected: bool) -> None:
    """A number that has room for a bar below it."""
    ink = theme.colors.text if selected else theme.colors.text2
    text_in(painter, rect.adjusted(0, -4, -PADDING, -4), words, ui_font(13), ink, Qt.AlignmentFlag.AlignRight)


def bar_track(rect: QRectF, width: float) -> QRectF:
    """Where the bar below a number lies."""
    return QRectF(rect.right() - PADDING - width, rect.bottom() - 8, width, 3)
