"""Value and gradient of every loss equal TRL's, and the exact ones where TRL's are not finite; all in float64."""

from __future__ import annotations

import itertools
import math
from types import SimpleNamespace
from typing import Any

import pytest
import torch

from engine.plan import TrainingPlan
from engine.preference.losses.catalogue import LOSSES, MIXES
from engine.preference.losses.kto import kto_loss
from engine.preference.losses.options import LossOptions
from engine.preference.losses.orpo import odds_ratio_loss
from engine.preference.losses.sigmoid import sigmoid_loss
from engine.preference.losses.simpo import simpo_loss
from engine.preference.losses.step_logps import StepLogps
from tests.engine.preference.losses import exact
from tests.engine.preference.losses.steps import step_of
from tests.engine.preference.losses.trl_harness import Tokens, in_float64, our_value, trl_kto, trl_value

BOUND = 1e-6
TRL_HAS = [name for name in LOSSES if name not in ("simpo", "cpo", "orpo", "kto")]  # of these in its DPOTrainer
WITH_DIVERGENCE = [name for name in TRL_HAS if "f_divergence_type" in LOSSES[name].reads]

# TRL's own weighting fails on two: see below.
WEIGHED = [name for name in TRL_HAS if "use_weighting" in LOSSES[name].reads and name not in ("hinge", "sft")]


def plan_of(name: str, **others: Any) -> TrainingPlan:
    values: dict[str, Any] = {**LOSSES[name].suggested, **others}
    return TrainingPlan(loss_type=(name,), **values)


PLANS: dict[str, TrainingPlan] = {
    **{name: plan_of(name) for name in TRL_HAS},
    **{f"{name}, beta 1": plan_of(name, beta=1.0) for name in TRL_HAS},
    **{
        f"{name}, smoothed": plan_of(name, label_smoothing=0.2)
        for name in ("robust", "exo_pair", "aot", "aot_unpaired")
    },
    **{
        f"{name}, {kind}": plan_of(name, f_divergence_type=kind)
        for name in WITH_DIVERGENCE
        for kind in ("forward_kl", "js_divergence")
    },
    **{f"{name}, LD": plan_of(name, ld_alpha=0.3) for name in TRL_HAS if "ld_alpha" in LOSSES[name].reads},
    **{f"{name}, WPO": plan_of(name, use_weighting=True) for name in WEIGHED},
    "discopop, warm": plan_of("discopop", discopop_tau=0.6),
    **{mix.title: TrainingPlan(loss_type=mix.names, loss_weights=mix.weights) for mix in MIXES},
    "DPO and BCO, LD, WPO": TrainingPlan(
        loss_type=("sigmoid", "bco_pair"), loss_weights=(0.7, 0.2), ld_alpha=0.3, use_weighting=True
    ),
    "hinge and AOT": TrainingPlan(loss_type=("hinge", "aot"), loss_weights=(1.0, 0.5), label_smoothing=0.1),
}


def some_tokens(lengths: list[int], spread: float = 1.0, seed: int = 0) -> Tokens:
    """Log-probabilities as a model might say them."""
    generator = torch.Generator().manual_seed(seed)

    def column(scale: float) -> list[torch.Tensor]:
        return [-scale * torch.rand(length, generator=generator, dtype=torch.float64) for length in lengths]

    return Tokens(column(3 * spread), column(3 * spread), column(2.0))


def with_ratios(ratios: list[float], lengths: list[int]) -> Tokens:
    """Replies whose log-ratios are just these."""

    def column(values: list[float]) -> list[torch.Tensor]:
        each = zip(values, lengths, strict=True)
        return [torch.full((length,), -1.0 - value / length, dtype=torch.float64) for value, length in each]

    falls, rises = ([max(0.0, sign * ratio) for ratio in ratios] for sign in (-1, 1))
    return Tokens(column(falls), column(rises), [torch.full((length,), -0.5).double() for length in lengths])


