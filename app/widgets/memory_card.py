"""The memory forecast of the next run: a bar with its parts, what it is based on, and what to change if need be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from app.language.engine_words import tr_engine
from app.language.translate import tr
from app.models.outlook import Outlook, RunOutlook
from app.models.outlook_words import basis_words, fix_words, lost_words, peak_words, verdict_words
from app.models.words import byte_size
from app.theme.theme import Theme
from app.theme.tokens import MEMORY, Tone
from app.widgets.badge import Badge
from app.widgets.button import Button
from app.widgets.card import Card
from app.widgets.label import ElidedLabel, Label
from app.widgets.memory_bar import MemoryBar, MemoryPart
from app.widgets.painting import rounded_box
from engine.forecast.fixes import Fix
from engine.forecast.memory import MemoryParts, Verdict

_SIGNS: dict[Verdict, tuple[Tone, str]] = {
    "fits": ("ok", "check-circle"),
    "tight": ("warn", "warning"),
    "will not fit": ("danger", "warning"),
}
_LIGHT_INK, _DARK_INK = "#FFFFFF", "#0B1A24"
_COLUMNS = 2


class MemoryCard(Card):
    """Hidden while there is no model to forecast. `counts`: the pairs are counted while it is in sight."""

    def __init__(
        self, theme: Theme, outlook: RunOutlook, *, counts: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Memory forecast"), spacing=8, parent=parent)
        self._theme, self._outlook, self._counts = theme, outlook, counts
        self.peak = ElidedLabel("", "body", "text2")
        self.badge = Badge(theme, "")
        assert self.title is not None
        self.head.insertWidget(1, self.peak)
        self.head.addWidget(self.badge)
        self.bar = MemoryBar(theme, tr("Memory forecast"))
        self.layout_.addWidget(self.bar)
        self._legend = [_LegendEntry(theme) for _ in range(5)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(4)
        for number, entry in enumerate(self._legend):
            grid.addWidget(entry, number // _COLUMNS, number % _COLUMNS)
        self.layout_.addLayout(grid)
        self.basis = Label("", "caption", "text2", wrap=True)
        self.layout_.addWidget(self.basis)
        self.fixes = [Button(theme, tr("Make room"), size="compact", icon="wrench") for _ in range(2)]
        self._fix_row = QWidget()
        self._fix_row.setProperty("clear", True)
        row = QHBoxLayout(self._fix_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(tr("To make room"), "caption", "text2"))
        for number, button in enumerate(self.fixes):
            row.addWidget(button)
            button.clicked.connect(lambda _=False, number=number: self._apply(number))
        row.addStretch(1)
        self.layout_.addWidget(self._fix_row)
        outlook.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the forecast as it is now."""
        shown = self._outlook.shown
        self.setVisible(shown is not None)
        if shown is None:
            return
        memory = shown.memory
        self.peak.setText(peak_words(memory))
        tone, icon = _SIGNS[memory.verdict]
        self.badge.set_badge(verdict_words(memory), tone, icon)
        parts = self._parts(memory.parts)
        self.bar.set_parts(parts, memory.available)
        for entry, part in zip(self._legend, parts, strict=True):
            entry.show_part(part)
        self.basis.setText(self._basis(shown))
        for button, fix in zip(self.fixes, [*shown.fixes, None, None], strict=False):
            button.setVisible(fix is not None)
            if fix is not None:
                button.setText(fix_words(fix))
                button.setToolTip(tr("Change this setting for the next run"))
        self._fix_row.setVisible(bool(shown.fixes))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._counts:
            self._outlook.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._counts:
            self._outlook.watch(False)

    def _apply(self, number: int) -> None:
        fixes: Sequence[Fix] = self._outlook.shown.fixes if self._outlook.shown is not None else ()
        if number < len(fixes):
            self._outlook.apply(fixes[number])

    def _basis(self, shown: Outlook) -> str:
        words = basis_words(shown, is_counting=self._outlook.is_counting)
        if shown.counted is not None:
            return f"{words}. {lost_words(shown.counted, self._outlook.max_length, self._outlook.words)}"
        failure = self._outlook.failure
        return f"{words}. {tr_engine(failure.message)}" if failure is not None else f"{words}."

    def _parts(self, parts: MemoryParts) -> tuple[MemoryPart, ...]:
        colors = self._theme.colors
        return (
            MemoryPart(tr("Program"), parts.program, colors.control),
            MemoryPart(tr("Model weights"), parts.weights, MEMORY.weights, _LIGHT_INK),
            MemoryPart(tr("Adapter and optimizer"), parts.adapter + parts.gradients + parts.optimizer, MEMORY.adapter),
            MemoryPart(tr("Activations"), parts.activations + parts.allocator, MEMORY.activations, _DARK_INK),
            MemoryPart(tr("Output scores"), parts.output_head, MEMORY.output_head, _DARK_INK),
        )


class _LegendEntry(QWidget):
    """A square of a part's colour, its name and its bytes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = _Mark()
        self._name, self._size = ElidedLabel("", "body"), Label("", "body")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._name, 1)
        row.addWidget(self._size)
        self.setProperty("clear", True)

    def show_part(self, part: MemoryPart) -> None:
        """Another part."""
        self._mark.color = part.color
        self._mark.update()
        self._name.setText(part.name)
        self._size.setText(byte_size(part.size))


class _Mark(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.color = "#000000"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(10, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded_box(QPainter(self), QRectF(self.rect()), 3, self.color)
