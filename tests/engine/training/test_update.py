"""One update's gradient, in one pass and in two, against autograd over everything at once."""

from __future__ import annotations

import random
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy
import pytest
import torch

from engine.data.batch import Update, pack, padded_tokens
from engine.data.tokenize import TokenizedPair
from engine.events import PairMetrics
from engine.model.adapter import attach_fresh_adapter, trainable_parameters
from engine.model.load import load_model
from engine.plan import AdapterPlan, TrainingPlan
from engine.preference.logprobs import CompletionScorer
from engine.preference.losses.catalogue import LOSSES, MIXES
from engine.preference.losses.functions import LossFunction
from engine.preference.losses.objective import Objective, Term
from engine.preference.losses.options import LossOptions
from engine.preference.losses.sigmoid import sigmoid_loss
from engine.preference.losses.step_logps import StepLogps
from engine.preference.padded_rows import PaddedPath, PaddedRows
from engine.preference.reference import reference_logps
from engine.training.room import Halving, Room
from engine.training.update import Learner, ScoredUpdate, dropout_seed

OPTIONS = LossOptions(beta=0.7)


def _objective(function: LossFunction, *, separates: bool) -> Objective:
    return Objective((Term(function),), OPTIONS, separates_by_pair=separates)


def _margins(logps: StepLogps, options: LossOptions) -> torch.Tensor:
    return options.beta * (logps.chosen_ratio - logps.rejected_ratio)


def _whole_batch_loss(logps: StepLogps, options: LossOptions) -> torch.Tensor:
    """A loss that no pair decides alone: each margin against the mean of all, as bco_pair's running mean is."""
    values = _margins(logps, options)
    return -torch.nn.functional.logsigmoid(values - 2 * values.mean()) + values.std()


def _whole_batch_loss_alone(logps: StepLogps, options: LossOptions) -> torch.Tensor:
    values = _margins(logps, options)
    return -torch.nn.functional.logsigmoid(values - 2 * values.mean())


SIGMOID = _objective(sigmoid_loss, separates=True)


def _learner(folder: Path, objective: Objective = SIGMOID, dropout: float = 0.0, dtype: str = "float32") -> Learner:
    loaded = load_model(folder, "cpu", dtype)
    loaded.model = attach_fresh_adapter(loaded.model, AdapterPlan(r=4, dropout=dropout), seed=3)
    generator = torch.Generator().manual_seed(5)
    for name, parameter in loaded.model.named_parameters():
        if "lora_B" in name:
            parameter.data.copy_(torch.randn(parameter.shape, generator=generator) * 0.1)
    return Learner(loaded, CompletionScorer.of(loaded.causal_model), objective, seed=42)


def _scored(learner: Learner, pair_count: int = 5, token_budget: int = 40) -> ScoredUpdate:
    chance = random.Random(6)

    def ids(most: int) -> array[int]:
        return array("i", chance.choices(range(3, 300), k=chance.randint(1, most)))

    pairs = [TokenizedPair(row, ids(6), ids(4), ids(9)) for row in range(pair_count)]
    update = Update(pack(pairs, token_budget))
    references = tuple(
        reference_logps(learner.loaded, learner.scorer, learner.scorer.lay_out(micro_batch, "cpu")).numpy()
        for micro_batch in update.micro_batches
    )
    return ScoredUpdate(update, references)


def _gradients(learner: Learner, scored: ScoredUpdate, step: int = 1) -> dict[str, torch.Tensor]:
    parameters = trainable_parameters(learner.loaded.model)
    for parameter in parameters.values():
        parameter.grad = None
    learner.accumulate_gradients(scored, step)
    return {name: parameter.grad for name, parameter in parameters.items() if parameter.grad is not None}


