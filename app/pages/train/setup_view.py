"""Before a run: a recipe, a few knobs, and the panel that says whether everything is there."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.models.session import Session
from app.pages.train.advanced_card import AdvancedCard
from app.pages.train.knobs_card import KnobsCard
from app.pages.train.purpose_row import PurposeRow
from app.pages.train.ready_panel import ReadyPanel
from app.pages.train.recipe_cards import RecipeCards
from app.pages.train.setting_pictures import SettingPictures
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.banner import Banner
from app.widgets.button import Button
from app.widgets.label import Label
from app.widgets.page_header import PageHeader
from engine.errors import EngineError

_PANEL_WIDTH = 348
_NARROW_PANEL_WIDTH = 288
_GUTTER = 10


class SetupView(QWidget):
    """`back_wanted` asks for the last run's charts again."""

    back_wanted = Signal()

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.header = PageHeader(theme, "Train", "Pick a recipe, then press Train")
        self.back_button = Button(theme, "Last run", icon="caret-left")
        self.back_button.clicked.connect(self.back_wanted)
        self.name = QLineEdit()
        self.name.setAccessibleName("Run name")
        self.name.setFixedWidth(170)
        self.header.add_action(self.back_button)
        self.header.add_action(Label("Run name", "caption", "text2"))
        self.header.add_action(self.name)
        self.banner = Banner(theme)
        self.purpose = PurposeRow(session.setup)
        self.recipes = RecipeCards(theme, session.setup)
        self.knobs = KnobsCard(theme, session.setup)
        self.advanced = AdvancedCard(theme, session.setup)
        self.panel = ReadyPanel(theme, session)
        self.panel.train_wanted.connect(self.train)
        self._pictures = SettingPictures(theme, session)
        self._build()
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what the session says now."""
        self.name.setPlaceholderText(self._session.suggested_name())
        self.back_button.setVisible(self._session.run.started is not None)

    def train(self) -> None:
        """Begin the run."""
        try:
            self._session.start_training(self.name.text().strip())
        except EngineError as error:
            self.banner.show_error(error.message, error.hint, error.details)
            return
        self.banner.clear()
        self.name.clear()

    def fit(self, window: QSize) -> None:
        """Take the compact form in a narrow or a low window; also while another view is in sight."""
        narrow, low = window.width() < METRICS.compact_below_width, window.height() < METRICS.compact_below_height
        self.header.set_compact(narrow, low)
        self.panel.setFixedWidth(_NARROW_PANEL_WIDTH if narrow else _PANEL_WIDTH)
        self.panel.set_low(low)
        self._pictures.setVisible(not low)

    def _build(self) -> None:
        inner = QWidget()
        inner.setProperty("clear", True)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, _GUTTER, 0)  # the scroll bar stands beside the cards, not on them
        column.setSpacing(METRICS.card_gap)
        for widget in (self.banner, self.purpose, self.recipes, self.knobs, self.advanced):
            column.addWidget(widget)
        column.addWidget(self._pictures, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName("Settings of the next run")
        body = QHBoxLayout()
        body.setContentsMargins(METRICS.page_margin, 20, METRICS.page_margin, 20)
        body.setSpacing(METRICS.card_gap - _GUTTER)
        body.addWidget(scroll, 1)
        body.addWidget(self.panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(body, 1)
