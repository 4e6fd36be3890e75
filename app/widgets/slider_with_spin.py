"""A slider for the rough value and a box for the exact one; both always agree."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from app.language.translate import tr
from app.widgets.label import Label
from app.widgets.number_box import NumberBox, NumberFormat
from app.widgets.scale import Scale


class SliderWithSpin(QWidget):
    """`low_text` and `high_text` under the slider say in words which way is which.

    `changed(value)` is emitted when a person moves the slider or types; `set_value` is silent. For whole numbers give
    `decimals=0` and a scale whose `steps` is high - low. `place_box` puts the number box elsewhere (it is `box`).
    """

    changed = Signal(float)

    def __init__(
        self,
        name: str,
        scale: Scale,
        *,
        number_format: NumberFormat = "plain",
        decimals: int = 2,
        low_text: str = "",
        high_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._scale = scale
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, scale.steps)
        self.slider.setAccessibleName(name)
        self.slider.setMinimumWidth(120)
        self.box = NumberBox(tr("{name}, exact value", name=name), number_format, decimals)
        self.box.setRange(scale.low, scale.high)
        self.box.setSingleStep((scale.high - scale.low) / scale.steps)
        self.box.setFixedWidth(84)
        self.setAccessibleName(name)
        self.setFocusProxy(self.slider)

        track = QVBoxLayout()
        track.setSpacing(0)
        track.addWidget(self.slider)
        if low_text or high_text:
            ends = QHBoxLayout()
            ends.addWidget(Label(low_text, "axis", "text3"))
            ends.addStretch(1)
            ends.addWidget(Label(high_text, "axis", "text3"))
            track.addLayout(ends)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(20)
        layout.addLayout(track, 1)
        layout.addWidget(self.box)
        self.slider.valueChanged.connect(self._slid)
        self.box.valueChanged.connect(self._typed)

    @property
    def value(self) -> float:
        """The exact value."""
        return self.box.value()

    def set_value(self, value: float) -> None:
        """Show a value without a signal."""
        with QSignalBlocker(self.box), QSignalBlocker(self.slider):
            self.box.setValue(value)
            self.slider.setValue(self._scale.place_of(value))

    def _slid(self, place: int) -> None:
        with QSignalBlocker(self.box):
            self.box.setValue(self._scale.value_at(place))
        self.changed.emit(self.box.value())

    def _typed(self, value: float) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(self._scale.place_of(value))
        self.changed.emit(value)
