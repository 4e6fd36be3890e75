from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from app.models.knobs import KNOBS, LOSS_KNOB, ChoiceEditor, ListEditor, NumberEditor, SliderEditor
from app.models.loss_setup import loss_title, needs_reference, shown_option_knobs
from app.models.recipes import BALANCED, GENTLE, RECIPES, STRONG
from app.models.setup import SetupModel, check_value, values_of
from engine.errors import PlanError
from engine.plan import AdapterPlan, DataPlan, ModelPlan, RunPlan, TrainingPlan

MODEL, DATA = ModelPlan("/models/demo"), DataPlan("/data/pairs.jsonl")


def test_begins_balanced() -> None:
    setup = SetupModel()
    assert setup.base is BALANCED
    assert not setup.is_changed
    plan = setup.plan(MODEL, DATA)
    assert (plan.training.beta, plan.training.learning_rate, plan.training.epochs) == (0.1, 5e-5, 2)


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.name)
def test_every_recipe_is_a_valid_plan(recipe: object) -> None:
    setup = SetupModel()
    setup.choose(recipe)  # type: ignore[arg-type]
    plan = setup.plan(MODEL, DATA)
    for key, value in recipe.values.items():  # type: ignore[attr-defined]
        assert getattr(plan.training, key.removeprefix("training.")) == value


def test_turning_a_knob_and_back_is_no_change(qtbot: QtBot) -> None:
    setup = SetupModel()
    with qtbot.waitSignal(setup.changed):
        setup.set_value("training.beta", 0.2)
    assert setup.is_changed
    setup.set_value("training.beta", 0.1)
    assert not setup.is_changed


def test_reset_goes_back_to_the_recipe() -> None:
    setup = SetupModel()
    setup.choose(STRONG)
    setup.set_value("training.batch_size", 32)
    setup.reset()
    assert setup.values == values_of(STRONG)


def test_a_refused_value_names_its_field_and_blocks_the_plan() -> None:
    setup = SetupModel()
    setup.set_value("training.beta", 0.0)
    setup.set_value("adapter.alpha", 0.0)
    assert set(setup.errors) == {"training.beta", "adapter.alpha"}
    assert setup.errors["training.beta"].message == "training.beta is 0.0, but must be above 0."
    with pytest.raises(PlanError):
        setup.plan(MODEL, DATA)
    setup.set_value("training.beta", 0.1)
    setup.set_value("adapter.alpha", 32.0)
    assert not setup.errors


def test_whole_numbers_stay_whole_when_a_slider_gives_floats() -> None:
    setup = SetupModel()
    setup.set_value("training.epochs", 3.0)
    assert setup.plan(MODEL, DATA).training.epochs == 3
    assert isinstance(setup.value("training.epochs"), int)


def test_an_adopted_plan_keeps_what_no_knob_shows() -> None:
    setup = SetupModel()
    plan = RunPlan(
        MODEL,
        DATA,
        AdapterPlan(r=8, target_modules=("q_proj",)),
        TrainingPlan(beta=0.2, epochs=4),
    )
    setup.adopt(plan, "The demo")
    assert setup.base.title == "The demo"
    assert not setup.is_changed
    again = setup.plan(MODEL, DATA)
    assert again == plan
    setup.choose(GENTLE)
    assert setup.plan(MODEL, DATA).training.beta == 0.3


def test_a_plan_that_equals_a_recipe_is_that_recipe() -> None:
    setup = SetupModel()
    setup.adopt(RunPlan(MODEL, DATA, training=TrainingPlan(beta=0.3, learning_rate=2e-5, sample_prompts=2)), "The demo")
    assert setup.base is GENTLE


@pytest.mark.parametrize("key", KNOBS)
def test_every_knob_has_words_and_a_default_that_its_editor_can_show(key: str) -> None:
    knob = KNOBS[key]
    assert knob.name
    assert knob.help_text.endswith(".")
    assert check_value(key, knob.default) is None
    match knob.editor:
        case SliderEditor(low=low, high=high) | NumberEditor(low=low, high=high):
            assert isinstance(knob.default, int | float)
            assert low <= knob.default <= high
        case ChoiceEditor(options=options):
            assert knob.default in [value for value, _ in options]
            assert all(check_value(key, value) is None for value, _ in options)
        case ListEditor(options=options):
            assert knob.default in [value for value, _, _ in options]
            assert all(help_text.endswith(".") for _, _, help_text in options)


@given(st.sampled_from(sorted(KNOBS)), st.floats(-10, 10))
def test_errors_are_those_of_the_plan(key: str, value: float) -> None:
    if isinstance(KNOBS[key].editor, ChoiceEditor | ListEditor):
        return
    setup = SetupModel()
    setup.set_value(key, value)
    with contextlib.suppress(PlanError):
        setup.plan(MODEL, DATA)
        assert not setup.errors
        return
    assert list(setup.errors) == [key]


def shown(setup: SetupModel) -> list[str]:
    return [knob.technical for knob in shown_option_knobs(setup.values)]


LOSSES_OFFERED = LOSS_KNOB.editor.options if isinstance(LOSS_KNOB.editor, ListEditor) else ()


@pytest.mark.parametrize("choice", LOSSES_OFFERED, ids=lambda choice: str(choice[1]))
def test_every_loss_that_is_offered_makes_a_plan_after_any_other(choice: tuple[tuple[str, ...], str, str]) -> None:
    names, _, _ = choice
    for before, _, _ in LOSSES_OFFERED:
        setup = SetupModel()
        setup.set_value("training.loss_type", before)
        for knob in shown_option_knobs(setup.values):
            if isinstance(knob.editor, ChoiceEditor):
                setup.set_value(knob.key, knob.editor.options[-1][0])
            elif knob.technical != "label_smoothing":
                setup.set_value(knob.key, 0.7)
        assert not setup.errors
        setup.set_value("training.loss_type", names)
        assert not setup.errors
        assert setup.plan(MODEL, DATA).training.loss.names == names


