"""A blind test's report as Markdown. Prompts and replies are untrusted: they stand in fences that they cannot end."""

from __future__ import annotations

from collections.abc import Sequence

from engine.chat.markdown import fenced, inline
from engine.data.preference_pair import Message
from engine.evaluation.markdown_table import markdown_table
from engine.evaluation.report import METHOD, Report, said, share_words
from engine.evaluation.vote import Vote


def as_markdown(report: Report) -> str:
    """The whole report."""
    parts = [
        f"# {inline(report.title)}",
        f"**{report.verdict}**",
        report.result,
        markdown_table(("Vote", "Number"), report.counts),
    ]
    if len(report.groups) > 1:
        rows = [
            (inline(name), *share_words(counted), str(counted.decided), str(counted.same + counted.both_bad))
            for name, counted in report.groups
        ]
        parts += ["## By group", markdown_table(("Prompts", "Win rate", "95% range", "Decided", "No preference"), rows)]
    if report.reasons:
        rows = [(inline(count.reason), str(count.after), str(count.before)) for count in report.reasons]
        parts += ["## Reasons", markdown_table(("Why it was better", "Trained", "Original"), rows)]
    if report.lengths:
        parts += ["## Length", report.lengths]
    parts += [
        "## How it was done",
        METHOD,
        markdown_table(("", ""), [(name, inline(value)) for name, value in report.facts]),
    ]
    parts += ["## Votes", *(_vote(number, vote) for number, vote in enumerate(report.votes, start=1))]
    return "\n\n".join(parts) + "\n"


def _vote(number: int, vote: Vote) -> str:
    head = f"### {number}. {inline(vote.group)}: {inline(said(vote))}"
    texts = [("Trained", vote.after), ("Original", vote.before)]
    if vote.after_side == "b":
        texts.reverse()
    replies = [f"{pane}, {name.lower()}:\n\n{fenced(text)}" for pane, (name, text) in zip("AB", texts, strict=True)]
    return "\n\n".join([head, fenced(_conversation(vote.prompt)), *replies])


def _conversation(prompt: Sequence[Message]) -> str:
    if len(prompt) == 1:
        return prompt[0].content
    return "\n".join(f"{message.role}: {message.content}" for message in prompt)
