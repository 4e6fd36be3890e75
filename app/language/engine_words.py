"""What the engine says, in the reader's language. The engine knows no Qt and speaks English.

A sentence that stands in the catalogue as it is, is looked up. One that the engine put together is recognised by its
template: "{name} is empty." tells that "pairs.jsonl is empty." is its translation with the name put in. What nobody
recognises stays English.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from app.language.languages import TRANSLATIONS
from app.language.numbers import SIGNS, SIGNS_CONTEXT, localised

ENGINE, TEMPLATE = "engine", "engine sentences"
_NUMBER = re.compile(r"[−+-]?\d{1,3}(,\d{3})*(\.\d+)?%?|[−+-]?\d+(\.\d+)?%?")
_SENTENCES = re.compile(r"(?<=[.!?:]) +(?=[A-Z“\"'])")
_DEEPEST = 3  # sentences within sentences


@dataclass(frozen=True, slots=True)
class Template:
    """`pattern` recognises a sentence; `longest` is a part of it that every such sentence holds."""

    text: str
    pattern: re.Pattern[str]
    longest: str
    fixed: int


def tr_engine(said: str) -> str:
    """The engine's words in the reader's language; in English they stay as they are."""
    if not said or QCoreApplication.translate(SIGNS_CONTEXT, SIGNS) == SIGNS:
        return said
    return "\n".join(_translated(line, 0) for line in said.split("\n"))


def _translated(said: str, depth: int) -> str:
    known = QCoreApplication.translate(ENGINE, said)
    if known != said:
        return known
    if depth == _DEEPEST:
        return said
    parts = _SENTENCES.split(said)
    whole = _by_template(said, depth, one_sentence=len(parts) > 1)
    if whole is None and len(parts) > 1:
        return " ".join(_translated(part, depth) for part in parts)
    return whole if whole is not None else said


def _by_template(said: str, depth: int, *, one_sentence: bool) -> str | None:
    """By the template that leaves the least open; `one_sentence` wants no value that holds a sentence's end."""
    for template in _templates():
        if template.longest in said and (match := template.pattern.fullmatch(said)) is not None:
            values = match.groupdict()
            if one_sentence and any(_SENTENCES.search(value) for value in values.values()):
                continue
            translated = QCoreApplication.translate(TEMPLATE, template.text)
            for name, value in values.items():
                translated = translated.replace(f"{{{name}}}", _value(value, depth + 1))
            return translated
    return None


def _value(said: str, depth: int) -> str:
    return localised(said) if _NUMBER.fullmatch(said) else _translated(said, depth)


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
