"""Something to know that is nobody's mistake."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """A title and a sentence or two."""

    title: str
    text: str
