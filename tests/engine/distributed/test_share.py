from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.distributed.share import share_out

costs = st.lists(st.integers(1, 2000), max_size=40)


def test_the_costliest_goes_first_and_shares_stay_in_order() -> None:
    assert share_out([5, 9, 4, 4], 2) == [[1, 3], [0, 2]]
    assert share_out([3, 3], 4) == [[0], [1], [], []]


@given(costs, st.integers(1, 8))
def test_everything_is_somebodys_and_nobody_has_much_more(costs: list[int], size: int) -> None:
    shares = share_out(costs, size)
    assert len(shares) == size
    assert sorted(place for share in shares for place in share) == list(range(len(costs)))
    loads = [sum(costs[place] for place in share) for share in shares]
    # Whoever got a place had the least then, so the fullest is ahead by at most that one.
    assert max(loads) - min(loads) <= max(costs, default=0)
