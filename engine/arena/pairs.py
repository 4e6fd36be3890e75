"""Picks as preference pairs: what a person liked better, corrected or wrote can be trained on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.arena.pick import Pick
from engine.data.preference_pair import Message, PreferencePair


def pairs_of_pick(pick: Pick, row: int = 1) -> tuple[PreferencePair, ...]:
    """The pairs that one pick says; none for a tie, two bad replies or a prompt that was passed over.

    An edited reply is chosen over the worse one and not over its own draft: the person put it above both, and DPO
    lowers even the chosen reply where two are nearly the same (Pal et al. 2024, arXiv 2402.13228). The draft stands in
    where the worse one says the same, or nothing. A reply of one's own is chosen over each of the two.
    """
    if pick.replies is None:
        return ()
    a, b = (reply.text for reply in pick.replies)
    match pick.choice:
        case "a" | "b":
            better, worse = (a, b) if pick.choice == "a" else (b, a)
            if not pick.written:
                return _pairs(pick, better, [worse], row)
            return _pairs(pick, pick.written, [worse, better], row)[:1]
        case "own":
            return _pairs(pick, pick.written, [a, b], row)
        case _:
            return ()


def pairs_of_picks(picks: Iterable[Pick]) -> list[PreferencePair]:
    """The pairs of all picks in their order; rows count from 1."""
    pairs: list[PreferencePair] = []
    for pick in picks:
        pairs += pairs_of_pick(pick, len(pairs) + 1)
    return pairs


def why_no_preference(a: str, b: str) -> str:
    """Why neither of two replies can be picked over the other; empty when one can."""
    if a.strip() == b.strip():
        return "Both replies say nothing." if not a.strip() else "Both replies say the same."
    if not a.strip() or not b.strip():
        return f"Reply {'B' if a.strip() else 'A'} is empty."
    return ""


def _pairs(pick: Pick, chosen: str, others: list[str], row: int) -> tuple[PreferencePair, ...]:
    rejected = tuple(_differing(chosen, others))
    return tuple(
        PreferencePair(row + place, pick.messages, _reply(chosen), _reply(text)) for place, text in enumerate(rejected)
    )


def _differing(chosen: str, others: list[str]) -> Iterator[str]:
    """Each of the others once that says something, and something else than the chosen one."""
    said = {chosen.strip(), ""}
    for text in others:
        if chosen.strip() and text.strip() not in said:
            said.add(text.strip())
            yield text


def _reply(text: str) -> tuple[Message, ...]:
    return (Message("assistant", text),)
