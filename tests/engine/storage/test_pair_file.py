from __future__ import annotations

from pathlib import Path

import pytest

from engine.data.preference_pair import Message, PreferencePair
from engine.data.reader import read_preferences
from engine.errors import EngineError
from engine.storage.pair_file import add_pair, count_pairs, remove_pair, settle_pairs


def pair(prompt: str = "Are you open?", chosen: str = "Yes: 9 to 5.", rejected: str = "Maybe.") -> PreferencePair:
    return PreferencePair(
        1,
        (Message("system", "Be brief."), Message("user", prompt)),
        (Message("assistant", chosen),),
        (Message("assistant", rejected),),
    )


def test_pairs_are_an_ordinary_data_set(tmp_path: Path) -> None:
    file = tmp_path / "data" / "chat-pairs.jsonl"
    assert count_pairs(file) == 0
    add_pair(file, pair())
    add_pair(file, pair("And on\nSunday?", "Ja 🧡"))
    data = read_preferences(file)
    assert [p.prompt for p in data.pairs] == [pair().prompt, pair("And on\nSunday?").prompt]
    assert [p.chosen_text for p in data.pairs] == ["Yes: 9 to 5.", "Ja 🧡"]
    assert count_pairs(file) == 2


def test_the_last_one_that_says_the_same_is_taken_out(tmp_path: Path) -> None:
    file = tmp_path / "chat-pairs.jsonl"
    for prompt in ("One?", "Two?", "One?", "Three?"):
        add_pair(file, pair(prompt))
    assert remove_pair(file, pair("One?"))
    assert [p.prompt_text for p in read_preferences(file).pairs] == ["One?", "Two?", "Three?"]
    assert not remove_pair(file, pair("Four?"))
    assert count_pairs(file) == 3


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(EngineError, match="The pair is not kept"):
        add_pair(blocked / "chat-pairs.jsonl", pair())


def test_a_file_is_brought_to_what_its_log_says(tmp_path: Path) -> None:
    file = tmp_path / "data" / "collected-pairs.jsonl"
    one, two, three = pair("One?"), pair("Two?"), pair("Three?")
    assert settle_pairs(file, [one, two], [])  # deleted by somebody: made anew
    assert not settle_pairs(file, [one, two], [three])
    add_pair(file, three)  # the crash came before it was taken out
    add_pair(file, pair("Somebody else's?"))
    assert settle_pairs(file, [one, two], [three])
    assert [p.prompt_text for p in read_preferences(file).pairs] == ["One?", "Two?", "Somebody else's?"]
    assert settle_pairs(file, [one, two, two, three], [three])  # the crash came before they were added
    prompts = [p.prompt_text for p in read_preferences(file).pairs]
    assert prompts == ["One?", "Two?", "Somebody else's?", "Two?", "Three?"]
    assert settle_pairs(file, [one, two, three], [two])
    assert [p.prompt_text for p in read_preferences(file).pairs][-3:] == ["Two?", "Somebody else's?", "Three?"]
