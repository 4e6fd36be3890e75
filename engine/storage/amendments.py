"""What was changed about a run while it ran: one line each in its folder, replayed whenever the run is resumed.

A run is its plan and these lines. What they undid is no part of it any more.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from engine.storage.atomic import write_text
from engine.storage.line_log import append_line, log_lines


@dataclass(frozen=True, slots=True)
class Amendment:
    """From the update after `after_step` on: the learning rate times a factor, or the end with the best checkpoint.

    `undone_to` is the last of the updates that were undone for it, 0 where none was.
    """

    after_step: int
    learning_rate_factor: float = 1.0
    keeps_best: bool = False
    undone_to: int = 0


def read_amendments(path: Path) -> tuple[Amendment, ...]:
    """All amendments in their order; a line that a crash cut off never took effect."""
    amendments: list[Amendment] = []
    for line, _ in log_lines(path):
        try:
            amendments.append(Amendment(**json.loads(line)))
        except (ValueError, TypeError):
            continue
    return tuple(amendments)


def add_amendment(path: Path, amendment: Amendment) -> None:
    """Write one down, on the disk before it takes effect."""
    append_line(path, asdict(amendment), to_disk=True)


def keep_amendments_up_to(path: Path, step: int) -> float:
    """Drop the amendments that were made after `step`; returns by how much they had changed the learning rate."""
    amendments = read_amendments(path)
    kept = [amendment for amendment in amendments if amendment.after_step <= step]
    if len(kept) < len(amendments):
        write_text(path, "".join(json.dumps(asdict(amendment)) + "\n" for amendment in kept))
    return math.prod(amendment.learning_rate_factor for amendment in amendments if amendment.after_step > step)


def rate_factor(amendments: Iterable[Amendment], step: int) -> float:
    """What the plan's learning rate is multiplied by in update `step`."""
    return math.prod(amendment.learning_rate_factor for amendment in amendments if amendment.after_step < step)
