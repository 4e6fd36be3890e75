"""Untrusted text inside Markdown: in a fence that it cannot end, or in a line where nothing of it is markup."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~&])")


def fenced(text: str) -> str:
    """The text as a block of its own, to the letter."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def inline(text: str) -> str:
    """The text as part of a line: one line, no markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
