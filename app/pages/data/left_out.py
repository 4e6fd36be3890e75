"""What a file holds besides pairs, told so that nobody wonders where rows went. Pure text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from app.models.words import counted
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
        parts.append(f"{counted(len(data.skipped), 'row')} could not be used, most often: {reason.rstrip('.')}.")
    if ties:
        parts.append(f"{counted(ties, 'tie')} prefer neither reply.")
    if data.unpaired:
        parts.append(f"{counted(data.unpaired, 'row')} rate a single reply and have no partner.")
    if not parts:
        return None
    left_out = len(data.skipped) + ties + data.unpaired
    lines = [f"Row {row.row:,}: {row.reason}" for row in data.skipped[:_MOST_LISTED]]
    if len(data.skipped) > _MOST_LISTED:
        lines.append(f"and {len(data.skipped) - _MOST_LISTED:,} more")
    title = f"{counted(left_out, 'row')} left out, {counted(len(data.pairs), 'pair')} loaded"
    return LeftOut(title, " ".join(parts), "\n".join(lines))
