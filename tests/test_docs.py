"""The manual says what the program does: keys, defaults, events and links are compared with the code."""

from __future__ import annotations

import re
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import get_args

import pytest

from app.models.recipe_manual import manual as manual_of_recipes
from engine.events import Event, event_name
from engine.plan import AdapterPlan, DataPlan, ModelPlan, TrainingPlan
from engine.preference.losses.manual import manual
from engine.training.watch.manual import manual as manual_of_alarms

PARTS = {"model": ModelPlan, "data": DataPlan, "adapter": AdapterPlan, "training": TrainingPlan}


def test_the_plan_s_page_has_every_key_with_its_default(project_root: Path) -> None:
    text = (project_root / "docs" / "plan-file.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+\.\w+)` \| (.*?) \|", text, flags=re.MULTILINE))
    expected: dict[str, str] = {}
    for name, part in PARTS.items():
        assert is_dataclass(part)
        for field in fields(part):
            made = field.default if field.default_factory is MISSING else field.default_factory()
            expected[f"{name}.{field.name}"] = toml(made)
    assert rows == expected


def toml(value: object) -> str:
    if isinstance(value, tuple):
        return "`[" + ", ".join(f'"{item}"' for item in value) + "]`"
    if isinstance(value, bool):
        return f"`{value}`".lower()
    return f'`"{value}"`' if isinstance(value, str) and value else f"`{value}`" if value != "" else "none"


def test_the_command_line_s_page_has_every_event(project_root: Path) -> None:
    text = (project_root / "docs" / "command-line.md").read_text(encoding="utf-8")
    for kind in get_args(Event):
        name = event_name(object.__new__(kind))
        if name not in ("run_paused", "run_resumed"):  # the command line never pauses
            assert f"| `{name}` |" in text


@pytest.mark.parametrize("page", ["README.md", "docs"])
def test_links_within_the_project_lead_somewhere(project_root: Path, page: str) -> None:
    path = project_root / page
    for file in [path] if path.is_file() else path.glob("*.md"):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", file.read_text(encoding="utf-8")):
            assert (file.parent / target).exists(), f"{file.name} links to {target}"


def test_the_losses_page_is_what_the_catalogue_makes_of_it(project_root: Path) -> None:
    """Write it anew with `python -m engine.preference.losses.manual docs/losses.md`."""
    assert (project_root / "docs" / "losses.md").read_text(encoding="utf-8") == manual()


def test_the_alarms_page_is_what_the_registry_makes_of_it(project_root: Path) -> None:
    """Write it anew with `python -m engine.training.watch.manual docs/alarms.md`."""
    assert (project_root / "docs" / "alarms.md").read_text(encoding="utf-8") == manual_of_alarms()


def test_the_recipes_page_is_what_the_register_says(project_root: Path) -> None:
    """Write it anew with `python -m app.models.recipe_manual docs/recipes.md`."""
    assert (project_root / "docs" / "recipes.md").read_text(encoding="utf-8") == manual_of_recipes()
