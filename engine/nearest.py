"""What somebody probably meant who wrote a name that is not there."""

from __future__ import annotations

import difflib
from collections.abc import Sequence


def nearest(wrong: str, valid: Sequence[str]) -> str:
    """A hint that names the valid word nearest to a wrong one, or all of them when none is near."""
    close = difflib.get_close_matches(wrong, valid, n=1, cutoff=0.5)
    if close:
        return f"The nearest valid one is {close[0]}."
    return f"Valid are {', '.join(word or 'nothing' for word in valid)}."
