"""The loss and its options as a form turns them: what is shown, and what has to change with what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.language.engine_words import tr_engine
from app.language.translate import tr
from app.models.knobs import LOSS_OPTION_KNOBS, LOSS_TYPE, LOSS_WEIGHTS, Knob
from engine.errors import PlanError
from engine.plan import TrainingPlan
from engine.preference.losses.catalogue import LOSSES, MIXES
from engine.preference.losses.choice import options_for, with_suggested, without_ignored
from engine.preference.losses.options import LossOptions

_PREFIX = "training."
THUMB_LOSS = next((loss.name,) for loss in LOSSES.values() if loss.takes_thumbs)
LOSS_KEYS = frozenset({LOSS_TYPE, LOSS_WEIGHTS, *(knob.key for knob in LOSS_OPTION_KNOBS)})


def with_loss(values: Mapping[str, object], names: tuple[str, ...]) -> dict[str, object]:
    """The values of `LOSS_KEYS` when another loss or mix is chosen: what it would ignore goes back to its default."""
    weights = next((mix.weights for mix in MIXES if mix.names == names), ())
    options = with_suggested(without_ignored(_options(values), names), names)
    return {LOSS_TYPE: names, LOSS_WEIGHTS: weights, **_by_key(options)}


def with_option(values: Mapping[str, object]) -> dict[str, object]:
    """The options' values after one was turned, which may have robbed another of its meaning."""
    return _by_key(without_ignored(_options(values), _names(values)))


def shown_option_knobs(values: Mapping[str, object]) -> list[Knob]:
    """The options that the chosen loss reads, in their order."""
    names = {option.name for option in options_for(_names(values), _options(values))}
    return [knob for knob in LOSS_OPTION_KNOBS if knob.key.removeprefix(_PREFIX) in names]


def loss_errors(values: Mapping[str, object]) -> dict[str, PlanError]:
    """What the plan has against the loss and its options together, by the key at fault."""
    arguments: dict[str, Any] = {key.removeprefix(_PREFIX): value for key, value in values.items() if key in LOSS_KEYS}
    try:
        TrainingPlan(**arguments)
    except PlanError as error:
        return {error.field: error}
    return {}


def needs_reference(values: Mapping[str, object]) -> bool:
    """Whether the chosen loss compares with the original."""
    return any(LOSSES[name].needs_reference for name in _names(values))


def takes_thumbs(values: Mapping[str, object]) -> bool:
    """Whether the chosen loss learns from single replies with thumbs instead of pairs."""
    return any(LOSSES[name].takes_thumbs for name in _names(values))


def loss_title(values: Mapping[str, object]) -> str:
    """What the chosen loss is called in a line of words."""
    names = _names(values)
    mix = next((mix.title for mix in MIXES if mix.names == names), "")
    return tr("{value} loss", value=mix or " + ".join(tr_engine(LOSSES[name].title) for name in names))


def _names(values: Mapping[str, object]) -> tuple[str, ...]:
    names = values[LOSS_TYPE]
    assert isinstance(names, tuple)
    return names


def _options(values: Mapping[str, object]) -> LossOptions:
    known: dict[str, Any] = {knob.key.removeprefix(_PREFIX): values[knob.key] for knob in LOSS_OPTION_KNOBS}
    return LossOptions(beta=1.0, **known)


def _by_key(options: LossOptions) -> dict[str, object]:
    return {knob.key: getattr(options, knob.key.removeprefix(_PREFIX)) for knob in LOSS_OPTION_KNOBS}
