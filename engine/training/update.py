"""One optimizer update: gradients of the loss over all its pairs, micro-batch by micro-batch."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy
import torch

from engine.data.batch import MicroBatch, Update
from engine.model.adapter import set_training_mode, trainable_parameters
from engine.model.device import is_out_of_memory, release_device_memory, seeded
from engine.model.load import LoadedModel
from engine.preference.logprobs import CompletionScorer, TokenScores
from engine.preference.losses.objective import Objective
from engine.preference.losses.step_logps import StepLogps, joined
from engine.preference.path import Layout
from engine.training.meter import PairMeter
from engine.training.room import Portion, Room, with_references


@dataclass(frozen=True, slots=True)
class ScoredUpdate:
    """An update with the reference's per-token log-probabilities, one array [N] a micro-batch; zeros without one."""

    update: Update
    references: tuple[numpy.ndarray, ...]


@dataclass(frozen=True, slots=True)
class Learner:
    """What turns pairs into gradients: the model, its scorer, what is minimized, and what fits into memory."""

    loaded: LoadedModel
    scorer: CompletionScorer
    objective: Objective
    seed: int
    room: Room = field(default_factory=Room)

    def accumulate_gradients(self, scored: ScoredUpdate, step: int) -> PairMeter:
        """Set the parameters' `.grad` to the gradient of the mean loss over the update's pairs.

        Where the device has too little memory, the step begins anew with its largest portion halved. Raises what torch
        raised when a single pair is too much.
        """
        set_training_mode(self.loaded.model, training=True)
        cost = self.scorer.path.computed_tokens
        whole = with_references(scored.update.micro_batches, scored.references)
        run = self._one_pass if self.objective.separates_by_pair else self._two_passes
        while True:
            portions = self.room.cut(whole, step, cost)
            try:
                return run(scored.update, portions, step)
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error) or not self.room.halve(portions, step, cost):
                    raise
            # Only here, where the error no longer holds what the failed pass had computed.
            for parameter in trainable_parameters(self.loaded.model).values():
                parameter.grad = None
            release_device_memory(self.loaded.device)

    def _one_pass(self, update: Update, portions: Sequence[Portion], step: int) -> PairMeter:
        meter = PairMeter(self.objective.rewards)
        for index, portion in enumerate(portions):
            layout = self.scorer.lay_out(portion.micro_batch, self.loaded.device)
            policy = self._policy(layout, step, index)
            logps = self._gather(policy, portion.reference, layout, update.mean_chosen_tokens)
            values_P = self.objective.values(logps)
            meter.add(values_P, logps)
            (values_P.sum() / update.pair_count).backward()
        return meter

    def _two_passes(self, update: Update, portions: Sequence[Portion], step: int) -> PairMeter:
        """For losses that look at the whole step: their gradient with respect to the log-probabilities first."""
        leaves: list[torch.Tensor] = []
        parts: list[StepLogps] = []
        for index, portion in enumerate(portions):
            layout = self.scorer.lay_out(portion.micro_batch, self.loaded.device)
            with torch.no_grad():
                policy = self._policy(layout, step, index)
            leaves.append(policy.logps_N.detach().requires_grad_())
            policy = replace(policy, logps_N=leaves[-1])
            parts.append(self._gather(policy, portion.reference, layout, update.mean_chosen_tokens))
        logps = joined(parts)
        values_P = self.objective.values(logps)
        gradients = torch.autograd.grad(values_P.mean(), leaves)
        for index, (portion, gradient_N) in enumerate(zip(portions, gradients, strict=True)):
            layout = self.scorer.lay_out(portion.micro_batch, self.loaded.device)
            (self._policy(layout, step, index).logps_N * gradient_N).sum().backward()
        meter = PairMeter(self.objective.rewards)
        meter.add(values_P, logps)
        return meter

    def score(self, micro_batch: MicroBatch, reference_N: numpy.ndarray) -> StepLogps:
        """The log-probabilities of some held-back pairs, without gradients and without dropout.

        Pairs that do not fit into memory together pass through the model in halves.
        """
        set_training_mode(self.loaded.model, training=False)
        mean_chosen_tokens = sum(len(pair.chosen_ids) for pair in micro_batch.pairs) / len(micro_batch.pairs)
        with torch.no_grad():
            return self._score(Portion(micro_batch, reference_N), mean_chosen_tokens)

    def _score(self, portion: Portion, mean_chosen_tokens: float) -> StepLogps:
        try:
            layout = self.scorer.lay_out(portion.micro_batch, self.loaded.device)
            return self._gather(self._scores(layout), portion.reference, layout, mean_chosen_tokens)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error) or len(portion.micro_batch.pairs) == 1:
                raise
        release_device_memory(self.loaded.device)
        return joined([self._score(half, mean_chosen_tokens) for half in portion.halves()])

    def measure(self, parts: Sequence[StepLogps]) -> PairMeter:
        """What held-back pairs come to; a loss that looks at a whole step takes all of them for one."""
        meter = PairMeter(self.objective.rewards)
        logps = joined(parts)
        meter.add(self.objective.values(logps), logps)
        return meter

    def _policy(self, layout: Layout, step: int, micro_batch_index: int) -> TokenScores:
        # Dropout is drawn anew from the place in the run, so that a second pass and a resumed run draw the same.
        with seeded(dropout_seed(self.seed, step, micro_batch_index), self.loaded.device):
            return self._scores(layout)

    def _scores(self, layout: Layout) -> TokenScores:
        with self.loaded.computing():
            if self.objective.options.use_weighting:
                return self.scorer.token_scores(layout)
            return TokenScores(self.scorer.token_logps(layout))

    def _gather(
        self, policy: TokenScores, reference_N: numpy.ndarray, layout: Layout, mean_chosen_tokens: float
    ) -> StepLogps:
        reference = torch.from_numpy(reference_N).to(layout.completions.rows_N.device)
        return self.objective.gather(policy, reference, layout.completions, mean_chosen_tokens)


def dropout_seed(seed: int, step: int, micro_batch_index: int) -> int:
    """A seed for one forward pass, a function of the run's seed and the place in it."""
    digest = hashlib.blake2b(f"{seed}/{step}/{micro_batch_index}".encode(), digest_size=6)
    return int.from_bytes(digest.digest(), "little")
