"""docs/recipes.md, written from the register: `python -m app.models.recipe_manual docs/recipes.md`."""

from __future__ import annotations

import sys
from pathlib import Path

from app.models.recipes import PURPOSES, RECIPES, Reasons

_INTRODUCTION = (
    "A recipe is a plan with reasons: a strength, which says how far the model may move, and a purpose, which changes "
    "a few settings on top of it. Both are chosen at the top of the Train page; every value can be changed afterwards, "
    "and stands in a [plan](plan-file.md) under the same name. They are places to begin from, chosen from the "
    "papers and from common practice; only your held-back pairs and your own reading show what suits your data."
)


def manual() -> str:
    """The whole page as Markdown."""
    parts = ["# Recipes", _INTRODUCTION, "## Strengths"]
    for recipe in RECIPES:
        parts += [f"### {recipe.title}", recipe.help_text, _table(recipe.reasons)]
    parts.append("## Purposes")
    for purpose in PURPOSES:
        parts += [f"### {purpose.title}", purpose.help_text]
        parts += [_table(purpose.changes)] if purpose.changes else ["Changes nothing."]
    return "\n\n".join(parts) + "\n"


def _table(reasons: Reasons) -> str:
    rows = [f"| `{key}` | `{_written(value)}` | {reason} |" for key, value, reason in reasons]
    return "\n".join(["| setting | value | why |", "| --- | --- | --- |", *rows])


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(f'"{item}"' if isinstance(item, str) else str(item) for item in value) + "]"
    return str(value)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(manual(), encoding="utf-8")