def test_only_the_options_that_the_loss_reads_are_shown() -> None:
    setup = SetupModel()
    assert shown(setup) == ["label_smoothing", "f_divergence_type", "ld_alpha", "use_weighting"]
    setup.set_value("training.f_divergence_type", "alpha_divergence")
    assert "f_alpha_divergence_coef" in shown(setup)
    setup.set_value("training.loss_type", ("simpo",))
    assert shown(setup) == ["label_smoothing", "simpo_gamma"]
    assert not needs_reference(setup.values)
    assert loss_title(setup.values) == "SimPO loss"


def test_an_option_that_lost_its_meaning_goes_back_to_its_default() -> None:
    setup = SetupModel()
    setup.set_value("training.f_divergence_type", "alpha_divergence")
    setup.set_value("training.f_alpha_divergence_coef", 0.7)
    setup.set_value("training.f_divergence_type", "forward_kl")
    assert setup.plan(MODEL, DATA).training.f_alpha_divergence_coef == 0.5
    setup.set_value("training.loss_type", ("bco_pair",))
    assert setup.plan(MODEL, DATA).training.f_divergence_type == "reverse_kl"


def test_an_option_that_a_loss_cannot_take_is_named() -> None:
    setup = SetupModel()
    setup.set_value("training.loss_type", ("exo_pair",))
    assert setup.value("training.label_smoothing") == 0.001
    for wrong in (0.0, 0.5):
        setup.set_value("training.label_smoothing", wrong)
        assert list(setup.errors) == ["training.label_smoothing"]
    setup.set_value("training.label_smoothing", 0.1)
    assert not setup.errors


def test_a_mix_brings_its_weights_and_takes_them_away() -> None:
    setup = SetupModel()
    setup.set_value("training.loss_type", ("sigmoid", "bco_pair", "sft"))
    assert setup.plan(MODEL, DATA).training.loss_weights == (0.8, 0.2, 1.0)
    assert loss_title(setup.values) == "MPO loss"
    setup.set_value("training.loss_type", ("ipo",))
    assert setup.plan(MODEL, DATA).training.loss_weights == ()


def test_a_plan_with_a_mix_of_its_own_is_adopted_as_it_is() -> None:
    setup = SetupModel()
    training = TrainingPlan(loss_type=("hinge", "aot"), loss_weights=(1.0, 0.3), label_smoothing=0.1)
    setup.adopt(RunPlan(MODEL, DATA, training=training), "The demo")
    assert setup.plan(MODEL, DATA).training == training
    assert loss_title(setup.values) == "Hinge + AOT loss"
    setup.set_value("training.label_smoothing", 0.2)
    assert setup.plan(MODEL, DATA).training.loss_weights == (1.0, 0.3)


def test_training_the_whole_model_leaves_the_adapter_out_and_takes_a_tenth_of_the_rate() -> None:
    setup = SetupModel()
    setup.set_value("adapter.r", 64)
    setup.set_value("training.tuning", "full")
    plan = setup.plan(MODEL, DATA)
    assert plan.training.is_full
    assert plan.adapter == AdapterPlan()
    assert plan.training.learning_rate == 5e-6
    assert not setup.applies(KNOBS["adapter.r"])
    assert setup.applies(KNOBS["training.beta"])
    setup.set_value("training.tuning", "lora")
    assert setup.plan(MODEL, DATA).training.learning_rate == 5e-5
    assert setup.plan(MODEL, DATA).adapter.r == 64


def test_a_plan_for_the_whole_model_is_taken_as_it_is() -> None:
    setup = SetupModel()
    plan = RunPlan(MODEL, DATA, training=TrainingPlan(tuning="full", learning_rate=2e-6))
    setup.adopt(plan, "a plan")
    assert setup.plan(MODEL, DATA) == plan


def test_the_rate_of_imitation_is_out_of_sight_and_out_of_the_plan_without_it() -> None:
    setup = SetupModel()
    setup.set_value("training.warm_up_epochs", 1)
    setup.set_value("training.warm_up_learning_rate", 1e-4)
    assert setup.plan(MODEL, DATA).training.warm_up_learning_rate == 1e-4
    setup.set_value("training.warm_up_epochs", 0)
    assert not setup.applies(KNOBS["training.warm_up_learning_rate"])
    assert setup.plan(MODEL, DATA).training.warm_up_learning_rate == 0.0


def test_a_wrong_value_that_is_out_of_sight_blocks_nothing() -> None:
    setup = SetupModel()
    setup.set_value("adapter.alpha", 0.0)
    assert setup.errors
    setup.set_value("training.tuning", "full")
    assert not setup.errors
    setup.set_value("training.tuning", "lora")
    assert setup.value("adapter.alpha") == KNOBS["adapter.alpha"].default


@pytest.mark.parametrize("purpose", ["safety", "helpfulness"])
def test_after_thumbs_the_recipe_s_loss_comes_back_with_its_weights_and_options(purpose: str) -> None:
    setup = SetupModel()
    setup.choose_purpose(purpose)
    before = setup.plan(ModelPlan(path="m"), DataPlan(path="d"))
    assert before.training != TrainingPlan(), "it has a mix or an option of its own"
    setup.suit_data((3, 4))
    assert setup.value("training.loss_type") == ("kto",)
    setup.suit_data(None)
    assert setup.plan(ModelPlan(path="m"), DataPlan(path="d")) == before
    assert setup.errors == {}
