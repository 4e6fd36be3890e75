"""How preferences are collected: in what the two replies to a prompt differ, and how many pairs are to come of it."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

from engine.chat.generate import Sampling
from engine.errors import EngineError

Difference = Literal["seeds", "temperatures", "models"]

MOST_PAIRS = 100_000
_LARGEST_SEED = 2**31
_USUAL_TOP_P = 0.95


@dataclass(frozen=True, slots=True)
class ArenaPlan:
    """What a person set up. `difference` is in what the replies differ beside their random numbers, if in anything.

    The second of the `temperatures` counts only where the temperatures differ. `goal` is a number of pairs, `about`
    says in a person's words what they are to teach, such as "tone".
    """

    difference: Difference = "seeds"
    temperatures: tuple[float, float] = (1.0, 1.3)
    max_new_tokens: int = 256
    goal: int = 200
    about: str = ""

    def __post_init__(self) -> None:
        for sampling in self.samplings(Draw((0, 0), is_swapped=False)):
            assert sampling is not None  # a value that cannot be is refused where it is made
        if not 1 <= self.goal <= MOST_PAIRS:
            raise EngineError(
                f"The goal cannot be {self.goal:,} pairs.", f"Choose a number from 1 to {MOST_PAIRS:,}; 200 is usual."
            )

    @property
    def why_alike(self) -> str:
        """Why both replies would always be the same, and what to do; empty when they need not be."""
        first, second = self.temperatures
        if self.difference == "seeds" and first == 0.0:
            return "At temperature 0 both replies are always the same. Choose a higher one."
        if self.difference == "temperatures" and first == second:
            return "Choose two different temperatures."
        return ""

    def samplings(self, draw: Draw) -> tuple[Sampling, Sampling]:
        """How the replies in panes A and B are drawn."""
        first, second = self.temperatures
        both = (first, second if self.difference == "temperatures" else first)
        a, b = reversed(both) if draw.is_swapped else both
        seed_a, seed_b = draw.seeds
        return (
            Sampling(a, _USUAL_TOP_P, self.max_new_tokens, seed_a),
            Sampling(b, _USUAL_TOP_P, self.max_new_tokens, seed_b),
        )


@dataclass(frozen=True, slots=True)
class Draw:
    """One way to draw two replies: a seed for each pane, and whether the second voice stands in pane A."""

    seeds: tuple[int, int]
    is_swapped: bool


def draw_for(prompt_seed: int, attempt: int) -> Draw:
    """The draw of a prompt's first attempt (0), or of the next ones. The same arguments give the same draw.

    Both panes always have random numbers of their own: two voices that nearly agree would write the same from the same.
    """
    chance = random.Random(f"{prompt_seed}:{attempt}")
    seeds = (chance.randrange(_LARGEST_SEED), chance.randrange(_LARGEST_SEED))
    return Draw(seeds, chance.random() < 0.5)
