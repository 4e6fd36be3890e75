"""What the votes of a test come to: counts, the win rate with its range, and what that means in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from engine.evaluation.confidence import Interval, share_interval
from engine.evaluation.vote import Vote

Verdict = Literal["too_early", "better", "worse", "probably_better", "probably_worse", "no_difference"]

VERDICT_WORDS: dict[Verdict, str] = {
    "too_early": "Too early to say",
    "better": "Better",
    "worse": "Worse",
    "probably_better": "Probably better, not settled yet",
    "probably_worse": "Probably worse, not settled yet",
    "no_difference": "No clear difference",
}
FEWEST_VOTES = 10
_LEANING = 0.6  # a share of wins from which one says "probably"


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each was said. `after` counts votes for the trained model, `before` those for the original."""

    after: int = 0
    before: int = 0
    same: int = 0
    both_bad: int = 0
    skipped: int = 0

    @property
    def decided(self) -> int:
        """Votes with a winner; only these make the win rate."""
        return self.after + self.before

    @property
    def votes(self) -> int:
        """All votes but the prompts that were passed over."""
        return self.decided + self.same + self.both_bad

    @property
    def rate(self) -> float:
        """The trained model's share of the decided votes; one half while there are none."""
        return self.after / self.decided if self.decided else 0.5

    @property
    def interval(self) -> Interval:
        """Where the share would end up if one went on for ever, with 95% certainty however early one looks."""
        return share_interval(self.after, self.before)

    @property
    def verdict(self) -> Verdict:
        """What may be said about the trained model."""
        if self.decided < FEWEST_VOTES:
            return "too_early"
        interval = self.interval
        if interval.low > 0.5:
            return "better"
        if interval.high < 0.5:
            return "worse"
        if self.rate >= _LEANING:
            return "probably_better"
        return "probably_worse" if self.rate <= 1.0 - _LEANING else "no_difference"


@dataclass(frozen=True, slots=True)
class ReplyWords:
    """How long the replies were, in words; told only after the votes, since length sways them."""

    after: float
    before: float
    longer_won: int
    decided: int


@dataclass(frozen=True, slots=True)
class ReasonCount:
    """How often a reason was given for preferring the trained model's reply (`after`) and the original's."""

    reason: str
    after: int
    before: int


def tally_reasons(votes: Sequence[Vote]) -> tuple[ReasonCount, ...]:
    """The reasons given, the most frequent first; those written by hand are one if only their case differs."""
    counts: dict[str, list[int]] = {}
    names: dict[str, str] = {}
    for vote in votes:
        for reason in vote.reasons if vote.winner else ():
            key = reason.casefold()
            names.setdefault(key, reason)
            counts.setdefault(key, [0, 0])[vote.winner == "before"] += 1
    order = sorted(counts, key=lambda key: (-sum(counts[key]), key))
    return tuple(ReasonCount(names[key], *counts[key]) for key in order)


def tally(votes: Sequence[Vote]) -> Tally:
    """Count the votes."""
    return Tally(
        after=sum(vote.winner == "after" for vote in votes),
        before=sum(vote.winner == "before" for vote in votes),
        same=sum(vote.choice == "same" for vote in votes),
        both_bad=sum(vote.choice == "both_bad" for vote in votes),
        skipped=sum(vote.choice == "skip" for vote in votes),
    )


def tally_groups(votes: Sequence[Vote]) -> dict[str, Tally]:
    """The same for each group of prompts, in the order of their names. Each range holds for its group alone."""
    groups: dict[str, list[Vote]] = {}
    for vote in votes:
        groups.setdefault(vote.group, []).append(vote)
    return {name: tally(groups[name]) for name in sorted(groups)}


def reply_words(votes: Sequence[Vote]) -> ReplyWords | None:
    """Lengths over the votes that were really cast; None when there are none."""
    cast = [vote for vote in votes if vote.choice != "skip"]
    if not cast:
        return None
    lengths = [(len(vote.after.split()), len(vote.before.split()), vote.winner) for vote in cast]
    decided = [(after, before, winner) for after, before, winner in lengths if winner and after != before]
    return ReplyWords(
        after=sum(after for after, _, _ in lengths) / len(cast),
        before=sum(before for _, before, _ in lengths) / len(cast),
        longer_won=sum((after > before) == (winner == "after") for after, before, winner in decided),
        decided=len(decided),
    )


def in_words(counted: Tally) -> str:
    """The result as a sentence or two for somebody who knows no statistics."""
    if not counted.decided:
        return "No reply was preferred over the other yet, so there is no win rate."
    interval = counted.interval
    votes = "1 vote" if counted.decided == 1 else f"{counted.decided:,} votes"
    return (
        f"You preferred the trained model in {counted.after:,} of {votes} with a preference, {counted.rate:.0%}. "
        f"If you voted on very many prompts of this kind, its share would lie between {interval.low:.0%} and "
        f"{interval.high:.0%}: such a range is right in at least 95 of 100 tests, however early one stops."
    )


def verdict_in_words(counted: Tally) -> str:
    """What that means for the trained model, in one sentence."""
    match counted.verdict:
        case "too_early":
            return f"Too early to say: below {FEWEST_VOTES} votes with a preference, chance decides."
        case "better":
            return "The trained model is better: the whole range lies above 50%."
        case "worse":
            return "The trained model is worse: the whole range lies below 50%."
        case "probably_better":
            return "The trained model is probably better, but that is not settled: the range reaches below 50%."
        case "probably_worse":
            return "The trained model is probably worse, but that is not settled: the range reaches above 50%."
        case "no_difference":
            return "There is no clear difference between the two so far."
