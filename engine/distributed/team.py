"""The processes that train together. One leads: it decides, writes and speaks; the others do what it orders.

The run's code knows only this interface and is the same for one process, which is a team by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Protocol, TypeVar

from engine.errors import EngineError

if TYPE_CHECKING:
    import torch

    from engine.distributed.orders import Order

Result = TypeVar("Result")


class LostProcessError(EngineError):
    """A process of the team has ended, or no longer answers: nothing can be computed together any more."""


class Team(Protocol):
    """What the processes of a run do together. Every method but `lead` is called by all of them at the same place."""

    @property
    def rank(self) -> int:
        """This process's number, from 0; that one leads."""
        ...

    @property
    def size(self) -> int:
        """How many processes there are."""
        ...

    def use_device(self, device: str) -> None:
        """Have gradients summed where they are."""
        ...

    def lead(self, order: Order) -> None:
        """Tell the others what all will do next; only the leading process calls it."""
        ...

    def together(self, work: Callable[[], Result]) -> list[Result]:
        """Do this process's part, and return everybody's results by rank.

        Where one process fails, all raise: a device out of memory as MemoryError, else as `EngineError`. Results are
        sent from process to process, so they hold no tensors of a device.
        """
        ...

    def sum_gradients(self, parameters: Iterable[torch.nn.Parameter]) -> None:
        """Let every process have the sum of all processes' `.grad`."""
        ...


class Alone:
    """A team of one, for which all of this costs nothing."""

    rank = 0
    size = 1

    def use_device(self, device: str) -> None:
        """There is nothing to be summed."""

    def lead(self, order: Order) -> None:
        """Nobody is there to be told."""

    def together(self, work: Callable[[], Result]) -> list[Result]:
        """Do the work."""
        return [work()]

    def sum_gradients(self, parameters: Iterable[torch.nn.Parameter]) -> None:
        """They are summed already."""
