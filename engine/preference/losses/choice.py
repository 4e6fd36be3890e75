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
    def separates_by_pair(self) -> bool:
        """Whether the gradient can be taken micro-batch by micro-batch."""
        # A loss that is only a mean cannot be weighed pair by pair before the whole mean is known.
        return all(
            loss.separates_by_pair and not (loss.mean_only and self.options.use_weighting) for loss in self.losses
        )

    def _check_option(self, option: LossOption) -> None:
        value = getattr(self.options, option.name)
        key = f"{PART}.{option.name}"
        if not option.allows(value):
            hint = nearest(str(value), option.choices) if option.choices else "Leave it out to take the default."
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
        readers = [loss for loss in self.losses if option.name in loss.reads]
        deaf = [loss for loss in self.losses if option.shared and not loss.mean_only and loss not in readers]
        if not readers or deaf:
            said = _listed(loss.name for loss in (deaf or self.losses))
            raise PlanError(
                key,
                f"{key} is set, but {said} would ignore it.",
                f"Leave it at {option.default}, or choose {_listed(_readers(option.name), 'or')}.",
            )
        if option.only_with and getattr(self.options, option.only_with[0]) != option.only_with[1]:
            other, needed = option.only_with
            raise PlanError(
                key,
                f"{key} is set, but {PART}.{other} is {getattr(self.options, other)}, which would ignore it.",
                f"Leave it at {option.default}, or set {PART}.{other} to {needed}.",
            )


def reads(names: Iterable[str], option: str) -> bool:
    """Whether one of the losses reads an option."""
    return any(option in LOSSES[name].reads for name in names if name in LOSSES)


def fitting(options: LossOptions, names: tuple[str, ...]) -> LossOptions:
    """The options with those at their default that a choice of losses would refuse, as a form needs when it changes."""
    changed = options
    for option in OPTIONS.values():
        try:
            LossChoice(names, (), changed)
        except PlanError as error:
            if error.field != f"{PART}.{option.name}":
                continue
            suggested = [LOSSES[name].suggested[option.name] for name in names if option.name in LOSSES[name].suggested]
            changed = replace(changed, **{option.name: suggested[0] if suggested else option.default})
    return changed


def _check_names(names: tuple[str, ...]) -> None:
    key = f"{PART}.loss_type"
    if not names:
        raise PlanError(key, "The plan names no loss.", 'Leave it out for "sigmoid", which is DPO as published.')
    for name in names:
        if name == "kto":
            raise PlanError(
                key, f"{key} cannot be 'kto' for pairs: it learns from single replies with a thumb up or down.",
                "For pairs, bco_pair and apo_zero judge each reply by itself in the same way.",
            )  # fmt: skip
        if name not in LOSSES:
            raise PlanError(key, f"{key} cannot be {name!r}.", nearest(name, tuple(LOSSES)))
        if names.count(name) > 1:
            raise PlanError(key, f"{key} names {name} twice.", f"Name it once and weigh it in {PART}.loss_weights.")


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
