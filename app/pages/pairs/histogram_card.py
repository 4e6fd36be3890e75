"""How many pairs have which margin by the end of an epoch, with a slider that goes through the epochs."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from app.language.numbers import number
from app.language.translate import tr, tr_marked
from app.models.example_words import PAIR_WORDS, ExampleWords
from app.models.margins_read import MarginsRead
from app.models.words import signed_number
from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.widgets.card import Card
from app.widgets.chart_legend import ChartLegend
from app.widgets.count_axis import paint_counts
from app.widgets.label import Label
from app.widgets.painting import text_in
from app.widgets.ticks import nice_ticks
from engine.evaluation.margin_histogram import MarginHistogram

_LEFT, _BOTTOM = 40, 20


class HistogramCard(Card):
    """`epoch_chosen(epoch)` from 1; 0 stands for the newest, which it follows while the slider is at its end."""

    epoch_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(tr("Margins"), spacing=6, parent=parent)
        self._histograms: tuple[MarginHistogram, ...] = ()
        self._follows = True
        self._examples = PAIR_WORDS
        self._legend = ChartLegend(theme)
        self._words = Label("", "caption", "text2")
        self.epoch = Label("", "caption", "text2")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Epoch"))
        self.slider.setAccessibleDescription(tr("Which epoch the histogram and the list show; the last is the newest"))
        self.slider.setPageStep(1)
        self.slider.setFixedWidth(130)
        self.slider.setMinimumHeight(28)
        self.slider.valueChanged.connect(self._slid)
        self.picture = MarginPicture(theme)
        self.head.addWidget(self._words)
        self.head.addWidget(self.epoch)
        self.head.addWidget(self.slider)
        self.layout_.addWidget(self.picture, 1)
        self.layout_.addWidget(self._legend)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_margins(self, read: MarginsRead | None, words: ExampleWords = PAIR_WORDS) -> None:
        """Show another state of the run, whose examples are called so."""
        self._examples = words
        self._legend.set_entries(
            (
                ("square", "rejected_fill", tr_marked(words.below)),
                ("square", "chosen_fill", tr_marked(words.above)),
            )
        )
        self._histograms = () if read is None else read.histograms
        count = len(self._histograms)
        self.slider.blockSignals(True)
        self.slider.setRange(1, max(1, count))
        if self._follows:
            self.slider.setValue(count)
        self.slider.blockSignals(False)
        self.slider.setVisible(count > 1)
        self._show()

    def _slid(self, epoch: int) -> None:
        self._follows = epoch == self.slider.maximum()
        self._show()
        self.epoch_chosen.emit(0 if self._follows else epoch)

    def _show(self) -> None:
        count = len(self._histograms)
        epoch = min(self.slider.value(), count)
        histogram = self._histograms[epoch - 1] if count else None
        self.picture.show_histogram(histogram)
        self.epoch.setText(tr("Epoch {epoch} of {count}", epoch=epoch, count=count) if count else "")
        if histogram is not None:
            share = histogram.below_zero / max(1, histogram.pairs)
            self._words.setText(
                tr(
                    "{share:.0%} below 0, median {signed_number}",
                    share=share,
                    signed_number=signed_number(histogram.median),
                )
            )
            self.picture.setAccessibleDescription(
                tr(
                    "Epoch {epoch}: {examples}, {below_zero:,} of them below 0, median {signed_number}",
                    epoch=epoch,
                    examples=self._examples.count(histogram.pairs),
                    below_zero=histogram.below_zero,
                    signed_number=signed_number(histogram.median),
                )
            )
        if self.epoch.text():
            self.slider.setAccessibleDescription(self.epoch.text())


class MarginPicture(QWidget):
    """The bars; the axes stay the same through the epochs, so that what moves is the pairs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._histogram: MarginHistogram | None = None
        self.setAccessibleName(tr("Histogram of margins"))
        self.setMinimumHeight(96)

    def show_histogram(self, histogram: MarginHistogram | None) -> None:
        """Draw another one."""
        self._histogram = histogram
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        histogram = self._histogram
        if histogram is None:
            return
        painter = QPainter(self)
        bins = histogram.bins
        area = QRectF(_LEFT, 4, self.width() - _LEFT - 8, self.height() - _BOTTOM - 4)
        most = float(max(1, *histogram.counts))
        ink, font = self._theme.colors.text3, ui_font(11)
        paint_counts(painter, self._theme, area, most)
        width = area.width() / bins.count
        for index, count in enumerate(histogram.counts):
            fill = "chosen_fill" if index >= bins.below_zero else "rejected_fill"
            height = area.height() * count / most
            bar = QRectF(area.x() + index * width + 0.5, area.bottom() - height, max(1.0, width - 1), height)
            painter.fillRect(bar, self._theme.color(fill))
        zero = area.x() + bins.below_zero * width
        painter.setPen(QPen(self._theme.color("control"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(zero, area.y()), QPointF(zero, area.bottom()))
        for tick in nice_ticks(bins.low, bins.high, 5):
            x = area.x() + area.width() * (tick - bins.low) / (bins.high - bins.low)
            words = "0" if abs(tick) < bins.width / 2 else number(tick, "+g").replace("-", "−")
            place = QRectF(x - 40, area.bottom() + 4, 80, 16)
            if place.left() >= 0 and x + 20 <= self.width():
                text_in(painter, place, words, font, ink, Qt.AlignmentFlag.AlignHCenter)
