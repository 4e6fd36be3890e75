"""One setting: its plain name and its technical one, a line of help, the control, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language.engine_words import tr_engine
from app.language.numbers import number
from app.language.translate import tr
from app.models.knobs import Knob, SliderEditor
from app.models.loss_setup import LOSS_KEYS
from app.models.setup import SetupModel
from app.pages.train.knob_editor import make_editor
from app.theme.theme import Theme
from app.widgets.describe import describe
from app.widgets.icon_label import IconLabel
from app.widgets.label import ElidedLabel, Label
from app.widgets.number_box import short_scientific


class KnobRow(QWidget):
    """Follows the setup by itself. `compact` stands in a column: less room, help in the tooltip as well."""

    def __init__(
        self, theme: Theme, setup: SetupModel, knob: Knob, *, compact: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._setup = setup
        self.knob = knob
        self._editor = make_editor(theme, setup, knob)
        self._error = Label("", "caption", "danger", wrap=True)
        self._error_line = self._with_icon(theme, self._error)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(24)
        layout.addLayout(self._words(), 5)
        control = QVBoxLayout()
        control.setSpacing(2)
        stretches = isinstance(knob.editor, SliderEditor)
        side = Qt.AlignmentFlag(0) if stretches else Qt.AlignmentFlag.AlignRight
        control.addWidget(self._editor.widget, 0, side | Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(control, 0 if compact else 5)
        self._editor.widget.setToolTip(knob.help_text)
        describe(self._editor.widget, knob.help_text)
        setup.changed.connect(self._show)
        self._show()

    def _words(self) -> QVBoxLayout:
        name = QHBoxLayout()
        name.setSpacing(8)
        name.addWidget(Label(self.knob.name, "strong"))
        name.addWidget(ElidedLabel(self.knob.technical, "code", "text3"))
        name.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addLayout(name)
        words.addWidget(Label(self.knob.help_text, "caption", "text2", wrap=True))
        words.addWidget(self._error_line)
        words.addStretch(1)
        return words

    def _with_icon(self, theme: Theme, label: Label) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(IconLabel(theme, "warning-circle", "danger", 14), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(label, 1)
        return line

    def _show(self) -> None:
        error = self._setup.errors.get(self.knob.key)
        self._editor.show(self._setup.value(self.knob.key), is_wrong=error is not None)
        self._error_line.setVisible(error is not None)
        if error is not None:
            said = tr_engine(error.message).replace(self.knob.key, self.knob.name)
            # What most runs use may be just what the chosen loss cannot do with.
            advice = (
                tr_engine(error.hint)
                if self.knob.key in LOSS_KEYS
                else tr("Most runs use {shown}.", shown=_shown(self.knob))
            )
            self._error.setText(f"{said} {advice}")


def _shown(knob: Knob) -> str:
    default = knob.default
    if isinstance(knob.editor, SliderEditor) and knob.editor.number_format == "scientific":
        assert isinstance(default, float)
        return short_scientific(default)
    return number(default, "g") if isinstance(default, float) else str(default)
