"""The German catalogue is what extraction finds, complete, and keeps what a translation must not change."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from development.texts import Text
from development.translations import TEMPLATES, all_texts, templates
from tests.app.language.catalogue import CATALOGUE, ROOT, Entry, entries, places

_HOW = "python3 dev.py translations"


@pytest.fixture(scope="module")
def german() -> list[Entry]:
    return list(entries())


def test_it_has_every_text_of_the_source_and_no_other(german: list[Entry]) -> None:
    found = all_texts(ROOT)
    wanted = set(found.places)
    there = {Text(entry.context, entry.english, entry.meaning, entry.has_count) for entry in german}
    assert not wanted - there, f"Not in the catalogue; {_HOW} takes them in"
    assert not there - wanted, f"No longer in the source; {_HOW} takes them out"
    assert (ROOT / TEMPLATES).read_text(encoding="utf-8") == templates(found), _HOW


def test_every_entry_is_translated(german: list[Entry]) -> None:
    assert not [entry.english for entry in german if not entry.is_finished or not all(entry.german)]


def test_places_for_values_are_kept(german: list[Entry]) -> None:
    changed: list[str] = []
    for entry in german:
        for number, form in enumerate(entry.german):
            missing = places(entry.english) - places(form)
            may_go = {place for place in places(entry.english) if place.startswith("{count")} if number == 0 else set()
            if places(form) - places(entry.english) or (missing - may_go if entry.has_count else missing):
                changed.append(f"{entry.english} -> {form}")
    assert not changed


def test_file_patterns_and_spaces_at_the_ends_are_kept(german: list[Entry]) -> None:
    assert not [entry for entry in german for form in entry.german if _kept(entry.english) != _kept(form)]


def _kept(text: str) -> tuple[str, str, list[str]]:
    """The spaces at both ends, and what a file dialog filters by."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :], re.findall(r"\(\*[^)]*\)", text)


def test_keys_have_their_german_names(german: list[Entry]) -> None:
    names = re.compile(r"\b(Ctrl|Del|Shift)\b")
    assert not [entry.german for entry in german if any(names.search(form) for form in entry.german)]


def test_the_compiled_catalogue_is_of_this_text(tmp_path: Path) -> None:
    release = Path(sys.executable).with_name("pyside6-lrelease")
    compiled = tmp_path / "compiled.qm"
    subprocess.run([release, "-silent", CATALOGUE, "-qm", compiled], check=True)
    assert compiled.read_bytes() == CATALOGUE.with_suffix(".qm").read_bytes(), _HOW
