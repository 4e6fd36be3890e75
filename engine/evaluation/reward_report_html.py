"""A reward report as one web page."""

from __future__ import annotations

from html import escape

from engine.evaluation.html_page import html_page, html_table
from engine.evaluation.reward_report import RewardReport
from engine.evaluation.reward_report_words import COLUMNS, note_on_few, reward_headline, reward_sections, share


def rewards_as_html(report: RewardReport, file: str, model: str, beta: float, group_by: str = "") -> str:
    """The whole report; `file`, `model` and `group_by`, what pairs are grouped by, are names for people."""
    title = f"Rewards of {model} on {file}"
    parts = [f"<h1>{escape(title)}</h1>", f"<p>{escape(reward_headline(report, beta))}</p>"]
    for section in reward_sections(report, group_by):
        rows = [
            (group.name, f"{group.pairs:,}", share(group.accuracy), share(group.sureness)) for group in section.groups
        ]
        parts += [f"<h2>{escape(section.title)}</h2>", f"<p>{escape(section.text)}</p>"]
        parts += [html_table((section.head, *COLUMNS), rows), _quiet(section.left_out)]
    return html_page(title, [*parts, _quiet(note_on_few(report))])


def _quiet(text: str) -> str:
    return f'<p class="quiet">{escape(text)}</p>' if text else ""
