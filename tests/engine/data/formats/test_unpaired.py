from __future__ import annotations

from typing import Any

import pytest

from engine.data.formats.format import Format, UnusableRowError
from engine.data.formats.unpaired import KTO_CONVERSATION, TRL_UNPAIRED
from engine.data.labelled_reply import LabelledReply
from tests.engine.data.examples import assistant, converted, user

TRL_ROW = {"prompt": "a", "completion": "b", "label": True}
KTO_ROW = {"conversations": [{"from": "human", "value": "a"}, {"from": "gpt", "value": "b"}], "kto_tag": True}


@pytest.mark.parametrize("form, row", [(TRL_UNPAIRED, TRL_ROW), (KTO_CONVERSATION, KTO_ROW)])
def test_a_labelled_reply_is_kept_with_its_prompt(form: Format, row: dict[str, Any]) -> None:
    assert converted(form, row, 7) == LabelledReply(7, user("a"), assistant("b"), True)


@pytest.mark.parametrize(
    "label, good",
    [
        (False, False),
        ("True", True),
        ("false", False),
        (1, True),
        ("0", False),
        ("1.0", True),
        (-1, False),
        ("Bad", False),
    ],
)
def test_tables_write_labels_in_their_own_way(label: object, good: bool) -> None:
    reply = converted(TRL_UNPAIRED, {**TRL_ROW, "label": label})
    assert isinstance(reply, LabelledReply)
    assert reply.good is good


@pytest.mark.parametrize("label", [None, "fair", 2, 0.5, [True], "nan"])
def test_a_label_has_to_be_true_or_false(label: object) -> None:
    with pytest.raises(UnusableRowError, match="neither true nor false"):
        converted(TRL_UNPAIRED, {**TRL_ROW, "label": label})


def test_an_empty_labelled_reply_is_refused() -> None:
    with pytest.raises(UnusableRowError, match="labelled reply is empty"):
        converted(TRL_UNPAIRED, {**TRL_ROW, "completion": " "})


def test_a_conversation_with_two_replies_is_not_unpaired() -> None:
    assert KTO_CONVERSATION.confidence({**KTO_ROW, "chosen": {}, "rejected": {}}) == 0.0
