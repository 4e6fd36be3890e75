"""One optimizer update: gradients of the loss over all its pairs, micro-batch by micro-batch."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy
import torch

from engine.data.batch import MicroBatch, Update
from engine.distributed.orders import AccumulateGradients, ScoreHeldBack
from engine.distributed.share import share_out
from engine.distributed.team import Alone, Team
from engine.model.adapter import set_training_mode, trainable_parameters
from engine.model.device import is_out_of_memory, release_device_memory, seeded
from engine.model.load import LoadedModel
from engine.preference.logprobs import CompletionScorer, TokenScores
from engine.preference.losses.objective import Objective
from engine.preference.losses.step_logps import StepLogps, joined
from engine.preference.path import Layout
from engine.training.meter import Meter, PairMeter
from engine.training.room import Portion, Room, with_references
from engine.training.thumb_meter import ThumbMeter


@dataclass(frozen=True, slots=True)
class ScoredUpdate:
    """An update with the reference's per-token log-probabilities, one array [N] a micro-batch; zeros without one.

    `mismatched` are the update's replies put to others' prompts, with theirs.
    """

    update: Update
    references: tuple[numpy.ndarray, ...]
    mismatched: tuple[Portion, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoredPortion:
    """A portion's place among those of its update, and what its pairs came to, without gradients; values are [P]."""

    index: int
    logps: StepLogps
    values: torch.Tensor | None = None


@dataclass(frozen=True, slots=True)
class _WholeStep:
    """What an update's portions are given of all of it; `mismatched_ratio` as in `StepLogps`."""

    pair_count: int
    mean_chosen_tokens: float
    mismatched_ratio: torch.Tensor | None = None


