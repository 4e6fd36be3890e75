"""Over a column: who answers there, and the way to let another one answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.language.translate import mark, tr, tr_marked
from app.models.panes import Panes
from app.theme.theme import Theme
from app.theme.tokens import Tone
from app.widgets.badge import Badge
from app.widgets.describe import describe
from app.widgets.drop_down import DropDown
from app.widgets.label import ElidedLabel
from engine.chat.generate import Side

_BADGES: dict[Side, tuple[str, str]] = {
    "before": (mark("Before"), mark("Left")),
    "after": (mark("After"), mark("Right")),
}
_SHORTEST_NAME = 12  # characters


class PaneHead(QWidget):
    """`chosen(key)` when a person wants another speaker on this side."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.side: Side = side
        self._tone: Tone = "accent" if side == "after" else "neutral"
        self._offered: list[tuple[object, str, str]] = []
        self.badge = Badge(theme, tr_marked(_BADGES[side][0]), self._tone)
        self.note = ElidedLabel("", "caption", "text3")
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 16, 6)
        self._row.setSpacing(10)
        self.name = self._drop_down([])
        self._row.addWidget(self.badge)
        self._row.addWidget(self.name, 1)
        self._row.addWidget(self.note, 1)

    def show_speakers(self, panes: Panes, why_not: str) -> None:
        """Offer who may answer, and show who does; `why_not` says why nobody else can be chosen now."""
        speaker = panes.speaker(self.side)
        offered: list[tuple[object, str, str]] = [(one.key, one.name, one.note) for one in panes.speakers]
        if speaker is None:
            nobody = tr("Nothing trained yet") if panes.speakers else tr("No model yet")
            offered.insert(0, ("", nobody, ""))
        if offered != self._offered:
            self._offer(offered)
        self.name.set_value(speaker.key if speaker else "")
        self.name.setEnabled(len(offered) > 1 and not why_not)
        judge = panes.judge
        judges = "" if panes.are_usual or judge is None or judge != speaker else tr("gives the rewards, ")
        self.note.setText(judges + speaker.note if speaker else "")
        self.name.setToolTip(why_not or (f"{speaker.name}: {judges}{speaker.note}" if speaker else ""))
        self.badge.set_badge(tr_marked(_BADGES[self.side][0 if panes.are_usual else 1]), self._tone)

    def _offer(self, offered: list[tuple[object, str, str]]) -> None:
        had_focus = self.name.hasFocus()
        old, self.name = self.name, self._drop_down(offered)
        self._row.replaceWidget(old, self.name)
        old.hide()
        old.deleteLater()
        self._offered = offered
        if had_focus:
            self.name.setFocus()

    def _drop_down(self, offered: list[tuple[object, str, str]]) -> DropDown:
        name = tr("Who answers at the left") if self.side == "before" else tr("Who answers at the right")
        made = DropDown(offered, name)
        describe(made, tr("The original, a run, or one of its checkpoints"))
        made.setMinimumContentsLength(_SHORTEST_NAME)
        made.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.chosen.connect(self._chosen)
        return made

    def _chosen(self, key: object) -> None:
        if key:
            self.chosen.emit(key)
