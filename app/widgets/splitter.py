"""Parts of a page side by side, with a divider that can be moved and remembers where it was put."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from app.theme.theme import Theme
from app.widgets.painting import rounded_box

_STEP = 24
_GRIP = 36
_BACK = {Qt.Key.Key_Left, Qt.Key.Key_Up}
_ON = {Qt.Key.Key_Right, Qt.Key.Key_Down}


class Splitter(QSplitter):
    """`parts` share the room by their weights until somebody moves the divider.

    `name` says in a few words what it divides; it is also what the sizes are kept under. The divider is as wide as
    the gap between cards. Arrow keys move it, Home and a double click put it back.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        parts: Sequence[tuple[QWidget, int]],
        gap: int,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(orientation, parent)
        self._theme = theme
        self.name = name
        self.is_moved = False
        self._weights = [weight for _, weight in parts]
        self.setChildrenCollapsible(False)
        self.setHandleWidth(gap)
        for index, (widget, weight) in enumerate(parts):
            self.addWidget(widget)
            self.setStretchFactor(index, weight)
        self.put_back()
        self.splitterMoved.connect(self._moved)

    def put_back(self) -> None:
        """Share the room by the weights again."""
        self.is_moved = False
        self.setSizes([weight * 1000 for weight in self._weights])

    def restore(self, sizes: Sequence[int]) -> None:
        """Share the room as these sizes do; those of another number of parts are passed over."""
        if len(sizes) == self.count() and sum(sizes) > 0:
            self.is_moved = True
            self.setSizes(list(sizes))

    def createHandle(self) -> QSplitterHandle:
        return _Divider(self._theme, self)

    def _moved(self) -> None:
        self.is_moved = True


class _Divider(QSplitterHandle):
    """A grip that shows under the pointer and with the keyboard's focus."""

    def __init__(self, theme: Theme, splitter: Splitter) -> None:
        super().__init__(splitter.orientation(), splitter)
        self._theme = theme
        self._splitter = splitter
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(f"Divider: {splitter.name}")
        self.setAccessibleDescription("The arrow keys move it, Home puts it back.")
        self.setToolTip("Drag to share the room otherwise; a double click puts it back.")

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


def splitter_sizes(root: QWidget) -> dict[str, list[int]]:
    """The sizes of every splitter below a widget that somebody moved, by its name."""
    return {one.name: one.sizes() for one in root.findChildren(Splitter) if one.is_moved}


def restore_splitters(root: QWidget, sizes: Mapping[str, Sequence[int]]) -> None:
    """Put every splitter below a widget back to where it was left."""
    for one in root.findChildren(Splitter):
        if one.name in sizes:
            one.restore(sizes[one.name])
