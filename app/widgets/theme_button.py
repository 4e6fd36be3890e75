"""Light, dark, or as the system has it: one button with a menu at the sidebar's foot."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from app.language.translate import mark, tr, tr_labels, tr_marked
from app.theme.fonts import ui_font
from app.theme.icons import paint_icon
from app.theme.theme import Theme, ThemeChoice
from app.theme.tokens import RADIUS
from app.widgets.painting import rounded_box, text_in

_NAMES: dict[ThemeChoice, str] = {"system": mark("As the system"), "light": mark("Light"), "dark": mark("Dark")}
_SHORT: dict[ThemeChoice, str] = {"system": mark("System"), "light": mark("Light"), "dark": mark("Dark")}
_ICONS: dict[ThemeChoice, str] = {"system": "circle-half", "light": "sun", "dark": "moon"}


class ThemeButton(QAbstractButton):
    """`chosen(choice)` when a person picks another theme."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choice: ThemeChoice = theme.choice
        self._is_rail = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open_menu)
        self.set_choice(theme.choice)

    def set_choice(self, choice: ThemeChoice) -> None:
        """Show what is chosen."""
        self._choice = choice
        self.setAccessibleName(tr("Theme: {names}", names=tr_marked(_NAMES[choice])))
        self.setToolTip(tr("Theme: {names}", names=tr_marked(_NAMES[choice])))
        self.update()

    def set_rail(self, rail: bool) -> None:
        """Only the icon, or the words too."""
        self._is_rail = rail
        self.update()

    def menu(self) -> QMenu:
        """A fresh menu of the three choices."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for choice, name in tr_labels(_NAMES.items()):
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(choice == self._choice)
            action.triggered.connect(lambda _=False, choice=choice: self.chosen.emit(choice))
            group.addAction(action)
        return menu

    def sizeHint(self) -> QSize:
        return QSize(40, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self._theme.colors
        if self.underMouse() or self.isDown():
            rounded_box(painter, QRectF(self.rect()), RADIUS.segment, colors.hover)
        x = self.width() / 2 - 8 if self._is_rail else 10
        paint_icon(painter, _ICONS[self._choice], QRectF(x, 8, 16, 16), colors.text2)
        if not self._is_rail:
            text = tr("Theme: {short}", short=tr_marked(_SHORT[self._choice]))
            text_in(painter, QRectF(34, 0, self.width() - 34, 32), text, ui_font(13, 500), colors.text2)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4)))
