"""Rows whose prompt alone fills the longest length, so that nothing of the replies is left."""

from __future__ import annotations

from engine.data.checks.flag import Flag, flag_rows
from engine.data.checks.model.model_check import ModelCheck, ModelView
from engine.data.preference_pair import PreferencePair
from engine.data.tokenize import LeftOutPair, TokenizedPair


class _LostReplies:
    def __init__(self, view: ModelView) -> None:
        self._limit = view.max_length
        self._rows: list[int] = []

    def see(self, pair: PreferencePair, tokens: TokenizedPair | LeftOutPair, /) -> None:
        if isinstance(tokens, TokenizedPair) and len(tokens.prompt_ids) >= self._limit:
            self._rows.append(pair.row)

    def flag(self) -> Flag:
        rows = flag_rows(self._rows)
        text = f"Their prompts alone have {self._limit:,} tokens or more." if rows.count else ""
        return Flag(rows.count, rows.rows, text)


LOST_REPLIES = ModelCheck(
    "lost_replies",
    "Lost replies",
    "Such rows would teach nothing, so training leaves them out. A longer max_length or shorter prompts keep them.",
    _LostReplies,
)
