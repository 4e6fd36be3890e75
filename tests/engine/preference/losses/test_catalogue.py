"""What the catalogue says of each loss is true of its function."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields, replace

import pytest
import torch

from engine.plan import TrainingPlan
from engine.preference.losses.catalogue import LOSSES, MIXES
from engine.preference.losses.functions import FUNCTIONS
from engine.preference.losses.options import OPTIONS, LossOptions
from engine.preference.losses.step_logps import StepLogps
from tests.engine.preference.losses.steps import step_of

IN_THE_FUNCTION = ("beta", "label_smoothing", "f_divergence_type", "discopop_tau", "simpo_gamma", "cpo_alpha",
                   "desirable_weight", "undesirable_weight")  # fmt: skip
OTHER: dict[str, object] = {
    "beta": 0.7,
    "label_smoothing": 0.3,
    "f_divergence_type": "js_divergence",
    "discopop_tau": 0.5,
    "simpo_gamma": 1.5,
    "cpo_alpha": 0.2,
    "desirable_weight": 1.5,
    "undesirable_weight": 0.5,
}
OF_THE_STEP = ("mean_chosen_tokens", "weights", "mismatched_ratio")
PLAIN = LossOptions(beta=0.2, label_smoothing=0.1)


def some_step(name: str, pairs: int = 5) -> StepLogps:
    """Pairs, or for a loss on thumbs single replies, every other one with its thumb up."""
    torch.manual_seed(0)
    sums = [torch.randn(pairs, dtype=torch.float64) * 2 - 9 for _ in range(4)]
    lengths = [torch.randint(1, 9, (pairs,)).double() for _ in range(2)]
    if not LOSSES[name].takes_thumbs:
        return step_of(*sums, *lengths)
    up = torch.arange(pairs) % 2 == 0
    thumbs = [torch.where(up if place % 2 == 0 else ~up, column, 0.0) for place, column in enumerate(sums)]
    step = step_of(*thumbs, *(torch.where(side, length, 0.0) for side, length in zip((up, ~up), lengths, strict=True)))
    return replace(step, mismatched_ratio=torch.tensor([0.4, 1.3], dtype=torch.float64))


def test_every_loss_has_its_function_and_its_own_words() -> None:
    assert list(FUNCTIONS) == list(LOSSES)
    assert len({loss.title for loss in LOSSES.values()} | {mix.title for mix in MIXES}) == len(LOSSES) + len(MIXES)
    for loss in LOSSES.values():
        assert loss.help_text.endswith(".")
        assert "\n" not in loss.help_text
        assert FUNCTIONS[loss.name].__doc__
        assert set(loss.reads) <= {"beta", *OPTIONS}


def test_trl_s_losses_are_all_here() -> None:
    from trl import DPOConfig

    named = next(field for field in fields(DPOConfig) if field.name == "loss_type").metadata["help"]
    theirs = {word.strip("'") for word in named.split("`") if word.startswith("'")}
    assert len(theirs) == 15
    assert theirs <= set(LOSSES)


def test_defaults_are_trl_s() -> None:
    from trl import DPOConfig

    theirs = {field.name: field.default for field in fields(DPOConfig)}
    for name in ("label_smoothing", "f_divergence_type", "f_alpha_divergence_coef", "use_weighting", "discopop_tau"):
        assert OPTIONS[name].default == theirs[name], name
    assert theirs["ld_alpha"] is None  # which weighs all tokens with 1
    assert OPTIONS["ld_alpha"].default == 1.0
    assert TrainingPlan().beta == theirs["beta"]


def test_defaults_are_trl_s_without_a_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRL_EXPERIMENTAL_SILENCE", "1")
    from trl.experimental.cpo import CPOConfig

    theirs = {field.name: field.default for field in fields(CPOConfig)}
    for name in ("simpo_gamma", "cpo_alpha", "label_smoothing"):
        assert OPTIONS[name].default == theirs[name], name


@pytest.mark.parametrize("name", LOSSES)
@pytest.mark.parametrize("option", IN_THE_FUNCTION)
def test_a_loss_reads_just_what_it_says(name: str, option: str) -> None:
    changed = replace(PLAIN, **{option: OTHER[option]})
    step = some_step(name)
    same = torch.equal(FUNCTIONS[name](step, PLAIN), FUNCTIONS[name](step, changed))
    assert same == (option not in LOSSES[name].reads)


@pytest.mark.parametrize("name", LOSSES)
def test_a_loss_needs_a_reference_and_lengths_just_where_it_says(name: str) -> None:
    step = some_step(name)
    before = FUNCTIONS[name](step, PLAIN)
    other_reference = replace(step, reference_chosen=step.reference_chosen + torch.linspace(-2, 1, 5))
    assert torch.equal(FUNCTIONS[name](other_reference, PLAIN), before) == (not LOSSES[name].needs_reference)
    lengths = replace(step, chosen_tokens=step.chosen_tokens * 2, mean_chosen_tokens=step.mean_chosen_tokens + 1)
    assert torch.equal(FUNCTIONS[name](lengths, PLAIN), before) == (not LOSSES[name].needs_tokens)


def alone(step: StepLogps, pair: int) -> StepLogps:
    columns = {
        field.name: getattr(step, field.name)[pair : pair + 1]
        for field in fields(step)
        if field.name not in OF_THE_STEP
    }
    return replace(step, **columns)


@pytest.mark.parametrize("name", LOSSES)
def test_a_loss_separates_by_pair_just_where_it_says(name: str) -> None:
    step = some_step(name)
    together = FUNCTIONS[name](step, PLAIN)
    each = torch.cat([FUNCTIONS[name](alone(step, pair), PLAIN) for pair in range(5)])
    assert together.shape == (5,)
    assert torch.allclose(together, each, rtol=1e-12, atol=0) == LOSSES[name].separates_by_pair


def test_the_catalogue_needs_no_torch() -> None:
    code = "import sys, engine.preference.losses.choice; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
