"""What a forecast means, in words for a card."""

from __future__ import annotations

import math

from app.language.translate import tr
from app.models.example_words import ExampleWords
from app.models.outlook import Outlook
from app.models.words import byte_size
from engine.forecast.duration import Duration
from engine.forecast.findings import RunForecast
from engine.forecast.fixes import Fix
from engine.forecast.memory import MemoryForecast


def verdict_words(memory: MemoryForecast) -> str:
    """For a badge: fits, tight or will not fit, and by how much."""
    left = memory.available - memory.parts.total
    match memory.verdict:
        case "fits":
            return tr("Fits with {byte_size} to spare", byte_size=byte_size(left))
        case "tight":
            return tr("Tight: {byte_size} to spare", byte_size=byte_size(left))
        case "will not fit":
            return tr("Will not fit: {byte_size} short", byte_size=byte_size(-left))


def peak_words(memory: MemoryForecast) -> str:
    """The peak against what is free."""
    return tr(
        "Peak about {byte_size} of {byte_size2} free",
        byte_size=byte_size(memory.parts.total),
        byte_size2=byte_size(memory.available),
    )


def basis_words(outlook: Outlook, *, is_counting: bool) -> str:
    """How well it is known."""
    if outlook.counted is not None:
        return tr("Counted for your data: {passing}", passing=_passing(outlook.counted))
    more = tr("; your data is being counted") if is_counting else ""
    return tr("Estimated from the model's files and these settings{more}", more=more)


def lost_words(found: RunForecast, max_length: int, words: ExampleWords) -> str:
    """What of the data the run will not see."""
    data = found.data
    if not data.left_out and not data.cut_rows:
        return tr("Nothing is longer than {max_length:,} tokens, so nothing is cut or left out.", max_length=max_length)
    left_out = (
        tr("{examples} left out", examples=words.count(len(data.left_out))) if data.left_out else tr("Nothing left out")
    )
    cut = tr(
        "{cut_rows:,} cut at {max_length:,} tokens, {cut_tokens:,} tokens lost",
        cut_rows=len(data.cut_rows),
        max_length=max_length,
        cut_tokens=data.cut_tokens,
    )
    return f"{left_out}, {cut}."


def fix_words(fix: Fix) -> str:
    """What to do, and what it saves."""
    saves = tr("saves {byte_size}", byte_size=byte_size(fix.saved_bytes))
    match fix.key:
        case "data.max_length":
            return tr("Longest text {value:,}: {saves}", value=fix.value, saves=saves)
        case "training.tuning":
            return tr("Train an adapter instead: {saves}", saves=saves)
        case "adapter.r":
            return tr("Adapter size {value}: {saves}", value=fix.value, saves=saves)
        case _:
            return tr("Compute layers twice: {saves}", saves=saves)


def duration_words(duration: Duration) -> str:
    """A range as wide as it has to be: under a minute, 20-30 min, 2-5 h."""
    low, high = duration.low / 60, duration.high / 60
    if high <= 1:
        return tr("under 1 min")
    if high < 90:
        return tr("{value}–{rounded} min", value=max(1, _rounded(low)), rounded=_rounded(high))
    return tr("{value}–{ceil} h", value=max(1, round(low / 60)), ceil=math.ceil(high / 60))


def _rounded(minutes: float) -> int:
    """To five minutes from ten on: an estimate is no better."""
    return math.ceil(minutes) if minutes < 10 else 5 * math.ceil(minutes / 5)


def _passing(found: RunForecast) -> str:
    tokens = tr("at most {longest_tokens:,} tokens at a time", longest_tokens=found.longest_tokens)
    return tr("{tokens}, layers computed twice", tokens=tokens) if found.fit.gradient_checkpointing else tokens
