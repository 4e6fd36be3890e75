"""Half a surrogate pair is no character: clipboards and broken programs hold it, and no file can be written with it."""

from __future__ import annotations


def without_half_characters(text: str) -> str:
    """The text with the sign for a lost letter (U+FFFD) in place of each such half; whole pairs become characters."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
