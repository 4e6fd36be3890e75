"""Numbers as the reader's language writes them: 2,412 and 0.19 in English, 2.412 and 0,19 in German."""

from __future__ import annotations

import string
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

# An entry of the catalogue: what separates decimals, what separates thousands, and the percent sign.
SIGNS = ".,%"
SIGNS_CONTEXT = "numbers"


def number(value: float, form: str = "") -> str:
    """Python's `format(value, form)` with the signs of the reader's language."""
    return localised(format(value, form))


def is_english() -> bool:
    """Whether no catalogue is installed, so that the window speaks the language of its source."""
    return QCoreApplication.translate(SIGNS_CONTEXT, SIGNS) == SIGNS


def localised(written: str) -> str:
    """The same number, written with the signs of the reader's language."""
    signs = QCoreApplication.translate(SIGNS_CONTEXT, SIGNS)
    if signs == SIGNS:
        return written
    return written.translate({ord("."): signs[0], ord(","): signs[1], ord("%"): signs[2:]})


def fill(text: str, values: Mapping[str, object]) -> str:
    """Put the values into the text's `{places}`; their formats are Python's, their numbers the reader's."""
    return _Filler().vformat(text, (), values)


class _Filler(string.Formatter):
    def format_field(self, value: object, format_spec: str) -> str:
        written = super().format_field(value, format_spec)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return localised(written) if is_number else written
