"""Text that was read in the wrong encoding once and saved like that."""

from __future__ import annotations

import re

from engine.data.checks.flag import Check, each_row
from engine.data.preference_pair import PreferencePair

# U+FFFD stands where a byte could not be read. The others are UTF-8 read as Latin-1 or Windows-1252: two to four
# letters for one, beginning with a letter that hardly begins a word. The last are controls that no text needs.
# Quotes and dashes are left out of what may follow: a Portuguese word in capitals can end in such a letter.
_WINDOWS = (
    "\u20ac\u201a\u0192\u201e\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d"
    "\u2022\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
)
_DAMAGE = re.compile(
    "\ufffd"
    f"|[\u00c2\u00c3][\u0080-\u00bf{_WINDOWS}]"
    "|\u00e2(?:\u20ac|\u0080)[\u0080-\u00bf\u2010-\u2122\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u02c6\u02dc]"
    "|\u00f0[\u0178\u009f][\u0080-\u2122]"
    "|\u00ef\u00bb\u00bf"
    "|[\x00-\x08\x0e-\x1a]"
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a]")  # all that can be damaged in plain ASCII, and much quicker


def looks_damaged(text: str) -> bool:
    """Whether some of its letters are hardly what was meant."""
    return (_CONTROLS if text.isascii() else _DAMAGE).search(text) is not None


def _is_damaged(pair: PreferencePair) -> bool:
    """Whether the prompt or a reply holds such text."""
    messages = (*pair.prompt, *pair.chosen, *pair.rejected)
    return any(looks_damaged(message.content) for message in messages)


ENCODING_DAMAGE = Check(
    "encoding_damage",
    "Damaged characters",
    "A model that is trained on broken letters writes broken letters.",
    each_row(_is_damaged),
)
