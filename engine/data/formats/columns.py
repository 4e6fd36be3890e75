"""A prompt and two replies in columns of other names than TRL's.

Axolotl's (chatml.intel: question; chatml.icr: input; chatml.argilla: instruction, chosen_response, rejected_response),
Intel's orca_dpo_pairs, which H2O starts with, and those of ms-swift's queries with their history.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.data.formats.format import Fields, Format, Outcome
from engine.data.formats.messages import read_history
from engine.data.formats.trl import convert_with_prompt
from engine.data.formats.values import first_of
from engine.data.preference_pair import Message

_PROMPTS = ("prompt", "question", "instruction", "query", "input")
_REPLIES = (
    ("chosen", "rejected"),
    ("chosen_response", "rejected_response"),
    ("response_chosen", "response_rejected"),
    ("preferred", "dispreferred"),
    ("answer", "rejected_answer"),
    ("response", "rejected_response"),
    ("output", "rejected_output"),
    ("response_j", "response_k"),  # TRL's Stack Exchange example; j is the better one
)


def confidence(fields: Fields) -> float:
    """A prompt and two replies by known names other than TRL's own; surer than TRL without a prompt."""
    prompt, replies = first_of(fields, _PROMPTS), _replies(fields)
    return 0.7 if prompt and replies and (prompt, replies) != ("prompt", _REPLIES[0]) else 0.0


def convert(fields: Fields, row: int) -> Iterator[Outcome]:
    """One pair, read as TRL's once its columns have TRL's names."""
    prompt, sides = first_of(fields, _PROMPTS) or "prompt", _replies(fields) or ("chosen", "rejected")
    history, asked = [*read_history(fields.get("history"))], fields.get(prompt)
    if history and isinstance(asked, str):
        asked = [turn.as_dict() for turn in (*history, Message("user", asked))]
    named = {"prompt": asked, "chosen": fields.get(sides[0]), "rejected": fields.get(sides[1])}
    yield from convert_with_prompt({**fields, **named}, row)


def _replies(fields: Fields) -> tuple[str, str] | None:
    return next(((chosen, rejected) for chosen, rejected in _REPLIES if chosen in fields and rejected in fields), None)


COLUMNS = Format("columns", "Pairs in named columns", confidence, convert)
