"""How sure one can be of a share after some votes, at whatever moment one stops to look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf, lgamma, log

ERROR_RATE = 0.05
_HALVINGS = 30  # bring an interval of width 1 down to a billionth


@dataclass(frozen=True, slots=True)
class Interval:
    """Bounds on a share, both from 0 to 1."""

    low: float
    high: float

    @property
    def width(self) -> float:
        """How far the bounds are apart."""
        return self.high - self.low


def share_interval(wins: int, losses: int, error_rate: float = ERROR_RATE) -> Interval:
    """The shares of wins that the votes so far do not speak against.

    With a probability of at least 1 - `error_rate` the true share lies in this interval after *every* vote of an
    endless series at once, so one may look after each vote and stop for any reason, also because the result pleases.
    An ordinary interval promises that for one number of votes fixed beforehand, and breaks it when one peeks.

    Method: a confidence sequence from the beta-binomial mixture. If votes are won with probability p, the ratio of the
    votes' probability under a mixture of all shares (here the uniform one, Beta(1, 1)) to their probability under p,

        M = B(1 + wins, 1 + losses) / (p^wins (1 - p)^losses),

    is a martingale that begins at 1, so by Ville's inequality it ever reaches 1 / error_rate with probability
    `error_rate` at most; the interval is where it is below. Mixtures: Robbins (1970), "Statistical methods related to
    the law of the iterated logarithm", Annals of Mathematical Statistics 41(5). As confidence sequences: Howard,
    Ramdas, McAuliffe and Sekhon (2021), "Time-uniform, nonparametric, nonasymptotic confidence sequences", Annals of
    Statistics 49(2), arXiv 1810.08240.

    Assumed: every vote is won with the same probability, as when prompts come in random order.

    Example: 15 wins and 6 losses leave the shares from 0.39 to 0.93; 24 and 6 leave those from 0.53 to 0.96.
    """
    if wins + losses == 0:
        return Interval(0.0, 1.0)
    limit = -log(error_rate)
    rate = wins / (wins + losses)
    mixture = _log_mixture(wins, losses)

    def spoken_against(share: float) -> bool:
        return mixture - _log_likelihood(wins, losses, share) >= limit

    return Interval(_edge(0.0, rate, spoken_against), _edge(1.0, rate, spoken_against))


def log_evidence(wins: int, losses: int, share: float) -> float:
    """How strongly the votes speak against a true share: the logarithm of the martingale M of `share_interval`."""
    return _log_mixture(wins, losses) - _log_likelihood(wins, losses, share)


def _log_mixture(wins: int, losses: int) -> float:
    """The logarithm of B(1 + wins, 1 + losses)."""
    return lgamma(1 + wins) + lgamma(1 + losses) - lgamma(2 + wins + losses)


def _log_likelihood(wins: int, losses: int, share: float) -> float:
    if (share <= 0.0 and wins) or (share >= 1.0 and losses):
        return -inf
    return (wins * log(share) if wins else 0.0) + (losses * log(1.0 - share) if losses else 0.0)


def votes_to_settle(wins: int, losses: int, most: int = 300) -> int | None:
    """How many more votes of the same kind would rule out that both are equally good; None when `most` do not.

    0 when they already do.
    """
    rate = wins / max(1, wins + losses)
    for more in range(most + 1):
        won = round(rate * more)
        if log_evidence(wins + won, losses + more - won, 0.5) >= -log(ERROR_RATE):
            return more
    return None


def _edge(outside: float, inside: float, spoken_against: Callable[[float], bool]) -> float:
    """Where the interval ends between a bound and the share that was observed, by halving; `outside` if nowhere."""
    if not spoken_against(outside):
        return outside
    for _ in range(_HALVINGS):
        middle = (outside + inside) / 2
        if spoken_against(middle):
            outside = middle
        else:
            inside = middle
    return outside  # on the safe side
