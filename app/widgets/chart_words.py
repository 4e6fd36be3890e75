"""What a chart says in words and numbers: in its head, beside its cursor, and to those who cannot see it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from app.language.numbers import localised, number
from app.language.translate import mark, tr, tr_marked, within_sentence
from app.widgets.chart_data import ChartSeries, Numbers, SeriesRole, trend, value_at

Format = Callable[[float], str]


@dataclass(frozen=True, slots=True)
class ChartUnit:
    """What the horizontal axis counts: its name, how a place on it is written, and what shows all of it."""

    name: str
    tick: Format
    whole: str = mark("Show the whole run")

    @property
    def title(self) -> str:
        """Its name in the reader's language."""
        return tr_marked(self.name)

    def words(self, place: float) -> str:
        """A place as people say it."""
        return f"{self.title} {self.tick(place)}"


STEPS = ChartUnit(mark("Step"), lambda step: number(round(step), ","))
PROGRESS = ChartUnit(mark("Progress"), lambda share: number(share / 100, ".0%"))


def plain_number(value: float) -> str:
    """Three decimals at most, with a true minus sign."""
    text = number(value, ".3f") if abs(value) < 10 else number(value, ",.1f")
    return text.replace("-", "−")


def percentage(value: float) -> str:
    """A share from 0 to 1 as people say it."""
    return number(value, ".0%")


def short_number(value: float) -> str:
    """As few digits as it needs, for axis labels."""
    return number(value, "g").replace("-", "−")


def rate(value: float) -> str:
    """A learning rate as people write it: 5e-5, 1.25e-4, 0."""
    return localised(plain_rate(value))


def plain_rate(value: float) -> str:
    """The same as it is typed, with a point in every language."""
    if value == 0:
        return "0"
    digits, exponent = f"{value:.2e}".split("e")
    return f"{float(digits):g}e{int(exponent)}"


def colour_token(series: ChartSeries) -> str:
    """The theme's colour of a curve."""
    return role_token(series.role)


def role_token(role: SeriesRole) -> str:
    """The theme's colour of a role."""
    if role == "accent":
        return "accent_text"
    return role if role.startswith("run_") else f"{role}_fill"


def newest(mean: Numbers, format_value: Format) -> str | None:
    """A curve's last value; None where there is none to say."""
    return format_value(float(mean[-1])) if len(mean) and math.isfinite(float(mean[-1])) else None


def beside_newest(series: Sequence[ChartSeries], readings: Sequence[str | None], format_value: Format) -> str:
    """What stands beside the first curve's value: the other curves', or that of held-back pairs."""
    if len(series) > 1:
        others = [f"{within_sentence(one.name)} {text}" for one, text in zip(series, readings, strict=True) if text]
        return ", ".join([within_sentence(series[0].name), *others[1:]])
    held_back = series[0].evaluation_values
    return tr("held back {format_value}", format_value=format_value(float(held_back[-1]))) if len(held_back) else ""


def spoken(
    title: str,
    series: Sequence[ChartSeries],
    smoothed: Sequence[Numbers],
    readings: Sequence[str | None],
    format_value: Format,
    unit: ChartUnit = STEPS,
) -> str:
    """The whole chart in one line, for a screen reader."""
    parts = [within_sentence(unit.words(float(series[0].steps[-1])))]
    for one, mean, text in zip(series, smoothed, readings, strict=True):
        parts.append(f"{one.name} {text}, {trend(mean)}")
        if len(one.evaluation_values):
            parts.append(tr("held back {format_value}", format_value=format_value(float(one.evaluation_values[-1]))))
    return f"{title}, {', '.join(parts)}"


def lines_at(
    series: Sequence[ChartSeries], smoothed: Sequence[Numbers], step: float, format_value: Format
) -> list[tuple[str, str, str]]:
    """Colour token, name and value of everything there is at a step."""
    lines: list[tuple[str, str, str]] = []
    for one, mean in zip(series, smoothed, strict=False):
        value = value_at(one.steps, mean, step)
        if value is not None:
            lines.append((colour_token(one), one.name, format_value(value)))
        exact = np.flatnonzero(one.evaluation_steps == round(step))
        if len(exact):
            held_back = float(one.evaluation_values[exact[0]])
            lines.append((colour_token(one), tr("{name}, held back", name=one.name), format_value(held_back)))
    return lines
