"""How much of the data is kept aside, so that the result can be judged on pairs it never saw."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.language.numbers import number
from app.language.translate import tr
from app.models.dataset import Dataset
from app.models.example_words import ExampleWords
from app.models.open_file import SplitCounts
from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.theme.tokens import RADIUS
from app.widgets.card import Card
from app.widgets.describe import describe
from app.widgets.label import Label
from app.widgets.painting import text_in, text_width
from app.widgets.scale import Scale
from app.widgets.slider_with_spin import SliderWithSpin

_MOST = 0.5


class HeldBackCard(Card):
    """The slider sets the dataset's share; what that comes to is counted a moment later."""

    def __init__(self, theme: Theme, dataset: Dataset, parent: QWidget | None = None) -> None:
        super().__init__(tr("Held back for evaluation"), spacing=8, parent=parent)
        self._dataset = dataset
        self.bar = _SplitBar(theme)
        self.share = SliderWithSpin(
            tr("Share held back for evaluation"), Scale(0.0, _MOST, 50), number_format="percent", decimals=2
        )
        self.share.set_value(dataset.evaluation_share)
        self.share.changed.connect(dataset.set_evaluation_share)
        self.counts = Label("", "body", "text2")
        self.head.addWidget(self.counts)
        line = QHBoxLayout()
        line.addWidget(self.share, 1)
        self.layout_.addWidget(self.bar)
        self.layout_.addLayout(line)
        note = tr("What shares a prompt stays on one side, so the test asks nothing that was trained on.")
        describe(self.share, note)
        self._note = Label(note, "caption", "text3", wrap=True)
        self.layout_.addWidget(self._note)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        dataset.changed.connect(self._refresh)

    def set_compact(self, low: bool) -> None:
        """In a low window only the control itself stays."""
        self.bar.setVisible(not low)
        self._note.setVisible(not low)

    def _refresh(self) -> None:
        if abs(self.share.value - self._dataset.evaluation_share) > 1e-9:
            self.share.set_value(self._dataset.evaluation_share)
        split = self._dataset.split
        self.bar.set_split(split, self._dataset.words)
        self.counts.setText(
            ""
            if split is None
            else tr(
                "{held_back:,} of {training:,}", held_back=split.held_back, training=split.training + split.held_back
            )
        )


class _SplitBar(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._split: SplitCounts | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Split"))

    def set_split(self, split: SplitCounts | None, examples: ExampleWords) -> None:
        self._split = split
        words = (
            ""
            if split is None
            else tr(
                "{examples} to train on, {held_back:,} held back",
                examples=examples.count(split.training),
                held_back=split.held_back,
            )
        )
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), RADIUS.badge, RADIUS.badge)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), self._theme.color("pressed"))
        if self._split is None:
            return
        colors, split = self._theme.colors, self._split
        total = max(1, split.training + split.held_back)
        border = self.width() * split.training / total
        painter.fillRect(QRectF(border, 0, self.width() - border, 24), self._theme.color("accent", 0.28))
        painter.fillRect(QRectF(0, 0, border - (2 if split.held_back else 0), 24), self._theme.color("accent"))
        font = ui_font(12, 600)
        text_in(
            painter,
            QRectF(12, 0, border - 12, 24),
            tr("Train {training:,}", training=split.training),
            font,
            colors.on_accent,
        )
        words = number(split.held_back, ",")
        if split.held_back and text_width(font, words) + 12 < self.width() - border:
            place = QRectF(border, 0, self.width() - border, 24)
            ink = colors.text if colors.is_dark else colors.accent_pressed
            text_in(painter, place, words, font, ink, Qt.AlignmentFlag.AlignHCenter)
