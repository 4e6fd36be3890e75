"""What the checks that need a model are given, and what they give back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from engine.data.checks.flag import Flag
from engine.data.preference_pair import PreferencePair
from engine.data.tokenize import LeftOutPair, TokenizedPair


@dataclass(frozen=True, slots=True)
class ModelView:
    """A model as far as its data is concerned.

    `special_tokens` are the texts that its tokenizer reads as signs, `stop_ids` the tokens that end a reply;
    `max_length` is where training cuts, `context_length` what the model can read, 0 where that is not known.
    """

    tokenizer: Any
    special_tokens: tuple[str, ...]
    stop_ids: frozenset[int]
    max_length: int
    context_length: int


class Watcher(Protocol):
    """One question, asked of one pair after another."""

    def see(self, pair: PreferencePair, tokens: TokenizedPair | LeftOutPair, /) -> None:
        """Look at a pair; `tokens` are uncut, or say why there are none."""
        ...

    def flag(self) -> Flag:
        """What was found in all that was seen."""
        ...


@dataclass(frozen=True, slots=True)
class ModelCheck:
    """One question that only a model's tokenizer and template can answer; `why` says why the answer matters."""

    name: str
    title: str
    why: str
    start: Callable[[ModelView], Watcher]
