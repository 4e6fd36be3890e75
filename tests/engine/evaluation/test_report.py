from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from engine.data.preference_pair import Message
from engine.errors import EngineError
from engine.evaluation.prompt_case import PromptCase
from engine.evaluation.report import Report, build_report, save_report
from engine.evaluation.report_html import as_html
from engine.evaluation.report_markdown import as_markdown
from tests.engine.evaluation.voting import made_test, vote_for, vote_on

EVIL = '<script>alert(1)</script><img src="https://evil.example/x"> ```\n# Not a heading\n![x](https://evil.example)'


def report() -> Report:
    prompts = [
        PromptCase((Message("system", "S"), Message("user", EVIL)), "<b>Tone|</b>"),
        *(PromptCase((Message("user", f"Q{n}?"),), "Plain") for n in range(14)),
    ]
    test = made_test(15, prompts=prompts)
    votes = [vote_for(test, n, "after", before=EVIL, after="Yes.") for n in range(12)]
    votes[3] = replace(votes[3], reasons=("Shorter", "<b>kinder|</b>"))
    return build_report(
        test, [*votes, vote_on(test, 12, "same"), vote_on(test, 13, "both_bad"), vote_on(test, 14, "skip")]
    )


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def test_nothing_in_a_reply_is_html() -> None:
    page = as_html(report())
    tags = Tags()
    tags.feed(page)
    names = {tag for tag, _ in tags.seen}
    assert not names & {"script", "img", "b", "iframe", "link", "a", "form"}
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    loading = {"src", "href", "srcset", "action", "onload", "onerror"}
    assert not any(loading & set(attributes) for _, attributes in tags.seen)
    policy = next(a["content"] for tag, a in tags.seen if tag == "meta" and "http-equiv" in a)
    assert policy is not None
    assert policy.startswith("default-src 'none'")


def test_nothing_in_a_reply_is_markdown() -> None:
    text = as_markdown(report())
    outside: list[str] = []
    fence = ""
    for line in text.splitlines():
        marks = re.match(r"`{3,}", line)
        if fence:
            fence = "" if line == fence else fence
        elif marks:
            fence = marks[0]
        else:
            outside.append(line)
    assert not fence
    assert not any("evil.example" in line or "Not a heading" in line for line in outside)
    assert any("\\<b\\>Tone\\|\\</b\\>" in line for line in outside)


@pytest.mark.parametrize("render", [as_html, as_markdown])
def test_a_colleague_finds_the_result(render: Callable[[Report], str]) -> None:
    text = render(report())
    assert "12 of 12 votes with a preference, 100%" in text
    assert "Howard" in text
    assert "balanced-01" in text
    assert "average" in text
    assert text.count("Yes.") >= 12


def test_a_report_that_cannot_be_saved_says_so(tmp_path: Path) -> None:
    (tmp_path / "a file").touch()
    with pytest.raises(EngineError, match="could not be saved"):
        save_report(tmp_path / "a file" / "report.html", report(), as_html)
    save_report(tmp_path / "report.html", report(), as_html)
    assert (tmp_path / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("render", [as_html, as_markdown])
def test_the_reasons_are_told(render: Callable[[Report], str]) -> None:
    text = render(report())
    assert "Why it was better" in text
    assert "trained (shorter, " in text or "trained \\(shorter, " in text


def test_a_reason_in_own_words_is_no_markup() -> None:
    assert "\\<b\\>kinder\\|\\</b\\>" in as_markdown(report())
    assert "<b>kinder" not in as_html(report())
