"""`main.py score`: how strongly a model prefers each chosen reply."""

from __future__ import annotations

from argparse import Namespace

from app.command_line.edits import describe_edits
from app.command_line.output import Output
from app.command_line.reading import reading_options
from engine.data.edits.pair_edits import EditReport
from engine.events import to_json
from engine.score import PairScored, Summary, score_file


def score(arguments: Namespace, output: Output) -> int:
    """Score every pair of the file, one line each, and sum up."""
    output.sentence("Loading the model.")
    events = score_file(
        arguments.file,
        arguments.model,
        arguments.adapter,
        arguments.beta,
        arguments.device or "auto",
        arguments.dtype or "auto",
        options=reading_options(arguments),
        edits=arguments.edits,
    )
    for event in events:
        if isinstance(event, Summary):
            skipped = [{"row": row, "reason": reason} for row, reason in event.skipped]
            output.document({**to_json(event), "skipped": skipped})
            _sum_up(event, output)
        else:
            output.document(to_json(event))
            output.sentence(_line(event))
    return 0


def _line(event: PairScored) -> str:
    return (
        f"row {event.row}: margin {event.margin:+.4f}, reward {event.reward_chosen:+.4f} chosen and "
        f"{event.reward_rejected:+.4f} rejected, logps {event.logps_chosen:.3f} and {event.logps_rejected:.3f}"
    )


def _sum_up(summary: Summary, output: Output) -> None:
    output.sentence(
        f"{summary.pairs:,} pairs with beta {summary.beta:g}: accuracy {summary.accuracy:.1%}, "
        f"mean margin {summary.mean_margin:+.4f}."
    )
    if summary.skipped:
        row, reason = summary.skipped[0]
        output.sentence(f"Left out: {len(summary.skipped):,}, the first being row {row}: {reason}")
    if summary.stale_edits:
        output.sentence(describe_edits(EditReport(stale=summary.stale_edits)))
    if summary.cut_rows:
        output.sentence(f"Longer than the model's context and scored up to it: {len(summary.cut_rows):,} rows.")
