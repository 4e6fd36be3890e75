"""What the implicit rewards of many pairs come to: how often they are right, where, and how far to believe them.

Under the Bradley-Terry model that DPO fits (Rafailov et al. 2023, equation 1), sigmoid(margin) is the probability that
the chosen reply is preferred. So sigmoid(|margin|) is how sure the model is of its own choice, and among pairs of which
it is 80% sure it should be right in 80%. Reliability: Guo et al. 2017, arXiv 1706.04599, section 2.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

# How much longer the chosen reply is, in tokens, up to which a pair belongs to a group.
_LENGTHS = (
    (-51, "rejected longer by more than 50"),
    (-11, "rejected longer by 11 to 50"),
    (10, "alike, within 10"),
    (50, "chosen longer by 11 to 50"),
    (math.inf, "chosen longer by more than 50"),
)
_MARGINS = ((0.1, "below 0.1"), (0.5, "0.1 to 0.5"), (1.0, "0.5 to 1"), (2.0, "1 to 2"), (math.inf, "2 or more"))
_SURENESS = ((0.6, "50% to 60%"), (0.7, "60% to 70%"), (0.8, "70% to 80%"), (0.9, "80% to 90%"), (1.0, "90% or more"))


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """A pair's margin (chosen reward less rejected reward) and how many tokens longer its chosen reply is.

    `group` is what a person tells pairs apart by, such as their topic; empty where nobody does.
    """

    margin: float
    surplus_tokens: int
    group: str = ""

    @property
    def is_right(self) -> bool:
        """Whether the chosen reply has the higher reward."""
        return self.margin > 0

    @property
    def sureness(self) -> float:
        """The probability, one half or more, that the rewards give to the reply they prefer."""
        return 1 / (1 + math.exp(-abs(self.margin)))


@dataclass(frozen=True, slots=True)
class Group:
    """Pairs of a kind: how many, the share of them that is right, and how sure the rewards are of them on average."""

    name: str
    pairs: int
    accuracy: float
    sureness: float


@dataclass(frozen=True, slots=True)
class RewardReport:
    """Groups without a pair are left out. `calibration_error` is the mean gap between sureness and accuracy.

    `longer_wins` is how often a rule that always takes the longer reply would be right; replies of one length count
    one half.
    """

    whole: Group
    by_length: tuple[Group, ...]
    by_margin: tuple[Group, ...]
    reliability: tuple[Group, ...]
    calibration_error: float
    longer_wins: float
    by_group: tuple[Group, ...] = ()


def report_rewards(judged: Sequence[JudgedPair]) -> RewardReport:
    """Sum up; there must be one pair at least."""
    reliability = _grouped(judged, _SURENESS, lambda pair: pair.sureness)
    gaps = sum(group.pairs * abs(group.accuracy - group.sureness) for group in reliability)
    longer = sum(1.0 if pair.surplus_tokens > 0 else 0.5 if pair.surplus_tokens == 0 else 0.0 for pair in judged)
    return RewardReport(
        whole=_group("all", judged),
        by_length=_grouped(judged, _LENGTHS, lambda pair: pair.surplus_tokens, is_upper_inside=True),
        by_margin=_grouped(judged, _MARGINS, lambda pair: abs(pair.margin)),
        reliability=reliability,
        calibration_error=gaps / len(judged),
        longer_wins=longer / len(judged),
        by_group=_by_name(judged),
    )


def _by_name(judged: Iterable[JudgedPair]) -> tuple[Group, ...]:
    members: dict[str, list[JudgedPair]] = {}
    for pair in judged:
        members.setdefault(pair.group, []).append(pair)
    groups = (_group(name, own) for name, own in members.items() if name)
    return tuple(sorted(groups, key=lambda group: (-group.pairs, group.name)))


def _grouped(
    judged: Iterable[JudgedPair],
    bounds: Sequence[tuple[float, str]],
    value: Callable[[JudgedPair], float],
    *,
    is_upper_inside: bool = False,
) -> tuple[Group, ...]:
    members: list[list[JudgedPair]] = [[] for _ in bounds]
    for pair in judged:
        number = value(pair)
        place = sum(number > bound if is_upper_inside else number >= bound for bound, _ in bounds)
        members[min(place, len(bounds) - 1)].append(pair)
    return tuple(_group(name, own) for (_, name), own in zip(bounds, members, strict=True) if own)


def _group(name: str, pairs: Sequence[JudgedPair]) -> Group:
    count = len(pairs)
    right = sum(pair.is_right for pair in pairs)
    return Group(name, count, right / count, sum(pair.sureness for pair in pairs) / count)
