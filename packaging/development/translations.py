"""Brings the catalogues in `resources/translations` up to date with the source, and compiles them, with Qt's tools."""

from __future__ import annotations

import json
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from development.engine_texts import TEMPLATE, add_engine_texts
from development.environment import Environment
from development.say import CannotGoOnError, run_program, say
from development.texts import TextError, Texts, as_marked_source, window_texts

TEMPLATES = "resources/translations/engine_sentences.json"


def update_translations(environment: Environment) -> int:
    """Update and compile every catalogue, say which entries still want a translation, and return 1 if any does."""
    try:
        texts = all_texts(environment.root)
    except TextError as error:
        raise CannotGoOnError(str(error)) from error
    (environment.root / TEMPLATES).write_text(templates(texts), encoding="utf-8")
    marked = as_marked_source(sorted(texts.places.items()))
    unfinished: list[str] = []
    for catalogue in catalogues(environment.root):
        with tempfile.TemporaryDirectory(prefix="dpo-studio-texts-") as folder:
            source = Path(folder) / "texts.cpp"
            source.write_text(marked, encoding="utf-8")
            update = ["-silent", "-locations", "none", "-no-obsolete", source, "-ts", catalogue]
            _run(environment, "pyside6-lupdate", *update)
        compile_catalogue(environment, catalogue, catalogue.with_suffix(".qm"))
        unfinished += [f"{catalogue.name}: {text}" for text in unfinished_texts(catalogue)]
    for line in unfinished:
        say(f"Not translated yet in {json.dumps(line, ensure_ascii=False)}")
    say(f"{len(texts.places):,} texts, {len(unfinished):,} not translated yet.")
    return 1 if unfinished else 0


def all_texts(root: Path) -> Texts:
    """Every text of the window, and what the engine says in it. Raises `TextError`."""
    texts = window_texts(root)
    add_engine_texts(texts, root)
    return texts


def templates(texts: Texts) -> str:
    """The engine's sentences with places for values, as the window reads them."""
    found = sorted(text.text for text in texts.places if text.context == TEMPLATE)
    return json.dumps(found, ensure_ascii=False, indent=0) + "\n"


def catalogues(root: Path) -> list[Path]:
    """The .ts files, one a language; a new language begins with an empty file that is named like the others."""
    return sorted((root / "resources" / "translations").glob("dpo_studio_*.ts"))


def compile_catalogue(environment: Environment, catalogue: Path, compiled: Path) -> None:
    """Write what `QTranslator` loads."""
    _run(environment, "pyside6-lrelease", "-silent", catalogue, "-qm", compiled)


def unfinished_texts(catalogue: Path) -> list[str]:
    """The English of the entries that nobody has translated, or whose English has changed since."""
    messages = ElementTree.parse(catalogue).getroot().iter("message")
    return [
        message.findtext("source", "")
        for message in messages
        if message.find("translation[@type='unfinished']") is not None
    ]


def _run(environment: Environment, program: str, *arguments: str | Path) -> None:
    if run_program([environment.program(program), *arguments], environment.root) != 0:
        raise CannotGoOnError(f"{program} did not work; the reason is above.")