@dataclass(frozen=True, slots=True)
class Learner:
    """What turns pairs into gradients: the model, its scorer, what is minimized, what fits into memory, who helps."""

    loaded: LoadedModel
    scorer: CompletionScorer
    objective: Objective
    seed: int
    room: Room = field(default_factory=Room)
    team: Team = field(default_factory=Alone)

    def accumulate_gradients(self, scored: ScoredUpdate, step: int) -> Meter:
        """Set the parameters' `.grad` to the gradient of the mean loss over the update's pairs.

        Where the device has too little memory, the step begins anew with its largest portion halved. Raises what torch
        raised when a single pair is too much.
        """
        cost = self.scorer.path.computed_tokens
        whole = with_references(scored.update.micro_batches, scored.references)
        while True:
            portions = self.room.cut(whole, step, cost)
            mismatched = self.room.cut(scored.mismatched, step, cost)
            self.team.lead(AccumulateGradients(tuple(portions), step, tuple(mismatched)))
            try:
                return self.learn(portions, step, mismatched)
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error) or not self.room.halve([*portions, *mismatched], step, cost):
                    raise
            # Only here, where the error no longer holds what the failed pass had computed.
            self.forget_gradients()
            release_device_memory(self.loaded.device)

    def learn(self, portions: Sequence[Portion], step: int, mismatched: Sequence[Portion] = ()) -> Meter:
        """This process's share of an update's portions; then all have the whole update's gradient, and its metrics."""
        set_training_mode(self.loaded.model, training=True)
        run = self._one_pass if self.objective.separates_by_pair else self._two_passes
        meter = run(portions, step, self._whole_step(portions, step, mismatched))
        self.team.sum_gradients(trainable_parameters(self.loaded.model).values())
        return meter

    def forget_gradients(self) -> None:
        """Be as before an update."""
        for parameter in trainable_parameters(self.loaded.model).values():
            parameter.grad = None

    def _whole_step(self, portions: Sequence[Portion], step: int, mismatched: Sequence[Portion]) -> _WholeStep:
        """What a portion cannot tell by itself; replies put to others' prompts pass through the model for it."""
        pairs = [pair for portion in portions for pair in portion.micro_batch.pairs]
        mean_chosen_tokens = sum(len(pair.chosen_ids) for pair in pairs) / len(pairs)
        if not mismatched:
            return _WholeStep(len(pairs), mean_chosen_tokens)

        def score_share() -> list[ScoredPortion]:
            found: list[ScoredPortion] = []
            for index in self._share_of(mismatched):
                layout = self.scorer.lay_out(mismatched[index].micro_batch, self.loaded.device)
                with torch.no_grad():
                    # Places below 0 are no portion's, so these replies draw other dropout.
                    policy = self._policy(layout, step, -1 - index)
                    logps = self._gather(policy, mismatched[index].reference, layout, _WholeStep(0, 0.0))
                found.append(ScoredPortion(index, self._told(logps)))
            return found

        everybody = _in_order(self.team.together(score_share))
        ratio_M = torch.cat([each.logps.chosen_ratio for each in everybody]).to(self.loaded.device)
        return _WholeStep(len(pairs), mean_chosen_tokens, ratio_M)

    def _one_pass(self, portions: Sequence[Portion], step: int, whole: _WholeStep) -> Meter:
        def learn_share() -> list[ScoredPortion]:
            found: list[ScoredPortion] = []
            for index in self._share_of(portions):
                portion = portions[index]
                layout = self.scorer.lay_out(portion.micro_batch, self.loaded.device)
                logps = self._gather(self._policy(layout, step, index), portion.reference, layout, whole)
                values_P = self.objective.values(logps)
                told = self._told(logps)
                found.append(ScoredPortion(index, told, values_P.detach().to(told.chosen.device)))
                (values_P.sum() / whole.pair_count).backward()
            return found

        meter = self._meter()
        for portion in _in_order(self.team.together(learn_share)):
            assert portion.values is not None
            meter.add(portion.values, portion.logps)
        return meter

    def _two_passes(self, portions: Sequence[Portion], step: int, whole: _WholeStep) -> Meter:
        """For losses that look at the whole step: their gradient with respect to the log-probabilities first."""
        leaves: dict[int, torch.Tensor] = {}
        parts: dict[int, StepLogps] = {}

        def score_share() -> list[ScoredPortion]:
            for index in self._share_of(portions):
                portion = portions[index]
                layout = self.scorer.lay_out(portion.micro_batch, self.loaded.device)
                with torch.no_grad():
                    policy = self._policy(layout, step, index)
                leaves[index] = policy.logps_N.detach().requires_grad_()
                policy = replace(policy, logps_N=leaves[index])
                parts[index] = self._gather(policy, portion.reference, layout, whole)
            return [ScoredPortion(index, self._told(part)) for index, part in parts.items()]

        everybody = _in_order(self.team.together(score_share))
        # What others scored is a constant here: each process takes the gradient of its own share.
        logps = joined([parts.get(each.index) or each.logps.on(self.loaded.device) for each in everybody])
        values_P = self.objective.values(logps)
        slopes = torch.autograd.grad(values_P.mean(), list(leaves.values())) if leaves else ()
        gradients = dict(zip(leaves, slopes, strict=True))

        def learn_share() -> None:
            for index, gradient_N in gradients.items():
                layout = self.scorer.lay_out(portions[index].micro_batch, self.loaded.device)
                (self._policy(layout, step, index).logps_N * gradient_N).sum().backward()

        self.team.together(learn_share)
        meter = self._meter()
        meter.add(values_P, logps)
        return meter

    def score_all(self, portions: Sequence[Portion]) -> Iterator[StepLogps]:
        """The log-probabilities of held-back pairs, portion by portion; each process of the team takes its turn."""
        for start in range(0, len(portions), self.team.size):
            at_once = tuple(portions[start : start + self.team.size])
            self.team.lead(ScoreHeldBack(at_once))
            yield from self.score_together(at_once)

    def score_together(self, at_once: Sequence[Portion]) -> list[StepLogps]:
        """The log-probabilities of at most as many portions as there are processes, one each."""
        mine = at_once[self.team.rank : self.team.rank + 1]

        def score_mine() -> list[StepLogps]:
            return [self._told(self.score(portion.micro_batch, portion.reference)) for portion in mine]

        return [logps for found in self.team.together(score_mine) for logps in found]

    def score(self, micro_batch: MicroBatch, reference_N: numpy.ndarray) -> StepLogps:
        """The log-probabilities of some held-back pairs, without gradients and without dropout.

        Pairs that do not fit into memory together pass through the model in halves.
        """
        set_training_mode(self.loaded.model, training=False)
        tokens = sum(len(pair.chosen_ids) for pair in micro_batch.pairs)
        whole = _WholeStep(len(micro_batch.pairs), tokens / len(micro_batch.pairs))
        with torch.no_grad():
            return self._score(Portion(micro_batch, reference_N), whole)

    def _score(self, portion: Portion, whole: _WholeStep) -> StepLogps:
        try:
            layout = self.scorer.lay_out(portion.micro_batch, self.loaded.device)
            return self._gather(self._scores(layout), portion.reference, layout, whole)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error) or len(portion.micro_batch.pairs) == 1:
                raise
        release_device_memory(self.loaded.device)
        return joined([self._score(half, whole) for half in portion.halves()])

    def measure(self, parts: Sequence[StepLogps], mismatched: Sequence[StepLogps] = ()) -> Meter:
        """What held-back pairs come to; a loss that looks at a whole step takes all of them for one."""
        meter = self._meter()
        logps = joined(parts)
        if mismatched:
            logps = replace(logps, mismatched_ratio=joined(mismatched).chosen_ratio)
        meter.add(self.objective.values(logps), logps)
        return meter

    def _meter(self) -> Meter:
        return ThumbMeter(self.objective.rewards) if self.objective.takes_thumbs else PairMeter(self.objective.rewards)

    def _share_of(self, portions: Sequence[Portion]) -> list[int]:
        costs = [self.scorer.path.computed_tokens(portion.micro_batch.pairs) for portion in portions]
        return share_out(costs, self.team.size)[self.team.rank]

    def _told(self, logps: StepLogps) -> StepLogps:
        """As the others are told, without gradients; where there are none it stays on the device."""
        return logps.on("cpu" if self.team.size > 1 else self.loaded.device)

    def _policy(self, layout: Layout, step: int, micro_batch_index: int) -> TokenScores:
        # Dropout is drawn anew from the place in the run, so that a second pass and a resumed run draw the same.
        with seeded(dropout_seed(self.seed, step, micro_batch_index), self.loaded.device):
            return self._scores(layout)

    def _scores(self, layout: Layout) -> TokenScores:
        with self.loaded.computing():
            if self.objective.options.use_weighting:
                return self.scorer.token_scores(layout)
            return TokenScores(self.scorer.token_logps(layout))

    def _gather(self, policy: TokenScores, reference_N: numpy.ndarray, layout: Layout, whole: _WholeStep) -> StepLogps:
        reference = torch.from_numpy(reference_N).to(layout.completions.rows_N.device)
        gathered = self.objective.gather(policy, reference, layout.completions, whole.mean_chosen_tokens)
        return replace(gathered, mismatched_ratio=whole.mismatched_ratio)


def _in_order(found: Sequence[Sequence[ScoredPortion]]) -> list[ScoredPortion]:
    """What all processes found, in the order of the update's pairs."""
    return sorted((portion for each in found for portion in each), key=lambda portion: portion.index)


def dropout_seed(seed: int, step: int, micro_batch_index: int) -> int:
    """A seed for one forward pass, a function of the run's seed and the place in it."""
    digest = hashlib.blake2b(f"{seed}/{step}/{micro_batch_index}".encode(), digest_size=6)
    return int.from_bytes(digest.digest(), "little")
