"""A prompt to be asked, and the choice of a few among many."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from engine.data.content_key import content_key
from engine.data.preference_pair import Message


@dataclass(frozen=True, slots=True)
class PromptCase:
    """Something to ask, and the group of prompts that it belongs to."""

    messages: tuple[Message, ...]
    group: str


def choose_prompts(cases: Sequence[PromptCase], most: int, chance: random.Random) -> list[PromptCase]:
    """At most `most` of the prompts, each once, evenly from all groups, shuffled."""
    chosen = _evenly(_different(cases), most, chance)
    chance.shuffle(chosen)
    return chosen


def _different(cases: Sequence[PromptCase]) -> list[PromptCase]:
    """Each prompt once, in an order that only what it says decides."""
    by_content = {content_key(case.messages): case for case in reversed(cases)}
    return [by_content[key] for key in sorted(by_content)]


def _evenly(cases: Sequence[PromptCase], most: int, chance: random.Random) -> list[PromptCase]:
    groups: dict[str, list[PromptCase]] = {}
    for case in cases:
        groups.setdefault(case.group, []).append(case)
    waiting = [groups[name] for name in sorted(groups)]
    for group in waiting:
        chance.shuffle(group)
    chosen: list[PromptCase] = []
    while any(waiting) and len(chosen) < most:
        for group in waiting:
            if group and len(chosen) < most:
                chosen.append(group.pop())
    return chosen
