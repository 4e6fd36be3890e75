"""Rows with a prompt and several replies that nobody has judged yet, such as a program wrote to choose from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.data.formats.format import SkippedRow, UnusableRowError
from engine.data.formats.messages import read_reply
from engine.data.formats.pair import check_prompt, check_reply
from engine.data.formats.registry import is_recognised
from engine.data.formats.scored import LISTS, PROMPTS, TEXTS, read_prompt
from engine.data.formats.values import first_of
from engine.data.preference_pair import Message
from engine.data.record import BrokenRecord
from engine.data.records import read_records


@dataclass(frozen=True, slots=True)
class ReplyList:
    """A prompt with its replies, by their places in the row, from 1. Those that cannot be used are missing."""

    row: int
    prompt: tuple[Message, ...]
    replies: dict[int, tuple[Message, ...]]


def read_reply_lists(path: Path) -> Iterator[ReplyList | SkippedRow]:
    """Every row's replies, judged or not; the names of the columns are those of scored replies.

    Raises EngineError when the file cannot be read.
    """
    for record in read_records(path, has_replies):
        if isinstance(record, BrokenRecord):
            yield SkippedRow(record.row, record.reason)
            continue
        try:
            yield from _read(record.fields, record.row)
        except UnusableRowError as unusable:
            yield SkippedRow(record.row, unusable.reason, unusable.problem)


def holds_unjudged_replies(path: Path) -> bool:
    """Whether the file's first row has a prompt and replies without scores or ranks."""
    first = next(iter(read_records(path, has_replies)), None)
    return first is not None and not isinstance(first, BrokenRecord) and is_unjudged(first.fields)


def has_replies(fields: dict[str, Any]) -> bool:
    """Whether a row has a prompt and a list of replies."""
    listed = first_of(fields, LISTS)
    return first_of(fields, PROMPTS) is not None and listed is not None and isinstance(fields[listed], list)


def is_unjudged(fields: dict[str, Any]) -> bool:
    """Whether nothing in a row says which of its replies is better: a pair may well stand beside its candidates."""
    return has_replies(fields) and not is_recognised(fields)


def _read(fields: dict[str, Any], row: int) -> Iterator[ReplyList | SkippedRow]:
    listed, prompt_name = first_of(fields, LISTS), first_of(fields, PROMPTS)
    items = fields[listed] if listed else None
    if not isinstance(items, list) or prompt_name is None:
        raise UnusableRowError("It has no list of replies to a prompt.")
    prompt = read_prompt(fields[prompt_name])
    check_prompt(prompt)
    replies: dict[int, tuple[Message, ...]] = {}
    for place, item in enumerate(items, start=1):
        text = first_of(item, TEXTS) if isinstance(item, dict) else None
        name = f"reply {place}"
        try:
            reply = read_reply(item[text] if isinstance(item, dict) and text else item, name)
            check_reply(reply, name)
            replies[place] = reply
        except UnusableRowError as unusable:
            yield SkippedRow(row, unusable.reason, unusable.problem)
    if replies:
        yield ReplyList(row, prompt, replies)
