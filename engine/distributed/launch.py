"""Which of several processes this is, as PyTorch's own launcher says; without torch, which may never be needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engine.errors import EngineError

_NAMES = ("RANK", "LOCAL_RANK", "WORLD_SIZE")
_MEETING_PLACE = ("MASTER_ADDR", "MASTER_PORT")


@dataclass(frozen=True, slots=True)
class Launch:
    """A process's number among all of a run, its number on its machine (both from 0), and how many there are."""

    rank: int
    local_rank: int
    size: int

    @property
    def leads(self) -> bool:
        """Whether this process decides, writes and speaks."""
        return self.rank == 0


def launch_of(environment: Mapping[str, str]) -> Launch | None:
    """What `torchrun` put into a process's environment; None for a process that works by itself.

    Raises `EngineError` when the environment contradicts itself.
    """
    if not all(environment.get(name) for name in (*_NAMES, *_MEETING_PLACE)):
        return None
    try:
        rank, local_rank, size = (int(environment[name]) for name in _NAMES)
    except ValueError:
        rank, local_rank, size = -1, -1, 0
    if not (0 <= rank < size and 0 <= local_rank <= rank):
        named = ", ".join(f"{name}={environment[name]}" for name in _NAMES)
        raise EngineError(
            f"The environment describes no process of a team: {named}.",
            "Start with torchrun, or unset these variables.",
        )
    return Launch(rank, local_rank, size) if size > 1 else None
