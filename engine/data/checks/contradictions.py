"""One prompt, the same two replies, and both ways round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from engine.data.checks.flag import Check, Flag, flag_rows
from engine.data.content_key import prompt_key, reply_key
from engine.data.preference_pair import PreferencePair


def find(pairs: Sequence[PreferencePair]) -> Flag:
    """Every row of a comparison that another row decides the other way; a kept tie decides nothing."""
    rows: defaultdict[tuple[bytes, bytes, bytes], list[int]] = defaultdict(list)
    for pair in pairs:
        if pair.tied:
            continue
        rows[prompt_key(pair), reply_key(pair.chosen), reply_key(pair.rejected)].append(pair.row)
    contradicted = [
        row
        for (prompt, chosen, rejected), found in rows.items()
        if chosen != rejected and (prompt, rejected, chosen) in rows
        for row in found
    ]
    return flag_rows(contradicted)


CONTRADICTIONS = Check(
    "contradictions",
    "Contradictions",
    "Two rows that prefer opposite replies to one prompt cancel each other and teach nothing.",
    find,
)
