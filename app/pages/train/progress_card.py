"""How far the run is: per cent, time left, step, epoch, speed, and a bar with a mark for each evaluation."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language.numbers import number
from app.language.translate import mark, tr, tr_marked
from app.models.run import RunModel
from app.models.run_state import RunState
from app.models.run_words import time_words, was_stopped
from app.models.words import stopwatch
from app.theme.theme import Theme
from app.theme.tokens import Tone
from app.widgets.card import Card
from app.widgets.label import ElidedLabel, Label
from app.widgets.progress_bar import ProgressBar

_FACTS = (mark("Step"), mark("Epoch"), mark("Speed"), mark("Elapsed"))


class ProgressCard(Card):
    """Follows the run; its clock ticks only while it is seen and the run is under way."""

    def __init__(self, theme: Theme, run: RunModel, parent: QWidget | None = None) -> None:
        super().__init__(spacing=12, parent=parent)
        self._run = run
        self._percent = Label("", "page_title")
        self._time = ElidedLabel("", "body", "text2")
        self._facts: dict[str, tuple[Label, Label]] = {}
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._percent)
        line.addWidget(self._time, 1)
        for name in _FACTS:
            caption, value = Label(tr_marked(name), "body", "text3"), Label("–", "strong")
            self._facts[name] = (caption, value)
            pair = QHBoxLayout()
            pair.setSpacing(7)
            pair.addWidget(caption)
            pair.addWidget(value)
            line.addSpacing(6)
            line.addLayout(pair)
        self._bar = ProgressBar(theme, tr("Progress of the run"), 10)
        self.layout_.addLayout(line)
        self.layout_.addWidget(self._bar)
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self.refresh)
        run.changed.connect(self.refresh)
        self.refresh()

    @property
    def text(self) -> str:
        """Per cent and time as shown."""
        return f"{self._percent.text()} {self._time.text()}".strip()

    def refresh(self) -> None:
        """Show the run as it is now."""
        run = self._run
        self._run_clock(self.isVisible())
        share = self._share()
        self._percent.setText(number(int(run.share_done * 100) / 100, ".0%"))
        self._percent.setVisible(run.started is not None)  # before that the bar is only about the phase
        self._time.setText(self._time_text())
        self._bar.set_share(share)
        self._bar.set_tone(_bar_tone(run))
        total = max(1, run.total_steps)
        self._bar.set_ticks([step / total for step in run.evaluation_steps[:-1]] if run.started else [])
        self._show_facts()

    def set_compact(self, compact: bool) -> None:
        """Where room is short, the elapsed time is left out."""
        for label in self._facts["Elapsed"]:
            label.setVisible(not compact)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._run_clock(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._run_clock(False)

    def _run_clock(self, visible: bool) -> None:
        wanted = visible and self._run.state.is_active
        if wanted != self._clock.isActive():
            self._clock.start() if wanted else self._clock.stop()

    def _share(self) -> float | None:
        run = self._run
        if run.started is None or run.state is RunState.PREPARING:
            return run.phase.done / run.phase.total if run.phase.total else None
        return run.share_done

    def _time_text(self) -> str:
        run = self._run
        words = time_words(run)
        if (run.started is None or run.state is RunState.PREPARING) and run.phase.total:
            return tr("{words}, {done:,} of {total:,}", words=words, done=run.phase.done, total=run.phase.total)
        if run.state is RunState.RUNNING and run.seconds_left is not None and run.seconds_left > 60:
            end = datetime.now().astimezone() + timedelta(seconds=run.seconds_left)
            return tr("{words}, done at {end:%H:%M}", words=words, end=end)
        return words

    def _show_facts(self) -> None:
        run, last = self._run, self._run.last_step
        epochs = run.plan.training.epochs if run.plan else 1
        texts = {
            "Step": tr("{step:,} of {total_steps:,}", step=run.step, total_steps=run.total_steps)
            if run.started
            else "–",
            "Epoch": tr("{epoch:.2f} of {epochs}", epoch=last.epoch, epochs=epochs) if last else "–",
            "Speed": tr_marked(run.words.speed, rate=last.pairs_per_second) if last else "–",
            "Elapsed": stopwatch(run.elapsed_seconds),
        }
        for name, text in texts.items():
            self._facts[name][1].setText(text)


def _bar_tone(run: RunModel) -> Tone:
    if run.state is RunState.PAUSED:
        return "warn"
    if run.state is RunState.FAILED:
        return "danger"
    if run.state is RunState.FINISHED and not was_stopped(run):
        return "ok"
    return "accent"
