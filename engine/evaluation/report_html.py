"""A blind test's report as one HTML page that fetches nothing. Prompts and replies are untrusted, so all is escaped.

Should escaping ever miss something, the page's own policy still forbids scripts, images, forms and connections.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from engine.evaluation.html_page import html_page, html_table
from engine.evaluation.report import METHOD, Report, said, share_words
from engine.evaluation.result import Tally
from engine.evaluation.vote import Vote


def as_html(report: Report) -> str:
    """The whole page."""
    parts = [
        f"<h1>{escape(report.title)}</h1>",
        f'<p class="verdict">{escape(report.verdict)}</p>',
        f"<p>{escape(report.result)}</p>",
        _bar(report.whole),
        html_table((), report.counts),
    ]
    if len(report.groups) > 1:
        parts += ["<h2>By group</h2>", _groups(report.groups)]
    if report.reasons:
        rows = [(count.reason, str(count.after), str(count.before)) for count in report.reasons]
        parts += ["<h2>Reasons</h2>", html_table(("Why it was better", "Trained", "Original"), rows)]
    if report.lengths:
        parts += ["<h2>Length</h2>", f"<p>{escape(report.lengths)}</p>"]
    parts += ["<h2>How it was done</h2>", f'<p class="quiet">{escape(METHOD)}</p>', html_table((), report.facts)]
    parts += ["<h2>Votes</h2>", *(_vote(number, vote) for number, vote in enumerate(report.votes, start=1))]
    return html_page(report.title, parts)


def _bar(counted: Tally) -> str:
    """The range and the win rate on a line from 0% to 100%; the text above says the same."""
    if not counted.decided:
        return ""
    low, high = counted.interval.low * 100, counted.interval.high * 100
    return (
        '<div class="bar" aria-hidden="true"><span class="track"></span>'
        f'<span class="range" style="left:{low:.1f}%;width:{high - low:.1f}%"></span><span class="half"></span>'
        f'<span class="rate" style="left:{counted.rate * 100:.1f}%"></span></div>'
        '<div class="scale quiet" aria-hidden="true"><span>0%</span><span>50%, no difference</span>'
        "<span>100%</span></div>"
    )


def _groups(groups: Iterable[tuple[str, Tally]]) -> str:
    rows = [
        (name, *share_words(counted), str(counted.decided), str(counted.same + counted.both_bad))
        for name, counted in groups
    ]
    return html_table(("Prompts", "Win rate", "95% range", "Decided", "No preference"), rows)


def _vote(number: int, vote: Vote) -> str:
    prompt = "\n".join(
        message.content if len(vote.prompt) == 1 else f"{message.role}: {message.content}" for message in vote.prompt
    )
    sides = [("trained", vote.after, "after"), ("original", vote.before, "before")]
    if vote.after_side == "b":
        sides.reverse()
    replies = "".join(
        f'<div><p class="quiet">{pane}, {name}</p><div class="text{" won" if vote.winner == side else ""}">'
        f"{escape(text)}</div></div>"
        for pane, (name, text, side) in zip("AB", sides, strict=True)
    )
    return (
        f"<h3>{number}. {escape(vote.group)}: {escape(said(vote))}</h3>\n"
        f'<div class="text prompt">{escape(prompt)}</div>\n<div class="replies">{replies}</div>'
    )
