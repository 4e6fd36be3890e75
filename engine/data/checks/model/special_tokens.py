"""Signs of this model in the text itself."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

from engine.data.checks.flag import Flag, flag_rows
from engine.data.checks.model.model_check import ModelCheck, ModelView
from engine.data.preference_pair import PreferencePair
from engine.data.tokenize import LeftOutPair, TokenizedPair

_NAMED = 3  # of the signs that were found


class _SpecialTokens:
    def __init__(self, view: ModelView) -> None:
        signs = sorted(view.special_tokens, key=len, reverse=True)
        self._any = re.compile("|".join(map(re.escape, signs))) if signs else None
        self._rows: list[int] = []
        self._found: Counter[str] = Counter()

    def see(self, pair: PreferencePair, _: TokenizedPair | LeftOutPair, /) -> None:
        if self._any is None:
            return
        turns = chain(pair.prompt, pair.chosen, pair.rejected)
        found = {sign for turn in turns for sign in self._any.findall(turn.content)}
        if found:
            self._rows.append(pair.row)
            self._found.update(found)

    def flag(self) -> Flag:
        rows = flag_rows(self._rows)
        named = ", ".join(f"{sign} in {count:,}" for sign, count in self._found.most_common(_NAMED))
        return Flag(rows.count, rows.rows, f"Most often: {named}." if named else "")


SPECIAL_TOKENS = ModelCheck(
    "special_tokens",
    "Special tokens",
    "The model reads these as signs, not as text: a turn can seem to end in the middle of a reply.",
    _SpecialTokens,
)
