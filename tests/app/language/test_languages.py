"""Which language is taken, and what is installed with it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from app.language.keys import key_words
from app.language.languages import install_language, system_language
from app.language.translate import tr


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    locale = QLocale()
    yield
    install_language(qapp, "en")
    QLocale.setDefault(locale)


@pytest.mark.parametrize(
    "wanted, code",
    [(["de-AT", "en-GB"], "de"), (["fr-FR", "de"], "de"), (["en_US", "de"], "en"), (["ja"], "en"), ([], "en")],
)
def test_the_first_language_of_the_system_that_is_there(wanted: list[str], code: str) -> None:
    assert system_language(wanted) == code


def test_german_brings_the_texts_of_qt_along_and_goes_again(qapp: QApplication) -> None:
    assert install_language(qapp, "de") == "de"
    assert (tr("Cancel"), key_words("Ctrl Enter")) == ("Abbrechen", "Strg Eingabe")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert QLocale().decimalPoint() == ","
    assert install_language(qapp, "en") == "en"
    assert (tr("Cancel"), key_words("Ctrl Enter")) == ("Cancel", "Ctrl Enter")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
