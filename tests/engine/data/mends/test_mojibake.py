from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from engine.data.checks.encoding_damage import looks_damaged
from engine.data.mends.mojibake import unscramble


def scramble(text: str) -> str:
    """UTF-8 read as Windows-1252, its five gaps as Latin-1."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize("text", ["café", "it’s “so”", "Ünïcödé", "5 £, 3 €", "😀 fun", "à la carte", "\ufeffstart"])
def test_letters_are_turned_back(text: str) -> None:
    assert scramble(text) != text
    assert unscramble(scramble(text)) == text.removeprefix("\ufeff")
    assert unscramble(text.encode().decode("latin-1")) == text.removeprefix("\ufeff")


def test_even_when_it_happened_twice() -> None:
    assert unscramble(scramble(scramble("déjà vu"))) == "déjà vu"


def test_lines_are_told_apart() -> None:
    assert unscramble("right: é\ncafÃ©\nplain") == "right: é\ncafé\nplain"


@pytest.mark.parametrize(
    "text",
    [
        "café and cafÃ©",  # one right letter: the line was not read wrong as a whole
        "幼稚 cafÃ©",
        "lost \ufffd letter",
        "caf\u00c3\u00a9 \ufffd",
        "A MINHA IRMÃ»",  # Portuguese, and a quotation mark
        "plain",
        "",
        "\x00",
    ],
)
def test_what_is_not_certain_stays(text: str) -> None:
    assert unscramble(text) == text


@given(st.text())
def test_text_that_does_not_look_damaged_is_never_touched(text: str) -> None:
    assume(not looks_damaged(text))
    assert unscramble(text) == text


latin = st.text(st.characters(min_codepoint=0x20, max_codepoint=0xFF, exclude_categories=["Cc"]), max_size=20)


@given(latin)
def test_what_was_damaged_comes_back_or_stays(text: str) -> None:
    assume(not looks_damaged(text))
    damaged = scramble(text)
    assert unscramble(damaged) in (text, damaged)
