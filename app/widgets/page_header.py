"""The top of a page: what it is, a few facts, and the one next step at the right end."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.badge import Badge
from app.widgets.icon_label import IconLabel
from app.widgets.label import ElidedLabel, Label


class PageHeader(QWidget):
    """`add_badge` and `add_action` fill it from left to right; `set_compact` keeps one badge and less height."""

    def __init__(
        self, theme: Theme, title: str, subtitle: str = "", *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layout = QHBoxLayout(self)
        self._layout.setSpacing(10)
        self._icon = IconLabel(theme, icon, size=20) if icon else None
        self._title = ElidedLabel(title, "page_title")
        self._subtitle = ElidedLabel(subtitle, "body", "text2")
        self._badges: list[Badge] = []
        self._facts = QHBoxLayout()
        self._facts.setSpacing(8)
        if self._icon:
            self._layout.addWidget(self._icon)
        self._layout.addWidget(self._title)
        self._layout.addLayout(self._facts)
        self._layout.addSpacing(4)
        self._layout.addWidget(self._subtitle, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_compact(False, False)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Name the page's subject; the subtitle is quieter."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)

    def set_subtitle(self, subtitle: str) -> None:
        """Change only the quieter text."""
        self._subtitle.setText(subtitle)

    def add_badge(self, badge: Badge) -> None:
        """Put a fact beside the title."""
        self._facts.insertWidget(len(self._badges), badge)
        self._badges.append(badge)

    def add_beside_title(self, widget: QWidget) -> None:
        """Put a control that is about the page's subject after its facts."""
        self._facts.addWidget(widget)

    def badge_texts(self) -> list[str]:
        """The facts, as somebody who cannot see them hears them."""
        return [badge.accessibleName() for badge in self._badges]

    def clear_badges(self) -> None:
        """Take all facts away."""
        for badge in self._badges:
            badge.hide()
            badge.deleteLater()
        self._badges = []

    def add_leading(self, widget: QWidget) -> None:
        """Put a control before the title, such as the way back."""
        self._layout.insertWidget(0, widget)

    def add_action(self, widget: QWidget) -> None:
        """Put a control at the right end; the primary button comes last."""
        self._layout.addWidget(widget)

    def set_compact(self, narrow: bool, low: bool) -> None:
        """Below 1280 wide only the first badge stays; below 800 high the header is lower."""
        margin = METRICS.compact_margin if narrow else METRICS.page_margin
        self._layout.setContentsMargins(margin, 0, margin, 0)
        self.setFixedHeight(METRICS.compact_header_height if low else METRICS.header_height)
        for badge in self._badges[1:]:
            badge.setVisible(not narrow)

    def title_label(self) -> Label:
        """The title itself."""
        return self._title

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._theme.color("border"))
