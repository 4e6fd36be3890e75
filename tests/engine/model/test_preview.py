"""What the Model page shows of a row: its prompt apart from what is scored, for pairs and for single replies."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from engine.model.load import read_tokenizer
from engine.model.preview import preview_pair
from tests.engine.data import examples


def test_of_a_reply_with_a_thumb_only_the_reply_is_scored(tiny_model_folder: Path) -> None:
    tokenizer = read_tokenizer(tiny_model_folder)
    pair = examples.pair("why is the cat red?", "the sun", "a mat")
    both = preview_pair(tokenizer, pair)
    assert both.same_prompt
    assert both.end_tokens == 1
    up = preview_pair(tokenizer, replace(pair, rejected=()))
    assert up == replace(both, rejected="")
    down = preview_pair(tokenizer, replace(pair, chosen=()))
    assert down == replace(both, chosen="")
