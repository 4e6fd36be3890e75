"""How long a run will take, before anything was measured: its operations against what matrix products reach here."""

from __future__ import annotations

from dataclasses import dataclass

# The share of the matrix products' speed that training reached on two cores, from the slowest to the fastest model
# seen; `dev.py bench training` prints it as "used".
LEAST_USED, MOST_USED = 0.12, 0.35


@dataclass(frozen=True, slots=True)
class RunOperations:
    """Multiplications and additions of a run.

    A frozen matrix of n numbers takes 2 n for each token on the way there and 2 n on the way back, where only what the
    layers below need is computed (Kaplan et al. 2020, arXiv 2001.08361, count 2 n and 4 n for one that learns).
    """

    reference: float
    epoch: float
    epochs: int

    @property
    def total(self) -> float:
        """Of the reference pass, where there is one, and all epochs."""
        return self.reference + self.epochs * self.epoch


@dataclass(frozen=True, slots=True)
class Duration:
    """About how many seconds, between two bounds."""

    low: float
    high: float


def run_operations(
    matrices: int,
    head: int,
    tokens: int,
    scored: int,
    epochs: int,
    *,
    recomputes: bool,
    needs_reference: bool,
    trains_all: bool = False,
) -> RunOperations:
    """`matrices` and `head` count the decoder's and the output layer's numbers, `tokens` those computed in an epoch.

    `scored` are the tokens of which an epoch asks the probability: only they pass through the head.
    """
    there = 2.0 * (matrices * tokens + head * scored)
    again = 2.0 * matrices * tokens * (recomputes + trains_all)
    return RunOperations(there if needs_reference else 0.0, 2 * there + again, epochs)


def run_duration(operations: RunOperations, products_per_second: float) -> Duration:
    """From operations and the speed of large matrix products, in operations a second."""
    best = operations.total / products_per_second
    return Duration(best / MOST_USED, best / LEAST_USED)
