"""Whether a reply ends with exactly one token that stops the model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.data.checks.flag import Flag, flag_rows
from engine.data.checks.model.model_check import ModelCheck, ModelView
from engine.data.preference_pair import PreferencePair
from engine.data.tokenize import LeftOutPair, TokenizedPair


def stops_at_end(tokenizer: Any, ids: Sequence[int], stop_ids: frozenset[int]) -> int:
    """How many stop tokens follow the last word of a reply; space between and after them does not count."""
    stops = 0
    for token in reversed(ids):
        if token in stop_ids:
            stops += 1
        elif str(tokenizer.decode([token])).strip():
            break
    return stops


class _ReplyEnd:
    def __init__(self, view: ModelView) -> None:
        self._view = view
        self._rows: list[int] = []
        self._seen = self._without = 0

    def see(self, pair: PreferencePair, tokens: TokenizedPair | LeftOutPair, /) -> None:
        if isinstance(tokens, LeftOutPair):
            return
        replies = (tokens.chosen_ids, tokens.rejected_ids)  # one of them is empty where the reply has a thumb
        stops = [stops_at_end(self._view.tokenizer, ids, self._view.stop_ids) for ids in replies if ids]
        self._seen += 1
        self._without += 0 in stops
        if any(count != 1 for count in stops):
            self._rows.append(pair.row)

    def flag(self) -> Flag:
        rows = flag_rows(self._rows)
        text = ""
        if self._without and self._without == self._seen:
            text = "The chat template ends no reply with a stop token, so the model would never learn to stop."
        elif rows.count:
            text = f"Without a stop token: {self._without:,}, with more than one: {len(self._rows) - self._without:,}."
        return Flag(rows.count, rows.rows, text)


REPLY_END = ModelCheck(
    "reply_end",
    "Without one stop token",
    "A model that never sees the end of a reply talks on, and one that sees two learns a sign that nobody writes.",
    _ReplyEnd,
)
