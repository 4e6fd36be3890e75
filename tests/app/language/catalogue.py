"""The German catalogue as the tests read it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[3]
CATALOGUE = ROOT / "resources" / "translations" / "dpo_studio_de.ts"


@dataclass(frozen=True, slots=True)
class Entry:
    """One message: English, German in as many forms as it has, and whether somebody has finished it."""

    context: str
    english: str
    meaning: str
    has_count: bool
    german: tuple[str, ...]
    is_finished: bool


def entries() -> Iterator[Entry]:
    """Every entry, in its order."""
    for context in ElementTree.parse(CATALOGUE).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = tuple(form.text or "" for form in translation.iter("numerusform"))
            yield Entry(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
                message.get("numerus") == "yes",
                forms or (translation.text or "",),
                translation.get("type") is None,
            )


def places(text: str) -> set[str]:
    """The places for values in a text, formats included."""
    return set(re.findall(r"\{[^{}]*\}", text))
