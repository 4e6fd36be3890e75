"""Numbers as people read them: 2,412; 3.1 GB; 24 min; −0.19."""

from __future__ import annotations

from app.language.numbers import number
from app.language.translate import tr
from engine.data.edits.edit import Marks

_UNITS = ("B", "KB", "MB", "GB", "TB")


def mark_words(marks: Marks) -> tuple[str, ...]:
    """What a person did to a pair: dropped, flipped, edited."""
    signs = ((marks.is_dropped, tr("dropped")), (marks.is_flipped, tr("flipped")), (marks.is_rewritten, tr("edited")))
    return tuple(word for has, word in signs if has)


def byte_size(size: int) -> str:
    """A file's size with one decimal from megabytes on: 812 B, 4 KB, 73.9 MB."""
    value = float(size)
    for unit in _UNITS[:-1]:
        if value < 1000:
            return f"{number(value, '.1f' if unit in ('MB', 'GB') else '.0f')} {unit}"
        value /= 1000
    return f"{number(value, '.1f')} {_UNITS[-1]}"


def duration(seconds: float) -> str:
    """How long something took: 48 s, 23 min 48 s, 2 h 5 min."""
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    if whole < 60:
        return tr("{seconds} s", seconds=whole)
    if whole < 3600:
        if not rest:
            return tr("{minutes} min", minutes=minutes)
        return tr("{minutes} min {seconds} s", minutes=minutes, seconds=rest)
    return tr("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)


def about(seconds: float) -> str:
    """An estimate, as precise as it deserves: a few seconds, about 40 s, about 9 min, about 2 h 10 min."""
    if seconds < 5:
        return tr("a few seconds")
    if seconds < 55:
        return tr("about {seconds} s", seconds=max(5, round(seconds / 5) * 5))
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return tr("about {minutes} min", minutes=minutes)
    hours, rest = divmod(round(minutes / 5) * 5, 60)
    return (
        tr("about {hours} h {minutes} min", hours=hours, minutes=rest) if rest else tr("about {hours} h", hours=hours)
    )


def stopwatch(seconds: float) -> str:
    """A running clock: 14:52, 1:02:09."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def signed_number(value: float) -> str:
    """Two decimals with their sign, as margins and rewards are read."""
    return number(value, "+z.2f").replace("-", "−")