def _says(model: torch.nn.Module, prompt: array[int], reply: array[int]) -> tuple[torch.Tensor, torch.Tensor]:
    """log pi of each of the reply's tokens, and log of the sum of squared probabilities where each stands."""
    logps = model(input_ids=torch.tensor([[*prompt, *reply]])).logits[0].log_softmax(dim=-1)
    places = range(len(prompt) - 1, len(prompt) - 1 + len(reply))
    return logps[places, list(reply)], logps[list(places)].detach().exp().square().sum(dim=-1).log()


def _plain_step(learner: Learner, scored: ScoredUpdate) -> StepLogps:
    """Every pair of an update by plain calls row by row, in one graph."""
    model, options = learner.loaded.model.eval(), learner.objective.options
    columns: dict[str, list[torch.Tensor]] = {}

    def note(name: str, value: torch.Tensor) -> None:
        columns.setdefault(name, []).append(value)

    for pair in (pair for micro_batch in scored.update.micro_batches for pair in micro_batch.pairs):
        shared = min(len(pair.chosen_ids), len(pair.rejected_ids))
        weight = torch.ones(())
        for side, reply in (("chosen", pair.chosen_ids), ("rejected", pair.rejected_ids)):
            logps, squares = _says(model, pair.prompt_ids, reply)
            weight = weight * (logps.detach() - squares).mean().exp()
            note(side, logps[:shared].sum() + options.ld_alpha * logps[shared:].sum())
            note(f"{side}_tokens", torch.tensor(float(len(reply))))
            with torch.no_grad(), model.disable_adapter():
                reference, _ = _says(model, pair.prompt_ids, reply)
            known = float(learner.objective.needs_reference)
            note(f"reference_{side}", known * (reference[:shared].sum() + options.ld_alpha * reference[shared:].sum()))
            if side == "chosen":
                note("chosen_plain", logps.sum())
        note("weights", weight)
    step = {name: torch.stack(column) for name, column in columns.items()}
    if not options.use_weighting:
        del step["weights"]
    return StepLogps(**step, mean_chosen_tokens=float(step["chosen_tokens"].mean()))


def _all_at_once(learner: Learner, scored: ScoredUpdate) -> dict[str, torch.Tensor]:
    """One graph over all pairs, one backward."""
    parameters = trainable_parameters(learner.loaded.model)
    loss = learner.objective.values(_plain_step(learner, scored)).mean()
    return dict(zip(parameters, torch.autograd.grad(loss, list(parameters.values())), strict=True))


def _assert_close(ours: dict[str, torch.Tensor], expected: dict[str, torch.Tensor], tolerance: float = 1e-4) -> None:
    assert ours.keys() == expected.keys()
    norm = torch.stack([value.norm() for value in expected.values()]).norm()
    assert norm > 1e-3
    for name, value in expected.items():
        assert float((ours[name] - value).norm()) <= tolerance * float(norm), name


@pytest.mark.parametrize("separates", [True, False])
def test_sigmoid_in_one_pass_or_two_equals_autograd_over_everything(tiny_model_folder: Path, separates: bool) -> None:
    learner = _learner(tiny_model_folder, _objective(sigmoid_loss, separates=separates))
    scored = _scored(learner)
    assert len(scored.update.micro_batches) > 2
    _assert_close(_gradients(learner, scored), _all_at_once(learner, scored))


CHOICES: dict[str, dict[str, Any]] = {
    **{name: {"loss_type": (name,)} for name in LOSSES},
    **{mix.title: {"loss_type": mix.names, "loss_weights": mix.weights} for mix in MIXES},
    "exo_pair": {"loss_type": ("exo_pair",), "label_smoothing": 0.1},
    "LD-DPO": {"ld_alpha": 0.3},
    "WPO": {"use_weighting": True},
    "RPO, WPO and LD-DPO": {"loss_type": ("sigmoid", "sft"), "ld_alpha": 0.3, "use_weighting": True},
    "cDPO with a divergence": {"f_divergence_type": "js_divergence", "label_smoothing": 0.2},
}


