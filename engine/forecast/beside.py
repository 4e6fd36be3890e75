"""The forecast as work for a process of its own: torch is imported there, and its memory is given back."""

from __future__ import annotations

from collections.abc import Callable

from engine.forecast.findings import RunForecast, Surroundings
from engine.plan import RunPlan


def forecast_beside(plan: RunPlan, around: Surroundings, tell: Callable[[object], None]) -> RunForecast:
    """As `forecast_run`, which nobody has to import for this; there is nothing to tell on the way."""
    from engine.forecast.run_forecast import forecast_run

    del tell
    return forecast_run(plan, around)
