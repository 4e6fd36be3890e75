"""`main.py score` for a file of replies that nobody judged: the best of each row first."""

from __future__ import annotations

from argparse import Namespace

from app.command_line.output import Output
from engine.events import to_json
from engine.rank import RankingSummary, RepliesRanked, rank_file


def rank(arguments: Namespace, output: Output) -> int:
    """Rank the replies of every row, one line each, and sum up."""
    output.sentence("Loading the model.")
    events = rank_file(
        arguments.file,
        arguments.model,
        arguments.adapter,
        arguments.beta,
        arguments.device or "auto",
        arguments.dtype or "auto",
        chat_template=arguments.chat_template,
    )
    for event in events:
        if isinstance(event, RankingSummary):
            skipped = [{"row": row, "reason": reason} for row, reason in event.skipped]
            output.document({**to_json(event), "skipped": skipped})
            _sum_up(event, output)
        else:
            output.document(to_json(event))
            output.sentence(_line(event))
    return 0


def _line(event: RepliesRanked) -> str:
    best, *others = event.replies
    rest = ", ".join(f"{reply.place} ({reply.reward:+.4f})" for reply in others)
    return f"row {event.row}: reply {best.place} is best, reward {best.reward:+.4f}" + (
        f"; then {rest}" if rest else ""
    )


def _sum_up(summary: RankingSummary, output: Output) -> None:
    output.sentence(
        f"{summary.replies:,} replies in {summary.rows:,} rows with beta {summary.beta:g}. The longest reply came "
        f"first in {summary.longest_first:.1%} of the rows that have several."
    )
    if summary.skipped:
        row, reason = summary.skipped[0]
        output.sentence(f"Left out: {len(summary.skipped):,}, the first in row {row}: {reason}")
    if summary.cut_rows:
        output.sentence(f"Longer than the model's context and scored up to it: {len(summary.cut_rows):,} rows.")
