"""A reply as blocks to show: paragraphs, code, tables. Nothing of it is loaded, followed or left out.

A reply is untrusted text. Its Markdown is read without HTML, entities, links and images, which stay the letters that
they are. Where a block would not show all of its letters (a table's row with too many cells), it is not read as
Markdown at all but shown as it was written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

Alignment = Literal["left", "center", "right"]

_RULES = (
    "blockquote", "code", "fence", "heading", "hr", "list", "table",
    "backticks", "emphasis", "strikethrough", "newline", "balance_pairs", "fragments_join",
)  # fmt: skip
_CAN_BE_ESCAPED = "*_`#~>"  # not more: in a formula, a path or a pattern a backslash means something else
# What Markdown is made of: of these alone some may be missing from what is shown.
_MARKUP = dict.fromkeys(map(ord, "*_`~#>|-+:\\ \t\n"))
# Qt drops some of these, makes lines of others, and takes the last one for the place of a picture.
_NO_LETTERS = dict.fromkeys((*range(9), *range(11, 32), 0x2028, 0x2029, 0xFFFC), "\N{REPLACEMENT CHARACTER}")


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text in one look."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    is_struck: bool = False
    is_code: bool = False


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of text, separated by line feeds. `heading` is 1 to 6, or 0 for none.

    In a list `indent` says how deep, and an item's first paragraph has the `marker`. `quote` counts the quotes around.
    """

    spans: Spans = ()
    heading: int = 0
    marker: str = ""
    indent: int = 0
    quote: int = 0


