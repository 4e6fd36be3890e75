"""What the engine says, in the reader's language. The engine knows no Qt and speaks English.

A sentence that stands in the catalogue as it is, is looked up. One that the engine put together is recognised by its
template: "{name} is empty." tells that "pairs.jsonl is empty." is its translation with the name put in. What nobody
recognises stays English.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from PySide6.QtCore import QCoreApplication

from app.language.languages import TRANSLATIONS
from app.language.numbers import is_english, localised

ENGINE, TEMPLATE = "engine", "engine sentences"
_NUMBER = re.compile(r"[−+-]?\d{1,3}(,\d{3})*(\.\d+)?%?|[−+-]?\d+(\.\d+)?%?")
_SENTENCES = re.compile(r"(?<=[.!?:]) +(?=[A-Z“\"'])")
_DEEPEST = 3  # sentences within sentences
_TRIED = 4  # templates that a sentence may be read by
_TELLING = 8  # letters that a template has to have of its own, where its values may be anything


@dataclass(frozen=True, slots=True)
class Template:
    """`pattern` recognises a sentence; `longest` is a part of it that every such sentence holds."""

    text: str
    pattern: re.Pattern[str]
    longest: str
    fixed: int


def tr_engine(said: str) -> str:
    """The engine's words in the reader's language; in English they stay as they are."""
    if not said or is_english():
        return said
    return "\n".join(_read(line, 0).text for line in said.split("\n"))


@dataclass(frozen=True, slots=True)
class _Reading:
    """A translation, and how many letters of the English were recognised on the way to it."""

    text: str
    known: int


def _read(said: str, depth: int) -> _Reading:
    """The reading that recognises most."""
    found = QCoreApplication.translate(ENGINE, said)
    if found != said:
        return _Reading(found, len(said))
    if _NUMBER.fullmatch(said):
        return _Reading(localised(said), 0)
    if depth == _DEEPEST:
        return _Reading(said, 0)
    readings = [_Reading(said, 0)]
    parts = _SENTENCES.split(said)
    if len(parts) > 1:
        each = [_read(part, depth + 1) for part in parts]
        readings.append(_Reading(" ".join(one.text for one in each), sum(one.known for one in each)))
    matches = ((one, one.pattern.fullmatch(said)) for one in _templates() if one.longest in said)
    fitting = ((one, match) for one, match in matches if match is not None)
    filled = (_filled(one, match.groupdict(), depth) for one, match in islice(fitting, _TRIED))
    readings += [reading for reading in filled if reading is not None]
    return max(readings, key=lambda reading: reading.known)


def _filled(template: Template, values: Mapping[str, str], depth: int) -> _Reading | None:
    """The template's translation with its values; None where it says so little that it would fit by chance."""
    inner = {name: _read(value, depth + 1) for name, value in values.items()}
    is_plain = all(inner[name].known or _NUMBER.fullmatch(value) for name, value in values.items())
    needed = _TELLING if not any(reading.known for reading in inner.values()) else _TELLING - 2
    if template.fixed < needed and not is_plain:
        return None
    text = QCoreApplication.translate(TEMPLATE, template.text)
    for name, reading in inner.items():
        text = text.replace(f"{{{name}}}", reading.text)
    return _Reading(text, template.fixed + sum(reading.known for reading in inner.values()))


@lru_cache(maxsize=1)
def _templates() -> tuple[Template, ...]:
    """All of them, the most telling first."""
    texts: list[str] = json.loads((TRANSLATIONS / "engine_sentences.json").read_text(encoding="utf-8"))
    return tuple(sorted(map(as_template, texts), key=lambda template: -template.fixed))


def as_template(text: str) -> Template:
    """A template with the pattern that recognises its sentences."""
    parts = re.split(r"\{(\w+)\}", text)
    pattern, seen = "", set[str]()
    for index, part in enumerate(parts):
        if index % 2 == 0:
            pattern += re.escape(part)
        else:
            pattern += f"(?P={part})" if part in seen else f"(?P<{part}>.*?)"
            seen.add(part)
    fixed = parts[::2]
    return Template(text, re.compile(pattern, re.DOTALL), max(fixed, key=len), sum(map(len, fixed)))