@pytest.mark.parametrize("name", CHOICES)
def test_every_choice_equals_autograd_over_everything(tiny_model_folder: Path, name: str) -> None:
    plan = TrainingPlan(beta=0.7, **CHOICES[name])
    learner = _learner(tiny_model_folder, Objective.of(plan.loss))
    scored = _scored(learner)
    if not plan.loss.needs_reference:
        scored = replace(scored, references=tuple(numpy.zeros_like(values) for values in scored.references))
    _assert_close(_gradients(learner, scored), _all_at_once(learner, scored))


def test_a_loss_of_the_whole_batch_equals_autograd_over_everything(tiny_model_folder: Path) -> None:
    learner = _learner(tiny_model_folder, _objective(_whole_batch_loss, separates=False))
    scored = _scored(learner)
    expected = _all_at_once(learner, scored)
    _assert_close(_gradients(learner, scored), expected)
    # Micro-batch by micro-batch it would be another loss: the second pass is not for nothing.
    wrong = _gradients(replace(learner, objective=_objective(_whole_batch_loss_alone, separates=True)), scored)
    assert max(float((wrong[name] - expected[name]).norm()) for name in expected) > 1e-3


def _in_one_pass_and_in_two(learner: Learner) -> tuple[Learner, Learner]:
    one, two = (_objective(sigmoid_loss, separates=separates) for separates in (True, False))
    return replace(learner, objective=one), replace(learner, objective=two)


def test_both_passes_report_the_same_metrics(tiny_model_folder: Path) -> None:
    learner = _learner(tiny_model_folder)
    scored = _scored(learner)
    one, two = (each.accumulate_gradients(scored, 1).read() for each in _in_one_pass_and_in_two(learner))
    assert one == two


@pytest.mark.parametrize("dtype", ["float32", "bfloat16"])
def test_with_dropout_both_passes_draw_the_same_masks(tiny_model_folder: Path, dtype: str) -> None:
    learner = _learner(tiny_model_folder, dropout=0.3, dtype=dtype)
    scored = _scored(learner)
    one, two = (_gradients(each, scored) for each in _in_one_pass_and_in_two(learner))
    # In bfloat16 the loss's gradient multiplies before or after a rounding.
    _assert_close(two, one, 1e-5 if dtype == "float32" else 2e-2)


def test_masks_differ_between_steps_and_micro_batches_and_return_with_the_place(tiny_model_folder: Path) -> None:
    learner = _learner(tiny_model_folder, dropout=0.3)
    scored = _scored(learner)
    first, again, later = (_gradients(learner, scored, step) for step in (1, 1, 2))
    assert all(torch.equal(first[name], again[name]) for name in first)
    assert any(not torch.equal(first[name], later[name]) for name in first)
    assert len({dropout_seed(seed, step, index) for seed in (1, 2) for step in (1, 2) for index in (0, 1)}) == 8


def test_torchs_global_random_state_is_left_alone(tiny_model_folder: Path) -> None:
    torch.manual_seed(99)
    before = torch.get_rng_state()
    learner = _learner(tiny_model_folder, dropout=0.3)
    learner.accumulate_gradients(_scored(learner), 1)
    assert torch.equal(torch.get_rng_state(), before)


def test_gradients_do_not_depend_on_the_micro_batches(tiny_model_folder: Path) -> None:
    learner = _learner(tiny_model_folder)
    together, alone = _scored(learner, token_budget=10**6), _scored(learner, token_budget=1)
    assert [len(scored.update.micro_batches) for scored in (together, alone)] == [1, 5]
    _assert_close(_gradients(learner, together), _gradients(learner, alone))


def _evaluated(learner: Learner, scored: ScoredUpdate) -> PairMetrics:
    portions = zip(scored.update.micro_batches, scored.references, strict=True)
    return learner.measure([learner.score(micro_batch, reference) for micro_batch, reference in portions]).read()


