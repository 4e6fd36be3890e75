"""Whether the other processes of a team still live: each says so again and again in the launcher's own store.

A process that ends is noticed by its closed connections; one that is stopped, or whose machine is, keeps them open.
"""

from __future__ import annotations

import threading
from typing import Any

_OFTEN = 1.0  # seconds


class SignsOfLife:
    """This process's signs, given by a thread from now until `end`, and the others' as this process sees them.

    A process is lost when it gave none for `lost_after` seconds of looking. `store` is one of torch.distributed's.
    """

    def __init__(self, store: Any, rank: int, size: int, lost_after: float) -> None:
        self.every = min(_OFTEN, lost_after / 5)
        self._store = store
        self._rank = rank
        self._most_looks = round(lost_after / self.every)
        self._last = dict.fromkeys(set(range(size)) - {rank}, b"")
        # Looks are counted, not seconds: a team that was stopped as a whole goes on as a whole.
        self._looks_in_vain = dict.fromkeys(self._last, 0)
        self._ended = threading.Event()
        self._given = 0
        self._give()
        threading.Thread(target=self._keep_giving, daemon=True).start()

    def silent(self) -> int | None:
        """Look once, which is to be done about `every` so many seconds: the process that is lost, if one is."""
        for rank, last in self._last.items():
            now = self._store.get(_key(rank))
            self._looks_in_vain[rank] = self._looks_in_vain[rank] + 1 if now == last else 0
            self._last[rank] = now
            if self._looks_in_vain[rank] >= self._most_looks:
                return rank
        return None

    def end(self) -> None:
        """Give no more."""
        self._ended.set()

    def _keep_giving(self) -> None:
        while not self._ended.wait(self.every):
            try:
                self._give()
            except RuntimeError:  # the store is gone, and whoever looks into it will say so
                return

    def _give(self) -> None:
        self._given += 1
        self._store.set(_key(self._rank), str(self._given))


def _key(rank: int) -> str:
    return f"dpo-studio/signs-of-life/{rank}"
