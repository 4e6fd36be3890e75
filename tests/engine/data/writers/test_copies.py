"""What a copy holds is read back as the same pairs, in every format."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.half_characters import without_half_characters
from engine.data.preference_pair import Message, PreferencePair
from engine.data.reader import read_pairs_or_thumbs, read_preferences
from engine.data.writers.copy_format import CopyFormat
from engine.data.writers.parquet import PARQUET
from engine.data.writers.registry import COPY_FORMATS
from engine.data.writers.save_copy import save_copy
from engine.data.writers.trl_jsonl import TRL_JSONL
from tests.engine.data import examples

# Names of functions and of their arguments, and values that are no JSON in quotes themselves.
names = st.text("abcdefghijklmnopqrstuvwxyz_", min_size=1, max_size=8)
values = st.one_of(examples.texts, st.integers(-9, 9), st.booleans(), st.lists(st.integers(0, 9), max_size=3))
arguments = st.dictionaries(names, values, max_size=3)


@st.composite
def tool_replies(draw: st.DrawFn) -> tuple[Message, ...]:
    """A reply that calls a function, is answered, and then says something."""
    call: dict[str, Any] = {"type": "function", "function": {"name": draw(names), "arguments": draw(arguments)}}
    answer: dict[str, Any] = {}
    if draw(st.booleans()):
        call["id"] = answer["tool_call_id"] = draw(names)
    return (
        Message("assistant", draw(st.sampled_from(["", "One moment."])), {"tool_calls": [call]}),
        Message("tool", draw(examples.texts), answer),
        *examples.assistant(draw(examples.texts)),
    )


@st.composite
def any_pairs(draw: st.DrawFn) -> PreferencePair:
    """Pairs with several turns, and perhaps with tools, thoughts, names and margins."""
    pair = draw(examples.pairs())
    if draw(st.booleans()):
        tool = {"type": "function", "function": {"name": draw(names), "parameters": {"type": "object"}}}
        pair = replace(pair, chosen=draw(tool_replies()), tools=(tool,))
    if draw(st.booleans()):
        pair = replace(pair, rejected=(Message("assistant", draw(examples.texts), {"thinking": draw(examples.texts)}),))
    if draw(st.booleans()):
        pair = replace(pair, margin=draw(st.floats(-5, 5)))
    return pair


def read_back(form: CopyFormat, pairs: list[PreferencePair]) -> list[PreferencePair]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "copy" + form.suffix)
        assert save_copy(pairs, path, form) == len(pairs)
        data = read_preferences(path)
    assert (data.rows, data.skipped) == (len(pairs), ())
    return list(data.pairs)


def numbered(pairs: list[PreferencePair]) -> list[PreferencePair]:
    return [replace(pair, row=row) for row, pair in enumerate(pairs, start=1)]


@pytest.mark.parametrize("form", COPY_FORMATS, ids=lambda form: form.name)
@given(pairs=st.lists(any_pairs(), min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read_back(form: CopyFormat, pairs: list[PreferencePair]) -> None:
    expected = numbered(pairs)
    if form.name == "openai":
        expected = [replace(pair, margin=None) for pair in expected]
    assert read_back(form, pairs) == expected


@pytest.mark.parametrize("form", COPY_FORMATS, ids=lambda form: form.name)
def test_half_a_character_becomes_the_sign_for_a_lost_letter(form: CopyFormat) -> None:
    reply = Message("assistant", "So \ud83d!", {"name": "a\udc00"})
    (pair,) = read_back(form, [replace(examples.pair("Why\ud800?"), chosen=(reply,))])
    assert (pair.prompt_text, pair.chosen_text) == ("Why\ufffd?", "So \ufffd!")
    assert pair.chosen[0].extra == {"name": "a\ufffd"}


def test_whole_characters_stay_as_they_are() -> None:
    assert without_half_characters("naïve 😀") == "naïve 😀"
    assert without_half_characters("\ud83d\ude00") == "😀"  # both halves, one by one
    assert without_half_characters("\ude00\ud83d") == "\ufffd\ufffd"


@pytest.mark.parametrize("form", COPY_FORMATS, ids=lambda form: form.name)
def test_more_pairs_than_are_written_at_once(form: CopyFormat) -> None:
    pairs = numbered([examples.pair(f"Question {number}?") for number in range(2300)])
    # The last pair alone needs the wide table.
    pairs[-1] = replace(pairs[-1], chosen=(Message("assistant", "Blue.", {"name": "Ada"}),))
    assert read_back(form, pairs) == pairs


def test_a_plain_table_has_plain_columns(tmp_path: Path) -> None:
    from pyarrow import parquet

    form = next(form for form in COPY_FORMATS if form.name == "parquet")
    save_copy([examples.pair()], tmp_path / "copy.parquet", form)
    table = parquet.read_table(tmp_path / "copy.parquet")
    assert table.column_names == ["prompt", "chosen", "rejected"]
    assert table.to_pylist()[0]["chosen"] == [{"role": "assistant", "content": "Blue."}]


@pytest.mark.parametrize("form", [TRL_JSONL, PARQUET], ids=lambda form: form.name)
def test_a_copy_keeps_the_settings_for_the_chat_template(form: CopyFormat) -> None:
    reply = examples.assistant("So.")
    pair = PreferencePair(1, examples.user("Why?"), reply, reply, template_options={"enable_thinking": False})
    assert read_back(form, [pair]) == [pair]


@pytest.mark.parametrize("form", [TRL_JSONL, PARQUET], ids=lambda form: form.name)
def test_replies_with_thumbs_are_read_back_as_such(form: CopyFormat, tmp_path: Path) -> None:
    tool = {"type": "function", "function": {"name": "look", "parameters": {"type": "object"}}}
    up = PreferencePair(1, examples.user("Why?"), examples.assistant("So."), ())
    down = PreferencePair(2, examples.user("How?"), (), examples.assistant("No."), (tool,))
    path = tmp_path / f"copy{form.suffix}"
    assert save_copy([up, down], path, form) == 2
    data = read_pairs_or_thumbs(path)
    assert (list(data.pairs), data.skipped) == ([up, down], ())


def test_a_format_of_pairs_takes_no_replies_with_thumbs(tmp_path: Path) -> None:
    thumb = PreferencePair(1, examples.user("Why?"), examples.assistant("So."), ())
    (form,) = (form for form in COPY_FORMATS if not form.takes_thumbs)
    with pytest.raises(ValueError, match="no pair"):
        save_copy([thumb], tmp_path / "copy.jsonl", form)
    assert list(tmp_path.iterdir()) == []
