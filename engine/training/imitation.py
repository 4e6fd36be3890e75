"""The gradient of one warm-up update, which all processes of a team compute together."""

from __future__ import annotations

from dataclasses import replace

import torch

from engine.data.batch import MicroBatch
from engine.distributed.orders import Imitate
from engine.distributed.share import share_out
from engine.distributed.team import Team
from engine.model.adapter import set_training_mode, trainable_parameters
from engine.model.device import seeded
from engine.model.load import LoadedModel
from engine.preference.logprobs import CompletionScorer
from engine.training.update import dropout_seed


def imitate_together(loaded: LoadedModel, scorer: CompletionScorer, order: Imitate, seed: int, team: Team) -> float:
    """This process's share; then all have the whole update's gradient, and its loss.

    That is the mean over all chosen tokens of -log pi(token | what precedes it).
    """
    set_training_mode(loaded.model, training=True)
    micro_batches = [_chosen_only(micro_batch) for micro_batch in order.micro_batches]
    costs = [scorer.path.computed_tokens(micro_batch.pairs) for micro_batch in micro_batches]

    def imitate_share() -> list[tuple[int, float]]:
        return [
            (index, _imitate(loaded, scorer, micro_batches[index], order, index, seed))
            for index in share_out(costs, team.size)[team.rank]
        ]

    found = team.together(imitate_share)
    team.sum_gradients(trainable_parameters(loaded.model).values())
    return sum(loss for _, loss in sorted(part for each in found for part in each))


def _imitate(
    loaded: LoadedModel, scorer: CompletionScorer, micro_batch: MicroBatch, order: Imitate, index: int, seed: int
) -> float:
    own = sum(len(pair.chosen_ids) for pair in micro_batch.pairs)
    with torch.enable_grad():
        layout = scorer.lay_out(micro_batch, loaded.device)
        # Steps below 0 are no other update's, so preference learning draws other dropout.
        with seeded(dropout_seed(seed, -order.step, index), loaded.device), loaded.computing():
            share = -scorer.token_logps(layout)[:own].sum() / order.tokens
        share.backward()
    return float(share.detach())


def _chosen_only(micro_batch: MicroBatch) -> MicroBatch:
    """Pairs whose rejected reply is one token, since a pair has to have one."""
    return MicroBatch(tuple(replace(pair, rejected_ids=pair.chosen_ids[:1]) for pair in micro_batch.pairs))
