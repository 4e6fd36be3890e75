"""A short key for what a pair says, whatever file, row or order it came in."""

from __future__ import annotations

from hashlib import blake2b

from engine.data.json_text import encode_steadily
from engine.data.preference_pair import Message, PreferencePair


def prompt_key(pair: PreferencePair) -> bytes:
    """Equal for pairs that ask the same: the same turns, and the same tools."""
    return content_key(pair.prompt, pair.tools)


def reply_key(reply: tuple[Message, ...]) -> bytes:
    """Equal for replies that say the same."""
    return content_key(reply)


def pair_key(pair: PreferencePair) -> bytes:
    """Equal for pairs that say the same; neither the row nor the margin counts."""
    return content_key(pair.prompt, pair.tools, pair.chosen, pair.rejected)


def content_key(*parts: object) -> bytes:
    """16 bytes of BLAKE2b over the parts' canonical JSON."""
    return blake2b(encode_steadily(parts), digest_size=16).digest()
