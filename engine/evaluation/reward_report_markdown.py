"""A reward report as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from engine.chat.markdown import inline
from engine.evaluation.markdown_table import markdown_table
from engine.evaluation.reward_report import Group, RewardReport

_FEW = 20  # pairs below which a share says little


def rewards_as_markdown(report: RewardReport, file: str, model: str, beta: float) -> str:
    """The whole report; `file` and `model` are names for people."""
    whole = report.whole
    parts = [
        f"# Rewards of {inline(model)} on {inline(file)}",
        (
            f"The reply that a person chose has the higher reward in **{whole.accuracy:.1%}** of {whole.pairs:,} pairs "
            f"(beta {beta:g}). Always taking the longer reply would be right in {report.longer_wins:.1%}."
        ),
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
    if any(group.pairs < _FEW for group in (*report.by_length, *report.by_margin, *report.reliability)):
        parts.append(f"Groups of fewer than {_FEW} pairs say little.")
    return "\n\n".join(parts) + "\n"


def _table(head: str, groups: Sequence[Group]) -> str:
    rows = [(group.name, f"{group.pairs:,}", f"{group.accuracy:.1%}", f"{group.sureness:.1%}") for group in groups]
    return markdown_table((head, "Pairs", "Right", "Sure"), rows)
