"""Where a blind test's prompts come from, in words: in English in the log of votes, which reports are made from."""

from __future__ import annotations

from app.language.engine_words import as_template
from app.language.translate import mark, tr_marked

_SUITES = mark("from the built-in suites")
_HELD_BACK = mark("held back from {name}, not used for training")
_FILE = mark("from {name}")


def of_suites() -> str:
    """Prompts of ours."""
    return _SUITES


def of_file(name: str) -> str:
    """Prompts of a file with prompts."""
    return _FILE.format(name=name)


def of_held_back(name: str) -> str:
    """Prompts of the run's held-back pairs."""
    return _HELD_BACK.format(name=name)


def as_shown(source: str) -> str:
    """The same in the reader's language; words that were kept otherwise stay as they are."""
    for text in (_SUITES, _HELD_BACK, _FILE):
        found = as_template(text).pattern.fullmatch(source)
        if found is not None:
            return tr_marked(text, **found.groupdict())
    return source
