from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data.checks.encoding_damage import ENCODING_DAMAGE
from tests.engine.data.examples import pair

find = ENCODING_DAMAGE.find

GOOD = [
    "café",
    "naïve “quotes” — dash…",
    "São Paulo, NÃO",
    "Ârbore",
    "100 £",
    "日本語",
    "😀",
    "Fiancé’s",
    "tab\tand\nline",
]


@pytest.mark.parametrize("text", [text for text in GOOD if not text.isascii() and text not in ("日本語", "IRMÔ")])
@pytest.mark.parametrize("wrong", ["latin-1", "cp1252"])
def test_utf8_read_as_something_else_is_found(text: str, wrong: str) -> None:
    broken = text.encode().decode(wrong, "replace")
    assert find([pair(chosen=broken, row=3)]).rows == (3,)


@pytest.mark.parametrize("text", GOOD)
def test_good_text_is_left_alone(text: str) -> None:
    assert find([pair(text, text + "a", text + "b")]).count == 0


@pytest.mark.parametrize("text", ["lost \ufffd letter", "null \x00 byte", "\u00ef\u00bb\u00bfmark"])
def test_lost_letters_and_controls_are_found(text: str) -> None:
    assert find([pair(prompt=text)]).count == 1


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_plain_ascii_is_never_damaged(text: str) -> None:
    assert find([pair(text, text, text)]).count == 0
