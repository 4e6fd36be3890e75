"""Two pictures of what the settings mean: the learning rate over the run, and how the loss sees a pair."""

from __future__ import annotations

import math

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language.numbers import number
from app.language.translate import tr
from app.models.readiness import workload
from app.models.recipes import GENTLE, STRONG
from app.models.session import Session
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.card import Card
from app.widgets.chart_legend import ChartLegend
from app.widgets.curve_preview import CurvePreview, PreviewCurve
from app.widgets.label import ElidedLabel
from app.widgets.number_box import short_scientific
from engine.errors import PlanError
from engine.plan import TrainingPlan
from engine.training.schedule import learning_rate_at

_POINTS = 160
_ASSUMED_STEPS = 100
_GAPS = (-20.0, 30.0)  # nats between a pair's two log-ratios
_HIGHEST_LOSS = 2.3


class SettingPictures(QWidget):
    """Redrawn whenever a knob turns or the data changes."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._schedule = CurvePreview(theme, tr("Learning rate over time"))
        self._schedule_words = ElidedLabel("", "caption", "text2")
        self._loss = CurvePreview(theme, tr("Loss by reply gap"))
        self._legend = ChartLegend(theme)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(METRICS.card_gap)
        self._loss_card = _card(tr("Loss by reply gap"), self._loss, self._legend)
        layout.addWidget(_card(tr("Learning rate over time"), self._schedule, self._schedule_words), 1)
        layout.addWidget(self._loss_card, 1)
        self.setMinimumHeight(190)
        session.setup.changed.connect(self._show)
        session.dataset.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        setup = self._session.setup
        values = {key.partition(".")[2]: value for key, value in setup.values.items() if key.startswith("training.")}
        try:
            plan = TrainingPlan(**values)  # pyright: ignore[reportArgumentType]
        except PlanError:
            return  # the field says what is wrong; the pictures stay as they were
        self._show_schedule(plan)
        # Only a plain margin can be drawn along one axis.
        is_plain = plan.loss_type == ("sigmoid",) and plan.f_divergence_type == "reverse_kl"
        self._loss_card.setVisible(is_plain and not plan.label_smoothing)
        self._show_loss(plan.beta)

    def _show_schedule(self, plan: TrainingPlan) -> None:
        work = workload(self._session)
        steps = work.steps if work else _ASSUMED_STEPS * plan.epochs
        shown = sorted({1 + round(place * (steps - 1) / _POINTS) for place in range(_POINTS + 1)})
        rates = [learning_rate_at(step, steps, plan) for step in shown]
        top = short_scientific(plan.learning_rate)
        ends = [epoch * steps / plan.epochs for epoch in range(1, plan.epochs)]
        warm_up = tr("warm-up, then ") if plan.warmup_ratio else ""
        self._schedule_words.setText(tr("by step: {warm_up}{schedule}", warm_up=warm_up, schedule=plan.schedule))
        labels: list[tuple[float, str]] = [(0, "0"), (steps, number(steps, ","))]
        if len(ends) == 1:
            labels.insert(1, (ends[0], number(round(ends[0]), ",")))
        self._schedule.set_picture(
            [PreviewCurve(shown, rates, filled=True)],
            (0, max(steps, 2)),
            (0, plan.learning_rate * 1.12),
            labels,
            [(0, "0"), (plan.learning_rate, top)],
            marks=ends,
            spoken=tr(
                "Rises to {top}, {schedule} schedule over {steps} steps", top=top, schedule=plan.schedule, steps=steps
            ),
        )

    def _show_loss(self, beta: float) -> None:
        others = [value for recipe in (GENTLE, STRONG) if (value := recipe.values["training.beta"]) != beta]
        assert all(isinstance(value, float) for value in others)
        gaps = [_GAPS[0] + place * (_GAPS[1] - _GAPS[0]) / _POINTS for place in range(_POINTS + 1)]
        curves = [_loss_curve(gaps, float(str(other)), quiet=True) for other in others]
        self._loss.set_picture(
            [*curves, _loss_curve(gaps, beta, quiet=False)],
            _GAPS,
            (0, _HIGHEST_LOSS),
            [(-20, "−20"), (0, "0"), (30, "+30")],
            [(0, "0"), (1, "1"), (2, "2")],
            spoken=tr("Loss of a pair by how much likelier its chosen reply became, beta {beta:g}", beta=beta),
        )
        names = tr(" and ").join(number(value, "g") for value in others if isinstance(value, float))
        self._legend.set_entries((("line", "accent_text", tr("β {beta:g}", beta=beta)), ("line", "control", names)))


def _card(title: str, picture: QWidget, beside: QWidget) -> Card:
    card = Card(title, spacing=6)
    card.head.addWidget(beside)
    card.layout_.addWidget(picture, 1)
    return card


def _loss_curve(gaps: list[float], beta: float, *, quiet: bool) -> PreviewCurve:
    """-log sigmoid(beta * gap) (Rafailov et al. 2023, eq. 7)."""
    return PreviewCurve(gaps, [math.log1p(math.exp(-beta * gap)) for gap in gaps], quiet=quiet)
