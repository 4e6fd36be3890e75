"""What a forecast means, in words for a card."""

from __future__ import annotations

import math

from app.models.outlook import Outlook
from app.models.words import byte_size, counted
from engine.forecast.duration import Duration
from engine.forecast.findings import RunForecast
from engine.forecast.fixes import Fix
from engine.forecast.memory import MemoryForecast


def verdict_words(memory: MemoryForecast) -> str:
    """For a badge: fits, tight or will not fit, and by how much."""
    left = memory.available - memory.parts.total
    match memory.verdict:
        case "fits":
            return f"Fits with {byte_size(left)} to spare"
        case "tight":
            return f"Tight: {byte_size(left)} to spare"
        case "will not fit":
            return f"Will not fit: {byte_size(-left)} short"


def peak_words(memory: MemoryForecast) -> str:
    """The peak against what is free."""
    return f"Peak about {byte_size(memory.parts.total)} of {byte_size(memory.available)} free"


def basis_words(outlook: Outlook, *, is_counting: bool) -> str:
    """How well it is known."""
    if outlook.counted is not None:
        return f"Counted for your pairs: {_passing(outlook.counted)}"
    more = "; your pairs are being counted" if is_counting else ""
    return f"Estimated from the model's files and these settings{more}"


def lost_words(found: RunForecast, max_length: int) -> str:
    """What of the data the run will not see."""
    data = found.data
    if not data.left_out and not data.cut_rows:
        return f"No pair is longer than {max_length:,} tokens, so nothing is cut or left out."
    left_out = f"{counted(len(data.left_out), 'pair')} left out" if data.left_out else "No pair left out"
    cut = f"{len(data.cut_rows):,} cut at {max_length:,} tokens, {data.cut_tokens:,} tokens lost"
    return f"{left_out}, {cut}."


def fix_words(fix: Fix) -> str:
    """What to do, and what it saves."""
    saves = f"saves {byte_size(fix.saved_bytes)}"
    match fix.key:
        case "data.max_length":
            return f"Longest pair {fix.value:,}: {saves}"
        case "training.tuning":
            return f"Train an adapter instead: {saves}"
        case "adapter.r":
            return f"Adapter size {fix.value}: {saves}"
        case _:
            return f"Compute layers twice: {saves}"


def duration_words(duration: Duration) -> str:
    """A range as wide as it has to be: under a minute, 20-30 min, 2-5 h."""
    low, high = duration.low / 60, duration.high / 60
    if high <= 1:
        return "under 1 min"
    if high < 90:
        return f"{max(1, _rounded(low))}–{_rounded(high)} min"
    return f"{max(1, round(low / 60))}–{math.ceil(high / 60)} h"


def _rounded(minutes: float) -> int:
    """To five minutes from ten on: an estimate is no better."""
    return math.ceil(minutes) if minutes < 10 else 5 * math.ceil(minutes / 5)


def _passing(found: RunForecast) -> str:
    tokens = f"at most {found.longest_tokens:,} tokens at a time"
    return f"{tokens}, layers computed twice" if found.fit.gradient_checkpointing else tokens
