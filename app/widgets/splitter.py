"""Parts of a page side by side, with a divider that can be moved and remembers where it was put."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QVBoxLayout, QWidget

from app.language.translate import tr
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.painting import rounded_box

_STEP = 24
_GRIP = 36
_BACK = {Qt.Key.Key_Left, Qt.Key.Key_Up}
_ON = {Qt.Key.Key_Right, Qt.Key.Key_Down}


class Part(NamedTuple):
    """A part of a page: it shares the room by its weight, or has a fixed `size` in pixels where that is 0."""

    widget: QWidget
    weight: int = 1
    size: int = 0


class Splitter(QSplitter):
    """`parts` share the room as they say until somebody moves the divider.

    `key` is what the sizes are kept under, `words` say what it divides. The divider is as wide as the gap between
    cards. Arrow keys move it, Home and a double click put it back.
    """

    def __init__(
        self,
        theme: Theme,
        key: str,
        words: str,
        parts: Sequence[Part],
        gap: int,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(orientation, parent)
        self._theme = theme
        self._parts = list(parts)
        self.key = key
        self.words = words
        self.kept: list[int] = []
        self.setChildrenCollapsible(False)
        self.setHandleWidth(gap)
        for index, part in enumerate(parts):
            self.addWidget(part.widget)
            self.setStretchFactor(index, part.weight)
        self.splitterMoved.connect(self._moved)

    def set_size(self, index: int, size: int) -> None:
        """Change a part's fixed size, as for a low window."""
        self._parts[index] = self._parts[index]._replace(size=size)
        self._share()

    def put_back(self) -> None:
        """Share the room as the parts say again."""
        self.kept = []
        self._share()

    def restore(self, sizes: Sequence[int]) -> None:
        """Share the room as these sizes do; those of another number of parts are passed over."""
        if len(sizes) == self.count() and all(sizes):
            self.kept = list(sizes)
            self.setSizes(self.kept)

    def createHandle(self) -> QSplitterHandle:
        return _Divider(self._theme, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share()
        super().resizeEvent(event)

    def _share(self) -> None:
        """Only until somebody moved the divider; from then on Qt shares what is added or taken."""
        if self.kept:
            return
        whole = self.width() if self.orientation() == Qt.Orientation.Horizontal else self.height()
        room = whole - self.handleWidth() * (self.count() - 1) - sum(part.size for part in self._parts)
        weights = sum(part.weight for part in self._parts)
        self.setSizes([part.size or max(1, room) * part.weight // weights for part in self._parts])

    def _moved(self) -> None:
        self.kept = self.sizes()


class _Divider(QSplitterHandle):
    """A grip that shows under the pointer and with the keyboard's focus."""

    def __init__(self, theme: Theme, splitter: Splitter) -> None:
        super().__init__(splitter.orientation(), splitter)
        self._theme = theme
        self._splitter = splitter
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(tr("Divider: {parts}", parts=splitter.words))
        self.setAccessibleDescription(tr("The arrow keys move it, Home puts it back."))
        self.setToolTip(tr("Drag to share the room otherwise; a double click puts it back."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _BACK | _ON:
            place = self.x() if self.orientation() == Qt.Orientation.Horizontal else self.y()
            self.moveSplitter(place + (_STEP if key in _ON else -_STEP))
        elif key == Qt.Key.Key_Home:
            self._splitter.put_back()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._splitter.put_back()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self.underMouse() or self.hasFocus()):
            return
        middle = QRectF(self.rect()).center()
        is_across = self.orientation() == Qt.Orientation.Horizontal
        width, height = (4, _GRIP) if is_across else (_GRIP, 4)
        grip = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
        rounded_box(QPainter(self), grip, 2, self._theme.colors.control)


def stacked(main: QWidget, below: QWidget, gap: int = METRICS.card_gap) -> QWidget:
    """Two parts one above the other, of which the first one takes the room."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    layout.addWidget(main, 1)
    layout.addWidget(below)
    return column


def splitter_sizes(root: QWidget) -> dict[str, list[int]]:
    """The sizes of every splitter below a widget, by its key; none of one that stands as at first."""
    return {one.key: one.kept for one in root.findChildren(Splitter)}


def restore_splitters(root: QWidget, sizes: Mapping[str, Sequence[int]]) -> None:
    """Put every splitter below a widget back to where it was left."""
    for one in root.findChildren(Splitter):
        if one.key in sizes:
            one.restore(sizes[one.key])