def assert_same(ours: tuple[float, torch.Tensor], theirs: tuple[float, torch.Tensor]) -> None:
    assert ours[0] == pytest.approx(theirs[0], rel=BOUND, abs=1e-12)
    torch.testing.assert_close(ours[1], theirs[1], rtol=BOUND, atol=1e-12)


def is_finite(value: tuple[float, torch.Tensor]) -> bool:
    return math.isfinite(value[0]) and bool(value[1].isfinite().all())


@pytest.mark.parametrize("name", PLANS)
def test_a_step_of_pairs_of_all_lengths_equals_trl_s(name: str) -> None:
    slopes: list[float] = []
    for seed, lengths in enumerate(([3, 1, 7, 2, 5, 1, 4, 9], [1, 1, 1, 1], [6, 2])):
        tokens = some_tokens(lengths, spread=1 + 3 * seed, seed=seed)
        theirs = trl_value(PLANS[name], tokens)
        assert is_finite(theirs)
        assert_same(our_value(PLANS[name], tokens), theirs)
        slopes.append(theirs[1].abs().max().item())
    assert max(slopes) > 1e-3, "nothing was compared"


@pytest.mark.parametrize("name", PLANS)
def test_equal_replies_equal_trl_s(name: str) -> None:
    tokens = some_tokens([4, 1, 4, 1])
    twice = Tokens(
        *([*column[:2], *column[:2]] for column in (tokens.policy, tokens.reference, tokens.log_sum_squares))
    )
    assert_same(our_value(PLANS[name], twice), trl_value(PLANS[name], twice))


EXTREMES = [-500.0, -40.0, 0.0, 40.0, 500.0]
LENGTHS = ([1, 1], [8, 3])


@pytest.mark.parametrize("name", PLANS)
def test_extreme_ratios_equal_trl_s_and_the_exact_ones_where_trl_s_are_not_finite(name: str) -> None:
    plan = PLANS[name]
    for ratios, lengths in itertools.product(itertools.product(EXTREMES, repeat=2), LENGTHS):
        tokens = with_ratios(list(ratios), lengths)
        ours, theirs = our_value(plan, tokens), trl_value(plan, tokens)
        if is_finite(theirs):
            assert_same(ours, theirs)
        else:
            assert_exact(plan, ours, ratios, lengths)


@pytest.mark.parametrize("name,shares", [("hinge", [1, 1]), ("sft", [3 / 2, 1 / 2])])
def test_weighing_by_likelihood_multiplies_each_pair_s_loss_where_trl_fails(name: str, shares: list[float]) -> None:
    """TRL changes the loss in place, which these losses' gradients do not survive.

    Of sft, chosen replies of 3 and of 1 token share a step of which 2 a pair are the mean.
    """
    plain, weighed = plan_of(name), plan_of(name, use_weighting=True)
    tokens = some_tokens([3, 1, 7, 2])
    with pytest.raises(RuntimeError, match=r"in-?place|single memory location"):
        trl_value(weighed, tokens)
    pairs = [tokens.alone(pair) for pair in (0, 1)]
    parts = [our_value(plain, pair)[0] * share * likelihood(pair) for pair, share in zip(pairs, shares, strict=True)]
    assert our_value(weighed, tokens)[0] == pytest.approx(sum(parts) / 2, rel=BOUND)


def likelihood(pair: Tokens) -> float:
    """exp of the mean surplus log-probability of both replies."""
    replies = zip(pair.policy, pair.log_sum_squares, strict=True)
    return math.exp(sum(float((logps - squares).mean()) for logps, squares in replies))


@pytest.mark.parametrize("alpha", [0.0, 0.3, 0.5, 0.999, 1.0])
@pytest.mark.parametrize("name", WITH_DIVERGENCE)
def test_the_alpha_divergence_is_exact_where_trl_does_not_run(name: str, alpha: float) -> None:
    plan = plan_of(name, f_divergence_type="alpha_divergence", f_alpha_divergence_coef=alpha)
    if alpha < 0.99:
        with pytest.raises(KeyError):
            trl_value(plan, some_tokens([2, 2]))
    for ratios in itertools.product([-500.0, -1.5, 0.0, 500.0], repeat=2):
        assert_exact(plan, our_value(plan, with_ratios(list(ratios), [8, 3])), ratios, [8, 3])


