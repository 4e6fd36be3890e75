"""A reply in its widgets: every letter is there, nothing is loaded, and growing gives what building at once gives."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from app.models.reply_blocks import visible
from app.theme.theme import Theme
from app.widgets.block_table import BlockTable
from app.widgets.block_text import BlockText
from app.widgets.code_block import CodeBlock
from app.widgets.formatted_reply import FormattedReply
from app.widgets.streaming_text import StreamingText
from tests.app.models.test_reply_blocks import REPLIES, letters

HOSTILE = (
    "![x](file:///etc/passwd)",
    "<img src='file:///etc/passwd'>",
    "<link rel=stylesheet href=file:///etc/passwd><style>@import url(/etc/passwd)</style>",
    "[x]: file:///etc/passwd\n\n![x]",
    "| ![x](/etc/passwd) |\n|---|\n| <img src=/etc/passwd> |",
    "- ![x](/etc/passwd)\n\n```\n<img src=/etc/passwd>\n```",
    "\ufffc\ufffc",
)


def views(shown: FormattedReply) -> Iterator[StreamingText]:
    """The texts in it, from top to bottom."""
    for part in shown.parts:
        if isinstance(part, CodeBlock):
            yield part.view
        elif isinstance(part, StreamingText):
            yield part


def said(shown: FormattedReply) -> str:
    """Everything that can be read in it."""
    languages = (part.code.language if isinstance(part, CodeBlock) else "" for part in shown.parts)
    texts = (part.view if isinstance(part, CodeBlock) else part for part in shown.parts)
    return "".join(
        language + (text.toPlainText() if isinstance(text, StreamingText) else "")
        for language, text in zip(languages, texts, strict=True)
    )


def formats(document: QTextDocument) -> Iterator[QTextCharFormat]:
    """The look of every piece of a document."""
    block = document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            yield pieces.fragment().charFormat()
            pieces += 1
        block = block.next()


@pytest.mark.parametrize("reply", HOSTILE)
def test_nothing_is_loaded(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, reply: str) -> None:
    asked: list[object] = []
    monkeypatch.setattr(StreamingText, "loadResource", lambda _view, _kind, name: asked.append(name))
    shown = FormattedReply(Theme("light"), "Reply")
    shown.resize(400, 400)
    shown.show_text(reply)
    shown.grab()
    assert asked == []
    for view in views(shown):
        for form in formats(view.document()):
            assert not form.isImageFormat()
            assert not form.isAnchor()
    shown.deleteLater()


@settings(max_examples=120, deadline=None)
@given(REPLIES)
def test_every_letter_is_on_the_screen(qapp: QApplication, reply: str) -> None:
    shown = FormattedReply(Theme("light"), "Reply")
    shown.show_text(reply)
    # Qt hands a no-break space out as a space.
    assert "".join(letters(said(shown).replace("•", "")).split()) == "".join(letters(visible(reply)).split())
    shown.deleteLater()


@settings(max_examples=60, deadline=None)
@given(REPLIES)
def test_a_reply_that_grew_looks_like_one_that_was_there_at_once(qapp: QApplication, reply: str) -> None:
    grown, whole = FormattedReply(Theme("light"), "Reply"), FormattedReply(Theme("light"), "Reply")
    for end in range(1, len(reply) + 1):
        grown.show_text(reply[:end])
    whole.show_text(reply)
    assert [type(part) for part in grown.parts] == [type(part) for part in whole.parts]
    for one, other in zip(views(grown), views(whole), strict=True):
        assert one.document().toHtml() == other.document().toHtml()
    grown.deleteLater()
    whole.deleteLater()


def test_what_is_shown_already_stays_and_so_does_a_selection_in_it(qapp: QApplication) -> None:
    shown = FormattedReply(Theme("light"), "Reply")
    shown.show_text("One **two**\n\nthree\n\n```py\ncode")
    text, code = shown.parts
    assert isinstance(text, BlockText)
    cursor = text.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(7, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    shown.show_text("One **two**\n\nthree\n\n```py\ncode\nmore\n```\nAnd *so* on")
    assert shown.parts[:2] == [text, code]
    assert text.textCursor().selectedText() == "One two"
    shown.show_text("One **two**\n\nthree")
    assert shown.parts == [text]
    shown.deleteLater()


def test_wide_code_and_wide_tables_scroll_sideways_and_are_as_high_as_they_are(qapp: QApplication) -> None:
    shown = FormattedReply(Theme("light"), "Reply")
    shown.resize(300, 500)
    words = " | ".join(["a longer cell"] * 6)
    shown.show_text(f"```\n{'x' * 200}\n```\n\n| {words} |\n|{'---|' * 6}\n| {words} |")
    shown.show()
    QApplication.processEvents()
    code, table = shown.parts
    assert isinstance(code, CodeBlock)
    assert isinstance(table, BlockTable)
    for view in (code.view, table):
        assert view.horizontalScrollBar().maximum() > 0
        assert view.verticalScrollBar().maximum() == 0
    shown.close()
    shown.deleteLater()


def test_the_colours_follow_the_theme(qapp: QApplication) -> None:
    theme = Theme("light")
    shown = FormattedReply(theme, "Reply")
    shown.show_text("a `b`\n\n| c |\n|---|\n| d |")
    light = [form.foreground().color().name() for view in views(shown) for form in formats(view.document())]
    theme.choose("dark")
    dark = [form.foreground().color().name() for view in views(shown) for form in formats(view.document())]
    assert len(light) == len(dark)
    assert all(one != other for one, other in zip(light, dark, strict=True))
    shown.deleteLater()


@pytest.mark.parametrize(
    "reply, is_plain",
    [("One.\n\nTwo.", True), ("*a*", False), ("- a", False), ("# a", False), ("<b>", True), ("```\na\n```", False)],
)
def test_it_says_whether_anything_looks_other_than_it_was_written(
    qapp: QApplication, reply: str, is_plain: bool
) -> None:
    shown = FormattedReply(Theme("light"), "Reply")
    shown.show_text(reply)
    assert shown.is_plain == is_plain
    shown.deleteLater()
