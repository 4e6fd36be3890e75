"""What a report of a blind test says, before it becomes Markdown or HTML; and saving either."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.chat.transcript import sampling_in_words
from engine.errors import EngineError
from engine.evaluation.result import (
    ReasonCount,
    Tally,
    in_words,
    reply_words,
    tally,
    tally_groups,
    tally_reasons,
    verdict_in_words,
)
from engine.evaluation.trial import BlindTest
from engine.evaluation.vote import Vote
from engine.storage.atomic import write_text

METHOD = (
    "Each prompt was answered twice, by the original model and by the trained one, with the same random numbers. The "
    "replies stood side by side without names, on sides that were shuffled for each prompt. Ties, two bad replies and "
    "prompts that were passed over do not count towards the win rate. The range is a 95% confidence sequence (the "
    "beta-binomial mixture: Robbins 1970; Howard, Ramdas, McAuliffe and Sekhon 2021), which stays valid when one looks "
    "at the result after each vote and stops at will. The range of a group holds for that group alone."
)
_MOST_REASONS = 8  # in a sentence; the report has them all
_SAID = {"same": "about the same", "both_bad": "both bad", "skip": "passed over"}


@dataclass(frozen=True, slots=True)
class Report:
    """The report's content. `facts`, `counts` and `lengths` are names with values; `groups` names with tallies."""

    title: str
    verdict: str
    result: str
    whole: Tally
    groups: tuple[tuple[str, Tally], ...]
    counts: tuple[tuple[str, str], ...]
    lengths: str
    facts: tuple[tuple[str, str], ...]
    reasons: tuple[ReasonCount, ...]
    votes: tuple[Vote, ...]


def build_report(test: BlindTest, votes: Sequence[Vote]) -> Report:
    """All that there is to tell about a test."""
    whole, who, sampling = tally(votes), test.contestants, test.sampling
    return Report(
        title=f"Blind test: {who.run} against {who.model_name}",
        verdict=verdict_in_words(whole),
        result=in_words(whole),
        whole=whole,
        groups=tuple(tally_groups(votes).items()),
        counts=count_names(whole),
        lengths=lengths_in_words(votes),
        facts=(
            ("Begun", test.time),
            ("Original model", who.model_name),
            ("Trained model", f"{who.model_name} with the adapter of {who.run}"),
            ("Prompts", f"{len(test.trials):,} prompts, {test.source}"),
            ("Votes", f"{whole.votes:,} of {len(test.trials):,}"),
            ("Replies", sampling_in_words(sampling)),
            ("Seed", str(test.seed)),
        ),
        reasons=tally_reasons(votes),
        votes=tuple(votes),
    )


def count_names(counted: Tally) -> tuple[tuple[str, str], ...]:
    """Every kind of vote with its number."""
    numbers = (
        ("Trained better", counted.after),
        ("Original better", counted.before),
        ("About the same", counted.same),
        ("Both bad", counted.both_bad),
        ("Passed over", counted.skipped),
    )
    return tuple((name, f"{number:,}") for name, number in numbers)


def lengths_in_words(votes: Sequence[Vote]) -> str:
    """How long the replies were, and whether the longer one was preferred; empty without votes."""
    words = reply_words(votes)
    if words is None:
        return ""
    text = f"The trained model's replies had {words.after:.0f} words on average, the original's {words.before:.0f}."
    if not words.decided:
        return text
    return f"{text} The longer reply was preferred {words.longer_won:,} of {words.decided:,} times."


def reasons_in_words(votes: Sequence[Vote]) -> str:
    """Why replies were preferred; empty where nobody said."""
    counts = [f"{count.reason} (trained {count.after}, original {count.before})" for count in tally_reasons(votes)]
    more = len(counts) - _MOST_REASONS
    tail = f", and {more:,} more" if more > 0 else ""
    return f"Reasons you gave: {', '.join(counts[:_MOST_REASONS])}{tail}." if counts else ""


def said(vote: Vote) -> str:
    """The vote with its sides revealed, and why: trained (friendlier), original, about the same."""
    words = {"after": "trained", "before": "original"}.get(vote.winner) or _SAID[vote.choice]
    return f"{words} ({', '.join(vote.reasons).lower()})" if vote.reasons else words


def share_words(counted: Tally) -> tuple[str, str]:
    """A win rate and its range as a table has them; dashes while there is none."""
    if not counted.decided:
        return "–", "–"
    return f"{counted.rate:.0%}", f"{counted.interval.low:.0%} to {counted.interval.high:.0%}"


def save_report(path: Path, report: Report, render: Callable[[Report], str]) -> None:
    """Write a rendered report. Raises `EngineError` when it cannot be written; what was there is then untouched."""
    try:
        write_text(path, render(report))
    except OSError as error:
        raise EngineError(
            f"The report could not be saved: {path.parent} cannot be written, or its disk is full.",
            "Choose another folder.",
            str(error),
        ) from error
