"""A reward report as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine.chat.markdown import inline
from engine.evaluation.markdown_table import markdown_table
from engine.evaluation.reward_report import Group, RewardReport

_MOST_GROUPS = 50
_FEW = 20  # pairs below which a share says little


def rewards_as_markdown(report: RewardReport, file: str, model: str, beta: float, group_by: str = "") -> str:
    """The whole report; `file`, `model` and `group_by`, what pairs are grouped by, are names for people."""
    whole = report.whole
    parts = [
        f"# Rewards of {inline(model)} on {inline(file)}",
        (
            f"The reply that a person chose has the higher reward in **{whole.accuracy:.1%}** of {whole.pairs:,} pairs "
            f"(beta {beta:g}). Always taking the longer reply would be right in {report.longer_wins:.1%}."
        ),
        *_by_group(report, group_by),
        "## By length",
        "Accuracy that holds only where the chosen reply is longer means that length was learnt, not quality.",
        _table("Difference in tokens", report.by_length),
        "## By margin",
        "The further apart two rewards are, the more often they should be right.",
        _table("Margin, without its sign", report.by_margin),
        "## Does the margin mean what it says?",
        (
            "A margin stands for a probability, sigmoid(margin). Among pairs of which the rewards are 80% sure, 80% "
            f"should be right. Here the two are {report.calibration_error:.1%} apart on average."
        ),
        _table("How sure the rewards are", report.reliability),
    ]
    if any(
        group.pairs < _FEW for group in (*report.by_group, *report.by_length, *report.by_margin, *report.reliability)
    ):
        parts.append(f"Groups of fewer than {_FEW} pairs say little.")
    return "\n\n".join(parts) + "\n"


def _by_group(report: RewardReport, group_by: str) -> tuple[str, ...]:
    if not report.by_group:
        return ()
    shown = report.by_group[:_MOST_GROUPS]
    parts = (
        f"## By {inline(group_by)}",
        "Where a group is far below the whole, the model learnt less there, or its labels say otherwise.",
        _table(inline(group_by), [replace(group, name=inline(group.name)) for group in shown]),
    )
    left = len(report.by_group) - len(shown)
    return (*parts, f"{left:,} smaller groups are left out.") if left else parts


def _table(head: str, groups: Sequence[Group]) -> str:
    rows = [(group.name, f"{group.pairs:,}", f"{group.accuracy:.1%}", f"{group.sureness:.1%}") for group in groups]
    return markdown_table((head, "Pairs", "Right", "Sure"), rows)
