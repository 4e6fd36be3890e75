"""A blind test's report as one HTML page that fetches nothing. Prompts and replies are untrusted, so all is escaped.

Should escaping ever miss something, the page's own policy still forbids scripts, images, forms and connections.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from engine.evaluation.report import METHOD, Report, said, share_words
from engine.evaluation.result import Tally
from engine.evaluation.vote import Vote

_STYLE = """
:root { color-scheme: light dark; --soft: #ecedfc; --line: #d9dae2; --accent: #4a54d1;
  --mark: #e3f4f2; --quiet: #4d505b; }
@media (prefers-color-scheme: dark) {
  :root { --soft: #25284a; --line: #3c3e48; --accent: #8f97ff; --mark: #12302d; --quiet: #b3b6c0; }
}
body { font: 16px/1.55 Inter, system-ui, sans-serif; max-width: 860px; margin: 40px auto; padding: 0 20px; }
h1 { font-size: 26px; line-height: 1.2; } h2 { font-size: 19px; margin-top: 36px; } h3 { font-size: 15px; }
.verdict { font-weight: 600; font-size: 18px; }
.quiet { color: var(--quiet); font-size: 14px; }
table { border-collapse: collapse; width: 100%; font-size: 14px; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 6px 10px; border-bottom: 1px solid var(--line); vertical-align: top; }
.replies { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); border-radius: 8px;
  padding: 10px; }
.prompt { background: var(--soft); } .won { background: var(--mark); }
.bar { position: relative; height: 26px; margin: 18px 0 4px; }
.bar span { position: absolute; top: 9px; height: 8px; border-radius: 4px; }
.track { left: 0; right: 0; background: var(--line); } .range { background: var(--accent); opacity: .45; }
.bar .half { left: 50%; width: 1px; top: 0; height: 26px; background: currentColor; }
.bar .rate { width: 14px; height: 14px; top: 6px; margin-left: -7px; border-radius: 7px; background: var(--accent); }
.scale { display: flex; justify-content: space-between; }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def as_html(report: Report) -> str:
    """The whole page."""
    parts = [
        f"<h1>{escape(report.title)}</h1>",
        f'<p class="verdict">{escape(report.verdict)}</p>',
        f"<p>{escape(report.result)}</p>",
        _bar(report.whole),
        _table((), report.counts),
    ]
    if len(report.groups) > 1:
        parts += ["<h2>By group</h2>", _groups(report.groups)]
    if report.reasons:
        rows = [(count.reason, str(count.after), str(count.before)) for count in report.reasons]
        parts += ["<h2>Reasons</h2>", _table(("Why it was better", "Trained", "Original"), rows)]
    if report.lengths:
        parts += ["<h2>Length</h2>", f"<p>{escape(report.lengths)}</p>"]
    parts += ["<h2>How it was done</h2>", f'<p class="quiet">{escape(METHOD)}</p>', _table((), report.facts)]
    parts += ["<h2>Votes</h2>", *(_vote(number, vote) for number, vote in enumerate(report.votes, start=1))]
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(report.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(part for part in parts if part)
        + "\n</body>\n</html>\n"
    )


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
    return _table(("Prompts", "Win rate", "95% range", "Decided", "No preference"), rows)


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


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    top = f"<tr>{''.join(f'<th>{escape(cell)}</th>' for cell in head)}</tr>" if head else ""
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table>{top}{body}</table>"
