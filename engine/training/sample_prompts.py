"""Which prompts a run answers now and then."""

from __future__ import annotations

from collections.abc import Sequence

from engine.data.preference_pair import PreferencePair


def prompts_to_sample(pairs: Sequence[PreferencePair], count: int) -> list[PreferencePair]:
    """The first pairs with different prompts, the last turn of each a person's; a thumb down has nothing to show."""
    found: dict[str, PreferencePair] = {}
    for pair in pairs:
        if len(found) == count:
            break
        if pair.chosen and pair.prompt_text and pair.prompt[-1].role == "user" and not pair.tools:
            found.setdefault(pair.prompt_text, pair)
    return list(found.values())
