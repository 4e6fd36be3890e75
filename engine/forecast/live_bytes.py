"""How many bytes a computation holds, counted operation by operation, on tensors that have shapes and no numbers."""

from __future__ import annotations

import weakref
from collections import Counter
from collections.abc import Iterable
from typing import Any

import torch
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves


class LiveBytes(TorchDispatchMode):
    """Counts the bytes of all storages that operations inside the block made and that are still alive.

    `live` and `peak` are exact for the tensors themselves. `resident` is what an allocator holds that reuses a hole
    only for a request of its own size: for every size, the most bytes of it that were alive at once.
    """

    def __init__(self, known: Iterable[torch.Tensor]) -> None:
        """`known` tensors, a model's weights, are counted elsewhere."""
        super().__init__()
        self.live = self.peak = 0
        self._sizes: Counter[int] = Counter()
        self._most: Counter[int] = Counter()
        self._seen: weakref.WeakSet[Any] = weakref.WeakSet(tensor.untyped_storage() for tensor in known)

    @property
    def resident(self) -> int:
        """Bytes that such an allocator holds at the end."""
        return sum(self._most.values())

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        """Do the operation and count what it made."""
        made = func(*args, **(kwargs or {}))
        for tensor in tree_leaves(made):
            if isinstance(tensor, torch.Tensor):
                self._count(tensor.untyped_storage())
        self.peak = max(self.peak, self.live)
        return made

    def _count(self, storage: Any) -> None:
        if storage in self._seen:
            return
        self._seen.add(storage)
        size = int(storage.nbytes())
        self.live += size
        self._sizes[size] += size
        self._most[size] = max(self._most[size], self._sizes[size])
        weakref.finalize(storage, self._forget, size)

    def _forget(self, size: int) -> None:
        self.live -= size
        self._sizes[size] -= size
