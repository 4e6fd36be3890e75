"""The workflow at the window's left edge, or only its icons where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from app.language.translate import tr, tr_marked
from app.models.workflow import StepStatus
from app.theme.theme import Theme, ThemeChoice
from app.theme.tokens import METRICS
from app.widgets.button import Button
from app.widgets.card import hairline
from app.widgets.icon_label import IconLabel
from app.widgets.label import ElidedLabel, Label
from app.widgets.mark import Mark
from app.widgets.project_button import ProjectButton
from app.widgets.sidebar_item import SidebarItem
from app.widgets.tab_stop import keep_one_tab_stop
from app.widgets.theme_button import ThemeButton


@dataclass(frozen=True, slots=True)
class Step:
    """A page as the sidebar lists it; `key` is its name in code, `shortcut` as people read it."""

    key: str
    name: str
    icon: str
    shortcut: str


class Sidebar(QWidget):
    """`chosen(key)` when a person picks a step; steps are never locked. `others` are pages outside the workflow."""

    chosen = Signal(str)
    theme_chosen = Signal(str)
    help_wanted = Signal()

    def __init__(
        self, theme: Theme, steps: Sequence[Step], others: Sequence[Step] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_rail = False
        self.setAccessibleName(tr("Workflow"))
        self._group = QButtonGroup(self)
        self._items: dict[str, SidebarItem] = {}
        self._unfolded: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self._layout.addLayout(self._head())
        self._layout.addSpacing(14)
        self.project_button = ProjectButton(theme)
        self._layout.addWidget(self.project_button)
        self._layout.addSpacing(12)
        self._caption = Label(tr("Workflow"), "caption", "text2", weight=600)
        self._caption.setContentsMargins(8, 0, 0, 6)
        self._unfolded.append(self._caption)
        self._layout.addWidget(self._caption)
        for index, step in enumerate(steps):
            if index:
                self._layout.addWidget(_Connector(theme))
            self._layout.addWidget(self._add_item(step))
        self._layout.addStretch(1)
        for other in others:
            self._layout.addWidget(self._add_item(other, is_step=False))
        keep_one_tab_stop(self._group)
        self._layout.addSpacing(8)
        self._line = hairline()
        self._layout.addWidget(self._line)
        self._layout.addSpacing(8)
        self._theme_button = ThemeButton(theme)
        self._theme_button.chosen.connect(self.theme_chosen)
        self._help_button = Button(theme, icon="question", kind="ghost", name=tr("Help for this page"))
        self._help_button.setToolTip(tr("Help for this page (F1)"))
        self._help_button.clicked.connect(self.help_wanted)
        self._tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._tools.setSpacing(6)
        self._tools.addWidget(self._theme_button, 1)
        self._tools.addWidget(self._help_button)
        self._layout.addLayout(self._tools)
        self._layout.addSpacing(8)
        self._device = ElidedLabel("", "caption", "text2")
        self._device_line = self._foot_line("cpu", self._device)
        self._device_line.hide()
        self._layout.addWidget(
            self._foot_line("lock-simple", ElidedLabel(tr("Offline. Nothing is sent."), "caption", "text2"))
        )
        self._layout.addWidget(self._device_line)
        self.set_rail(False)

    def item(self, key: str) -> SidebarItem:
        """The button of one step."""
        return self._items[key]

    def set_current(self, key: str) -> None:
        """Mark the step whose page is open."""
        self._items[key].setChecked(True)

    def set_state(self, key: str, status: StepStatus, text: str = "", share: float = 0.0) -> None:
        """Show how far a step is."""
        self._items[key].set_state(status, text, share)

    def set_device(self, text: str) -> None:
        """Name the device that the model runs on, once it is known."""
        self._device.setText(text)
        self._device_line.setToolTip(text)
        self._device_line.setVisible(bool(text))

    def set_theme_choice(self, choice: ThemeChoice) -> None:
        """Show which theme is chosen."""
        self._theme_button.set_choice(choice)

    def set_rail(self, rail: bool) -> None:
        """Fold to icons, or unfold."""
        self._is_rail = rail
        self.setFixedWidth(METRICS.rail_width if rail else METRICS.sidebar_width)
        margin = 12
        self._layout.setContentsMargins(margin, 12, margin, 14)
        for widget in self._unfolded:
            widget.setVisible(not rail)
        for item in self._items.values():
            item.set_rail(rail)
        self.project_button.set_rail(rail)
        self._theme_button.set_rail(rail)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._tools.setDirection(down if rail else across)
        self._tools.setAlignment(self._help_button, Qt.AlignmentFlag.AlignHCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("sidebar"))
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), self._theme.color("border"))

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(5, 0, 0, 0)
        head.setSpacing(10)
        name = Label("DPO Studio", "card_title")
        self._unfolded.append(name)
        head.addWidget(Mark(self._theme, 26))
        head.addWidget(name, 1)
        return head

    def _add_item(self, step: Step, *, is_step: bool = True) -> SidebarItem:
        item = SidebarItem(self._theme, tr_marked(step.name), step.icon, step.shortcut, has_status=is_step)
        item.clicked.connect(lambda _=False, key=step.key: self.chosen.emit(key))
        self._items[step.key] = item
        self._group.addButton(item)
        return item

    def _foot_line(self, icon: str, label: ElidedLabel) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(10, 5, 8, 5)
        layout.setSpacing(8)
        layout.addWidget(IconLabel(self._theme, icon, size=14))
        layout.addWidget(label, 1)
        line.setToolTip(label.text())
        self._unfolded.append(label)
        return line


class _Connector(QWidget):
    """The short line from one step to the next."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(8)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() > 100:
            QPainter(self).fillRect(QRectF(17, 0, 2, self.height()), self._theme.color("border"))
