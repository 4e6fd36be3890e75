"""Finds the texts of the window in the source, for Qt's catalogue.

Qt's own extraction reads Python's `tr`, but puts each text into a context named by the class around it, which the
program would have to name again at run time; and it reads f-strings as if they were texts. So the source is read
with `ast`, and lupdate is given a list of marked texts in the one language that it reads best.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

WINDOW = "window"
_CALLS = {"tr": 1, "tr_count": 2, "mark": 1}  # and how many texts each begins with


class TextError(Exception):
    """A call that extraction cannot read; the text says where, and why."""


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One entry of the catalogue; `meaning` tells equal texts apart, and one with a number has several forms."""

    context: str
    text: str
    meaning: str = ""
    has_count: bool = False


@dataclass(slots=True)
class Texts:
    """What was found, each with the files that it stands in, from the root."""

    places: dict[Text, list[str]] = field(default_factory=dict[Text, list[str]])

    def add(self, text: Text, place: str) -> None:
        """Take one in; a text may stand in several files."""
        found = self.places.setdefault(text, [])
        if place not in found:
            found.append(place)


def window_texts(root: Path) -> Texts:
    """Every text of `app/`. Raises `TextError` for a call whose text is not a literal, or that runs at import."""
    texts = Texts()
    texts.add(Text("numbers", ".,%"), "app/language/numbers.py: decimal point, thousands separator, percent sign")
    for path in sorted((root / "app").rglob("*.py")):
        place = path.relative_to(root).as_posix()
        if place != "app/language/translate.py":
            for text in file_texts(path.read_text(encoding="utf-8"), place):
                texts.add(text, place)
    return texts


def file_texts(source: str, place: str) -> Iterator[Text]:
    """The texts of one file, in their order."""
    for call, is_late in _calls(ast.parse(source), is_late=False):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        if name not in _CALLS:
            continue
        where = f"{place}:{call.lineno}"
        if not is_late and name != "mark":
            raise TextError(f"{where}: {name} runs at import, when no language is installed yet; use mark")
        words = [_literal(argument, where) for argument in call.args if name != "tr_count"]
        if name == "tr_count":
            words = [_literal(argument, where) for argument in call.args[:2]]
            yield Text(WINDOW, words[1], has_count=True)
        else:
            yield Text(WINDOW, words[0], words[1] if len(words) > 1 else "")


def _calls(node: ast.AST, is_late: bool) -> Iterator[tuple[ast.Call, bool]]:
    """Every call below the node, with whether it waits for a function to be called."""
    for child in ast.iter_child_nodes(node):
        late = is_late
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            late = is_late or child in node.body
        elif isinstance(node, ast.Lambda):
            late = is_late or child is node.body
        if isinstance(child, ast.Call):
            yield child, late
        yield from _calls(child, late)


def _literal(node: ast.expr, where: str) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        return node.value
    raise TextError(f"{where}: the text is not one literal, so the catalogue cannot have it")


def as_marked_source(texts: Iterable[tuple[Text, list[str]]]) -> str:
    """The texts as C++ that lupdate reads: one macro each, with its places as a remark for the translator."""
    lines: list[str] = []
    for text, places in texts:
        lines.append(f"//: {', '.join(places)}")
        words = [json.dumps(part, ensure_ascii=False) for part in (text.context, text.text)]
        if text.has_count:
            lines.append(f"QT_TRANSLATE_N_NOOP({', '.join(words)});")
        elif text.meaning:
            lines.append(f"QT_TRANSLATE_NOOP3({', '.join(words)}, {json.dumps(text.meaning, ensure_ascii=False)});")
        else:
            lines.append(f"QT_TRANSLATE_NOOP({', '.join(words)});")
    return "\n".join(lines) + "\n"
