"""The one door for texts that people read: English stands in the source, the catalogue has the other languages.

Texts are literals, so that `dev.py translations` finds them; values go in by name: `tr("{count:,} left", count=3)`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import LiteralString, TypeVar

from PySide6.QtCore import QCoreApplication

from app.language.numbers import fill, is_english

CONTEXT = "window"
Value = TypeVar("Value")


def tr(text: LiteralString, meaning: LiteralString = "", /, **values: object) -> str:
    """The text in the reader's language, with its values put in; English where the catalogue has none.

    `meaning` tells two equal English texts apart, for the translator. Call it where the text is shown: at import
    no language is installed yet, and constants are marked instead.
    """
    return _filled(QCoreApplication.translate(CONTEXT, text, meaning or None), values)


def tr_count(one: LiteralString, many: LiteralString, count: int, /, **values: object) -> str:
    """The text that goes with a number, which stands in it as `{count}`: "1 pair", "2,412 pairs".

    Other languages choose among as many forms as they have, by Qt's rules; English among these two.
    """
    text = QCoreApplication.translate(CONTEXT, many, None, abs(count))
    if text == many and count == 1:
        text = one
    return _filled(text, {"count": count, **values})


def mark(text: LiteralString, /) -> LiteralString:
    """Marks a constant's text for the catalogue and returns it as it is; `tr_marked` translates it."""
    return text


def tr_marked(text: str, /, **values: object) -> str:
    """A marked text in the reader's language, called where it is shown."""
    return _filled(QCoreApplication.translate(CONTEXT, text), values)


def tr_labels(options: Iterable[tuple[Value, str]], /) -> tuple[tuple[Value, str], ...]:
    """Choices with marked labels, as a control shows them."""
    return tuple((value, tr_marked(label)) for value, label in options)


def within_sentence(title: str, /) -> str:
    """A title as it stands in the middle of a sentence: English writes it small, and German, for one, does not."""
    return title.lower() if is_english() else title


def _filled(text: str, values: dict[str, object]) -> str:
    return fill(text, values) if values else text
