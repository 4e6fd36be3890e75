"""Keys as they are called on the reader's keyboard: Ctrl Z, on a German one Strg Z."""

from __future__ import annotations

from app.language.translate import tr


def key_words(keys: str) -> str:
    """The keys of a shortcut that is written with spaces, such as "Ctrl Enter"."""
    names = {
        "Ctrl": tr("Ctrl"),
        "Shift": tr("Shift"),
        "Alt": tr("Alt"),
        "Del": tr("Del"),
        "Esc": tr("Esc"),
        "Enter": tr("Enter", "key"),
        "Space": tr("Space", "key"),
    }
    return " ".join(names.get(key, key) for key in keys.split(" "))
