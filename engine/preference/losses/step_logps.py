"""What a loss is given: the log-probabilities of an optimizer step's pairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import torch


@dataclass(frozen=True, slots=True)
class StepLogps:
    """One value a pair, each [P], log-probabilities in nats.

    `chosen` and `rejected` are sums over a completion's tokens under the policy, `reference_*` under the reference
    (zeros for a run without one). `ld_alpha` has weighted all four; `chosen_plain` is the chosen sum without that.
    `*_tokens` are the completions' lengths, and `mean_chosen_tokens` is the mean of `chosen_tokens` over the whole
    step, of which these pairs may be a part. `weights` are WPO's, without gradient; None weighs all pairs alike.
    A reply with a thumb has zeros on the side that it lacks. `mismatched_ratio` is log pi/ref of all the step's replies
    put to others' prompts, [M], without gradient; None where nobody asks for it.
    """

    chosen: torch.Tensor
    rejected: torch.Tensor
    reference_chosen: torch.Tensor
    reference_rejected: torch.Tensor
    chosen_plain: torch.Tensor
    chosen_tokens: torch.Tensor
    rejected_tokens: torch.Tensor
    mean_chosen_tokens: float
    weights: torch.Tensor | None = None
    mismatched_ratio: torch.Tensor | None = None

    @property
    def chosen_ratio(self) -> torch.Tensor:
        """log pi/ref of the chosen completion, [P]."""
        return self.chosen - self.reference_chosen

    @property
    def rejected_ratio(self) -> torch.Tensor:
        """log pi/ref of the rejected completion, [P]."""
        return self.rejected - self.reference_rejected

    @property
    def chosen_mean(self) -> torch.Tensor:
        """The policy's log-probability per token of the chosen completion, [P]."""
        return self.chosen / self.chosen_tokens

    @property
    def rejected_mean(self) -> torch.Tensor:
        """The policy's log-probability per token of the rejected completion, [P]."""
        return self.rejected / self.rejected_tokens

    def on(self, device: str) -> StepLogps:
        """The same numbers on a device, without gradients."""
        tensors = {
            field.name: getattr(self, field.name) for field in fields(self) if field.name != "mean_chosen_tokens"
        }
        moved = {name: tensor.detach().to(device) for name, tensor in tensors.items() if tensor is not None}
        return replace(self, **moved)


def joined(parts: Sequence[StepLogps]) -> StepLogps:
    """The pairs of several portions as one step."""

    def column(name: str) -> torch.Tensor:
        return torch.cat([getattr(part, name) for part in parts])

    of_the_step = ("mean_chosen_tokens", "weights", "mismatched_ratio")
    columns = {field.name: column(field.name) for field in fields(StepLogps) if field.name not in of_the_step}
    return StepLogps(
        **columns,
        mean_chosen_tokens=float(columns["chosen_tokens"].mean()),
        weights=None if parts[0].weights is None else column("weights"),
        mismatched_ratio=parts[0].mismatched_ratio,
    )
