"""The prompts that come with the program, in suites for what a trained model may have gained or lost."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from engine.data.preference_pair import Message
from engine.evaluation.prompt_case import PromptCase

PROMPTS_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "prompts"
_ORDER = ("tone", "brevity", "helpfulness", "safety", "abilities")


@dataclass(frozen=True, slots=True)
class Suite:
    """Prompts that test one thing; `title` is the group under which they are counted."""

    name: str
    title: str
    prompts: tuple[str, ...]

    @property
    def cases(self) -> list[PromptCase]:
        """The prompts as they are asked."""
        return [PromptCase((Message("user", prompt),), self.title) for prompt in self.prompts]


def built_in_suites(folder: Path = PROMPTS_FOLDER) -> tuple[Suite, ...]:
    """All suites, in the order in which people see them."""
    return tuple(_read(folder / f"{name}.toml") for name in _ORDER)


def _read(path: Path) -> Suite:
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    return Suite(path.stem, document["title"], tuple(document["prompts"]))
