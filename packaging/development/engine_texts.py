"""Finds the engine's sentences for the catalogue: it knows no Qt, and the window translates what it says.

Every text of `engine/` that reads like words is an entry. An f-string becomes a template, each of its values a named
place, as in "{name} is empty."; the window recognises a sentence by its template (`app/language/engine_words.py`).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from development.texts import Text, Texts

ENGINE, TEMPLATE = "engine", "engine sentences"
# What the window never shows: files that are written in English, the command line's own, and tables of names.
_ELSEWHERE = (
    "engine/data/checks/mixed_languages.py",
    "engine/distributed/",
    "engine/evaluation/report_html.py",
    "engine/evaluation/report_markdown.py",
    "engine/evaluation/html_page.py",
    "engine/evaluation/reward_report_html.py",
    "engine/evaluation/reward_report_markdown.py",
    "engine/export/card",
    "engine/model/licence.py",
    "engine/model/smollm2.py",
    "engine/offline.py",
    "engine/preference/losses/manual.py",
    "engine/rank.py",
    "engine/score.py",
    "engine/training/journal.py",
    "engine/training/watch/manual.py",
)
# They speak on the command line, too, or in processes that know no Qt.
_BESIDE = ("app/background/beside.py", "app/background/failure.py", "app/background/own_folder.py")
_WORDS_WITHIN = ("above", "below", "longer", "shorter", "adapter", "model", "up", "down")  # put into sentences
_FOR_NOBODY = {
    "Threshold",
    "getLogger",
    "TypeVar",
    "compile",
    "findall",
    "search",
    "sub",
    "execute",
    "split",
    "startswith",
}
_NO_WORDS = re.compile(
    r"arXiv|TEXT|DELETE FROM|^DPO Studio$|^## |^# |^prediction |^response \d|^model [ab]$|"
    r"\{%|\{\{|<\||^---|^\.\*|^###|\w\[\w|[A-Za-z0-9]_[a-z]+ [a-z0-9]+_"
)


def add_engine_texts(texts: Texts, root: Path) -> None:
    """Take all of them in."""
    for word in _WORDS_WITHIN:
        texts.add(Text(ENGINE, word), "a word within a sentence of the engine")
    paths = [*sorted((root / "engine").rglob("*.py")), *(root / place for place in _BESIDE)]
    for path in paths:
        place = path.relative_to(root).as_posix()
        if not place.startswith(_ELSEWHERE):
            for sentence, is_template in sentences(path.read_text(encoding="utf-8")):
                texts.add(Text(TEMPLATE if is_template else ENGINE, sentence), place)


def sentences(source: str) -> Iterator[tuple[str, bool]]:
    """The texts of one file that read like words, in their order, and whether each is a template."""
    yield from _below(ast.parse(source))


def _below(node: ast.AST) -> Iterator[tuple[str, bool]]:
    for child in _shown(node):
        if isinstance(child, ast.JoinedStr):
            template = as_template(child)
            if _reads_like_words(template, re.sub(r"\{\w+\}", "", template)):
                yield template, True
            for part in child.values:
                yield from _below(part)
        elif isinstance(child, ast.Constant):
            if isinstance(child.value, str) and _reads_like_words(child.value, child.value):
                yield child.value, False
        else:
            yield from _below(child)


def _shown(node: ast.AST) -> Iterator[ast.AST]:
    """The children of a node, without what is documentation, a name, or for nobody to read."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Compare() | ast.arg():
            return
        case ast.AnnAssign():
            children = [node.value]
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            children = [node.args, *node.body]
        case ast.Subscript():
            children = [node.value]
        case ast.Dict():
            children = list(node.values)
        case ast.Raise(exc=ast.Call(func=ast.Name(id=name))) if name in ("ValueError", "TypeError", "AssertionError"):
            return
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in _FOR_NOBODY:
            return
        case ast.Call(func=ast.Attribute(value=ast.Name(id="_log"))):
            return
        case _:
            children = list(ast.iter_child_nodes(node))
    yield from (child for child in children if child is not None)


def _reads_like_words(text: str, words: str) -> bool:
    """Whether people would take it for a sentence, a phrase or a title."""
    if _NO_WORDS.search(text) or not re.search("[a-z]{2}", words) or "\\" in text:
        return False
    if re.fullmatch(r"[a-z0-9_]+( [a-z0-9_]+)+", text) and "_" in text:
        return False  # a list of names
    if " " in text.strip():
        return re.search(r"[A-Za-z]{2,}", words) is not None
    return re.fullmatch(r"[A-Z][a-z]+(-[a-z]+)*", text) is not None


def as_template(node: ast.JoinedStr) -> str:
    """The f-string with a named place for each of its values."""
    parts: list[str] = []
    places: dict[str, str] = {}
    for value in node.values:
        if isinstance(value, ast.FormattedValue):
            source = ast.unparse(value)
            if source not in places:
                name = _place(value.value)
                taken = set(places.values())
                places[source] = next(
                    one for one in (name, *(f"{name}{number}" for number in range(2, 99))) if one not in taken
                )
            parts.append("{" + places[source] + "}")
        else:
            assert isinstance(value, ast.Constant)
            parts.append(str(value.value))
    return "".join(parts)


def _place(node: ast.expr) -> str:
    """What a value is called: the last name in it that tells something."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name.strip("_").lower()
        case ast.Call(func=ast.Name(id="len" | "round" | "str" | "abs" | "max" | "min" | "int"), args=[first, *_]):
            return _place(first)
        case ast.Call(func=ast.Attribute(attr="join"), args=[first]):
            return _place(first)
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name.strip("_").lower()
        case ast.Subscript(value=value) | ast.BinOp(left=value) | ast.UnaryOp(operand=value) | ast.IfExp(body=value):
            return _place(value)
        case ast.GeneratorExp(generators=[first, *_]) | ast.ListComp(generators=[first, *_]):
            return _place(first.iter)
        case _:
            return "value"
