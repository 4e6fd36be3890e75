from __future__ import annotations

import pytest

from app.models.recipes import ALL_RECIPES, BALANCED, PURPOSES, RECIPES, STRONG, Recipe, recipe_for
from app.models.setup import SetupModel, values_of
from engine.plan import DataPlan, ModelPlan


@pytest.mark.parametrize("recipe", ALL_RECIPES, ids=lambda recipe: f"{recipe.purpose}-{recipe.name}")
def test_every_recipe_makes_a_plan(recipe: Recipe) -> None:
    setup = SetupModel()
    setup.choose(recipe)
    assert setup.errors == {}
    plan = setup.plan(ModelPlan("model"), DataPlan("pairs.jsonl"))
    for key, value in recipe.values.items():
        part, _, name = key.partition(".")
        assert getattr(getattr(plan, part), name) == value


def test_every_value_has_its_reason_and_differs_from_the_plan_s_default_or_the_strength_s() -> None:
    for purpose in PURPOSES:
        for key, value, reason in purpose.changes:
            assert reason.endswith(".")
            assert all(values_of(recipe).get(key) != value for recipe in RECIPES), f"{purpose.name} need not set {key}"
    for recipe in RECIPES:
        assert {key for key, _, _ in recipe.reasons} == recipe.values.keys()


def test_recipes_differ_from_each_other() -> None:
    values = [values_of(recipe) for recipe in ALL_RECIPES]
    assert all(values.count(one) == 1 for one in values)


def test_a_purpose_keeps_the_strength_and_a_strength_the_purpose() -> None:
    setup = SetupModel()
    setup.choose(STRONG)
    setup.choose_purpose("tone")
    assert (setup.base.name, setup.purpose, setup.value("adapter.r")) == ("strong", "tone", 8)
    assert setup.value("training.beta") == STRONG.values["training.beta"]
    setup.choose_purpose("general")
    assert setup.base is STRONG


def test_a_plan_that_equals_a_recipe_is_known_as_it() -> None:
    setup, other = SetupModel(), SetupModel()
    setup.choose(recipe_for("safety", "gentle"))
    other.adopt(setup.plan(ModelPlan("model"), DataPlan("pairs.jsonl")), "a file")
    assert (other.base.name, other.purpose) == ("gentle", "safety")
    other.set_value("training.beta", 0.07)
    other.adopt(other.plan(ModelPlan("model"), DataPlan("pairs.jsonl")), "a file")
    other.choose_purpose("domain")
    assert (other.base.name, other.purpose) == (BALANCED.name, "domain")
