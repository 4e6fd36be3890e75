"""TRL's own computation of its losses, given log-probabilities of tokens instead of a model.

The trainers' loss methods run on a stand-in for the trainer, and the stand-in for the model says the log-probabilities
that it was given: what is compared is TRL's code, from per-token values to the loss.
"""

from __future__ import annotations

import warnings
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import torch

from engine.plan import TrainingPlan
from engine.preference.completions import Completions
from engine.preference.logprobs import TokenScores
from engine.preference.losses.objective import Objective


@dataclass(frozen=True)
class Tokens:
    """What policy and reference say of the tokens of P pairs' replies: one tensor a reply, chosen ones first."""

    policy: list[torch.Tensor]
    reference: list[torch.Tensor]
    log_sum_squares: list[torch.Tensor]

    def alone(self, pair: int) -> Tokens:
        """One pair."""
        rows = (pair, pair + len(self.policy) // 2)
        return Tokens(
            *([column[row] for row in rows] for column in (self.policy, self.reference, self.log_sum_squares))
        )


def our_value(plan: TrainingPlan, tokens: Tokens) -> tuple[float, torch.Tensor]:
    """Our loss of the step, and its gradient with respect to every token's log-probability, [N]."""
    lengths = torch.tensor([len(row) for row in tokens.policy])
    rows_N = torch.repeat_interleave(torch.arange(len(lengths)), lengths)
    completions = Completions(torch.zeros(0), torch.zeros(0), rows_N, len(lengths) // 2)
    leaf = torch.cat(tokens.policy).requires_grad_()
    objective = Objective.of(plan.loss)
    policy = TokenScores(leaf, torch.cat(tokens.log_sum_squares))
    mean_chosen = lengths.chunk(2)[0].double().mean().item()
    known = float(plan.loss.needs_reference)
    loss = objective.values(
        objective.gather(policy, known * torch.cat(tokens.reference), completions, mean_chosen)
    ).mean()
    (gradient,) = torch.autograd.grad(loss, leaf)
    return loss.item(), gradient


def trl_value(plan: TrainingPlan, tokens: Tokens) -> tuple[float, torch.Tensor]:
    """The same by TRL's DPOTrainer."""
    from trl import DPOTrainer

    leaf = torch.cat(tokens.policy).requires_grad_()
    lengths = [len(row) for row in tokens.policy]
    mask = padded([torch.ones(length, dtype=torch.long) for length in lengths])
    # A prompt of one token: TRL leaves out the first place, where nothing is predicted.
    completion = torch.nn.functional.pad(mask, (1, 0))
    trainer = stand_in(
        ref_model=says(padded(tokens.reference)),
        precompute_ref_logps=False,
        beta=plan.beta,
        loss_types=list(plan.loss_type),
        loss_weights=list(plan.loss_weights) or [1.0] * len(plan.loss_type),
        ld_alpha=None if plan.ld_alpha == 1.0 else plan.ld_alpha,
        f_divergence_type=plan.f_divergence_type,
        f_alpha_divergence_coef=plan.f_alpha_divergence_coef,
        label_smoothing=plan.label_smoothing,
        use_weighting=plan.use_weighting,
        args=SimpleNamespace(discopop_tau=plan.discopop_tau, gradient_checkpointing_kwargs=None),
    )
    inputs = {"input_ids": completion, "attention_mask": torch.ones_like(completion), "completion_mask": completion}
    model = says(padded(list(leaf.split(lengths))), padded(tokens.log_sum_squares))
    trl: Any = DPOTrainer
    loss = in_float64(lambda: trl._compute_loss(trainer, model, inputs, False))
    (gradient,) = torch.autograd.grad(loss, leaf)
    return loss.item(), gradient


def trl_kto(
    ratios: list[torch.Tensor], thumbs: list[bool], mismatched: torch.Tensor, beta: float, weights: tuple[float, float]
) -> torch.Tensor:
    """KTO's loss by TRL's KTOTrainer, of replies with these log-ratios and thumbs, a scalar."""
    from trl import KTOTrainer

    count = len(ratios)
    completion = torch.tensor([[0, 1]] * count)
    trainer = stand_in(
        precompute_ref_logps=True,
        calculate_KL=True,
        _compute_kl_logps=lambda _model, _batch: mismatched,
        beta=beta,
        loss_type="kto",
        desirable_weight=weights[0],
        undesirable_weight=weights[1],
    )
    inputs = {
        "input_ids": completion,
        "attention_mask": torch.ones_like(completion),
        "completion_mask": completion,
        "label": torch.tensor(thumbs),
        "ref_logps": torch.zeros(count),
        "ref_KL_logps": torch.zeros(count),
    }
    trl: Any = KTOTrainer
    return in_float64(lambda: trl._compute_loss(trainer, says(torch.stack(ratios)[:, None]), inputs, False))


def stand_in(**attributes: Any) -> Any:
    """What a trainer's loss method asks of its trainer, besides the settings given."""
    accelerator = SimpleNamespace(device="cpu", gather=same, gather_for_metrics=same)
    return SimpleNamespace(
        model=PlainModel(),
        accelerator=accelerator,
        aux_loss_enabled=False,
        _metrics=defaultdict(lambda: defaultdict(list)),
        _total_train_tokens=0,
        _tp_size=1,
        **{"args": SimpleNamespace(gradient_checkpointing_kwargs=None), **attributes},
    )


class PlainModel(torch.nn.Module):
    """A model that is no adapter's and computes nothing."""

    is_gradient_checkpointing = False


def says(log_probs_BT: torch.Tensor, log_sum_squares_BT: torch.Tensor | None = None) -> Callable[..., Any]:
    """A model whose answer is known; what only goes into other metrics is zero."""
    zeros = torch.zeros_like(log_probs_BT).detach()
    outputs = SimpleNamespace(
        log_probs=log_probs_BT,
        log_sum_sq_probs=zeros if log_sum_squares_BT is None else log_sum_squares_BT,
        entropy=zeros,
        mean_logits=zeros,
        is_top1=zeros.bool(),
    )
    return lambda **_: outputs


def in_float64(compute: Callable[[], torch.Tensor]) -> torch.Tensor:
    """Also constants that TRL makes tensors of are to be in float64."""
    before = torch.get_default_dtype()
    torch.set_default_dtype(torch.float64)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return compute()
    finally:
        torch.set_default_dtype(before)


def padded(rows: list[torch.Tensor]) -> torch.Tensor:
    """Rows side by side, filled with zeros."""
    return torch.nn.utils.rnn.pad_sequence(rows, batch_first=True)


def same(value: Any) -> Any:
    """A process of its own gathers from nobody."""
    return value
