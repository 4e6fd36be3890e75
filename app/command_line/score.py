"""`main.py score`: how strongly a model prefers each chosen reply."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from app.command_line.edits import describe_edits
from app.command_line.output import Output
from app.command_line.rank import rank
from app.command_line.reading import reading_options
from engine.data.column_values import column_values
from engine.data.edits.pair_edits import EditReport
from engine.data.reply_lists import holds_unjudged_replies
from engine.errors import EngineError
from engine.evaluation.reward_report import JudgedPair, report_rewards
from engine.evaluation.reward_report_html import rewards_as_html
from engine.evaluation.reward_report_markdown import rewards_as_markdown
from engine.evaluation.reward_report_words import save_rewards
from engine.events import to_json
from engine.score import PairScored, Summary, ThumbScored, score_file

_LENGTHS = ("tokens_chosen", "tokens_rejected")  # for the report; the lines that scripts read stay as they are


def score(arguments: Namespace, output: Output) -> int:
    """Score every pair of the file, one line each, and sum up; or rank the replies of a file that nobody judged."""
    if arguments.rank or (not _is_for_pairs(arguments) and holds_unjudged_replies(arguments.file)):
        _refuse_for_ranking(arguments)
        return rank(arguments, output)
    groups: dict[int, str] = {}
    if arguments.report is not None:
        _require_new_file(arguments.report)
    if arguments.group is not None:
        groups = _groups(arguments)
    output.sentence("Loading the model.")
    judged: list[JudgedPair] = []
    events = score_file(
        arguments.file,
        arguments.model,
        arguments.adapter,
        arguments.beta,
        arguments.device or "auto",
        arguments.dtype or "auto",
        options=reading_options(arguments),
        edits=arguments.edits,
        chat_template=arguments.chat_template,
    )
    for event in events:
        if isinstance(event, Summary):
            skipped = [{"row": row, "reason": reason} for row, reason in event.skipped]
            output.document({**to_json(event), "skipped": skipped})
            _sum_up(event, output)
            if arguments.report is not None:
                _write_report(arguments, judged, event.beta, output)
        elif isinstance(event, ThumbScored):
            if arguments.report is not None:
                raise EngineError(
                    "--report compares the two replies of pairs, and this file has single replies with thumbs.",
                    "Leave --report out; each reply's reward is told without it.",
                )
            output.document({**to_json(event), "margin": event.margin})
            output.sentence(_thumb_line(event))
        else:
            judged.append(
                JudgedPair(event.margin, event.tokens_chosen - event.tokens_rejected, groups.get(event.row, ""))
            )
            output.document({name: value for name, value in to_json(event).items() if name not in _LENGTHS})
            output.sentence(_line(event))
    return 0


_FOR_PAIRS = {
    "map": "--map",
    "pairing": "--pairing",
    "axis": "--axis",
    "edits": "--edits",
    "report": "--report",
    "group": "--group",
}


def _is_for_pairs(arguments: Namespace) -> list[str]:
    """The options given that only mean something for pairs."""
    return [option for name, option in _FOR_PAIRS.items() if getattr(arguments, name)]


def _refuse_for_ranking(arguments: Namespace) -> None:
    if given := _is_for_pairs(arguments):
        raise EngineError(
            f"{' and '.join(given)} would change nothing about a ranking.", "Leave it out, or score without --rank."
        )


def _groups(arguments: Namespace) -> dict[int, str]:
    """Each row's group; raises `EngineError` where there is no report to tell of it, or no such column."""
    if arguments.report is None:
        raise EngineError("--group changes nothing without a report.", "Add --report FILE.md.")
    return column_values(arguments.file, arguments.group)


def _require_new_file(path: Path) -> None:
    """Refuse a report that could not be written, before the work is done; raises `EngineError`."""
    if path.exists():
        raise EngineError(f"{path} is there already, and the report would replace it.", "Give --report another name.")
    if not path.parent.is_dir():
        raise EngineError(f"There is no folder {path.parent} for the report.", "Make it, or give --report another one.")


def _write_report(arguments: Namespace, judged: list[JudgedPair], beta: float, output: Output) -> None:
    model = arguments.adapter or arguments.model
    render = rewards_as_html if arguments.report.suffix.lower() in (".html", ".htm") else rewards_as_markdown
    text = render(report_rewards(judged), arguments.file.name, model.name, beta, arguments.group or "")
    save_rewards(arguments.report, text)
    output.sentence(f"Report: {arguments.report}")


def _line(event: PairScored) -> str:
    return (
        f"row {event.row}: margin {event.margin:+.4f}, reward {event.reward_chosen:+.4f} chosen and "
        f"{event.reward_rejected:+.4f} rejected, logps {event.logps_chosen:.3f} and {event.logps_rejected:.3f}"
    )


def _thumb_line(event: ThumbScored) -> str:
    thumb = "up" if event.is_up else "down"
    return f"row {event.row}: thumb {thumb}, reward {event.reward:+.4f}, logps {event.logps:.3f}"


def _sum_up(summary: Summary, output: Output) -> None:
    what = "replies with thumbs" if summary.thumbs else "pairs"
    output.sentence(
        f"{summary.pairs:,} {what} with beta {summary.beta:g}: accuracy {summary.accuracy:.1%}, "
        f"mean margin {summary.mean_margin:+.4f}."
    )
    if summary.skipped:
        row, reason = summary.skipped[0]
        output.sentence(f"Left out: {len(summary.skipped):,}, the first being row {row}: {reason}")
    if summary.stale_edits:
        output.sentence(describe_edits(EditReport(stale=summary.stale_edits)))
    if summary.cut_rows:
        output.sentence(f"Longer than the model's context and scored up to it: {len(summary.cut_rows):,} rows.")
