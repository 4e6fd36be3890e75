from __future__ import annotations

import pytest

from engine.data.formats.format import UnusableRowError
from engine.data.formats.styles import STYLES
from engine.data.preference_pair import PreferencePair


def test_replies_are_paired_within_their_style() -> None:
    row = {"prompt": "q", "chosen": ["short good", "long good"], "rejected": ["short bad", "long bad"]}
    made = [one for one in STYLES.convert(row, 1) if isinstance(one, PreferencePair)]
    expected = [("short good", "short bad"), ("long good", "long bad")]
    assert [(one.chosen_text, one.rejected_text) for one in made] == expected


def test_lists_of_different_lengths_are_paired_one_with_all() -> None:
    row = {"prompt": "q", "chosen": ["a"], "rejected": ["b", "c"]}
    made = [one for one in STYLES.convert(row, 1) if isinstance(one, PreferencePair)]
    assert [(one.chosen_text, one.rejected_text) for one in made] == [("a", "b"), ("a", "c")]


def test_replies_that_are_no_list_are_refused() -> None:
    with pytest.raises(UnusableRowError, match="not two lists"):
        list(STYLES.convert({"prompt": "q", "chosen": ["a"], "rejected": "b"}, 1))


def test_lists_of_turns_are_trls() -> None:
    turns = [{"role": "assistant", "content": "a"}]
    assert STYLES.confidence({"prompt": "q", "chosen": turns, "rejected": turns}) == 0.0
