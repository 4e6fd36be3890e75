"""How a piece of a reply looks in a document. No format here names a picture or an address."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextCharFormat

from app.models.reply_blocks import Span
from app.theme.fonts import mono_font, ui_font
from app.theme.theme import Theme


def span_font(span: Span, size: int, *, is_bold: bool = False) -> QFont:
    """Its font, the text around it being `size` pixels large; code is a pixel smaller, since it is set wider."""
    weight = 600 if span.is_bold or is_bold else 400
    font = mono_font(size - 1, weight) if span.is_code else ui_font(size, weight)
    font.setItalic(span.is_italic)
    font.setStrikeOut(span.is_struck)
    return font


def span_format(
    theme: Theme, span: Span, size: int, *, is_bold: bool = False, is_quiet: bool = False
) -> QTextCharFormat:
    """Font and colours in the theme's present shade."""
    form = QTextCharFormat()
    form.setFont(span_font(span, size, is_bold=is_bold))
    form.setForeground(theme.color("text2" if is_quiet else "text"))
    if span.is_code:
        form.setBackground(theme.color("hover"))
    return form
