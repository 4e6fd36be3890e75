"""UTF-8 that was read as Latin-1 or Windows-1252, and back.

A line is turned back only as a whole, and only if all its letters beyond ASCII give valid UTF-8: a line that was never
damaged, or only in part, hardly ever does, since one right letter in it is enough to fail.
"""

from __future__ import annotations

import re

from engine.data.checks.encoding_damage import looks_damaged

_MOST_TIMES = 3  # damaged, saved, and damaged again
# A small letter amid capitals: then it was a capital before a quotation mark, and right as it was.
_AMID_CAPITALS = re.compile("[A-Z\u00c0-\u00dd]{2}[\u00df-\u00ff]")


def _bytes_by_letter() -> dict[str, int]:
    """Both readings of each byte: Latin-1 has a control where Windows-1252 has a letter."""
    table = {chr(byte): byte for byte in range(256)}
    for byte in range(0x80, 0xA0):
        letter = bytes([byte]).decode("cp1252", "ignore")
        if letter:
            table[letter] = byte
    return table


_BYTES = _bytes_by_letter()


def unscramble(text: str) -> str:
    """The text as it was meant; the same text where that is not certain."""
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    meant = line
    for _ in range(_MOST_TIMES):
        if not looks_damaged(meant):
            return meant
        try:
            meant = bytes(_BYTES[letter] for letter in meant).decode().removeprefix("\ufeff")
        except (KeyError, UnicodeDecodeError):
            return line
        if _AMID_CAPITALS.search(meant):
            return line
    return line if looks_damaged(meant) else meant
