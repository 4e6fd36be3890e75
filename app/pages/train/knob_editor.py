"""From a knob's description to the control that turns it."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QWidget

from app.language.engine_words import tr_engine
from app.language.numbers import number
from app.language.translate import tr, tr_labels, tr_marked
from app.models.knobs import ChoiceEditor, Knob, ListEditor, NumberEditor, SliderEditor
from app.models.setup import SetupModel
from app.theme.theme import Theme
from app.widgets.drop_down import DropDown
from app.widgets.number_box import NumberBox
from app.widgets.scale import Scale
from app.widgets.segmented_control import SegmentedControl
from app.widgets.slider_with_spin import SliderWithSpin

_BEYOND = 1e6  # typed values are judged by the plan, not by the slider's ends


class KnobEditor:
    """A control bound to one knob of the setup. `show` brings it up to date without writing back."""

    def __init__(self, widget: QWidget, show_value: Callable[[object], None], marks_errors: QWidget) -> None:
        self.widget = widget
        self._show_value = show_value
        self._marks_errors = marks_errors

    def show(self, value: object, *, is_wrong: bool) -> None:
        """Show the knob's value, with a red border where the plan refuses it."""
        self._show_value(value)
        if bool(self._marks_errors.property("invalid")) != is_wrong:
            self._marks_errors.setProperty("invalid", is_wrong)
            self._marks_errors.style().unpolish(self._marks_errors)
            self._marks_errors.style().polish(self._marks_errors)


def make_editor(theme: Theme, setup: SetupModel, knob: Knob) -> KnobEditor:
    """The control for a knob."""

    def turn(value: object) -> None:
        setup.set_value(knob.key, value)

    match knob.editor:
        case SliderEditor():
            return _slider(knob, knob.editor, turn)
        case ChoiceEditor():
            return _choice(theme, knob, knob.editor, turn)
        case NumberEditor():
            return _number(knob, knob.editor, turn)
        case ListEditor():
            return _list(knob, knob.editor, turn)
        case _:
            assert_never(knob.editor)


def _slider(knob: Knob, editor: SliderEditor, turn: Callable[[object], None]) -> KnobEditor:
    slider = SliderWithSpin(
        knob.name,
        Scale(editor.low, editor.high, editor.steps, editor.logarithmic),
        number_format=editor.number_format,
        decimals=editor.decimals,
        low_text=tr_marked(editor.low_text),
        high_text=tr_marked(editor.high_text),
    )
    slider.box.setRange(0, _BEYOND)
    if editor.logarithmic and editor.number_format == "plain":
        slider.box.setSingleStep(0.01)
    slider.changed.connect(turn)
    return KnobEditor(slider, lambda value: slider.set_value(_number_of(value)), slider.box)


def _choice(theme: Theme, knob: Knob, editor: ChoiceEditor, turn: Callable[[object], None]) -> KnobEditor:
    choice: SegmentedControl[object] = SegmentedControl(theme, _labels(editor), knob.name)
    offered = dict(editor.options)

    def show(value: object) -> None:
        if value not in offered:
            # A plan may name a value between ours: it is offered beside them.
            offered[value] = number(value, ",") if isinstance(value, int) else str(value)
            choice.set_options(sorted(offered.items(), key=lambda option: (str(type(option[0])), option[0])))
        choice.set_value(value)

    choice.chosen.connect(turn)
    return KnobEditor(choice, show, choice)


def _list(knob: Knob, editor: ListEditor, turn: Callable[[object], None]) -> KnobEditor:
    options = [(value, _title(title), tr_engine(about)) for value, title, about in editor.options]
    drop_down = DropDown(options, knob.name)
    drop_down.chosen.connect(turn)

    def show(value: object) -> None:
        if not drop_down.offers(value):
            # A plan may name a mix of its own: it is offered beside ours.
            assert isinstance(value, tuple)
            drop_down.offer(value, " + ".join(map(str, value)), tr("A mix of the plan's own."))
        drop_down.set_value(value)

    return KnobEditor(drop_down, show, drop_down)


def _number(knob: Knob, editor: NumberEditor, turn: Callable[[object], None]) -> KnobEditor:
    box = NumberBox(knob.name, editor.number_format, editor.decimals)
    box.setRange(editor.low, editor.high)
    box.setSingleStep(editor.step)
    box.setAlignment(Qt.AlignmentFlag.AlignLeft)
    box.setFixedWidth(104)
    if editor.zero_text:
        box.setSpecialValueText(tr_marked(editor.zero_text))
    box.valueChanged.connect(turn)

    def show(value: object) -> None:
        with QSignalBlocker(box):
            box.setValue(_number_of(value))

    return KnobEditor(box, show, box)


def _number_of(value: object) -> float:
    assert isinstance(value, int | float)
    return float(value)


def _title(title: str) -> str:
    """The engine's own title in the reader's language; the names in a plan behind it stay."""
    words, dot, names = title.partition("  ·  ")
    return tr_engine(words) + dot + names


def _labels(editor: ChoiceEditor) -> list[tuple[object, str]]:
    """What the choices are called; numbers are written as the reader's language does."""
    named = tr_labels(editor.options)
    return [(value, number(value, ",") if type(value) is int else label) for value, label in named]
