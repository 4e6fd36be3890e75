"""Which of several processes this is, as PyTorch's own launcher says; without torch, which may never be needed."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from engine.errors import EngineError

_NAMES = ("RANK", "LOCAL_RANK", "WORLD_SIZE")
_MEETING_PLACE = ("MASTER_ADDR", "MASTER_PORT")
LOST_AFTER = "DPO_STUDIO_LOST_AFTER"
_TWO_MINUTES = 120.0


@dataclass(frozen=True, slots=True)
class Launch:
    """A process's number among all of a run, its number on its machine (both from 0), and how many there are.

    A process that gives no sign of life for `lost_after` seconds is lost to the others.
    """

    rank: int
    local_rank: int
    size: int
    lost_after: float = _TWO_MINUTES

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
    return Launch(rank, local_rank, size, _lost_after(environment)) if size > 1 else None


def _lost_after(environment: Mapping[str, str]) -> float:
    said = environment.get(LOST_AFTER) or str(_TWO_MINUTES)
    try:
        seconds = float(said)
    except ValueError:
        seconds = 0.0
    if not 1 <= seconds < math.inf:
        raise EngineError(f"{LOST_AFTER} is {said!r}, and it has to be a number of seconds.", "Set it to 1 or more.")
    return seconds
