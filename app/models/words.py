"""Numbers as people read them: 2,412; 3.1 GB; 24 min; −0.19."""

from __future__ import annotations

from engine.data.edits.edit import Marks

_UNITS = ("B", "KB", "MB", "GB", "TB")


def counted(number: int, thing: str) -> str:
    """1 pair, 2,412 pairs."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def mark_words(marks: Marks) -> tuple[str, ...]:
    """What a person did to a pair: dropped, flipped, edited."""
    signs = ((marks.is_dropped, "dropped"), (marks.is_flipped, "flipped"), (marks.is_rewritten, "edited"))
    return tuple(word for has, word in signs if has)


def byte_size(size: int) -> str:
    """A file's size with one decimal from megabytes on: 812 B, 4 KB, 73.9 MB."""
    value = float(size)
    for unit in _UNITS[:-1]:
        if value < 1000:
            return f"{value:.1f} {unit}" if unit in ("MB", "GB") else f"{value:.0f} {unit}"
        value /= 1000
    return f"{value:.1f} {_UNITS[-1]}"


def duration(seconds: float) -> str:
    """How long something took: 48 s, 23 min 48 s, 2 h 5 min."""
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{minutes} min {rest} s" if rest else f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min"


def about(seconds: float) -> str:
    """An estimate, as precise as it deserves: a few seconds, about 40 s, about 9 min, about 2 h 10 min."""
    if seconds < 5:
        return "a few seconds"
    if seconds < 55:
        return f"about {max(5, round(seconds / 5) * 5)} s"
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return f"about {minutes} min"
    hours, rest = divmod(round(minutes / 5) * 5, 60)
    return f"about {hours} h {rest} min" if rest else f"about {hours} h"


def stopwatch(seconds: float) -> str:
    """A running clock: 14:52, 1:02:09."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def parameters(number: int) -> str:
    """How many weights: 812, 18.5 K, 18.5 M, 1.5 B."""
    for limit, unit in ((1e9, " B"), (1e6, " M"), (1e3, " K")):
        if number >= limit:
            return f"{number / limit:.1f}{unit}"
    return str(number)


def signed_number(value: float) -> str:
    """Two decimals with their sign, as margins and rewards are read."""
    return f"{value:+z.2f}".replace("-", "−")
