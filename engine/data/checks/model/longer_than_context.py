"""Pairs that are longer than the model can read at once."""

from __future__ import annotations

from engine.data.checks.flag import Flag, flag_rows
from engine.data.checks.model.cut_replies import tokens_beyond
from engine.data.checks.model.model_check import ModelCheck, ModelView
from engine.data.preference_pair import PreferencePair
from engine.data.tokenize import LeftOutPair, TokenizedPair


class _LongerThanContext:
    def __init__(self, view: ModelView) -> None:
        self._limit = view.context_length
        self._rows: list[int] = []
        self._longest = 0

    def see(self, pair: PreferencePair, tokens: TokenizedPair | LeftOutPair, /) -> None:
        if isinstance(tokens, LeftOutPair):
            return
        self._longest = max(self._longest, tokens.longest)
        if self._limit and tokens_beyond(tokens, self._limit):
            self._rows.append(pair.row)

    def flag(self) -> Flag:
        rows = flag_rows(self._rows)
        context = f" of the {self._limit:,} that the model can read" if self._limit else ""
        text = f"The longest pair has {self._longest:,} tokens{context}."
        return Flag(rows.count, rows.rows, text, {"longest_tokens": float(self._longest)})


LONGER_THAN_CONTEXT = ModelCheck(
    "longer_than_context",
    "Too long for the model",
    "No setting keeps what lies beyond the model's context; such replies are always cut.",
    _LongerThanContext,
)
