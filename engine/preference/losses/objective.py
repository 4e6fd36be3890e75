"""What a run minimizes: a loss or a mix, from per-token log-probabilities to a value for each pair."""

from __future__ import annotations

from dataclasses import dataclass

import torch

from engine.preference.completions import Completions
from engine.preference.logprobs import TokenScores
from engine.preference.losses.catalogue import Reward
from engine.preference.losses.choice import LossChoice
from engine.preference.losses.functions import FUNCTIONS, LossFunction
from engine.preference.losses.options import LossOptions
from engine.preference.losses.step_logps import StepLogps
from engine.preference.losses.weighting import length_weights, likelihood_weights


@dataclass(frozen=True, slots=True)
class Term:
    """A loss with its weight."""

    function: LossFunction
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Objective:
    """The terms that are added, their options, and what they need to be given."""

    terms: tuple[Term, ...]
    options: LossOptions
    separates_by_pair: bool
    needs_reference: bool = True
    reward: Reward = "ratio"
    takes_thumbs: bool = False

    @classmethod
    def of(cls, choice: LossChoice) -> Objective:
        """The objective that a plan chose."""
        return cls(
            terms=tuple(Term(FUNCTIONS[loss.name], weight) for loss, weight in choice.weighted),
            options=choice.options,
            separates_by_pair=choice.separates_by_pair,
            needs_reference=choice.needs_reference,
            reward=choice.reward,
            takes_thumbs=choice.takes_thumbs,
        )

    def gather(
        self, policy: TokenScores, reference_N: torch.Tensor, completions: Completions, mean_chosen_tokens: float
    ) -> StepLogps:
        """Sum tokens to pairs; `mean_chosen_tokens` is that of the whole step. Gradients flow to `policy.logps_N`."""
        lengths_B = completions.lengths_B
        sums_B = completions.sum_by_reply(policy.logps_N)
        weighted_B, reference_B = sums_B, completions.sum_by_reply(reference_N)
        if self.options.ld_alpha != 1.0:
            weights_N = length_weights(completions.rows_N, lengths_B, self.options.ld_alpha)
            weighted_B, reference_B = (
                completions.sum_by_reply(policy.logps_N * weights_N),
                completions.sum_by_reply(reference_N * weights_N),
            )
        weights_P = None
        if self.options.use_weighting:
            assert policy.log_sum_squares_N is not None
            weights_P = likelihood_weights(policy.logps_N, policy.log_sum_squares_N, completions.rows_N, lengths_B)
        chosen_tokens, rejected_tokens = lengths_B.to(sums_B.dtype).chunk(2)
        chosen, rejected = weighted_B.chunk(2)
        reference_chosen, reference_rejected = reference_B.chunk(2)
        return StepLogps(
            chosen=chosen,
            rejected=rejected,
            reference_chosen=reference_chosen,
            reference_rejected=reference_rejected,
            chosen_plain=sums_B.chunk(2)[0],
            chosen_tokens=chosen_tokens,
            rejected_tokens=rejected_tokens,
            mean_chosen_tokens=mean_chosen_tokens,
            weights=weights_P,
        )

    def values(self, logps: StepLogps) -> torch.Tensor:
        """Each pair's value, [P]; their mean over a whole step is what is minimized."""
        total: torch.Tensor | None = None
        for term in self.terms:
            values_P = term.function(logps, self.options)
            values_P = values_P * term.weight if term.weight != 1.0 else values_P
            total = values_P if total is None else total + values_P
        assert total is not None
        return total if logps.weights is None else total * logps.weights

    def rewards(self, logps: StepLogps) -> tuple[torch.Tensor, torch.Tensor]:
        """The rewards of chosen and rejected completions that a run reports, both [P].

        beta times the log-ratio of policy and reference where there is one, as TRL has it; without one beta times the
        policy's log-probability, per token for losses that are made of that.
        """
        if self.reward == "mean_logps":
            return self.options.beta * logps.chosen_mean, self.options.beta * logps.rejected_mean
        return self.options.beta * logps.chosen_ratio, self.options.beta * logps.rejected_ratio
