"""At the foot of a run: how much memory is used, of the card where it trains on one, and of the computer."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language.translate import tr
from app.models.model_choice import ModelChoice
from app.models.run import RunModel
from app.models.words import byte_size
from app.theme.theme import Theme
from app.widgets.usage_line import UsageLine

_MILLISECONDS = 2000


class UsageFoot(QWidget):
    """Looks every two seconds while it is seen and the run is under way."""

    def __init__(self, theme: Theme, run: RunModel, model: ModelChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._model = model
        self._peak = ""
        self.card = UsageLine(theme, tr("GPU memory"))
        self.memory = UsageLine(theme, tr("Memory"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(18)
        layout.addWidget(self.card)
        layout.addWidget(self.memory)
        self._clock = QTimer(self)
        self._clock.setInterval(_MILLISECONDS)
        self._clock.timeout.connect(self._look)
        run.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what the run said, and look at the computer from time to time while it is under way."""
        run = self._run
        self._run_clock(self.isVisible())
        peak = run.last_step.peak_memory_bytes if run.last_step else 0
        device = run.started.device if run.started else ""
        total = next((one.memory_bytes for one in self._model.devices if one.name == device), 0)
        is_card = device.startswith("cuda") and peak > 0 and total > 0
        self.card.setVisible(is_card)
        if is_card:
            self.card.show_usage(peak, total, tr("The most that training has used so far."))
        self._peak = "" if is_card or not peak else tr("Training used {peak} at most.", peak=byte_size(peak))
        if not self.memory.words:
            self._look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()
        self._run_clock(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._run_clock(False)

    def _run_clock(self, visible: bool) -> None:
        wanted = visible and self._run.state.is_active
        if wanted != self._clock.isActive():
            self._clock.start() if wanted else self._clock.stop()

    def _look(self) -> None:
        import psutil

        now = psutil.virtual_memory()
        everything = tr("What all programs use of this computer's memory.")
        self.memory.show_usage(now.total - now.available, now.total, f"{everything} {self._peak}".strip())
