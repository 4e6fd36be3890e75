"""Texts in the reader's language: values, forms that go with a number, signs of numbers, and English as it stands."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from app.language.numbers import number
from app.language.translate import mark, tr, tr_count, tr_labels, tr_marked, within_sentence

_GERMAN = {
    "Held back {share:.1%} of {count:,}": "{count:,} Paare, davon {share:.1%} zurückgehalten",
    ".,%": ",. %",
    "Open": "Öffnen",
}


class _German(QTranslator):
    """A catalogue of a few entries, with German's two forms."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        if text == "{count:,} pairs":
            return "{count:,} Paar" if n == 1 else "{count:,} Paare"
        if text == "Open" and disambiguation == "state":
            return "Offen"
        return _GERMAN.get(text, text)  # a real catalogue gives nothing, and Qt then the text

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    translator = _German()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_english_stands_in_the_source(qapp: QApplication) -> None:
    assert tr("Held back {share:.1%} of {count:,}", share=0.125, count=2412) == "Held back 12.5% of 2,412"
    assert tr_count("{count:,} pair", "{count:,} pairs", 1) == "1 pair"
    assert tr_count("{count:,} pair", "{count:,} pairs", 2412) == "2,412 pairs"
    assert tr_count("{count:,} pair", "{count:,} pairs", 0) == "0 pairs"
    assert number(1234.5, ",.1f") == "1,234.5"


@pytest.mark.usefixtures("german")
def test_another_language_has_its_own_order_and_its_own_signs() -> None:
    text = tr("Held back {share:.1%} of {count:,}", share=0.125, count=2412)
    assert text == "2.412 Paare, davon 12,5 % zurückgehalten"
    assert number(-1234.5, ",.1f") == "-1.234,5"


@pytest.mark.usefixtures("german")
def test_a_number_chooses_among_the_forms_of_the_language() -> None:
    assert tr_count("{count:,} pair", "{count:,} pairs", 1) == "1 Paar"
    assert tr_count("{count:,} pair", "{count:,} pairs", 2412) == "2.412 Paare"


@pytest.mark.usefixtures("german")
def test_a_meaning_tells_equal_texts_apart_and_a_missing_entry_stays_english() -> None:
    assert (tr("Open"), tr("Open", "state")) == ("Öffnen", "Offen")
    assert tr("Nobody has translated {this}", this="this") == "Nobody has translated this"
    assert tr_count("{count:,} row", "{count:,} rows", 1) == "1 row"


@pytest.mark.usefixtures("german")
def test_a_marked_constant_is_english_until_it_is_shown() -> None:
    constant = mark("Open")
    assert (constant, tr_marked(constant)) == ("Open", "Öffnen")


@pytest.mark.usefixtures("german")
def test_words_that_are_put_in_keep_their_own_dots_and_commas() -> None:
    assert tr("Saved {name}", name="pairs-1,2.jsonl") == "Saved pairs-1,2.jsonl"


def test_titles_are_small_within_an_english_sentence(qapp: QApplication) -> None:
    assert within_sentence("Learning rate") == "learning rate"


@pytest.mark.usefixtures("german")
def test_titles_stay_as_they_are_within_a_german_one() -> None:
    assert within_sentence("Lernrate") == "Lernrate"


@pytest.mark.usefixtures("german")
def test_the_labels_of_choices_are_translated_and_their_values_kept() -> None:
    assert tr_labels([(1, mark("Open")), (2, "Nobody's")]) == ((1, "Öffnen"), (2, "Nobody's"))
