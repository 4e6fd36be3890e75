"""Replies that training would cut at its longest length."""

from __future__ import annotations

from engine.data.checks.flag import Flag, flag_rows
from engine.data.checks.model.model_check import ModelCheck, ModelView
from engine.data.preference_pair import PreferencePair
from engine.data.tokenize import LeftOutPair, TokenizedPair


def tokens_beyond(tokens: TokenizedPair, limit: int) -> int:
    """Tokens of both replies that lie beyond a length; none where the prompt alone fills it."""
    prompt = len(tokens.prompt_ids)
    if prompt >= limit:
        return 0
    return sum(max(0, prompt + len(ids) - limit) for ids in (tokens.chosen_ids, tokens.rejected_ids))


class _CutReplies:
    def __init__(self, view: ModelView) -> None:
        self._limit = view.max_length
        self._rows: list[int] = []
        self._tokens = 0

    def see(self, pair: PreferencePair, tokens: TokenizedPair | LeftOutPair, /) -> None:
        cut = 0 if isinstance(tokens, LeftOutPair) else tokens_beyond(tokens, self._limit)
        if cut:
            self._rows.append(pair.row)
            self._tokens += cut

    def flag(self) -> Flag:
        rows = flag_rows(self._rows)
        text = (
            f"A max_length of {self._limit:,} cuts {self._tokens:,} tokens, end tokens included." if rows.count else ""
        )
        return Flag(rows.count, rows.rows, text, {"cut_tokens": float(self._tokens)})


CUT_REPLIES = ModelCheck(
    "cut_replies",
    "Cut replies",
    "What is cut is not learnt, and a cut reply does not teach where to end. A longer max_length needs more memory.",
    _CutReplies,
)