def assert_exact(
    plan: TrainingPlan, ours: tuple[float, torch.Tensor], ratios: tuple[float, ...], lengths: list[int]
) -> None:
    value, *slopes = exact.value_and_slopes(plan, ratios[0], ratios[1], lengths[0], lengths[1])
    if math.isfinite(value):  # else it is too large to be written as a float64
        assert ours[0] == pytest.approx(value, rel=BOUND, abs=1e-12), ratios
    starts = (0, lengths[0])
    for slope, start in zip(slopes, starts, strict=True):
        if math.isfinite(slope):
            assert ours[1][start].item() == pytest.approx(slope, rel=BOUND, abs=1e-12), ratios


def test_trl_s_discopop_is_no_number_where_ours_is_exact() -> None:
    """So that the comparison with the exact values above is not for nothing."""
    plan, tokens = plan_of("discopop", beta=1.0), with_ratios([-500.0, 500.0], [1, 1])
    assert not is_finite(trl_value(plan, tokens))
    assert our_value(plan, tokens)[0] == pytest.approx(1000.0, rel=1e-12)


def test_in_float32_an_exponential_that_overflows_does_not_spoil_a_loss_that_is_finite() -> None:
    step = step_of(torch.tensor([0.0]), torch.tensor([-100.0]).requires_grad_())
    loss = sigmoid_loss(step, LossOptions(0.1, f_divergence_type="forward_kl"))
    (gradient,) = torch.autograd.grad(loss.sum(), step.rejected)
    assert loss.item() == 0.0
    assert gradient.item() == 0.0


def cpo_stand_in(options: LossOptions, loss_type: str) -> Any:
    return SimpleNamespace(
        alpha=0.0,
        beta=options.beta,
        loss_type=loss_type,
        simpo_gamma=options.simpo_gamma,
        label_smoothing=options.label_smoothing,
        accelerator=SimpleNamespace(device="cpu"),
    )


SUMS = [(-3.0, -7.5), (-500.0, 500.0), (500.0, -500.0), (0.0, 0.0), (-500.0, -500.0), (-0.1, -0.1)]


@pytest.mark.parametrize("smoothing", [0.0, 0.2])
@pytest.mark.parametrize("beta", [0.1, 2.0])
@pytest.mark.parametrize("name", ["simpo", "cpo", "sigmoid"])
def test_losses_of_trl_s_cpo_trainer_equal_it(
    monkeypatch: pytest.MonkeyPatch, name: str, beta: float, smoothing: float
) -> None:
    """Also cDPO: a sigmoid loss that reads the label smoothing is that of CPO, given log-ratios."""
    monkeypatch.setenv("TRL_EXPERIMENTAL_SILENCE", "1")
    from trl.experimental.cpo import CPOTrainer

    options = LossOptions(beta, label_smoothing=smoothing, simpo_gamma=0.7, cpo_alpha=0.0)
    ours = {"simpo": simpo_loss, "sigmoid": sigmoid_loss, "cpo": CPO}[name]
    chosen, rejected = (torch.tensor(column, dtype=torch.float64) for column in zip(*SUMS, strict=True))
    lengths = [1.0, 4.0, 2.0, 1.0, 5.0, 3.0]
    step = step_of(
        chosen.clone().requires_grad_(), rejected.clone().requires_grad_(), None, None, lengths, lengths[::-1]
    )
    values = ours(step, options)
    if name == "simpo":
        chosen, rejected = chosen / torch.tensor(lengths), rejected / torch.tensor(lengths[::-1])
    leaves = [column.requires_grad_() for column in (chosen, rejected)]
    trainer = cpo_stand_in(options, "simpo" if name == "simpo" else "sigmoid")
    trl: Any = CPOTrainer
    theirs, *_ = trl.cpo_loss(trainer, *leaves)
    torch.testing.assert_close(values, theirs, rtol=BOUND, atol=1e-12)
    our_slopes = torch.autograd.grad(values.sum(), [step.chosen, step.rejected])
    for ours_, theirs_, tokens in zip(our_slopes, torch.autograd.grad(theirs.sum(), leaves), (lengths, lengths[::-1]),
                                      strict=True):  # fmt: skip
        scale = 1 / torch.tensor(tokens) if name == "simpo" else 1.0
        torch.testing.assert_close(ours_, theirs_ * scale, rtol=BOUND, atol=1e-12)


