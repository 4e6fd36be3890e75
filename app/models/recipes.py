"""Three ways to set the few knobs that matter, for those who do not want to think about each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """A named choice of values by plan key; what it does not name has the plan's default."""

    name: str
    title: str
    help_text: str
    values: Mapping[str, object]


_WATCHED = {"training.sample_prompts": 2}  # a person who looks on wants to read what becomes of it
GENTLE = Recipe(
    "gentle",
    "Gentle",
    "Small, careful change. Keeps the model close to how it is now.",
    {"training.beta": 0.3, "training.learning_rate": 2e-5, "training.epochs": 1, **_WATCHED},
)
BALANCED = Recipe(
    "balanced",
    "Balanced",
    "A clear shift toward the replies you prefer, with little side effect.",
    {"training.beta": 0.1, "training.learning_rate": 5e-5, "training.epochs": 2, **_WATCHED},
)
STRONG = Recipe(
    "strong",
    "Strong",
    "A bold change. Check other skills afterwards in Compare.",
    {"training.beta": 0.05, "training.learning_rate": 1e-4, "training.epochs": 3, **_WATCHED},
)
RECIPES = (GENTLE, BALANCED, STRONG)
