"""The log of votes is English whatever the window speaks; the window says the same in its reader's language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from app.language.languages import install_language
from app.models.prompt_source_words import as_shown, of_file, of_held_back, of_suites


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    locale = QLocale()
    install_language(qapp, "de")
    yield
    install_language(qapp, "en")
    QLocale.setDefault(locale)


@pytest.mark.usefixtures("german")
def test_what_is_kept_is_english_and_what_is_shown_is_german() -> None:
    kept = [of_suites(), of_file("{a}.txt"), of_held_back("tone.jsonl")]
    assert kept == [
        "from the built-in suites", "from {a}.txt", "held back from tone.jsonl, not used for training"
    ]  # fmt: skip
    assert [as_shown(source) for source in kept] == [
        "aus den eingebauten Sammlungen", "aus {a}.txt",
        "zurückgehalten aus tone.jsonl, nicht zum Training verwendet",
    ]  # fmt: skip
    assert as_shown("aus den eingebauten Sammlungen") == "aus den eingebauten Sammlungen"
