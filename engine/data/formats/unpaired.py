"""Replies rated one at a time: TRL's unpaired shape and LLaMA-Factory's KTO files."""

from __future__ import annotations

from collections.abc import Iterator

from engine.data.formats.format import Fields, Format, Outcome, UnusableRowError
from engine.data.formats.messages import read_messages, read_reply, read_tools
from engine.data.formats.pair import check_prompt, check_reply, with_system
from engine.data.formats.transcript import read_prompt
from engine.data.formats.values import as_truth, first_of
from engine.data.labelled_reply import LabelledReply
from engine.data.preference_pair import Message

_LABELS = ("label", "kto_tag")
_PROMPTS = ("prompt", "question", "instruction", "query", "input")  # Axolotl's names besides TRL's


def trl_confidence(fields: Fields) -> float:
    """A prompt with one completion, and a label that says whether it is good."""
    return 0.9 if first_of(fields, _PROMPTS) and "completion" in fields and "label" in fields else 0.0


def conversation_confidence(fields: Fields) -> float:
    """A conversation and a label; two replies beside them would make it pairs."""
    rated = isinstance(_turns(fields), list) and any(key in fields for key in _LABELS)
    return 0.9 if rated and "rejected" not in fields else 0.0


def trl_convert(fields: Fields, row: int) -> Iterator[Outcome]:
    """One labelled reply, if its label is true or false."""
    given = fields.get(first_of(fields, _PROMPTS) or "prompt")
    prompt, reply = read_prompt(given), read_reply(fields.get("completion"), "labelled")
    yield labelled_reply(fields, row, prompt, reply)


def conversation_convert(fields: Fields, row: int) -> Iterator[Outcome]:
    """One labelled reply: the conversation's last turn."""
    turns = read_messages(_turns(fields), "conversation")
    yield labelled_reply(fields, row, turns[:-1], turns[-1:])


def labelled_reply(fields: Fields, row: int, prompt: tuple[Message, ...], reply: tuple[Message, ...]) -> LabelledReply:
    """The reply with the row's label and tools. Raises UnusableRowError when it is not usable."""
    good = next((truth for key in _LABELS if (truth := as_truth(fields.get(key))) is not None), None)
    if good is None:
        raise UnusableRowError("The label is neither true nor false.")
    check_prompt(prompt)
    check_reply(reply, "labelled")
    return LabelledReply(row, with_system(fields.get("system"), prompt), reply, good, read_tools(fields.get("tools")))


def _turns(fields: Fields) -> object:
    return fields.get("conversations", fields.get("messages"))


TRL_UNPAIRED = Format("trl_unpaired", "TRL labelled replies", trl_confidence, trl_convert)
KTO_CONVERSATION = Format("kto_conversation", "KTO conversations", conversation_confidence, conversation_convert)