def CPO(step: StepLogps, options: LossOptions) -> torch.Tensor:
    from engine.preference.losses.cpo import cpo_loss

    return cpo_loss(step, options)


def test_orpo_s_odds_ratio_equals_trl_s_in_its_float32_and_the_exact_one(monkeypatch: pytest.MonkeyPatch) -> None:
    import mpmath

    monkeypatch.setenv("TRL_EXPERIMENTAL_SILENCE", "1")
    from trl.experimental.orpo import ORPOTrainer

    means = [(-0.3, -2.0), (-5.0, -0.01), (-1.0, -1.0), (-60.0, -0.5), (-0.5, -60.0)]
    chosen, rejected = (
        torch.tensor(column, dtype=torch.float64).requires_grad_() for column in zip(*means, strict=True)
    )
    ours = odds_ratio_loss(chosen, rejected)
    trainer = SimpleNamespace(beta=1.0, accelerator=SimpleNamespace(device="cpu"))
    trl: Any = ORPOTrainer
    theirs = -trl.odds_ratio_loss(trainer, chosen, rejected)[0].double()
    torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-6)

    def exactly(first: Any, second: Any) -> Any:
        odds = [mpmath.exp(mean) / (1 - mpmath.exp(mean)) for mean in (first, second)]
        return mpmath.log(1 + odds[1] / odds[0])

    slopes = torch.autograd.grad(ours.sum(), [chosen, rejected])
    with mpmath.workdps(60):
        for index, pair in enumerate(means):
            at = tuple(map(mpmath.mpf, pair))
            assert ours[index].item() == pytest.approx(float(exactly(*at)), rel=BOUND)
            for slope, order in zip(slopes, ((1, 0), (0, 1)), strict=True):
                assert slope[index].item() == pytest.approx(float(mpmath.diff(exactly, at, order)), rel=BOUND)


@pytest.mark.parametrize("ratios", [[0.5, -1.5, 3.0, 0.0], [500.0, -500.0, -500.0, 500.0], [0.0, 0.0, 0.0, 0.0]])
@pytest.mark.parametrize("mismatched", [[0.4, 2.0, -0.1, 1.0], [-3.0, -2.0, 0.0, 1.0], [500.0, -20.0, 0.0, 0.0]])
def test_kto_equals_trl_s(ratios: list[float], mismatched: list[float]) -> None:
    thumbs = [True, False, True, False]
    known = torch.tensor(mismatched, dtype=torch.float64)
    ours = torch.tensor(ratios, dtype=torch.float64, requires_grad=True)
    theirs = torch.tensor(ratios, dtype=torch.float64, requires_grad=True)
    our_loss = kto_loss(ours, torch.tensor(thumbs), known, 0.3, 1.5, 0.8).mean()
    their_loss = in_float64(lambda: trl_kto(list(theirs), thumbs, known, 0.3, (1.5, 0.8)))
    torch.testing.assert_close(our_loss, their_loss, rtol=BOUND, atol=1e-12)
    torch.testing.assert_close(
        *(torch.autograd.grad(loss, leaf)[0] for loss, leaf in ((our_loss, ours), (their_loss, theirs))),
        rtol=BOUND,
        atol=1e-12,
    )
