"""No text of the window is written past the translation function.

What reads like words and stands in `app/` outside `tr`, `tr_count` and `mark` fails here, unless it is one of the few
kinds of strings that are no texts for people.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

_APP = Path(__file__).parents[3] / "app"
# English on purpose: the command line and what it says, too, the manual, and the page of it that a module writes.
_ENGLISH = (
    "background/beside.py",
    "background/failure.py",
    "background/own_folder.py",
    "command_line/",
    "models/manual.py",
    "models/recipe_manual.py",
)
_TRANSLATES = {"tr", "tr_count", "mark"}
# Calls whose strings name something: objects, properties, keys, loggers, styles, registers and exceptions of Python.
_NAMES = {
    "setObjectName", "setProperty", "property", "getLogger", "TypeVar", "cast", "Template", "compile", "QKeySequence",
    "getattr", "setattr", "ValueError", "KeyError", "TypeError", "RuntimeError", "setApplicationName",
    "setApplicationDisplayName", "setDesktopFileName", "setdefault", "invokeMethod", "QFont",
}  # fmt: skip
_KEYWORDS = {"icon", "key", "kind", "tone", "shortcut"}
_KEYS = re.compile(r"(Ctrl|Alt|Shift|Del|Esc|Enter|Space|Return|Home|F\d+)([ +].{1,9}){0,2}")
_NO_TEXTS = {
    "DPO Studio",  # names
    "Fusion",
    "Inter",
    "Inter Display",
    "JetBrains Mono",
    "PNG",
    "SVG",
    "CSV",
    "GGUF",
    "AB",  # the letters of the two sides
    "BITS",
    "README.md",
    "English",  # languages are called as their speakers call them
    "Deutsch",
    "Reverse KL",  # divergences
    "Forward KL",
    "Alpha",
    "ForCausalLM",  # parts of transformers' class names
    "LMHeadModel",
    "a path",  # stands for any when a setting is checked
    "Untitled",  # a name that the engine puts into its own sentence
}


def _files() -> list[Path]:
    paths = sorted(_APP.rglob("*.py"))
    return [path for path in paths if not path.relative_to(_APP).as_posix().startswith(_ENGLISH)]


@pytest.mark.parametrize("path", _files(), ids=lambda path: path.relative_to(_APP).as_posix())
def test_every_text_is_translated(path: Path) -> None:
    bare = [f"line {node.lineno}: {ast.unparse(node)}" for node in _bare(ast.parse(path.read_text(encoding="utf-8")))]
    assert not bare, "Write tr(...), or mark(...) for a constant; see docs/translation.md"


@pytest.mark.parametrize(
    "source, is_bare",
    [
        ('Label("Two words")', True),
        ('Label("Train")', True),
        ('Label(f"{name} is ready")', True),
        ('TITLES = {"key": "A title"}', True),
        ('Label(tr("Two words"))', False),
        ('TITLES = {"Two words": mark("A title")}', False),
        ('_log.warning("Two words: %s", error)', False),
        ('Button(theme, key="Ctrl Enter", icon="two-words")', False),
        ('if name == "Two words": pass', False),
        ('"""A docstring of words."""', False),
    ],
)
def test_what_counts_as_a_text(source: str, is_bare: bool) -> None:
    assert bool(list(_bare(ast.parse(source)))) is is_bare


def _bare(node: ast.AST) -> Iterator[ast.expr]:
    for child in _looked_at(node):
        if isinstance(child, ast.JoinedStr):
            fixed = "".join(
                part.value for part in child.values if isinstance(part, ast.Constant) and isinstance(part.value, str)
            )
            if re.search(r"[A-Za-z]{2}", fixed) and " " in fixed and not _is_code(fixed):
                yield child
            for part in child.values:
                if isinstance(part, ast.FormattedValue):
                    yield from _bare(part)
        elif isinstance(child, ast.Constant):
            if isinstance(child.value, str) and _is_text(child.value):
                yield child
        else:
            yield from _bare(child)


def _looked_at(node: ast.AST) -> Iterator[ast.AST]:
    """The children of a node in which a text may stand."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Compare() | ast.arg() | ast.MatchValue():
            return
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in _TRANSLATES | _NAMES:
            return
        case ast.Call(func=ast.Attribute(value=ast.Name(id="_log"))):
            return
        case ast.Call(func=ast.Name(id="Knob"), args=[_, _, editor, *_]):
            children = [editor]  # practitioners know its technical name in English
        case ast.Call(func=ast.Name(id="setting"), args=[_, _]):
            return  # it stands on no page
        case ast.keyword(arg=name) if name in _KEYWORDS:
            return
        case ast.AnnAssign(value=value):
            children = [value]
        case ast.FunctionDef(args=arguments, body=body):
            children = [arguments, *body]
        case ast.Subscript(value=value):
            children = [value]
        case ast.Dict(values=values):
            children = list(values)
        case _:
            children = list(ast.iter_child_nodes(node))
    yield from (child for child in children if child is not None)


def _is_text(text: str) -> bool:
    if not re.search("[a-z]{2}", text) or text in _NO_TEXTS or _KEYS.fullmatch(text) or _is_code(text):
        return False
    return " " in text.strip() or re.fullmatch(r"[A-Z][a-z]+…?", text) is not None


def _is_code(text: str) -> bool:
    """Style sheets, markup, commands, patterns and lists of names."""
    return bool(
        re.search(r"[{}<>\\]|--|^@|^u?int32 |^python3? |^from |^QT_|^[a-z_]+( [a-z_]+)+$", text)
    ) and not text.endswith(".")
