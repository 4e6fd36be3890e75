"""A reward report as Markdown."""

from __future__ import annotations

from engine.chat.markdown import inline
from engine.evaluation.markdown_table import markdown_table
from engine.evaluation.reward_report import RewardReport
from engine.evaluation.reward_report_words import (
    COLUMNS,
    RewardSection,
    note_on_few,
    reward_headline,
    reward_sections,
    share,
)


def rewards_as_markdown(report: RewardReport, file: str, model: str, beta: float, group_by: str = "") -> str:
    """The whole report; `file`, `model` and `group_by`, what pairs are grouped by, are names for people."""
    right = share(report.whole.accuracy)
    headline = reward_headline(report, beta).replace(f" {right} ", f" **{right}** ", 1)
    parts = [f"# Rewards of {inline(model)} on {inline(file)}", headline]
    for section in reward_sections(report, group_by):
        parts += [f"## {inline(section.title)}", section.text, _table(section), section.left_out]
    parts.append(note_on_few(report))
    return "\n\n".join(part for part in parts if part) + "\n"


def _table(section: RewardSection) -> str:
    rows = [
        (inline(group.name), f"{group.pairs:,}", share(group.accuracy), share(group.sureness))
        for group in section.groups
    ]
    return markdown_table((inline(section.head), *COLUMNS), rows)
