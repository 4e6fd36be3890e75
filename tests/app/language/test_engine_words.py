"""The engine's sentences in German: looked up, recognised by their templates, or left in English."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from app.language.engine_words import TEMPLATE, as_template, tr_engine
from app.language.languages import TRANSLATIONS, install_language
from tests.app.language.catalogue import places


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    install_language(qapp, "de")
    yield
    install_language(qapp, "en")


def test_in_english_the_engine_is_quoted(qapp: QApplication) -> None:
    assert tr_engine("pairs.jsonl is empty.") == "pairs.jsonl is empty."


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    "said, answer",
    [
        ("The plan names no model.", "Der Plan nennt kein Modell."),
        ("pairs.jsonl is empty.", "pairs.jsonl ist leer."),
        ("A reply of 1,024 tokens cannot be made.", "Eine Antwort von 1.024 Token kann nicht gemacht werden."),
        ("The temperature cannot be 12.5.", "Die Temperatur kann nicht 12,5 sein."),
        (
            "The chosen reply is empty, and a pair needs all three texts.",
            "Die bevorzugte Antwort ist leer, und ein Paar braucht alle drei Texte.",
        ),
        (
            "pairs.jsonl is a folder, not a file. Choose the preference file inside it.",
            "pairs.jsonl ist ein Ordner, keine Datei. Wählen Sie die Präferenzdatei darin.",
        ),
        ("x.zip is a zip archive. Choose another file.", "x.zip ist ein Zip-Archiv. Wählen Sie eine andere Datei."),
        ("Nobody has foreseen this sentence.", "Nobody has foreseen this sentence."),
        ("Nobody went from here to there, of all.", "Nobody went from here to there, of all."),
        ("51.2% to 73.9%", "51,2 % bis 73,9 %"),
        ("", ""),
    ],
)
def test_a_sentence_is_recognised(said: str, answer: str) -> None:
    assert tr_engine(said) == answer


@pytest.mark.usefixtures("german")
def test_every_template_recognises_its_own_sentences() -> None:
    texts: list[str] = json.loads((TRANSLATIONS / "engine_sentences.json").read_text(encoding="utf-8"))
    values = ("alpha-1.bin", "beta_2", "gamma/3", "delta", "epsilon", "zeta")
    strayed: list[str] = []
    for text in texts:
        if len(places(text)) * 4 > len(text.split()) * 3 or as_template(text).fixed < 8:
            continue  # hardly a word of its own: "{name} in {place}" may be read by a longer one, or by none
        sentence, german = text, QCoreApplication.translate(TEMPLATE, text)
        for place, value in zip(sorted(places(text)), values, strict=False):
            sentence, german = sentence.replace(place, value), german.replace(place, value)
        if "\n" not in text and tr_engine(sentence) != german:
            strayed.append(f"{sentence} -> {tr_engine(sentence)}")
    assert not strayed


def test_a_place_that_stands_twice_holds_the_same() -> None:
    pattern = as_template("{name} is {name}").pattern
    assert pattern.fullmatch("a is a")
    assert not pattern.fullmatch("a is b")
