"""The Export page: take the trained adapter or model out of the program, with a model card."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.language.engine_words import tr_engine
from app.language.translate import tr
from app.models.export import ExportState
from app.models.session import Session
from app.pages.export.adapter_card import AdapterCard
from app.pages.export.card_panel import CardPanel
from app.pages.export.usage_card import UsageCard
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.badge import Badge
from app.widgets.button import Button
from app.widgets.command import Command
from app.widgets.empty_state import EmptyState
from app.widgets.page_header import PageHeader


class ExportPage(QWidget):
    """Empty, with a way back, until a run has made something."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._export = session.export
        self.header = PageHeader(theme, tr("Export"))
        self.badge = Badge(theme, "", "accent")
        self.header.add_badge(self.badge)
        self.open_button = Button(theme, tr("Open folder"), icon="folder-open")
        self.open_button.clicked.connect(self.open_folder)
        self.export_button = Button(theme, tr("Export adapter"), "primary", icon="export", key="Ctrl E")
        self.export_button.clicked.connect(self._export.start)
        self.header.add_action(self.open_button)
        self.header.add_action(self.export_button)
        self.nothing = EmptyState(
            theme,
            "export",
            tr("Nothing to export yet"),
            tr("Train first. What the model has learnt can then be taken along as a small adapter or a whole model."),
            tr("Go to Train"),
        )
        self.nothing.acted.connect(lambda: session.page_wanted.emit("train"))
        self.adapter = AdapterCard(theme, self._export)
        self.usage = UsageCard(theme, session)
        self.card = CardPanel(theme, self._export)
        self._build()
        Command(
            self,
            tr("Export the adapter or model"),
            self._export.start,
            "Ctrl+E",
            about=tr("Write what the model has learnt into a folder"),
            why_not=lambda: "" if self._export.may_export else tr("There is nothing to write now."),
        ).show_keys_on(self.export_button)
        Command(
            self,
            tr("Open the exported folder"),
            self.open_folder,
            why_not=lambda: "" if self._export.state is ExportState.VERIFIED else tr("Nothing is exported yet."),
        )
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what can be exported, and how far it is."""
        export, run = self._export, self._session.run
        has_run = export.state is not ExportState.NOTHING
        self._stack.setCurrentIndex(1 if has_run else 0)
        self.header.set_subtitle(
            tr("{name}, step {step:,}", name=run.name, step=run.step) if has_run else tr("Take the result along")
        )
        evaluation = run.last_evaluation
        self.badge.setVisible(has_run and evaluation is not None)
        if evaluation is not None:
            self.badge.set_badge(
                tr(
                    "{rewards_accuracies:.0%} held-back accuracy",
                    rewards_accuracies=evaluation.metrics.rewards_accuracies,
                ),
                "accent",
            )
        self.open_button.setVisible(export.state is ExportState.VERIFIED)
        self.export_button.setVisible(has_run)
        self.export_button.set_label(tr("Export {part}", part=tr_engine(export.part)), icon="export")
        writing = export.state is ExportState.WRITING
        if writing != self.export_button.is_busy:
            self.export_button.set_busy(tr("Writing…") if writing else "")
        self.export_button.setEnabled(export.may_export)
        done = export.state is ExportState.VERIFIED
        self.export_button.setToolTip(tr("Choose another folder to export it once more.") if done else "")

    def open_folder(self) -> None:
        """Show the exported files in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._export.destination)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        window = self.window().size()
        narrow, low = window.width() < METRICS.compact_below_width, window.height() < METRICS.compact_below_height
        self.header.set_compact(narrow, low)
        margin, gap = (METRICS.compact_margin, 12) if low else (METRICS.page_margin, 20)
        self._body.setContentsMargins(margin, gap, margin, gap)

    def _build(self) -> None:
        both = QWidget()
        self._body = QHBoxLayout(both)
        self._body.setSpacing(METRICS.card_gap)
        left = QVBoxLayout()
        left.setSpacing(METRICS.card_gap)
        left.addWidget(self.adapter)
        left.addWidget(self.usage)
        left.addStretch(1)
        self._body.addLayout(left, 1)
        self._body.addWidget(self.card, 1)
        frame = QWidget()
        self._stack = QStackedLayout(frame)
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(both)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(frame, 1)
