"""What a reward report says, before it becomes Markdown, a web page or a dialog; and saving either."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from engine.errors import EngineError
from engine.evaluation.reward_report import Group, RewardReport
from engine.storage.atomic import write_text

COLUMNS = ("Pairs", "Right", "Sure")  # of every table, after the name of what it tells apart
_MOST_GROUPS = 50
_FEW = 20  # pairs below which a share says little

SectionKind = Literal["group", "length", "margin", "sureness"]


@dataclass(frozen=True, slots=True)
class RewardSection:
    """A table with what it is good for; `head` names its first column, `left_out` says what has no line in it."""

    kind: SectionKind
    title: str
    text: str
    head: str
    groups: tuple[Group, ...]
    left_out: str = ""


def reward_headline(report: RewardReport, beta: float) -> str:
    """What it comes to, in two sentences."""
    whole = report.whole
    return (
        f"The reply that a person chose has the higher reward in {whole.accuracy:.1%} of {whole.pairs:,} pairs "
        f"(beta {beta:g}). Always taking the longer reply would be right in {report.longer_wins:.1%}."
    )


def reward_sections(report: RewardReport, group_by: str = "") -> tuple[RewardSection, ...]:
    """All its tables; `group_by` names what pairs are grouped by, where they are."""
    length = RewardSection(
        "length",
        "By length",
        "Accuracy that holds only where the chosen reply is longer means that length was learnt, not quality.",
        "Difference in tokens",
        report.by_length,
    )
    margin = RewardSection(
        "margin",
        "By margin",
        "The further apart two rewards are, the more often they should be right.",
        "Margin, without its sign",
        report.by_margin,
    )
    sureness = RewardSection(
        "sureness",
        "Does the margin mean what it says?",
        "A margin stands for a probability, sigmoid(margin). Among pairs of which the rewards are 80% sure, 80% "
        f"should be right. Here the two are {report.calibration_error:.1%} apart on average.",
        "How sure the rewards are",
        report.reliability,
    )
    return (*_by_group(report, group_by), length, margin, sureness)


def note_on_few(report: RewardReport) -> str:
    """A warning where a line of a table is made of few pairs; else empty."""
    groups = (*report.by_group, *report.by_length, *report.by_margin, *report.reliability)
    return f"Groups of fewer than {_FEW} pairs say little." if any(group.pairs < _FEW for group in groups) else ""


def share(value: float) -> str:
    """A share as the tables write it."""
    return f"{value:.1%}"


def save_rewards(path: Path, text: str) -> None:
    """Write a rendered report. Raises `EngineError` when it cannot be written; what was there is then untouched."""
    try:
        write_text(path, text)
    except OSError as error:
        raise EngineError(
            f"The report could not be written to {path}: {error}.",
            "Check the disk's free space and the folder's permissions.",
        ) from error


def _by_group(report: RewardReport, group_by: str) -> tuple[RewardSection, ...]:
    if not report.by_group:
        return ()
    left = len(report.by_group) - _MOST_GROUPS
    section = RewardSection(
        "group",
        f"By {group_by}",
        "Where a group is far below the whole, the model learnt less there, or its labels say otherwise.",
        group_by,
        report.by_group[:_MOST_GROUPS],
        f"{left:,} smaller groups are left out." if left > 0 else "",
    )
    return (section,)
