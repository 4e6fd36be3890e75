"""The table of what differs between the marked runs: differences from the first of them are tinted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.language.translate import mark, tr, tr_marked
from app.models.comparison_table import ComparisonRole, ComparisonTable
from app.models.run_overlay import RunOverlay
from app.pages.runs.run_delegate import run_ink
from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.theme.tokens import METRICS, RADIUS
from app.widgets.card import Card
from app.widgets.empty_state import EmptyState
from app.widgets.painting import dot, rounded_box, text_in, text_width
from app.widgets.table_head import TableHead
from app.widgets.table_look import dress_table

Index = QModelIndex | QPersistentModelIndex
_HOW = mark("Mark two to four of them, with Space or the boxes at the left.")
_PADDING = 7
_NAMES_WIDTH = 190


class ComparisonCard(Card):
    """Follows an overlay; empty until two runs are marked."""

    def __init__(self, theme: Theme, overlay: RunOverlay, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, spacing=0, parent=parent)
        self._overlay = overlay
        self.rows = ComparisonTable(self)
        self.table = QTableView()
        self.table.setModel(self.rows)
        self.table.setAccessibleName(tr("What differs between the marked runs"))
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setItemDelegate(_FactDelegate(theme, self.table))
        self._head = _RunsHead(theme, self.table)
        dress_table(self.table, self._head)
        self.nothing = EmptyState(theme, "columns", tr("Nothing to compare"), tr_marked(_HOW))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self.table)
        self.layout_.addWidget(self._stack)
        self.layout_.setContentsMargins(8, 4, 8, 6)
        self.rows.modelReset.connect(self._show)
        overlay.changed.connect(self._take)
        self._take()

    def _take(self) -> None:
        runs = self._overlay.runs if len(self._overlay.runs) > 1 else ()
        facts = self._overlay.facts if runs and len(self._overlay.facts[0].values) == len(runs) else ()
        self.rows.show(facts, [one.run.title for one in runs], [one.place for one in runs])
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """The runs share what the settings' names leave."""
        count = self.rows.columnCount()
        if count < 2:
            return
        room = self.width() - 30
        names = min(_NAMES_WIDTH, room * 2 // (count + 1))
        self.table.setColumnWidth(0, names)
        for column in range(1, count):
            self.table.setColumnWidth(column, (room - names) // (count - 1))

    def _show(self) -> None:
        self._fit_columns()
        if not self.rows.total:
            self.nothing.set_texts(tr("Nothing to compare"), tr_marked(_HOW))
        else:
            self.nothing.set_texts(tr("No difference"), tr("Their plans, their data and their machine are the same."))
        self._stack.setCurrentWidget(self.table if self.rows.rowCount() else self.nothing)


class _FactDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, METRICS.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownArgumentType]
        colors = self._theme.colors
        selected = self._view.selectionModel().isRowSelected(index.row(), QModelIndex())
        if selected and self._view.hasFocus():
            painter.fillRect(rect, self._theme.color("hover"))
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), self._theme.color("border"))
        differs = bool(index.data(ComparisonRole.DIFFERS))
        font = ui_font(13, 600 if differs else 400)
        room = rect.width() - 2 * _PADDING - 4
        # Of paths and digests both ends tell something, of names the beginning.
        elide = Qt.TextElideMode.ElideMiddle if index.column() else Qt.TextElideMode.ElideRight
        words = QFontMetrics(font).elidedText(str(index.data()), elide, int(room))
        place = QRectF(rect.x() + _PADDING, rect.y(), room, rect.height())
        if differs:
            box = QRectF(rect.x(), rect.center().y() - 11, text_width(font, words) + 2 * _PADDING, 22)
            rounded_box(painter, box, RADIUS.badge, colors.accent_soft)
        ink = colors.text2 if not index.column() else colors.accent_text if differs else colors.text
        text_in(painter, place, words, font, ink)
        painter.restore()


class _RunsHead(TableHead):
    """Each run's name with its colour."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(theme, table, ())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        area = QRectF(rect)
        painter.fillRect(area, self._theme.color("surface"))
        painter.fillRect(QRectF(area.x(), area.bottom() - 1, area.width(), 1), self._theme.color("border"))
        model = self.model()
        place = model.headerData(logicalIndex, Qt.Orientation.Horizontal, ComparisonRole.PLACE)
        x = area.x() + _PADDING
        if isinstance(place, int):
            dot(painter, QPointF(x + 4, area.center().y()), 4, run_ink(self._theme, place).name())
            x += 14
        font = ui_font(12, 600 if logicalIndex else 500)
        words = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal))
        room = area.right() - x - 4
        words = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, int(room))
        ink = self._theme.colors.text if logicalIndex else self._theme.colors.text3
        text_in(painter, QRectF(x, area.y(), room, area.height()), words, font, ink)
        painter.restore()
