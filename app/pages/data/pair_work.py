"""What the buttons and keys of the Data page do to pairs: flip, edit, drop, undo and redo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QTableView, QWidget

from app.language.translate import tr
from app.models.dataset import Dataset
from app.pages.data.pair_view import PairView
from app.widgets.command import Command


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
        self._add_commands(page)

    def _add_commands(self, page: QWidget) -> None:
        # Where text is typed, the field takes these keys for itself.
        edits, view, pair = self._dataset.edits, self._view, self._why_no_pair
        Command(page, tr("Next pair"), lambda: view.order.step(1), "J", why_not=pair).show_keys_on(view.next)
        Command(page, tr("Previous pair"), lambda: view.order.step(-1), "K", why_not=pair).show_keys_on(view.previous)
        Command(
            page, tr("Flip the pair"), self.flip, "F", about=tr("Swap the chosen and the rejected reply"), why_not=pair
        ).show_keys_on(view.buttons.flip)
        Command(
            page, tr("Edit the pair"), view.begin_editing, "E", about=tr("Change its words"), why_not=pair
        ).show_keys_on(view.buttons.edit)
        Command(
            page,
            tr("Drop or restore the pair"),
            self.drop_or_restore,
            "Del",
            about=tr("Leave it out, or not"),
            why_not=pair,
        ).show_keys_on(view.buttons.drop)
        Command(
            page,
            tr("Undo the last edit"),
            edits.undo,
            QKeySequence.StandardKey.Undo,
            why_not=lambda: "" if edits.may_undo else tr("There is no edit to take back."),
        )
        Command(
            page,
            tr("Redo the last edit"),
            edits.redo,
            ("Ctrl+Shift+Z", "Ctrl+Y"),
            why_not=lambda: "" if edits.may_redo else tr("No edit was taken back."),
        )

        rewards = view.rewards
        if rewards is not None:
            about = tr("What training thinks of each reply, word by word")
            Command(
                page, tr("Show or hide the pair's rewards"), rewards.toggle, "T", about=about, why_not=pair
            ).show_keys_on(rewards.button)

    def _why_no_pair(self) -> str:
        return "" if self._dataset.selection.index is not None else tr("No pair is selected.")

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
