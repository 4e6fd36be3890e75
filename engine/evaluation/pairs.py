"""Votes as preference pairs: what a person liked better can be trained on."""

from __future__ import annotations

from collections.abc import Iterable

from engine.data.preference_pair import Message, PreferencePair
from engine.evaluation.vote import Vote


def votes_as_pairs(votes: Iterable[Vote]) -> list[PreferencePair]:
    """One pair for each vote with a winner, in the votes' order; rows count from 1.

    Left out is what would teach nothing: two replies that say the same, or a reply without a word in it.
    """
    pairs: list[PreferencePair] = []
    for vote in votes:
        if not vote.winner:
            continue
        chosen, rejected = (vote.after, vote.before) if vote.winner == "after" else (vote.before, vote.after)
        if chosen.strip() and rejected.strip() and chosen.strip() != rejected.strip():
            row = len(pairs) + 1
            pairs.append(PreferencePair(row, vote.prompt, _reply(chosen), _reply(rejected)))
    return pairs


def _reply(text: str) -> tuple[Message, ...]:
    return (Message("assistant", text),)
