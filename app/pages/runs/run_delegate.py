"""How a line of the table of runs is drawn: its mark, its star, its name with tags, its state and its curve."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from app.language.translate import tr, tr_marked
from app.models.run_columns import COLUMNS, STATE_WORDS
from app.models.run_table import RunRole
from app.theme.fonts import ui_font
from app.theme.icons import paint_icon
from app.theme.theme import Theme
from app.theme.tokens import METRICS, RADIUS
from app.widgets.painting import dot, rounded_box, text_in, text_width
from app.widgets.pair_cells import PADDING, paint_ground
from engine.storage.run_summary import RunSummary

Index = QModelIndex | QPersistentModelIndex
_BOX = 16
_MOST_TAGS = 3


class RunDelegate(QStyledItemDelegate):
    """`hovered_row` is the line under the pointer."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self.hovered_row = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(COLUMNS[index.column()].width, METRICS.run_row_height)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFont(ui_font(13, 600))
        editor.setAccessibleName(tr("Name of the run"))
        editor.setAccessibleDescription(tr("Enter keeps it, Esc does not; an empty name goes back to the folder's."))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]
        editor.setGeometry(rect.adjusted(-6, 2, 0, -2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        run = index.data(RunRole.RUN)
        if not isinstance(run, RunSummary):
            return
        painter.save()
        rect = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownArgumentType]
        selected = self._view.selectionModel().isRowSelected(index.row(), QModelIndex())
        paint_ground(painter, rect, self._theme, selected=selected, hovered=index.row() == self.hovered_row)
        self._paint_cell(painter, rect, index, run, selected=selected)
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), self._theme.color("border"))
        painter.restore()

    def _paint_cell(self, painter: QPainter, rect: QRectF, index: Index, run: RunSummary, *, selected: bool) -> None:
        place = index.data(RunRole.PLACE)
        match COLUMNS[index.column()].name:
            case "mark":
                if selected:
                    painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), self._theme.color("accent"))
                self._paint_mark(painter, rect, place, is_marked=bool(index.data(RunRole.IS_MARKED)))
            case "star":
                self._paint_star(painter, rect, run)
            case "name":
                self._paint_name(painter, rect, run)
            case "state":
                self._paint_state(painter, rect, run)
            case "curve":
                self._paint_curve(painter, rect, run, place)
            case _:
                self._paint_words(painter, rect, index)

    def _paint_words(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        is_number = COLUMNS[index.column()].is_number
        alignment = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        area = rect.adjusted(4, 0, -PADDING, 0)
        words = str(index.data())
        font = ui_font(13)
        if not is_number:
            words = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, int(area.width()))
        ink = self._theme.colors.text if is_number else self._theme.colors.text2
        text_in(painter, area, words, font, ink, alignment)

    def _paint_mark(self, painter: QPainter, rect: QRectF, place: int | None, *, is_marked: bool) -> None:
        colors = self._theme.colors
        box = QRectF(rect.center().x() - _BOX / 2 + 1, rect.center().y() - _BOX / 2, _BOX, _BOX)
        if not is_marked:
            rest = colors.sunken if colors.is_dark else colors.surface
            rounded_box(painter, box, RADIUS.key, rest, colors.control)
            return
        fill = colors.control if place is None else run_ink(self._theme, place).name()
        rounded_box(painter, box, RADIUS.key, fill)
        paint_icon(painter, "check", box.adjusted(2, 2, -2, -2), colors.bg if colors.is_dark else colors.on_accent)

    def _paint_star(self, painter: QPainter, rect: QRectF, run: RunSummary) -> None:
        place = QRectF(rect.center().x() - 8, rect.center().y() - 8, 16, 16)
        if run.starred:
            paint_icon(painter, "star-fill", place, self._theme.colors.warn_fill)
        else:
            paint_icon(painter, "star", place, self._theme.colors.control)

    def _paint_name(self, painter: QPainter, rect: QRectF, run: RunSummary) -> None:
        """The name, and after it as many tags as have room; a sweep's name is quieter."""
        colors = self._theme.colors
        font, small = ui_font(13, 600), ui_font(12)
        room = rect.width() - 4 - PADDING
        words = QFontMetrics(font).elidedText(run.title, Qt.TextElideMode.ElideRight, int(room))
        x = rect.x() + 4
        text_in(painter, QRectF(x, rect.y(), room, rect.height()), words, font, colors.text)
        x += text_width(font, words) + 8
        if run.sweep:
            sweep = tr("sweep {sweep}", sweep=run.sweep)
            if x + text_width(small, sweep) <= rect.right() - PADDING:
                text_in(painter, QRectF(x, rect.y(), room, rect.height()), sweep, small, colors.text2)
                x += text_width(small, sweep) + 8
        for tag in run.tags[:_MOST_TAGS]:
            width = text_width(small, tag) + 12
            if x + width > rect.right() - PADDING:
                break
            box = QRectF(x, rect.center().y() - 10, width, 20)
            rounded_box(painter, box, RADIUS.badge, colors.surface if colors.is_dark else colors.hover, colors.border)
            text_in(painter, box, tag, small, colors.text2, Qt.AlignmentFlag.AlignHCenter)
            x += width + 5

    def _paint_state(self, painter: QPainter, rect: QRectF, run: RunSummary) -> None:
        colors, word = self._theme.colors, STATE_WORDS[run.state]
        text, font = tr_marked(word.text), ui_font(12, 500)
        box = QRectF(rect.x() + 2, rect.center().y() - 11, text_width(font, text) + 16, 22)
        rounded_box(painter, box, RADIUS.badge, colors.soft(word.tone))
        text_in(painter, box, text, font, colors.tone(word.tone), Qt.AlignmentFlag.AlignHCenter)

    def _paint_curve(self, painter: QPainter, rect: QRectF, run: RunSummary, place: int | None) -> None:
        """As long as the run came, in the run's colour where it is marked."""
        if not run.curve:
            return
        share = min(1.0, run.step / run.total_steps) if run.total_steps else 1.0
        area = rect.adjusted(6, 11, -16, -11)
        low, high = min(0.0, *run.curve), max(0.0, *run.curve)
        spread = (high - low) or 1.0
        width = area.width() * share / max(1, len(run.curve) - 1)
        points = [
            QPointF(area.x() + index * width, area.bottom() - area.height() * (value - low) / spread)
            for index, value in enumerate(run.curve)
        ]
        ink = self._theme.color("text3") if place is None else run_ink(self._theme, place)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, 1.4))
        painter.drawPolyline(QPolygonF(points))
        dot(painter, points[-1], 2.6, ink.name())


def run_ink(theme: Theme, place: int) -> QColor:
    """The palette's colour for a place from 0."""
    return theme.color(f"run_{place + 1}")
