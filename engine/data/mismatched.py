"""Replies put to prompts that they do not answer, of which KTO estimates how far a model has moved from its original.

As in TRL each prompt of an update gets the reply of the one before it, the first one that of the last.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace

from engine.data.tokenize import TokenizedPair


def put_to_other_prompts(groups: Sequence[Sequence[TokenizedPair]], max_length: int) -> list[list[TokenizedPair]]:
    """The replies with thumbs of each group, put to one another's prompts and cut at `max_length`.

    Where a group has one reply alone, its prompt gets the last reply of the group before: its own would be no other
    one. A single reply in all stays without.

    Example: prompts [1] and [2] with replies [7, 8] and [9] become [1] with [9], and [2] with [7, 8].
    """
    found: list[list[TokenizedPair]] = []
    before: TokenizedPair | None = None
    for group in groups:
        givers = [group[-1], *group[:-1]] if len(group) > 1 else [before] if before else []
        found.append([_put(giver, taker, max_length) for taker, giver in zip(group, givers, strict=False)])
        before = group[-1]
    return found


def _put(giver: TokenizedPair, taker: TokenizedPair, max_length: int) -> TokenizedPair:
    reply = (giver.chosen_ids or giver.rejected_ids)[: max_length - len(taker.prompt_ids)]
    return replace(taker, chosen_ids=reply, rejected_ids=array("i"), cut_tokens=0, key=b"")