@dataclass(frozen=True, slots=True)
class Code:
    """Code to the letter, and what the reply says it is, such as "python"."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the head first, and how each column is aligned."""

    rows: tuple[tuple[Spans, ...], ...]
    alignments: tuple[Alignment, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


Block = Paragraph | Code | Table | Rule


def visible(text: str) -> str:
    """The text with every character in it that Qt would not show, or take for something else, made visible."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_NO_LETTERS)


def reply_blocks(text: str) -> tuple[Block, ...]:
    """Read a whole reply."""
    return GrowingReply().read(text)


class GrowingReply:
    """Reads a reply again and again while it grows, each time only from where something can still change."""

    def __init__(self) -> None:
        self._settled = ""
        self._blocks: tuple[Block, ...] = ()

    def read(self, text: str) -> tuple[Block, ...]:
        """The blocks of a text, which may go on from the one before or be another. Code that is not closed is code."""
        text = visible(text)
        if not text.startswith(self._settled):
            self._settled, self._blocks = "", ()
        lines = text[len(self._settled) :].split("\n")
        parts = list(_top_level(_parser().parse("\n".join(lines))))
        bounds = [0, *(_first_line(part) for part in parts[1:]), len(lines)]
        read = [
            _shown_whole("\n".join(lines[start:end]), tuple(_blocks(part)))
            for part, start, end in zip(parts, bounds, bounds[1:], strict=False)
        ]
        if not parts and lines != [""]:
            read = [_shown_whole("\n".join(lines), ())]
        settled = _last_settled(lines, bounds[1:-1])
        whole = self._blocks + tuple(block for blocks in read for block in blocks)
        self._blocks += tuple(block for blocks in read[:settled] for block in blocks)
        self._settled += "".join(f"{line}\n" for line in lines[: bounds[settled]])
        return whole


def _last_settled(lines: Sequence[str], starts: Sequence[int]) -> int:
    """How many blocks stay as they are whatever comes: those before a whole line that follows an empty one."""
    for count in range(len(starts), 0, -1):
        start = starts[count - 1]
        if start < len(lines) - 1 and not lines[start - 1].strip():
            return count
    return 0


def shown_text(block: Block) -> str:
    """What a block shows of the reply, its list number included."""
    match block:
        case Paragraph():
            marker = block.marker if block.marker[:1].isdigit() else ""
            return marker + _text(block.spans)
        case Code():
            return f"{block.language}\n{block.text}"
        case Table():
            return "\n".join(_text(cell) for row in block.rows for cell in row)
        case Rule():
            return ""


def _shown_whole(source: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    is_seen = any(isinstance(block, Rule) or shown_text(block) for block in blocks)
    if is_seen and "".join(map(shown_text, blocks)).translate(_MARKUP) == source.translate(_MARKUP):
        return blocks
    return (Paragraph((Span(source.strip("\n")),)),) if source.strip() else ()


def _text(spans: Spans) -> str:
    return "".join(span.text for span in spans)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(list(_RULES))
    parser.inline.ruler.after("newline", "escaped_mark", _escaped_mark)
    return parser


def _escaped_mark(state: StateInline, silent: bool) -> bool:
    """A mark behind a backslash is a letter."""
    mark = state.src[state.pos + 1 : state.pos + 2]
    if state.src[state.pos] != "\\" or not mark or mark not in _CAN_BE_ESCAPED:
        return False
    if not silent:
        state.pending += mark
    state.pos += 2
    return True


def _top_level(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens of each block that stands in no other one."""
    start = 0
    for index, token in enumerate(tokens):
        if token.level == 0 and token.nesting <= 0:
            yield tokens[start : index + 1]
            start = index + 1


def _first_line(part: Sequence[Token]) -> int:
    return part[0].map[0] if part[0].map else 0


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    """Flatten lists and quotes into what stands in them; the marker goes to the first thing of its item."""
    place = Paragraph()
    bullet = "•"
    index = 0
    while index < len(tokens):
        token = tokens[index]
        index += 1
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                place = replace(place, indent=place.indent + 1)
            case "bullet_list_close" | "ordered_list_close":
                place = replace(place, indent=place.indent - 1)
            case "list_item_open":
                place = replace(place, marker=f"{token.info}{token.markup}" if token.info else bullet)
            case "list_item_close" if place.marker:
                yield place  # an empty item
                place = replace(place, marker="")
            case "blockquote_open":
                place = replace(place, quote=place.quote + 1)
            case "blockquote_close":
                place = replace(place, quote=place.quote - 1)
            case "inline":
                opening = tokens[index - 2]
                heading = int(opening.tag[1]) if opening.type == "heading_open" else 0
                yield replace(place, spans=_spans(token), heading=heading)
                place = replace(place, marker="")
            case "fence" | "code_block" | "hr" | "table_open":
                if place.marker:
                    yield place
                    place = replace(place, marker="")
                if token.type == "table_open":
                    end = next(i for i in range(index, len(tokens)) if tokens[i].type == "table_close")
                    yield _table(tokens[index:end])
                    index = end
                elif token.type == "hr":
                    yield Rule()
                else:
                    yield Code(token.content.removesuffix("\n"), token.info.strip())
            case _:
                pass


def _table(tokens: Sequence[Token]) -> Table:
    rows: list[list[Spans]] = []
    alignments: list[Alignment] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "th_open":
            style = str(token.attrGet("style") or "")
            alignments.append("center" if "center" in style else "right" if "right" in style else "left")
        elif token.type == "inline":
            rows[-1].append(_spans(token))
    return Table(tuple(map(tuple, rows)), tuple(alignments))


def _spans(inline: Token) -> Spans:
    """Pieces of one look are one span."""
    spans: list[Span] = []
    look = Span("")
    for token in inline.children or ():
        match token.type:
            case "strong_open" | "strong_close":
                look = replace(look, is_bold=token.nesting > 0)
            case "em_open" | "em_close":
                look = replace(look, is_italic=token.nesting > 0)
            case "s_open" | "s_close":
                look = replace(look, is_struck=token.nesting > 0)
            case "softbreak" | "hardbreak":
                _add(spans, look, "\n")
            case "code_inline":
                _add(spans, replace(look, is_code=True), token.content)
            case _:
                _add(spans, look, token.content)
    return tuple(spans)


def _add(spans: list[Span], look: Span, text: str) -> None:
    if spans and replace(spans[-1], text="") == look:
        spans[-1] = replace(look, text=spans[-1].text + text)
    elif text:
        spans.append(replace(look, text=text))
