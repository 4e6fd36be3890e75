"""Sharing work out evenly: a pure function of the costs, so that every process comes to the same answer by itself."""

from __future__ import annotations

from collections.abc import Sequence


def share_out(costs: Sequence[int], size: int) -> list[list[int]]:
    """The places of `costs` that each of `size` workers takes, in rising order.

    The costliest goes first, each to whoever has least so far (Graham 1969: at most 4/3 of the best there is).
    Example: costs [5, 9, 4, 4] among two come to [[1, 3], [0, 2]], hence 13 and 9.
    """
    shares: list[list[int]] = [[] for _ in range(size)]
    loads = [0] * size
    for place in sorted(range(len(costs)), key=lambda place: (-costs[place], place)):
        worker = min(range(size), key=lambda worker: (loads[worker], worker))
        shares[worker].append(place)
        loads[worker] += costs[place]
    return [sorted(share) for share in shares]
