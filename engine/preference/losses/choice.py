"""Which losses a run learns by, with which weights and options, and whether these belong together."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from engine.errors import PlanError
from engine.nearest import nearest
from engine.preference.losses.catalogue import LOSSES, LossInfo, Reward
from engine.preference.losses.options import OPTIONS, LossOption, LossOptions

PART = "training"  # the part of a plan that holds these keys


@dataclass(frozen=True, slots=True)
class LossChoice:
    """One loss, or several whose weighted values are added; `weights` is empty where all weigh 1.

    Made only of what belongs together: anything else raises `PlanError` with the key at fault.
    """

    names: tuple[str, ...]
    weights: tuple[float, ...]
    options: LossOptions

    def __post_init__(self) -> None:
        _check_names(self.names)
        _check_weights(self.names, self.weights)
        for option in OPTIONS.values():
            self._check_option(option)

    @property
    def losses(self) -> tuple[LossInfo, ...]:
        """What the catalogue says of each."""
        return tuple(LOSSES[name] for name in self.names)

    @property
    def weighted(self) -> tuple[tuple[LossInfo, float], ...]:
        """Each loss with its weight."""
        return tuple(zip(self.losses, self.weights or (1.0,) * len(self.names), strict=True))

    @property
    def needs_reference(self) -> bool:
        """Whether any of them compares with a reference."""
        return any(loss.needs_reference for loss in self.losses)

    @property
    def reward(self) -> Reward:
        """What beta multiplies to the rewards that a run reports."""
        if self.needs_reference:
            return "ratio"
        return "mean_logps" if {loss.reward for loss in self.losses} == {"mean_logps"} else "logps"

    @property
    def takes_thumbs(self) -> bool:
        """Whether they learn from single replies with thumbs instead of pairs."""
        return any(loss.takes_thumbs for loss in self.losses)

    @property
    def separates_by_pair(self) -> bool:
        """Whether the gradient can be taken micro-batch by micro-batch."""
        return all(loss.separates_by_pair for loss in self.losses)

    def _check_option(self, option: LossOption) -> None:
        value = getattr(self.options, option.name)
        key = f"{PART}.{option.name}"
        if not option.allows(value):
            hint = nearest(str(value), option.choices) if option.choices else f"The default is {option.default}."
            raise PlanError(key, f"{key} is {value!r}, but must be {option.range_text}.", hint)
        if value != option.default:
            self._require_reader(option, key)
        for loss in self.losses:
            if option.name in loss.above_zero and not value:
                suggested = loss.suggested.get(option.name, "")
                raise PlanError(
                    key, f"{key} is {value}, but {loss.name} needs it above 0.", f"Its paper takes {suggested}."
                )

    def _require_reader(self, option: LossOption, key: str) -> None:
        ignoring = _ignoring(self.losses, option)
        if ignoring:
            raise PlanError(
                key,
                f"{key} is set, but {_listed(loss.name for loss in ignoring)} would ignore it.",
                f"Leave it at {option.default}, or choose {_listed(_readers(option.name), 'or')}.",
            )
        if not _is_met(option, self.options):
            assert option.only_with is not None
            other, needed = option.only_with
            raise PlanError(
                key,
                f"{key} is set, but {PART}.{other} is {getattr(self.options, other)}, which would ignore it.",
                f"Leave it at {option.default}, or set {PART}.{other} to {needed}.",
            )


def options_for(names: tuple[str, ...], options: LossOptions) -> tuple[LossOption, ...]:
    """The options that would have an effect beside the others' present values: what a form should show."""
    losses = tuple(LOSSES[name] for name in names)
    return tuple(option for option in OPTIONS.values() if not _ignoring(losses, option) and _is_met(option, options))


def without_ignored(options: LossOptions, names: tuple[str, ...]) -> LossOptions:
    """The options with those at their default that would have no effect, as a form needs when something changed."""
    kept = options
    # Once more, for options that mean nothing without another.
    for _ in range(2):
        shown = options_for(names, kept)
        kept = replace(kept, **{option.name: option.default for option in OPTIONS.values() if option not in shown})
    return kept


def with_suggested(options: LossOptions, names: tuple[str, ...]) -> LossOptions:
    """The options with what a paper recommends where a loss cannot do with a 0."""
    missing = {
        option: LOSSES[name].suggested[option]
        for name in names
        for option in LOSSES[name].above_zero
        if not getattr(options, option)
    }
    return replace(options, **missing)


def _ignoring(losses: tuple[LossInfo, ...], option: LossOption) -> tuple[LossInfo, ...]:
    """The losses because of which an option cannot be set: all when none reads it, or those that should and do not."""
    deaf = tuple(loss for loss in losses if option.name not in loss.reads)
    if len(deaf) == len(losses):
        return deaf
    return tuple(loss for loss in deaf if option.shared and not loss.mean_only)


def _is_met(option: LossOption, options: LossOptions) -> bool:
    return option.only_with is None or getattr(options, option.only_with[0]) == option.only_with[1]


def _check_names(names: tuple[str, ...]) -> None:
    key = f"{PART}.loss_type"
    if not names:
        raise PlanError(key, "The plan names no loss.", 'Leave it out for "sigmoid", which is DPO as published.')
    for name in names:
        if name not in LOSSES:
            raise PlanError(key, f"{key} cannot be {name!r}.", nearest(name, tuple(LOSSES)))
        if names.count(name) > 1:
            raise PlanError(key, f"{key} names {name} twice.", f"Name it once and weigh it in {PART}.loss_weights.")
    of_thumbs = [name for name in names if LOSSES[name].takes_thumbs]
    of_pairs = [name for name in names if name not in of_thumbs]
    if of_thumbs and of_pairs:
        raise PlanError(
            key,
            f"{key} mixes {_listed(of_thumbs)}, which learns from single replies with thumbs, with "
            f"{_listed(of_pairs)}, which needs pairs.",
            f"Choose {_listed(of_thumbs)} alone, or losses of pairs.",
        )


def _check_weights(names: tuple[str, ...], weights: tuple[float, ...]) -> None:
    key = f"{PART}.loss_weights"
    if weights and len(weights) != len(names):
        raise PlanError(
            key,
            f"{key} has {len(weights)} numbers for {len(names)} losses.",
            "Give one for each loss, in their order, or none.",
        )
    for weight in weights:
        if not (math.isfinite(weight) and weight > 0):
            raise PlanError(key, f"{key} has {weight}, but must be above 0.", "Leave out a loss that should not count.")


def _readers(option: str) -> list[str]:
    return [loss.name for loss in LOSSES.values() if option in loss.reads]


def _listed(words: Iterable[str], last: str = "and") -> str:
    *first, final = words
    return f"{', '.join(first)} {last} {final}" if first else final
