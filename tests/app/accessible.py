"""Walks all widgets below one and says which controls somebody who cannot see them would not find."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

_CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox)
_INPUTS = (QAbstractSlider, QAbstractSpinBox, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit)
_SMALLEST = 28


def controls(root: QWidget) -> Iterator[QWidget]:
    """What can take the keyboard's focus by Tab, or is a control by its kind; inner parts of Qt's own are left out."""
    for widget in root.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or (
            type(widget).__module__ == "PySide6.QtWidgets" and isinstance(widget.parentWidget(), QAbstractSpinBox)
        )
        bar = type(widget).__name__ in ("QScrollBar", "QLineEditIconButton", "QHeaderView", "QTableCornerButton")
        reachable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not inner and not bar and (isinstance(widget, _CONTROLS) or reachable) and widget.focusProxy() is None:
            yield widget


def nameless(root: QWidget) -> list[str]:
    """Controls without an accessible name."""
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in controls(root)
        if not widget.accessibleName().strip()
    ]


def undescribed(root: QWidget) -> list[str]:
    """Fields, sliders, switches and choices of which a screen reader would say nothing but the name.

    A push button's label is its description: a verb and an object.
    """
    return [
        f"{type(widget).__name__}: {widget.accessibleName()}"
        for widget in controls(root)
        if isinstance(widget, _INPUTS) or widget.objectName() == "segment"
        if not _said(widget, QAccessible.Text.Description)
        if not isinstance(widget, QPlainTextEdit) or not widget.isReadOnly()
    ]


def beyond_tab(root: QWidget) -> list[str]:
    """Controls in sight that Tab does not reach; of buttons that exclude each other, one is enough."""
    return [
        f"{type(widget).__name__}: {widget.accessibleName()}"
        for widget in controls(root)
        if widget.isVisible() and widget.isEnabled() and type(widget).__module__ != "PySide6.QtWidgets"
        if isinstance(widget, _CONTROLS) and not isinstance(widget, QHeaderView)
        if not any(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in _stops(widget))
    ]


def _stops(widget: QWidget) -> list[QWidget]:
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return [widget, *group.buttons()] if group is not None else [widget]


def _said(widget: QWidget, part: QAccessible.Text) -> str:
    """What a screen reader is told: Qt takes the tooltip where there is no description."""
    return QAccessible.queryAccessibleInterface(widget).text(part).strip()


def too_small(root: QWidget) -> list[str]:
    """Visible buttons that are hard to hit."""
    return [
        f"{widget.accessibleName()}: {widget.width()}x{widget.height()}"
        for widget in root.findChildren(QAbstractButton)
        if widget.isVisible() and not widget.objectName().startswith("qt_") and widget.accessibleName()
        if not isinstance(widget.parentWidget(), QLineEdit)  # Esc empties a field as well
        if widget.width() < _SMALLEST or widget.height() < _SMALLEST
    ]
