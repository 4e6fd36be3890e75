"""All alarms, in the order in which they are looked for. Help and docs/alarms.md are made from this."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from engine.training.watch import (
    displacement,
    divergence,
    learning_rate,
    length_drift,
    overfitting,
    saturation,
    stuck,
    zero_gradients,
)
from engine.training.watch.alarm import Alarm

_ALL = (
    divergence.ALARM,
    displacement.ALARM,
    overfitting.ALARM,
    saturation.ALARM,
    zero_gradients.ALARM,
    stuck.ALARM,
    length_drift.ALARM,
    learning_rate.ALARM,
)
ALARMS: Mapping[str, Alarm] = MappingProxyType({alarm.name: alarm for alarm in _ALL})
