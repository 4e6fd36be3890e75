"""What a file holds besides pairs, told so that nobody wonders where rows went. Pure text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from app.language.engine_words import tr_engine
from app.language.translate import tr, tr_count
from engine.data.reader import PreferenceData

_MOST_LISTED = 200


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A banner's title, its sentence, and the list behind "Show details"."""

    title: str
    text: str
    details: str


def explain_left_out(data: PreferenceData, ties_kept: bool = False) -> LeftOut | None:
    """None when every row gave a pair; kept ties gave two."""
    ties = 0 if ties_kept else data.ties
    parts: list[str] = []
    if data.skipped:
        reason = Counter(row.reason for row in data.skipped).most_common(1)[0][0]
        parts.append(
            tr_count(
                "{count:,} row could not be used, most often: {reason}.",
                "{count:,} rows could not be used, most often: {reason}.",
                len(data.skipped),
                reason=tr_engine(reason).rstrip("."),
            )
        )
    if ties:
        parts.append(tr_count("{count:,} tie prefer neither reply.", "{count:,} ties prefer neither reply.", ties))
    if data.unpaired:
        parts.append(
            tr_count(
                "{count:,} row rate a single reply and have no partner.",
                "{count:,} rows rate a single reply and have no partner.",
                data.unpaired,
            )
        )
    if not parts:
        return None
    left_out = len(data.skipped) + ties + data.unpaired
    lines = [
        tr("Row {row:,}: {reason}", row=row.row, reason=tr_engine(row.reason)) for row in data.skipped[:_MOST_LISTED]
    ]
    if len(data.skipped) > _MOST_LISTED:
        lines.append(tr("and {skipped:,} more", skipped=len(data.skipped) - _MOST_LISTED))
    title = tr_count(
        "{count:,} row left out, {counted} loaded",
        "{count:,} rows left out, {counted} loaded",
        left_out,
        counted=tr_count("{count:,} pair", "{count:,} pairs", len(data.pairs)),
    )
    return LeftOut(title, " ".join(parts), "\n".join(lines))
