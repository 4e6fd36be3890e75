"""Which colours are in force: the system's scheme, or the one a person chose, switched live."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication

from app.theme.palette import build_palette
from app.theme.stylesheet import build_stylesheet
from app.theme.tokens import DARK, LIGHT, Colors

ThemeChoice = Literal["system", "light", "dark"]


class Theme(QObject):
    """Holds the colours that widgets paint with, and dresses the whole application in them.

    Widgets read `theme.colors` while they paint; a switch repaints all of them. What keeps colours for longer (a
    chart's pens, a document's formats) connects to `changed`. While `is_still` nothing is to move by itself.
    """

    changed = Signal()

    def __init__(self, choice: ThemeChoice = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice: ThemeChoice = choice
        self._has_more_contrast = False
        self.is_still = False
        self._colors = self._resolve()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def colors(self) -> Colors:
        """The colours in force now."""
        return self._colors

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose."""
        return self._choice

    def choose(self, choice: ThemeChoice) -> None:
        """Take light, dark, or whatever the system has."""
        self._choice = choice
        self._follow()

    def set_more_contrast(self, wanted: bool) -> None:
        """Draw borders in the colour of controls, which stands 3:1 against every surface, and hairlines as borders."""
        self._has_more_contrast = wanted
        self._follow()

    def apply(self) -> None:
        """Dress the application in the present colours."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(build_palette(self._colors))
            application.setStyleSheet(build_stylesheet(self._colors))

    def color(self, name: str, alpha: float = 1.0) -> QColor:
        """A token by its name, as Qt paints it."""
        color = QColor(getattr(self._colors, name))
        color.setAlphaF(alpha)
        return color

    def _follow(self) -> None:
        colors = self._resolve()
        if colors != self._colors:
            self._colors = colors
            self.apply()
            self.changed.emit()

    def _resolve(self) -> Colors:
        colors = DARK if self._choice == "dark" else LIGHT
        if self._choice == "system":
            colors = colors_of_scheme(QGuiApplication.styleHints().colorScheme())
        return with_more_contrast(colors) if self._has_more_contrast else colors


def colors_of_scheme(scheme: Qt.ColorScheme) -> Colors:
    """The theme for the system's scheme; light where the system does not say."""
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def with_more_contrast(colors: Colors) -> Colors:
    """The same theme with stronger borders; texts keep their colours, which are strong enough."""
    return replace(colors, border=colors.border2, border2=colors.control)
