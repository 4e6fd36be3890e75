"""How long the replies are, chosen against rejected: a model learns a length before it learns a quality."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.language.numbers import number
from app.language.translate import tr, tr_marked
from app.models.dataset import Dataset
from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.widgets.card import Card
from app.widgets.chart_legend import ChartLegend
from app.widgets.count_axis import paint_counts
from app.widgets.painting import text_in
from app.widgets.ticks import nice_ticks
from engine.data.reply_lengths import BINS, ReplyLengths

_LEFT, _BOTTOM = 36, 20


class LengthCard(Card):
    """Drawn once the whole file is read and measured."""

    def __init__(self, theme: Theme, dataset: Dataset, parent: QWidget | None = None) -> None:
        super().__init__(tr("Reply length"), spacing=6, parent=parent)
        self._dataset = dataset
        self._drawn_for: object = None
        self._legend = ChartLegend(theme)
        self._picture = _Histogram(theme)
        self.head.addWidget(self._legend)
        self.layout_.addWidget(self._picture, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        dataset.changed.connect(self._refresh)

    def _refresh(self) -> None:
        lengths = self._dataset.lengths
        if lengths is self._drawn_for:
            return
        self._drawn_for = lengths
        self._picture.set_lengths(lengths)
        if lengths is None:
            self._legend.set_entries(())
            return
        names, medians = self._dataset.words, (lengths.median_chosen, lengths.median_rejected)
        words = tuple(
            tr("{side}, median {median:,.0f}", side=tr_marked(side), median=median)
            for side, median in zip((names.chosen, names.rejected), medians, strict=True)
        )
        self._legend.set_entries((("square", "chosen_fill", words[0]), ("square", "rejected_fill", words[1])))
        self._picture.setAccessibleDescription(", ".join(words) + tr(" characters"))


class _Histogram(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._longest = 1.0
        self._sides: list[tuple[str, tuple[int, ...], float]] = []
        self.setAccessibleName(tr("Reply lengths"))
        self.setMinimumHeight(84)

    def set_lengths(self, lengths: ReplyLengths | None) -> None:
        self._sides = []
        if lengths is not None:
            self._longest = lengths.longest
            self._sides = [
                ("rejected_fill", lengths.rejected, lengths.median_rejected),
                ("chosen_fill", lengths.chosen, lengths.median_chosen),
            ]
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._sides:
            return
        painter = QPainter(self)
        area = QRectF(_LEFT, 4, self.width() - _LEFT - 4, self.height() - _BOTTOM - 4)
        most = max(float(max(counts)) for _, counts, _ in self._sides)
        self._paint_grid(painter, area, most)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for token, counts, _ in self._sides:
            self._paint_steps(painter, area, token, counts, most)
        for token, _, middle in self._sides:
            x = area.x() + area.width() * min(1.0, middle / self._longest)
            painter.setPen(QPen(self._theme.color(token.removesuffix("_fill")), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, area.y()), QPointF(x, area.bottom()))

    def _paint_grid(self, painter: QPainter, area: QRectF, most: float) -> None:
        ink, font = self._theme.colors.text3, ui_font(11)
        paint_counts(painter, self._theme, area, most)
        ticks = nice_ticks(0.0, self._longest, 5)
        for tick in ticks:
            x = area.x() + area.width() * tick / self._longest
            words = tr("{tick:,.0f} characters", tick=tick) if tick == ticks[-1] and tick else number(tick, ",.0f")
            place = QRectF(x - 60, area.bottom() + 4, 120, 16)
            side = Qt.AlignmentFlag.AlignHCenter
            if tick == ticks[-1]:
                place, side = QRectF(self.width() - 200, area.bottom() + 4, 196, 16), Qt.AlignmentFlag.AlignRight
                if x + 60 < self.width() - 100:
                    place, side = QRectF(x - 12, area.bottom() + 4, 150, 16), Qt.AlignmentFlag.AlignLeft
            text_in(painter, place, words, font, ink, side)

    def _paint_steps(self, painter: QPainter, area: QRectF, token: str, counts: tuple[int, ...], most: float) -> None:
        width = area.width() / BINS
        outline = QPolygonF([area.bottomLeft()])
        for index, count in enumerate(counts):
            y = area.bottom() - area.height() * count / most
            outline.append(QPointF(area.x() + index * width, y))
            outline.append(QPointF(area.x() + (index + 1) * width, y))
        outline.append(area.bottomRight())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(token, 0.22))
        painter.drawPolygon(outline)
        painter.setPen(QPen(self._theme.color(token), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(outline)
