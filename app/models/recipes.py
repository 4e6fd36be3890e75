"""Recipes: how strongly to change a model, and for what; each a set of values with the reason for every one.

A strength sets how far and how fast; a purpose changes a few settings on top of it. docs/recipes.md is written from
this register by `recipe_manual.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.language.translate import mark, tr

Reasons = tuple[tuple[str, object, str], ...]


@dataclass(frozen=True, slots=True)
class Purpose:
    """What the pairs are to teach; `changes` are (plan key, value, reason)."""

    name: str
    title: str
    help_text: str
    changes: Reasons = ()


@dataclass(frozen=True, slots=True)
class Recipe:
    """A named choice of values by plan key; what it does not name has the plan's default.

    `reasons` says of the strength's own values why they are so; `purpose` is what the values are for.
    """

    name: str
    title: str
    help_text: str
    values: Mapping[str, object]
    reasons: Reasons = ()
    purpose: str = "general"


GENERAL = Purpose("general", mark("Anything"), mark("Settings that suit most data. Start here when unsure."))
PURPOSES = (
    GENERAL,
    Purpose(
        "tone",
        mark("Tone"),
        mark("How it speaks: warmer, drier, more formal."),
        (
            (
                "adapter.r",
                8,
                mark("A manner of speaking needs little room, and a small adapter leaves knowledge alone."),
            ),
            ("adapter.alpha", 16.0, mark("Twice the adapter size, as usual, so that the rate means the same.")),
        ),
    ),
    Purpose(
        "conciseness",
        mark("Conciseness"),
        mark("Shorter replies that still answer."),
        (
            (
                "training.sample_prompts",
                4,
                mark("Short can also mean broken off; read more of its replies as it learns."),
            ),
            (
                "data.max_length",
                2048,
                mark("A long reply that is cut looks shorter than it is, and short is the lesson."),
            ),
        ),
    ),
    Purpose(
        "helpfulness",
        mark("Helpfulness"),
        mark("Better answers, not only longer ones."),
        (
            (
                "training.ld_alpha",
                0.5,
                mark("People often prefer the longer reply; what goes beyond the shorter one's length counts half."),
            ),
        ),
    ),
    Purpose(
        "safety",
        mark("Safety"),
        mark("Declines what it should, and says so well."),
        (
            (
                "training.loss_type",
                ("sigmoid", "sft"),
                mark(
                    "A good refusal is far from what the model says; imitating it too keeps it from becoming "
                    "less likely."
                ),
            ),
            ("training.loss_weights", (1.0, 0.5), mark("Imitation helps at half weight; the comparison still leads.")),
            (
                "training.sample_prompts",
                4,
                mark("Refusing too much is the usual side effect; read more of its replies."),
            ),
        ),
    ),
    Purpose(
        "domain",
        mark("Domain style"),
        mark("The words and forms of a field."),
        (
            ("adapter.r", 32, mark("Terms and forms need more room than a tone.")),
            ("adapter.alpha", 64.0, mark("Twice the adapter size, as usual, so that the rate means the same.")),
            (
                "training.loss_type",
                ("sigmoid", "sft"),
                mark("How the field writes stands in the chosen replies, so they are also learnt word for word."),
            ),
            ("training.loss_weights", (1.0, 1.0), mark("Both count alike, as in RPO.")),
        ),
    ),
)


def _strength(name: str, title: str, help_text: str, *reasons: tuple[str, object, str]) -> Recipe:
    watched = ("training.sample_prompts", 2, tr("Whoever looks on wants to read what becomes of it."))
    all_reasons = (*reasons, watched)
    return Recipe(name, title, help_text, {key: value for key, value, _ in all_reasons}, all_reasons)


GENTLE = _strength(
    "gentle",
    mark("Gentle"),
    mark("Small, careful change. Keeps the model close to how it is now."),
    ("training.beta", 0.3, mark("A strong pull back to the original, so little else changes.")),
    ("training.learning_rate", 2e-5, mark("Small corrections; a bad pair does little harm.")),
    ("training.epochs", 1, mark("Each pair is seen once, so none is learnt by heart.")),
)
BALANCED = _strength(
    "balanced",
    mark("Balanced"),
    mark("A clear shift toward the replies you prefer, with little side effect."),
    ("training.beta", 0.1, mark("The usual value: room to move, with a hold.")),
    ("training.learning_rate", 5e-5, mark("A usual rate for adapters of this size.")),
    ("training.epochs", 2, mark("A second look settles what the first began.")),
)
STRONG = _strength(
    "strong",
    mark("Strong"),
    mark("A bold change. Check other skills afterwards in Compare."),
    ("training.beta", 0.05, mark("A weak hold, so replies may move far.")),
    ("training.learning_rate", 1e-4, mark("Large corrections; the run's alarms matter here.")),
    ("training.epochs", 3, mark("Enough passes for a habit to change.")),
)
RECIPES = (GENTLE, BALANCED, STRONG)
"""The strengths, for no purpose in particular."""


def recipe_for(purpose: str, strength: str) -> Recipe:
    """The recipe of a strength for a purpose, both by name. Raises StopIteration for a name that is not there."""
    base = next(recipe for recipe in RECIPES if recipe.name == strength)
    chosen = purpose_named(purpose)
    if not chosen.changes:
        return base
    values = {**base.values, **{key: value for key, value, _ in chosen.changes}}
    return Recipe(base.name, base.title, base.help_text, values, base.reasons, chosen.name)


def purpose_named(name: str) -> Purpose:
    """A purpose by its name. Raises StopIteration when there is none."""
    return next(purpose for purpose in PURPOSES if purpose.name == name)


ALL_RECIPES = tuple(recipe_for(purpose.name, recipe.name) for purpose in PURPOSES for recipe in RECIPES)
