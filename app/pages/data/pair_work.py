"""What the buttons and keys of the Data page do to pairs: flip, edit, drop, undo and redo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTableView, QWidget

from app.models.dataset import Dataset
from app.pages.data.pair_view import PairView


class PairWork(QObject):
    """Acts on all pairs that are selected in the list, or else on the one in sight."""

    def __init__(
        self,
        dataset: Dataset,
        selected: Callable[[], Sequence[int]],
        table: QTableView,
        view: PairView,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._dataset = dataset
        self._selected = selected
        self._table = table
        self._view = view
        view.buttons.flipped.connect(self.flip)
        view.buttons.dropped.connect(self.drop_or_restore)
        view.editing_ended.connect(self._back_to_the_list)
        # Where text is typed, the field takes these keys for itself.
        for keys, action in (
            ("F", self.flip),
            ("E", view.begin_editing),
            ("Del", self.drop_or_restore),
            (QKeySequence.StandardKey.Undo, dataset.edits.undo),
            ("Ctrl+Shift+Z", dataset.edits.redo),
            ("Ctrl+Y", dataset.edits.redo),
        ):
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def flip(self) -> None:
        """Swap the replies of the pairs that are meant; dropped ones are left alone."""
        if not self._view.is_editing:
            edits = self._dataset.edits
            edits.flip([index for index in self._meant() if not edits.of(index).is_dropped])

    def drop_or_restore(self) -> None:
        """Leave the pairs out and go on to the next; where the one in sight is left out already, take them in again."""
        index, edits = self._dataset.selection.index, self._dataset.edits
        if index is None or self._view.is_editing or not edits.may_edit:
            return
        meant = self._meant()
        if edits.of(index).is_dropped:
            edits.restore(meant)
            return
        edits.drop(meant)
        if len(meant) == 1:
            self._view.order.step(1)

    def _meant(self) -> Sequence[int]:
        index = self._dataset.selection.index
        selected = self._selected()
        if len(selected) > 1 and index in selected:
            return selected
        return [] if index is None else [index]

    def _back_to_the_list(self) -> None:
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
