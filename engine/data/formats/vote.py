"""Two replies side by side and a verdict: what all comparisons have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from engine.data.formats.format import Fields, Outcome, Problem, Tie, UnusableRowError
from engine.data.formats.messages import not_text, read_messages, read_reply
from engine.data.formats.pair import both_ways, check_reply, make_pair
from engine.data.preference_pair import Message, PreferencePair

Winner: TypeAlias = Literal["first", "second", "tie"]


def vote(
    row: int, prompt: tuple[Message, ...], replies: tuple[object, object], winner: Winner, margin: float | None = None
) -> Iterator[Outcome]:
    """The pair that a verdict makes of two replies, or a tie.

    Raises UnusableRowError when a reply of a decided vote is unusable; those of a tie are only noted.
    """
    if winner == "tie":
        problems: tuple[Problem, ...] = tuple(problem for reply in replies if (problem := _problem(reply)))
        yield Tie(row, problems, lambda: _both_ways(row, prompt, replies))
        return
    chosen, rejected = replies if winner == "first" else replies[::-1]
    yield make_pair(row, prompt, read_reply(chosen, "chosen"), read_reply(rejected, "rejected"), margin=margin)


def question(fields: Fields, names: Sequence[str]) -> tuple[Message, ...]:
    """The prompt that a comparison's fields hold: turns, or texts, one under the other, as one turn of the user."""
    values = [fields[name] for name in names if fields.get(name) is not None]
    if len(values) == 1 and isinstance(values[0], list):
        return read_messages(values[0], "prompt")
    for value in values:
        if not isinstance(value, str):
            raise not_text(value, "prompt")
    if not values:
        raise UnusableRowError("The prompt is missing.", "empty_prompt")
    return (Message("user", "\n".join(value for value in values if value)),)


def _both_ways(
    row: int, prompt: tuple[Message, ...], replies: tuple[object, object]
) -> tuple[PreferencePair, PreferencePair]:
    return both_ways(row, prompt, read_reply(replies[0], "first"), read_reply(replies[1], "second"))


def _problem(reply: object) -> Problem:
    try:
        check_reply(read_reply(reply, "tied"), "tied")
    except UnusableRowError as unusable:
        return unusable.problem
    return ""
