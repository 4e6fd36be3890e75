from __future__ import annotations

from typing import Any

from torch.distributed import HashStore

from engine.distributed.signs_of_life import SignsOfLife


def test_a_process_is_lost_once_it_was_looked_at_in_vain_for_long_enough() -> None:
    store: Any = HashStore()
    mine, other = SignsOfLife(store, 0, 2, lost_after=5.0), SignsOfLife(store, 1, 2, lost_after=5.0)
    other.end()
    mine.end()
    assert mine.silent() is None  # the first look finds its first sign
    assert [mine.silent() for _ in range(5)] == [None, None, None, None, 1]


def test_one_sign_makes_up_for_all_looks_before() -> None:
    store: Any = HashStore()
    mine, other = SignsOfLife(store, 0, 2, lost_after=5.0), SignsOfLife(store, 1, 2, lost_after=5.0)
    mine.end()
    other.end()
    for _ in range(3):
        assert [mine.silent() for _ in range(4)] == [None] * 4
        store.set("dpo-studio/signs-of-life/1", f"again {store.num_keys()} {_}")