@pytest.mark.parametrize("name", ["sigmoid", "aot", "sft", "WPO"])
def test_evaluating_has_no_dropout_no_gradient_and_takes_all_pairs_for_one_step(
    tiny_model_folder: Path, name: str
) -> None:
    plan = TrainingPlan(beta=0.7, **CHOICES[name])
    learner = _learner(tiny_model_folder, Objective.of(plan.loss), dropout=0.5)
    scored = _scored(learner)
    for parameter in trainable_parameters(learner.loaded.model).values():
        parameter.grad = None
    metrics = _evaluated(learner, scored)
    assert metrics == _evaluated(learner, scored)
    assert all(parameter.grad is None for parameter in trainable_parameters(learner.loaded.model).values())
    values_P = learner.objective.values(_plain_step(learner, scored))
    assert metrics.loss == pytest.approx(values_P.mean().item(), rel=1e-5)


@dataclass(frozen=True, slots=True)
class _SmallDevice(PaddedPath):
    """Has memory for so many tokens at a time, and counts how often that was not enough."""

    most: int = 0
    refused: list[int] = field(default_factory=list[int])

    def hidden(self, decoder: Any, layout: PaddedRows) -> torch.Tensor:
        if layout.input_ids_BT.numel() > self.most:
            self.refused.append(layout.input_ids_BT.numel())
            raise torch.OutOfMemoryError("no room left")
        # Plainly: a frozen dataclass with slots is another class than the one `super` was written in.
        return PaddedPath.hidden(self, decoder, layout)


@pytest.mark.parametrize("separates", [True, False])
def test_a_device_that_runs_out_of_memory_goes_on_with_the_same_step(tiny_model_folder: Path, separates: bool) -> None:
    learner = _learner(tiny_model_folder, _objective(sigmoid_loss, separates=separates))
    scored = _scored(learner, pair_count=12, token_budget=150)
    costs = [padded_tokens(micro_batch.pairs) for micro_batch in scored.update.micro_batches]
    assert min(costs) < max(costs) // 2 + 20  # some micro-batch is through before another one fails
    device = _SmallDevice(most=max(costs) // 2 + 20)
    told: list[Sequence[Halving]] = []
    small = replace(learner, scorer=replace(learner.scorer, path=device), room=Room(record=told.append))
    _assert_close(_gradients(small, scored, step=4), _gradients(learner, scored, step=4), 1e-5)
    assert device.refused
    assert told[-1][0].step == 4
    device.refused.clear()
    _gradients(small, scored, step=5)
    assert not device.refused  # the next step knows


def test_a_single_pair_that_does_not_fit_is_told_as_it_is(tiny_model_folder: Path) -> None:
    learner = _learner(tiny_model_folder)
    scored = _scored(learner)
    small = replace(learner, scorer=replace(learner.scorer, path=_SmallDevice(most=4)), room=Room())
    with pytest.raises(torch.OutOfMemoryError):
        _gradients(small, scored)
    assert all(parameter.grad is None for parameter in trainable_parameters(learner.loaded.model).values())


def test_held_back_pairs_that_do_not_fit_together_pass_in_halves(tiny_model_folder: Path) -> None:
    learner = _learner(tiny_model_folder)
    scored = _scored(learner, pair_count=7, token_budget=10_000)
    (micro_batch,), (reference,) = scored.update.micro_batches, scored.references
    small = replace(learner, scorer=replace(learner.scorer, path=_SmallDevice(most=60)))
    halved, whole = (each.score(micro_batch, reference) for each in (small, learner))
    for name in ("chosen", "rejected", "reference_chosen", "reference_rejected", "chosen_tokens"):
        torch.testing.assert_close(getattr(halved, name), getattr(whole, name), rtol=1e-5, atol=1e-5)
    assert halved.mean_chosen_tokens == pytest.approx(whole.mean_chosen_tokens)
