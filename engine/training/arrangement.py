"""Tokenized pairs in updates and micro-batches: what a run goes through, epoch by epoch."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from engine.data.batch import MicroBatch, Update, arrange_updates, content_hash, in_training_order, pack
from engine.data.mismatched import put_to_other_prompts
from engine.events import DataPrepared
from engine.plan import TrainingPlan
from engine.preference.path import Path
from engine.training.preparation import TokenizedSets


@dataclass(frozen=True, slots=True)
class PreparedData:
    """The updates of one epoch, the held-back micro-batches, and the report that was made of the data.

    `mismatched` are held-back replies put to others' prompts, for a loss on thumbs.
    """

    updates: tuple[Update, ...]
    evaluation: tuple[MicroBatch, ...]
    report: DataPrepared
    mismatched: tuple[MicroBatch, ...] = ()

    @property
    def training(self) -> list[MicroBatch]:
        """All micro-batches that updates go through."""
        return [each for update in self.updates for each in (*update.micro_batches, *update.mismatched)]

    @property
    def held_back(self) -> list[MicroBatch]:
        """All micro-batches that an evaluation goes through."""
        return [*self.evaluation, *self.mismatched]

    @property
    def pairs_hash(self) -> str:
        """A digest of all tokens and of how they are arranged, in hex."""
        digest = hashlib.blake2b(digest_size=20)
        for micro_batch in self._micro_batches():
            digest.update(len(micro_batch.pairs).to_bytes(4, "little"))
            for pair in micro_batch.pairs:
                digest.update(content_hash(pair))
        return digest.hexdigest()

    def _micro_batches(self) -> Iterator[MicroBatch]:
        yield from self.training
        yield from self.held_back


def arrange(sets: TokenizedSets, plan: TrainingPlan, token_budget: int, path: Path, shares: int = 1) -> PreparedData:
    """Micro-batches of at most `token_budget` tokens, as the path counts them, and enough of them for `shares`."""
    cost = path.computed_tokens
    mismatch_up_to = sets.max_length if plan.loss.takes_thumbs else 0
    updates = arrange_updates(sets.training, plan.batch_size, token_budget, plan.seed, cost, shares, mismatch_up_to)
    held_back = sum(cost([pair]) for pair in sets.evaluation)
    evaluation_budget = token_budget if shares == 1 else min(token_budget, -(-held_back // shares))
    mismatched: tuple[MicroBatch, ...] = ()
    if mismatch_up_to and sets.evaluation:
        (others,) = put_to_other_prompts([in_training_order(sets.evaluation, plan.seed)], mismatch_up_to)
        mismatched = pack(others, evaluation_budget, cost)
    return PreparedData(updates, pack(sets.evaluation, evaluation_budget, cost), sets.report, mismatched)
