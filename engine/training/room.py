"""How many tokens may pass through the model at a time: less from the step on at which the device had no more memory.

The pairs of an update stay the same, only the portions get smaller. Every change is written down with its step, so
that a resumed run cuts its portions where the first one did and its numbers stay the same bit for bit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy

from engine.data.batch import MicroBatch, TokenCost
from engine.storage.manifest import read_manifest, update_manifest
from engine.storage.run_folder import RunFolder


@dataclass(frozen=True, slots=True)
class Halving:
    """From `step` on at most `tokens` computed tokens pass through the model at a time, or one pair.

    Step 0 is the reference pass before the first update.
    """

    step: int
    tokens: int


@dataclass(frozen=True, slots=True)
class Portion:
    """Pairs that pass through the model together, and the reference's per-token log-probabilities of them, [N]."""

    micro_batch: MicroBatch
    reference: numpy.ndarray

    def halves(self) -> tuple[Portion, Portion]:
        """The first half of the pairs and the others; there must be two at least."""
        pairs = self.micro_batch.pairs
        middle = len(pairs) // 2
        chosen, rejected = self.by_reply()
        return (
            Portion(MicroBatch(pairs[:middle]), numpy.concatenate([*chosen[:middle], *rejected[:middle]])),
            Portion(MicroBatch(pairs[middle:]), numpy.concatenate([*chosen[middle:], *rejected[middle:]])),
        )

    @classmethod
    def joined(cls, parts: Sequence[Portion]) -> Portion:
        """What was cut into these parts, the pairs in their order."""
        chosen: list[numpy.ndarray] = []
        rejected: list[numpy.ndarray] = []
        for part in parts:
            of_chosen, of_rejected = part.by_reply()
            chosen += of_chosen
            rejected += of_rejected
        pairs = tuple(pair for part in parts for pair in part.micro_batch.pairs)
        return cls(MicroBatch(pairs), numpy.concatenate([*chosen, *rejected]))

    def by_reply(self) -> tuple[list[numpy.ndarray], list[numpy.ndarray]]:
        """The scores of each chosen reply, and those of each rejected one."""
        pairs = self.micro_batch.pairs
        replies = [pair.chosen_ids for pair in pairs] + [pair.rejected_ids for pair in pairs]
        by_reply = numpy.split(self.reference, numpy.cumsum([len(reply) for reply in replies])[:-1])
        return by_reply[: len(pairs)], by_reply[len(pairs) :]


def _tell_nobody(_: Sequence[Halving]) -> None:
    pass


class Room:
    """What fits at which step. `record` is given all halvings whenever there is a new one."""

    def __init__(
        self, halvings: Iterable[Halving] = (), record: Callable[[Sequence[Halving]], None] = _tell_nobody
    ) -> None:
        self._halvings = list(halvings)
        self._record = record

    def cut(self, portions: Iterable[Portion], step: int, cost: TokenCost) -> list[Portion]:
        """The portions of a step, halved until they fit; a pair is never cut."""
        limit = min((halving.tokens for halving in self._halvings if halving.step <= step), default=None)
        if limit is None:
            return list(portions)
        return [piece for portion in portions for piece in _pieces(portion, limit, cost)]

    def halve(self, portions: Sequence[Portion], step: int, cost: TokenCost) -> bool:
        """Allow half of the largest of these portions from `step` on; False where all are single pairs already."""
        several = [portion.micro_batch.pairs for portion in portions if len(portion.micro_batch.pairs) > 1]
        if not several:
            return False
        self._halvings.append(Halving(step, max(cost(pairs) for pairs in several) // 2))
        self._record(self._halvings)
        return True


def room_of(folder: RunFolder) -> Room:
    """What a run found out so far, and its manifest and log to write down more."""

    def record(halvings: Sequence[Halving]) -> None:
        update_manifest(folder.manifest_path, {"halvings": [[each.step, each.tokens] for each in halvings]})
        last = halvings[-1]
        folder.log(
            f"The device ran out of memory. {f'From step {last.step} on' if last.step else 'From now on'}, at most "
            f"{last.tokens} tokens pass through the model at a time; the updates stay the same."
        )

    known: Any = read_manifest(folder.manifest_path).get("halvings", [])
    return Room([Halving(int(step), int(tokens)) for step, tokens in known], record)


def with_references(micro_batches: Iterable[MicroBatch], references: Iterable[numpy.ndarray]) -> list[Portion]:
    """Micro-batches, each with its reference scores."""
    return [Portion(*both) for both in zip(micro_batches, references, strict=True)]


def _pieces(portion: Portion, limit: int, cost: TokenCost) -> Iterator[Portion]:
    if len(portion.micro_batch.pairs) == 1 or cost(portion.micro_batch.pairs) <= limit:
        yield portion
        return
    for half in portion.halves():
        yield from _pieces(half, limit, cost)
