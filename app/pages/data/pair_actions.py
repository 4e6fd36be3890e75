"""What can be done with the pair in sight, or with all that are selected: flip, edit, drop and restore."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language.translate import tr, tr_marked
from app.models.example_words import PAIR_WORDS, ExampleWords
from app.theme.theme import Theme
from app.widgets.button import Button
from engine.data.edits.edit import Marks


class PairActions(QWidget):
    """`flipped`, `edited` and `dropped` (which also restores) ask for it; `kept` and `left` end an edit."""

    flipped = Signal()
    edited = Signal()
    dropped = Signal()
    kept = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_keys = True
        self.flip = Button(theme, tr("Flip"), icon="arrows-left-right", key="F")
        self.edit = Button(theme, tr("Edit"), icon="pencil-simple", key="E")
        self.drop = Button(theme, tr("Drop"), "danger", icon="trash", key="Del")
        self.leave = Button(theme, tr("Cancel"), key="Esc")
        self.keep = Button(theme, tr("Save"), icon="check", key="Ctrl ↵")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for button, asks in (
            (self.flip, self.flipped),
            (self.edit, self.edited),
            (self.drop, self.dropped),
            (self.leave, self.left),
            (self.keep, self.kept),
        ):
            button.clicked.connect(asks)
            layout.addWidget(button)
        self.show_state(Marks(), 0, PAIR_WORDS, may_edit=False, is_editing=False)

    def show_state(self, marks: Marks, selected: int, words: ExampleWords, *, may_edit: bool, is_editing: bool) -> None:
        """`marks` are those of the pair in sight, `selected` how many pairs flipping and dropping are for."""
        for button in (self.flip, self.edit, self.drop):
            button.setVisible(not is_editing)
        for button in (self.leave, self.keep):
            button.setVisible(is_editing)
        several = selected > 1
        self.flip.setEnabled(may_edit and (several or not marks.is_dropped))
        self.edit.setEnabled(may_edit and not several and not marks.is_dropped)
        self.drop.setEnabled(may_edit)
        flip, drop = _names(marks, selected, words)
        self.drop.set_label(tr("Restore") if marks.is_dropped else tr("Drop"), icon=_drop_icon(marks))
        self.drop.set_kind("secondary" if marks.is_dropped else "danger")
        for button, what in ((self.flip, tr_marked(words.swap)), (self.edit, tr("Write the texts anew"))):
            button.setToolTip(what if may_edit else tr("The file is still being read."))
        self.drop.setToolTip(drop if several else "")
        self.flip.setAccessibleName(flip)
        self.drop.setAccessibleName(drop)

    def set_compact(self, compact: bool) -> None:
        """Where room is short the key caps go."""
        if compact == (not self._has_keys):
            return
        self._has_keys = not compact
        for button, key in ((self.flip, "F"), (self.edit, "E"), (self.drop, "Del"), (self.leave, "Esc")):
            button.set_label(button.text(), key="" if compact else key)


def _drop_icon(marks: Marks) -> str:
    return "arrow-counter-clockwise" if marks.is_dropped else "trash"


def _names(marks: Marks, selected: int, words: ExampleWords) -> tuple[str, str]:
    """What flipping and dropping do to so many pairs."""
    if selected <= 1:
        return tr("Flip"), tr("Restore") if marks.is_dropped else tr("Drop")
    examples = words.count(selected)
    flip = tr("Flip {examples}", examples=examples)
    if marks.is_dropped:
        return flip, tr("Restore {examples}", examples=examples)
    return flip, tr("Drop {examples}", examples=examples)
