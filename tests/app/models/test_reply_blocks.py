"""What a reply's Markdown becomes, checked for every reply that hypothesis can think of."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.reply_blocks import Code, GrowingReply, Paragraph, Rule, Span, Table, reply_blocks, shown_text, visible

# Pieces of which Markdown is made come up more often than chance would have it.
PIECES = st.sampled_from(
    ["\n", "\n\n", "- ", "1. ", "2) ", "> ", "# ", "```", "```py\n", "~~~", "|", "|-|-|\n", "|-|-|", "| a | b |\n",
     "**", "*", "_", "~~", "`", "``", "    ", "\t", "---\n", "===", "\\", "\\*", "![a](file:///etc/passwd)",
     "[a](http://b 'c')", "[a]: /url\n", "<b>", "<img src=x>", "<!-- -->", "&amp;", "&#65;", "<http://a>",
     "\r", "\r\n", "\x00", "\ufffc",
     "\u2028", "é", "猫", "🧡", "a", "b c", "7"]
)  # fmt: skip
REPLIES = st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=24).map("".join)
MARKUP = str.maketrans("", "", "*_`~#>|-+:\\" + string.whitespace)


def letters(text: str) -> str:
    return text.translate(MARKUP)


@settings(max_examples=600, deadline=None)
@given(REPLIES)
def test_no_reply_loses_a_character_that_is_not_markup(reply: str) -> None:
    assert letters("".join(map(shown_text, reply_blocks(reply)))) == letters(visible(reply))


@settings(max_examples=300, deadline=None)
@given(REPLIES)
def test_a_reply_that_is_not_blank_shows_something(reply: str) -> None:
    assert bool(reply_blocks(reply)) == bool(visible(reply).strip())


@settings(max_examples=300, deadline=None)
@given(REPLIES)
def test_a_growing_reply_is_read_as_the_whole_one_at_every_moment(reply: str) -> None:
    growing = GrowingReply()
    for end in range(1, len(reply) + 1):
        assert growing.read(reply[:end]) == reply_blocks(reply[:end])


def test_another_reply_is_read_from_its_beginning() -> None:
    growing = GrowingReply()
    growing.read("# One\n\ntwo\n\nthree")
    assert growing.read("four") == (Paragraph((Span("four"),)),)


def test_code_is_shown_to_the_letter() -> None:
    before, code, after = reply_blocks("Try:\n\n```python\nif a:\n\n    b = '<b>**'\n```\nDone.")
    assert before == Paragraph((Span("Try:"),))
    assert code == Code("if a:\n\n    b = '<b>**'", "python")
    assert after == Paragraph((Span("Done."),))


def test_code_that_is_still_being_written_is_code() -> None:
    assert reply_blocks("```js\nlet a") == (Code("let a", "js"),)


def test_a_table_has_its_cells_and_alignments() -> None:
    (table,) = reply_blocks("| a | b |\n| :-: | --: |\n| 1 | *2* |\n")
    assert table == Table(
        (((Span("a"),), (Span("b"),)), ((Span("1"),), (Span("2", is_italic=True),))), ("center", "right")
    )


def test_a_table_with_a_cell_too_many_is_shown_as_it_was_written() -> None:
    source = "| a |\n| - |\n| 1 | 2 |"
    assert reply_blocks(source) == (Paragraph((Span(source),)),)


def test_lists_keep_their_numbers_and_their_depth() -> None:
    assert reply_blocks("3. one\n   - two\n4. three\n\n   more") == (
        Paragraph((Span("one"),), marker="3.", indent=1),
        Paragraph((Span("two"),), marker="•", indent=2),
        Paragraph((Span("three"),), marker="4.", indent=1),
        Paragraph((Span("more"),), indent=1),
    )


def test_headings_quotes_rules_and_looks() -> None:
    assert reply_blocks("## T\n> q **b** ~~s~~ `c*`\n\n***") == (
        Paragraph((Span("T"),), heading=2),
        Paragraph(
            (Span("q "), Span("b", is_bold=True), Span(" "), Span("s", is_struck=True), Span(" "),
             Span("c*", is_code=True)),
            quote=1,
        ),
        Rule(),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["<b>x</b>", "![x](file:///etc/passwd)", "[x](http://y)", "&amp; &#65;", "<http://x>", r"\(a_1\) \[b\]", "C:\\new"],
)
def test_what_could_lead_somewhere_or_mean_something_else_stays_as_it_is_written(text: str) -> None:
    assert reply_blocks(text) == (Paragraph((Span(text),)),)


def test_a_mark_behind_a_backslash_is_a_letter() -> None:
    assert reply_blocks(r"\*not italic\*") == (Paragraph((Span("*not italic*"),)),)


def test_what_was_taken_for_a_table_may_turn_out_to_be_none() -> None:
    growing = GrowingReply()
    reply = "a\n| b | c |\n|-|-|d"
    assert [growing.read(reply[:end]) for end in range(1, len(reply) + 1)][-1] == reply_blocks(reply)
