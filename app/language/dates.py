"""Days as the reader's language writes them: 20 Nov, 20 Nov 2025."""

from __future__ import annotations

from datetime import date

from app.language.translate import tr


def day_and_month(day: date) -> str:
    """20 Nov."""
    return tr("{day} {month}", day=day.day, month=_months()[day.month - 1])


def full_date(day: date) -> str:
    """20 Nov 2025."""
    return tr("{day} {month} {year}", day=day.day, month=_months()[day.month - 1], year=day.year)


def _months() -> tuple[str, ...]:
    return (
        tr("Jan"),
        tr("Feb"),
        tr("Mar"),
        tr("Apr"),
        tr("May"),
        tr("Jun"),
        tr("Jul"),
        tr("Aug"),
        tr("Sep"),
        tr("Oct"),
        tr("Nov"),
        tr("Dec"),
    )
