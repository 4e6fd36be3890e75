from __future__ import annotations

import pytest

from engine.data.checks.flag import Flag
from engine.data.checks.model.reply_end import REPLY_END, stops_at_end
from tests.engine.data.checks.model.views import END, found, tokenizer, view
from tests.engine.data.examples import pair
from tests.tiny_model import CHAT_TEMPLATE


@pytest.mark.parametrize(
    "text, stops",
    [
        ("Blue.<|im_end|>\n", 1),
        ("Blue.", 0),
        ("Blue.<|im_end|>\n<|im_end|>", 2),
        ("A<|im_end|>B.\n", 0),
        ("A<|im_end|>B.<|im_end|>", 1),
        ("<|im_end|>", 1),
        ("", 0),
    ],
)
def test_only_stop_tokens_after_the_last_word_count(text: str, stops: int) -> None:
    ids = tokenizer()(text, add_special_tokens=False)["input_ids"]
    assert stops_at_end(tokenizer(), ids, frozenset({END})) == stops


def test_a_template_that_ends_each_reply_once_is_right() -> None:
    assert found(REPLY_END, [pair(row=1), pair("Why?", "So.", "No.", row=2)], view()) == Flag()


def test_a_reply_that_brings_its_own_end_has_two() -> None:
    flag = found(REPLY_END, [pair(row=1), pair(chosen="Blue.<|im_end|>", row=2)], view())
    assert (flag.rows, flag.text) == ((2,), "Without a stop token: 0, with more than one: 1.")


def test_a_template_without_an_end_is_named_as_the_fault() -> None:
    silent = view(template=CHAT_TEMPLATE.replace("<|im_end|>", ""))
    flag = found(REPLY_END, [pair(row=1), pair(row=2)], silent)
    assert flag.rows == (1, 2)
    assert flag.text.startswith("The chat template ends no reply")
