"""Rows that this model cannot be trained on at all."""

from __future__ import annotations

from collections import Counter

from engine.data.checks.flag import Flag, flag_rows
from engine.data.checks.model.model_check import ModelCheck, ModelView
from engine.data.preference_pair import PreferencePair
from engine.data.tokenize import LeftOutPair, TokenizedPair


class _UnusableWithModel:
    def __init__(self, view: ModelView) -> None:
        self._limit = view.context_length
        self._reasons: dict[int, str] = {}

    def see(self, pair: PreferencePair, tokens: TokenizedPair | LeftOutPair, /) -> None:
        if isinstance(tokens, LeftOutPair):
            self._reasons[pair.row] = tokens.reason
        elif self._limit and len(tokens.prompt_ids) >= self._limit:
            self._reasons[pair.row] = "its prompt alone fills the model's context"

    def flag(self) -> Flag:
        rows = flag_rows(list(self._reasons))
        commonest = Counter(self._reasons.values()).most_common(1)
        return Flag(rows.count, rows.rows, f"Most often: {commonest[0][0].rstrip('.')}." if commonest else "")


UNUSABLE_WITH_MODEL = ModelCheck(
    "unusable_with_model",
    "Refused by the model",
    "The model's chat template cannot write these conversations, so training leaves the rows out.",
    _UnusableWithModel,
)
