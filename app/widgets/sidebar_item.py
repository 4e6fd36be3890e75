"""One step of the workflow in the sidebar: icon, name, one line of state, and its sign."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.language.keys import key_words
from app.language.numbers import number
from app.language.translate import tr, tr_marked, within_sentence
from app.models.workflow import StepStatus
from app.theme.fonts import ui_font
from app.theme.icons import paint_icon
from app.theme.theme import Theme
from app.theme.tokens import METRICS, RADIUS
from app.widgets.painting import rounded_box, text_in
from app.widgets.status_dot import STATUS_WORDS, paint_small_status, paint_status


class SidebarItem(QAbstractButton):
    """Checkable, one of a group. In rail mode only its icon and a point are left, and a tooltip says the rest."""

    def __init__(
        self, theme: Theme, name: str, icon: str, key: str, *, has_status: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._key = key_words(key)
        self._has_status = has_status
        self._state_text = ""
        self._status: StepStatus = "waiting"
        self._share = 0.0
        self._count = 0
        self._is_rail = False
        self.setText(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()

    @property
    def status(self) -> StepStatus:
        """The sign it shows."""
        return self._status

    @property
    def state_text(self) -> str:
        """The line under its name."""
        return self._state_text

    def set_state(self, status: StepStatus, text: str, share: float = 0.0) -> None:
        """Show how far this step is."""
        shown = (status, text, round(share, 2))
        if shown != (self._status, self._state_text, self._share):
            self._status, self._state_text, self._share = shown
            self._describe()
            self.update()

    def set_count(self, count: int) -> None:
        """Show how many things its page holds; 0 shows nothing."""
        self._count = count
        self._describe()
        self.update()

    def set_rail(self, rail: bool) -> None:
        """Shrink to the icon, or unfold."""
        self._is_rail = rail
        self._describe()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(40 if self._is_rail else 160, METRICS.nav_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self._theme.colors
        current = self.isChecked()
        if current or self.underMouse():
            rounded_box(painter, QRectF(self.rect()), RADIUS.segment, colors.pressed if current else colors.hover)
        middle = self.height() / 2
        ink = colors.text if current else colors.text2
        if self._is_rail:
            paint_icon(painter, self._icon, QRectF(self.width() / 2 - 10, middle - 10, 20, 20), ink)
            if self._has_status:
                paint_small_status(painter, self._theme, QPointF(self.width() / 2 + 12, middle - 12), self._status)
            return
        paint_icon(painter, self._icon, QRectF(10, middle - 8, 16, 16), ink)
        room = self.width() - 34 - 34
        name_box = QRectF(34, middle - 17, room, 18) if self._state_text else QRectF(34, 0, room, self.height())
        text_in(painter, name_box, self.text(), ui_font(13, 600 if current else 500), colors.text)
        if self._state_text:
            font = ui_font(11)
            painter.setFont(font)
            short = painter.fontMetrics().elidedText(self._state_text, Qt.TextElideMode.ElideMiddle, room)
            # text3 does not reach 4.5:1 on the current item's fill.
            state_ink = colors.text2 if current else colors.text3
            text_in(painter, QRectF(34, middle + 1, room, 15), short, font, state_ink)
        if self._count:
            room = QRectF(0, 0, self.width() - 10, self.height())
            text_in(painter, room, number(self._count, ","), ui_font(12), colors.text2, Qt.AlignmentFlag.AlignRight)
        if not self._has_status:
            return
        sign = QRectF(self.width() - 8 - 16, middle - 8, 16, 16)
        paint_status(painter, self._theme, sign, self._status, self._share)

    def _describe(self) -> None:
        status = (
            tr_marked(STATUS_WORDS[self._status])
            if self._has_status
            else tr("Opens the {page}", page=within_sentence(self.text()))
        )
        count = number(self._count, ",") if self._count else ""
        words = ", ".join(part for part in (status, self._state_text, count) if part)
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(words)
        self.setToolTip(f"{self.text()} ({self._key}): {words}" if self._is_rail else f"{self.text()} ({self._key})")
