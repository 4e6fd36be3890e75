"""What a format is: how surely it knows a row, and what it makes of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from engine.data.labelled_reply import Alternative, LabelledReply
from engine.data.preference_pair import Message, PreferencePair

Fields: TypeAlias = Mapping[str, Any]
Problem = Literal["", "empty_prompt", "empty_reply", "reply_not_text", "different_prompts"]
BothWays: TypeAlias = Callable[[], tuple[PreferencePair, PreferencePair]]


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that gives no pair, counted from 1, and why. `problem` names the check that it belongs under, if any."""

    row: int
    reason: str
    problem: Problem = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """A comparison in which neither reply won. `problems` are those of its replies, which the checks still flag.

    `either_way` makes the pair both ways round, for those who keep ties, or raises UnusableRowError.
    """

    row: int
    problems: tuple[Problem, ...] = ()
    either_way: BothWays | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A comparison on which annotators disagreed; what the majority said follows it."""

    row: int


@dataclass(frozen=True, slots=True)
class ScoredReply:
    """One reply of several, and how good it is: the higher the better. A rank counts as its negative."""

    reply: tuple[Message, ...]
    score: float


@dataclass(frozen=True, slots=True)
class ReplyList:
    """Replies to one prompt in an order of quality; which of them make pairs is for `pairing.py` to say.

    `by_rank` tells an order without distances from scores, whose gaps are kept as margins.
    """

    row: int
    prompt: tuple[Message, ...]
    replies: tuple[ScoredReply, ...]
    by_rank: bool
    tools: tuple[Mapping[str, Any], ...] = ()


Outcome: TypeAlias = PreferencePair | LabelledReply | Alternative | ReplyList | Tie | Disagreement | SkippedRow
Converter: TypeAlias = Callable[[Fields, int], Iterator[Outcome]]
Row: TypeAlias = tuple[int, Fields]


class UnusableRowError(Exception):
    """A row that can give nothing, and why, in one sentence; `problem` names the check that counts it, if any."""

    def __init__(self, reason: str, problem: Problem = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.problem: Problem = problem


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write preferences down.

    `confidence` looks at one row's field names and shapes and says how surely the row is of this format, from 0 to 1:
    the more its shape says, the higher, so that a special format wins over a general one. `convert` turns one row
    into what it holds (some formats hold several comparisons a row) or raises UnusableRowError. `axes` are other ways
    to convert, by the quality that decides, where a source rates several. `assemble` joins rows that need one another,
    such as the turns of a chain, before they are converted; it sees the whole file.
    """

    name: str
    title: str
    confidence: Callable[[Fields], float]
    convert: Converter
    axes: Mapping[str, Converter] = field(default_factory=dict[str, Converter])
    assemble: Callable[[Iterable[Row]], Iterable[Row]] | None = None
