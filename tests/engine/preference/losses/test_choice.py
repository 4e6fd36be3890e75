"""Losses and options that do not belong together are refused by name; none is silently ignored."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from engine.errors import PlanError
from engine.plan import TrainingPlan
from engine.preference.losses.catalogue import LOSSES, MIXES
from engine.preference.losses.choice import LossChoice, options_for, with_suggested, without_ignored
from engine.preference.losses.options import OPTIONS, LossOptions

SET: dict[str, Any] = {
    "label_smoothing": 0.1,
    "f_divergence_type": "js_divergence",
    "ld_alpha": 0.5,
    "use_weighting": True,
    "discopop_tau": 0.2,
    "simpo_gamma": 1.0,
    "cpo_alpha": 0.5,
}


def least(name: str) -> dict[str, Any]:
    """What a loss cannot do without."""
    return dict(LOSSES[name].suggested)


@pytest.mark.parametrize("name", LOSSES)
@pytest.mark.parametrize("option", SET)
def test_an_option_is_taken_by_a_loss_that_reads_it_and_refused_by_its_name_else(name: str, option: str) -> None:
    values = {**least(name), option: SET[option]}
    if option in LOSSES[name].reads:
        assert getattr(TrainingPlan(loss_type=(name,), **values), option) == SET[option]
        return
    with pytest.raises(PlanError, match=f"training.{option} is set, but {name} would ignore it") as caught:
        TrainingPlan(loss_type=(name,), **values)
    assert caught.value.field == f"training.{option}"
    assert "Leave it at" in caught.value.hint


@pytest.mark.parametrize(
    "names,values,field",
    [
        (("sigmoid", "nca_pair"), {"f_divergence_type": "forward_kl"}, "f_divergence_type"),
        (("sigmoid", "simpo"), {"ld_alpha": 0.5}, "ld_alpha"),
        (("sigmoid", "aot"), {"use_weighting": True}, "use_weighting"),
        (("sft",), {"ld_alpha": 0.5}, "ld_alpha"),
        (("hinge", "sft"), {"label_smoothing": 0.1}, "label_smoothing"),
        (("sigmoid",), {"f_alpha_divergence_coef": 0.7}, "f_alpha_divergence_coef"),
        (("sigmoid",), {"f_divergence_type": "forward_kl", "f_alpha_divergence_coef": 0.7}, "f_alpha_divergence_coef"),
        (("exo_pair",), {}, "label_smoothing"),
        (("robust",), {"label_smoothing": 0.5}, "label_smoothing"),
        (("simpo", "cpo"), {"use_weighting": True}, "use_weighting"),
        (("sigmoid", "sft"), {"loss_weights": (1.0,)}, "loss_weights"),
        (("sigmoid", "sft"), {"loss_weights": (1.0, -1.0)}, "loss_weights"),
        (("kto", "sft"), {}, "loss_type"),
        (("sigmoid",), {"desirable_weight": 1.2}, "desirable_weight"),
        (("kto",), {"undesirable_weight": 0.0}, "undesirable_weight"),
        (("kto",), {"label_smoothing": 0.1}, "label_smoothing"),
    ],
)
def test_what_contradicts_itself_is_refused_by_its_name(names: tuple[str, ...], values: Any, field: str) -> None:
    with pytest.raises(PlanError) as caught:
        TrainingPlan(loss_type=names, **values)
    assert caught.value.field == f"training.{field}"


@pytest.mark.parametrize(
    "names,values",
    [
        (("sigmoid", "sft"), {"f_divergence_type": "forward_kl", "ld_alpha": 0.5, "use_weighting": True}),
        (("hinge", "robust"), {"label_smoothing": 0.1}),
        (("sigmoid",), {"f_divergence_type": "alpha_divergence", "f_alpha_divergence_coef": 0.7}),
        *((mix.names, {"loss_weights": mix.weights}) for mix in MIXES),
    ],
)
def test_what_belongs_together_is_taken(names: tuple[str, ...], values: Any) -> None:
    assert TrainingPlan(loss_type=names, **values).loss.names == names


def test_a_mix_needs_what_any_of_its_losses_needs() -> None:
    def choice(*names: str, **options: Any) -> LossChoice:
        return TrainingPlan(loss_type=names, **options).loss

    assert choice("simpo", "sft").needs_reference is False
    assert choice("sigmoid", "simpo").needs_reference is True
    assert choice("sigmoid", "sft").separates_by_pair is True
    assert choice("sigmoid", "aot").separates_by_pair is False
    assert choice("simpo").reward == "mean_logps"
    assert choice("simpo", "sft").reward == "logps"
    assert choice("simpo", "ipo").reward == "ratio"


@pytest.mark.parametrize("name", LOSSES)
def test_a_form_can_go_from_any_loss_to_any_other(name: str) -> None:
    for before in LOSSES.values():
        kept = {option: value for option, value in SET.items() if option in before.reads}
        options = LossOptions(0.3, **{**least(before.name), **kept})
        after = with_suggested(without_ignored(options, (name,)), (name,))
        LossChoice((name,), (), after)
        assert after.beta == 0.3
        for option in OPTIONS:
            if option in before.reads and option in LOSSES[name].reads:
                assert getattr(after, option) == getattr(options, option), (before.name, option)


def test_a_form_puts_in_what_a_loss_cannot_do_without() -> None:
    options = LossOptions(0.1)
    assert with_suggested(options, ("exo_pair",)) == replace(options, label_smoothing=0.001)
    assert with_suggested(options, ("sigmoid",)) == options


def test_a_form_shows_what_has_an_effect() -> None:
    def shown(*names: str, **options: Any) -> list[str]:
        return [option.name for option in options_for(names, LossOptions(0.1, **options))]

    assert shown("sigmoid") == ["label_smoothing", "f_divergence_type", "ld_alpha", "use_weighting"]
    assert "f_alpha_divergence_coef" in shown("sigmoid", f_divergence_type="alpha_divergence")
    assert shown("sigmoid", "bco_pair", "sft") == ["label_smoothing", "ld_alpha", "use_weighting"]
    assert shown("orpo") == []


def test_a_form_drops_what_has_lost_its_meaning() -> None:
    options = LossOptions(0.1, f_divergence_type="alpha_divergence", f_alpha_divergence_coef=0.7)
    assert without_ignored(options, ("sigmoid",)) == options
    other = replace(options, f_divergence_type="forward_kl")
    assert without_ignored(other, ("sigmoid",)) == replace(other, f_alpha_divergence_coef=0.5)
    assert without_ignored(options, ("nca_pair",)) == LossOptions(0.1)
