"""A chart as a picture to keep or to paste, and its numbers as a table."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import QBuffer, QPoint, QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from app.language.translate import tr
from app.widgets.chart_data import ChartSeries, Numbers
from app.widgets.chart_words import STEPS, ChartUnit
from engine.errors import EngineError
from engine.storage.atomic import write_bytes

_SHARPER = 2  # pixels for each logical one, so that a picture can be printed
_SVG_DOTS = 96  # per inch, by the definition of CSS


def chart_picture(widget: QWidget) -> QPixmap:
    """What the widget shows, twice as fine as on a plain screen."""
    picture = QPixmap(widget.size() * _SHARPER)
    picture.setDevicePixelRatio(_SHARPER)
    picture.fill(widget.palette().window().color())
    widget.render(picture)
    return picture


def save_png(widget: QWidget, path: Path) -> None:
    """Write the picture. Raises `EngineError` where that cannot be done."""
    held = QBuffer()
    held.open(QBuffer.OpenModeFlag.WriteOnly)
    chart_picture(widget).save(held, "PNG")
    _write(path, bytes(held.data().data()))


def save_svg(widget: QWidget, path: Path) -> None:
    """Draw the widget in lines and text that stay sharp at any size. Raises `EngineError` where that cannot be done."""
    held = QBuffer()
    drawing = QSvgGenerator()
    drawing.setOutputDevice(held)
    drawing.setResolution(_SVG_DOTS)
    drawing.setSize(widget.size())
    drawing.setViewBox(QRect(0, 0, widget.width(), widget.height()))
    drawing.setTitle(widget.accessibleName())
    drawing.setDescription(widget.accessibleDescription())
    painter = QPainter(drawing)
    widget.render(painter, QPoint())
    painter.end()
    _write(path, bytes(held.data().data()))


def save_csv(series: Sequence[ChartSeries], path: Path, unit: ChartUnit = STEPS) -> None:
    """Write every measured number; a cell is empty where nothing was. Raises `EngineError` where it cannot be done."""
    table = chart_table(series)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((unit.name.lower(), *table.names))
    columns = [column.tolist() for column in table.columns]
    for step, *values in zip(table.steps.tolist(), *columns, strict=True):
        writer.writerow(
            (int(step) if step.is_integer() else step, *("" if math.isnan(value) else value for value in values))
        )
    _write(path, text.getvalue().encode())


@dataclass(frozen=True, slots=True)
class ChartNumbers:
    """Curves step by step: `columns` are as long as `steps`, not a number where nothing was measured."""

    steps: Numbers
    names: tuple[str, ...]
    columns: tuple[Numbers, ...]


def chart_table(series: Sequence[ChartSeries]) -> ChartNumbers:
    """Each curve as measured, and beside it what was measured on held-back pairs, at rising steps."""
    curves = [(one.name, one.steps, one.values) for one in series]
    held_back = [
        (tr("{name}, held back", name=one.name), one.evaluation_steps, one.evaluation_values) for one in series
    ]
    both = [curve for pair in zip(curves, held_back, strict=True) for curve in pair if len(curve[1])]
    steps = np.unique(np.concatenate([places for _, places, _ in both])) if both else np.empty(0)
    columns: list[Numbers] = []
    for _, places, values in both:
        column = np.full(len(steps), math.nan)
        column[np.searchsorted(steps, places)] = values
        columns.append(column)
    return ChartNumbers(steps, tuple(name for name, _, _ in both), tuple(columns))


def _write(path: Path, content: bytes) -> None:
    try:
        write_bytes(path, content)
    except OSError as error:
        raise EngineError(
            tr("{name} could not be written.", name=path.name),
            tr("The folder may be gone, full or write-protected. Save it somewhere else."),
        ) from error
