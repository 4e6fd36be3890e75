"""What a person's edits of a file came to, in a sentence."""

from __future__ import annotations

from engine.data.edits.pair_edits import EditReport


def describe_edits(report: EditReport) -> str:
    """Empty where there are none."""
    parts: list[str] = []
    if report.changed or report.dropped:
        pairs = "pair" if report.changed == 1 else "pairs"
        parts.append(f"Edits: {report.changed:,} {pairs} changed, {report.dropped:,} dropped.")
    if report.stale:
        parts.append(f"Not made, since the pairs no longer say what they said: {report.stale:,}.")
    return " ".join(parts)
