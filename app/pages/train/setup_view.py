"""Before a run: a recipe, a few knobs, and the panel that says whether everything is there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.language.translate import mark, tr, tr_count, tr_marked
from app.models.plan_files import ReadPlan, load_plan, save_plan
from app.models.session import Session
from app.pages.train.advanced_card import AdvancedCard
from app.pages.train.knobs_card import KnobsCard
from app.pages.train.purpose_row import PurposeRow
from app.pages.train.ready_panel import ReadyPanel
from app.pages.train.recipe_cards import RecipeCards
from app.pages.train.setting_pictures import SettingPictures
from app.pages.train.sweep_dialog import SweepDialog
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.banner import Banner
from app.widgets.button import Button
from app.widgets.label import Label
from app.widgets.memory_card import MemoryCard
from app.widgets.page_header import PageHeader
from engine.errors import EngineError

_PANEL_WIDTH = 348
_NARROW_PANEL_WIDTH = 288
_GUTTER = 10
_READ = mark("Plans and settings (*.toml *.yaml *.yml)")
_WRITTEN = mark("Plans (*.toml)")


class SetupView(QWidget):
    """`back_wanted` asks for the last run's charts again."""

    back_wanted = Signal()

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self.header = PageHeader(theme, tr("Train"), tr("Pick a recipe, then press Train"))
        self.back_button = Button(theme, tr("Last run"), icon="caret-left")
        self.back_button.clicked.connect(self.back_wanted)
        self.load_button = Button(theme, tr("Load plan"), icon="folder-open")
        self.load_button.setToolTip(tr("Take the settings of a plan, or of a YAML file for TRL or LLaMA-Factory"))
        self.load_button.clicked.connect(self.choose_plan)
        self.save_button = Button(theme, tr("Save plan"), icon="floppy-disk")
        self.save_button.clicked.connect(self.choose_place)
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Run name"))
        self.name.setFixedWidth(170)
        for button in (self.back_button, self.load_button, self.save_button):
            self.header.add_action(button)
        self.header.add_action(Label(tr("Run name"), "caption", "text2"))
        self.header.add_action(self.name)
        self.banner = Banner(theme)
        self.purpose = PurposeRow(session.setup)
        self.recipes = RecipeCards(theme, session.setup)
        self.knobs = KnobsCard(theme, session.setup)
        self.advanced = AdvancedCard(theme, session.setup)
        self.panel = ReadyPanel(theme, session)
        self.panel.train_wanted.connect(self.train)
        self.panel.sweep_wanted.connect(self.ask_for_sweep)
        self.memory = MemoryCard(theme, session.outlook, counts=True)
        self._pictures = SettingPictures(theme, session)
        self._build()
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what the session says now."""
        self.name.setPlaceholderText(self._session.suggested_name())
        self.back_button.setVisible(self._session.run.started is not None)
        self.save_button.setEnabled(not self.why_not_save)
        self.save_button.setToolTip(self.why_not_save or tr("Write model, data and settings as a plan file"))

    def train(self) -> None:
        """Begin the run."""
        try:
            self._session.start_training(self.name.text().strip())
        except EngineError as error:
            self.banner.show_error(error.message, error.hint, error.details)
            return
        self.banner.clear()
        self.name.clear()

    def ask_for_sweep(self) -> None:
        """Ask which values are to be tried, and begin."""
        try:
            plan = self._session.plan()
        except EngineError as error:
            self._failed(error)
            return
        dialog = SweepDialog(self._theme, self._session, plan, self)
        dialog.wanted.connect(self._sweep)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _sweep(self, betas: tuple[float, ...], rates: tuple[float, ...]) -> None:
        try:
            self._session.start_sweep(betas, rates)
        except EngineError as error:
            self._failed(error)
        else:
            self.banner.clear()

    @property
    def why_not_save(self) -> str:
        """Why there is no plan to save, in a sentence; empty when there is."""
        session = self._session
        if session.dataset.path is None or session.model_choice.folder is None:
            return tr("A plan names its data and its model: choose both first.")
        return tr("Correct the settings marked in red.") if session.setup.errors else ""

    def choose_plan(self) -> None:
        """Ask for a plan file, and take its settings."""
        name, _ = QFileDialog.getOpenFileName(self, tr("Load the settings of a plan"), "", tr_marked(_READ))
        if name:
            self.load(Path(name))

    def load(self, path: Path) -> None:
        """Take the settings of a plan or of another program's file."""
        load_plan(path, self._loaded, self._failed, self)

    def choose_place(self) -> None:
        """Ask where the plan is to be saved."""
        name, _ = QFileDialog.getSaveFileName(self, tr("Save the plan"), "plan.toml", tr_marked(_WRITTEN))
        if name:
            self.save(Path(name))

    def save(self, path: Path) -> None:
        """Write model, data and settings as a plan file."""
        try:
            plan = self._session.plan()
        except EngineError as error:
            self._failed(error)
            return
        said = tr("Saved {name}", name=path.name)
        save_plan(plan, path, lambda _: self.banner.show_message("ok", said), self._failed, self)

    def _loaded(self, read: ReadPlan) -> None:
        self._session.setup.adopt(read.plan, read.title)
        text = tr("Model and data stay as they are chosen on their own pages.")
        if read.program:
            text = tr_count(
                "{count:,} setting understood differently, {absent} without a counterpart; the details say "
                "which and why. {text}",
                "{count:,} settings understood differently, {absent} without a counterpart; the details say "
                "which and why. {text}",
                read.heard_differently,
                absent=read.absent,
                text=text,
            )
            self.banner.show_message(
                "ok", tr("Settings of {program} taken", program=read.program), text, details=read.account
            )
        else:
            self.banner.show_message("ok", tr("Settings of {title} taken", title=read.title), text)

    def _failed(self, error: EngineError) -> None:
        self.banner.show_error(error.message, error.hint, error.details)

    def fit(self, window: QSize) -> None:
        """Take the compact form in a narrow or a low window; also while another view is in sight."""
        narrow, low = window.width() < METRICS.compact_below_width, window.height() < METRICS.compact_below_height
        self.header.set_compact(narrow, low)
        self.panel.setFixedWidth(_NARROW_PANEL_WIDTH if narrow else _PANEL_WIDTH)
        self.panel.set_low(low)
        self._pictures.setVisible(not low)
        self._body.invalidate()  # out of sight, a row keeps the room that it had

    def _build(self) -> None:
        inner = QWidget()
        inner.setProperty("clear", True)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, _GUTTER, 0)  # the scroll bar stands beside the cards, not on them
        column.setSpacing(METRICS.card_gap)
        for widget in (self.banner, self.purpose, self.recipes, self.knobs, self.advanced, self.memory):
            column.addWidget(widget)
        column.addWidget(self._pictures, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName(tr("Settings of the next run"))
        self._body = body = QHBoxLayout()
        body.setContentsMargins(METRICS.page_margin, 20, METRICS.page_margin, 20)
        body.setSpacing(METRICS.card_gap - _GUTTER)
        body.addWidget(scroll, 1)
        body.addWidget(self.panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(body, 1)
