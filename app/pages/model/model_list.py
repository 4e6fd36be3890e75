"""The models on this computer as a list to choose from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.language.translate import tr
from app.pages.model.verdict import Verdict
from app.pages.model.words import count_short, dtype_words, origin, short_name, size_words
from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.theme.tokens import RADIUS
from app.widgets.painting import dot, rounded_box, text_in, text_width
from engine.model.facts import ModelFacts

Index = QModelIndex | QPersistentModelIndex
Judge = Callable[[ModelFacts], Verdict]
_FACTS = Qt.ItemDataRole.UserRole
_VERDICT = Qt.ItemDataRole.UserRole + 1
_ROW_HEIGHT = 57
_SIZES_WIDTH = 96


class ModelItems(QAbstractListModel):
    """One row a model, in words for those who listen."""

    def __init__(self, judge: Judge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._judge = judge
        self._models: tuple[ModelFacts, ...] = ()

    def set_models(self, models: tuple[ModelFacts, ...]) -> None:
        """Show other models."""
        self.beginResetModel()
        self._models = models
        self.endResetModel()

    def facts(self, row: int) -> ModelFacts:
        """The model of a row."""
        return self._models[row]

    def row_of(self, folder: Path | None) -> int:
        """The row of a model's folder, -1 when it is not in the list."""
        return next((row for row, facts in enumerate(self._models) if facts.folder == folder), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        return 0 if parent.isValid() else len(self._models)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        facts = self._models[index.row()]
        if role == _FACTS:
            return facts
        if role == _VERDICT:
            return self._judge(facts)
        if role == Qt.ItemDataRole.DisplayRole:
            return short_name(facts)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{self._judge(facts).reason}\n{facts.folder}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            judged = self._judge(facts)
            return tr(
                "{name}, {count_short} parameters, {word}. {reason}",
                name=facts.name,
                count_short=count_short(facts.parameters),
                word=judged.word,
                reason=judged.reason,
            )
        return None

    def judge_again(self) -> None:
        """The device has changed, and with it what fits."""
        if self._models:
            self.dataChanged.emit(self.index(0), self.index(len(self._models) - 1), [_VERDICT])


class ModelDelegate(QStyledItemDelegate):
    """Paints a row: choice mark, name and origin, parameters and size, verdict."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(240, _ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        facts: ModelFacts = index.data(_FACTS)
        colors = self._theme.colors
        area = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]  # Qt's types leave it out
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(area, QColor(colors.accent_soft))
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), QColor(colors.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(colors.sunken))
        else:
            painter.fillRect(QRectF(area.left() + 16, area.bottom(), area.width() - 32, 1), QColor(colors.border))
        self._paint_mark(painter, QPointF(area.left() + 24, area.center().y()), chosen)
        badge_left = self._paint_verdict(painter, area, index.data(_VERDICT))
        sizes = QRectF(badge_left - 12 - _SIZES_WIDTH, area.top() + 9, _SIZES_WIDTH, 20)
        self._paint_texts(painter, area, sizes, facts)
        painter.restore()

    def _paint_mark(self, painter: QPainter, center: QPointF, chosen: bool) -> None:
        colors = self._theme.colors
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            dot(painter, center, 8, colors.accent)
            dot(painter, center, 3, colors.on_accent)
        else:
            painter.setPen(QPen(QColor(colors.control), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(center, 7.3, 7.3)

    def _paint_verdict(self, painter: QPainter, area: QRectF, judged: Verdict) -> float:
        text, tone = judged.word, judged.tone
        font = ui_font(12, 500)
        width = text_width(font, text) + 16
        box = QRectF(area.right() - 16 - width, area.center().y() - 11, width, 22)
        rounded_box(painter, box, RADIUS.badge, self._theme.colors.soft(tone))
        text_in(painter, box, text, font, self._theme.colors.tone(tone), Qt.AlignmentFlag.AlignHCenter)
        return box.left()

    def _paint_texts(self, painter: QPainter, area: QRectF, sizes: QRectF, facts: ModelFacts) -> None:
        colors = self._theme.colors
        usable = not facts.problem
        left = area.left() + 44
        width = sizes.left() - left - 8
        for text, font, ink, top in (
            (short_name(facts), ui_font(13, 600), colors.text if usable else colors.text2, 9),
            (origin(facts), ui_font(12), colors.text2, 29),
        ):
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, int(width))
            text_in(painter, QRectF(left, area.top() + top, width, 20), shown, font, ink)
        right = Qt.AlignmentFlag.AlignRight
        text_in(painter, sizes, count_short(facts.parameters), ui_font(13, 600), colors.text, right)
        kind = f"{size_words(facts.size_bytes)} · {dtype_words(facts.dtype)}"
        text_in(painter, sizes.translated(0, 20), kind, ui_font(12), colors.text2, right)


class ModelList(QListView):
    """`picked` is emitted with the facts of a model that a person chose by click, arrow keys or Enter."""

    picked = Signal(object)

    def __init__(self, theme: Theme, judge: Judge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = ModelItems(judge, self)
        self.setModel(self._items)
        self.setItemDelegate(ModelDelegate(theme, self))
        self.setAccessibleName(tr("Models on this computer"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self._is_showing = False

    def show_models(self, models: tuple[ModelFacts, ...], chosen: Path | None) -> None:
        """Show the list with the chosen model selected; emits nothing."""
        self._is_showing = True
        try:
            known = tuple(self._items.facts(row) for row in range(self._items.rowCount()))
            if known != models:
                self._items.set_models(models)
            else:
                self._items.judge_again()
            row = self._items.row_of(chosen)
            if row >= 0:
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.selectionModel().setCurrentIndex(self._items.index(row), flags)
            else:
                self.clearSelection()
        finally:
            self._is_showing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.picked.emit(self._items.facts(self.currentIndex().row()))
            return
        super().keyPressEvent(event)

    def _current_changed(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid() and not self._is_showing:
            self.picked.emit(self._items.facts(current.row()))
