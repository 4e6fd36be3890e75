"""How the next replies are drawn: temperature, top p, longest reply, seed, and the rest folded away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.language.translate import tr
from app.models.chat import ChatModel
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.card import Card
from app.widgets.describe import describe
from app.widgets.label import Label
from app.widgets.number_box import NumberBox
from app.widgets.scale import Scale
from app.widgets.slider_with_spin import SliderWithSpin
from engine.chat.generate import Sampling

_DEFAULT = Sampling()
_WHOLE = ("max_new_tokens", "seed", "top_k")


class SamplingPanel(Card):
    """Changes count from the next prompt on. Both sides draw the same numbers."""

    def __init__(self, theme: Theme, chat: ChatModel, parent: QWidget | None = None) -> None:
        super().__init__(tr("Sampling"), spacing=6, parent=parent)
        self._chat = chat
        self.temperature = _slider(tr("Temperature"), Scale(0.0, 2.0, 40), 2)
        self.top_p = _slider(tr("Top p"), Scale(0.05, 1.0, 19), 2)
        self.longest = _slider(tr("Longest reply"), Scale(16, 1024, 63), 0)
        self.top_k = _slider(tr("Top k"), Scale(0, 200, 200), 0)
        self.min_p = _slider(tr("Min p"), Scale(0.0, 0.5, 50), 2)
        self.repetition = _slider(tr("Repetition penalty"), Scale(1.0, 2.0, 20), 2)
        self.best_of = _slider(tr("Best of"), Scale(1, 8, 7), 0)
        self.best_of.changed.connect(self._set_best_of)
        self.seed = NumberBox(tr("Seed"), decimals=0)
        self.seed.setRange(0, 2**31 - 1)
        self.seed.setFixedWidth(104)
        describe(self.seed, tr("The same for both, so only the training differs."))
        self._sliders = {
            "temperature": self.temperature,
            "top_p": self.top_p,
            "max_new_tokens": self.longest,
            "top_k": self.top_k,
            "min_p": self.min_p,
            "repetition_penalty": self.repetition,
        }
        for key, slider in self._sliders.items():
            slider.changed.connect(lambda value, key=key: self._set(key, value))
        self.seed.valueChanged.connect(lambda value: self._set("seed", value))
        self.more_button = Button(theme, tr("More settings"), "ghost", icon="caret-right", size="compact")
        self.more_button.setCheckable(True)
        self.more_button.toggled.connect(self._show_more)
        self.reset_button = Button(theme, tr("Reset"), "ghost", icon="arrow-counter-clockwise", size="compact")
        self.reset_button.clicked.connect(self._reset)
        self._more = QWidget()
        self._build()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._more.hide()
        self._show()

    def _build(self) -> None:
        self.layout_.addSpacing(6)
        _add(self.layout_, tr("Temperature"), self.temperature, tr("0 always takes the likeliest word."))
        _add(self.layout_, tr("Top p"), self.top_p, tr("Leaves out the unlikeliest words."))
        _add(
            self.layout_, tr("Longest reply"), self.longest, tr("In tokens; a token is a short word or a part of one.")
        )
        _add(
            self.layout_,
            tr("Best of"),
            self.best_of,
            tr("Writes so many replies on each side and keeps the one that training rewards most."),
        )
        line = QHBoxLayout()
        line.addWidget(Label(tr("Seed"), "body", weight=500))
        line.addStretch(1)
        line.addWidget(self.seed)
        self.layout_.addLayout(line)
        self.layout_.addWidget(
            Label(tr("The same for both, so only the training differs."), "caption", "text3", wrap=True)
        )
        more = QVBoxLayout(self._more)
        more.setContentsMargins(0, 8, 0, 0)
        more.setSpacing(6)
        _add(more, tr("Top k"), self.top_k, tr("Draws among so many words at most; 0 sets no limit."))
        _add(more, tr("Min p"), self.min_p, tr("Leaves out words less likely than this share of the likeliest."))
        _add(more, tr("Repetition penalty"), self.repetition, tr("Above 1, words that were said come up less."))
        self.layout_.addWidget(self._more)
        self.layout_.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.layout_.addWidget(self.reset_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_more(self, shown: bool) -> None:
        label = tr("Fewer settings") if shown else tr("More settings")
        self.more_button.set_label(label, icon="caret-down" if shown else "caret-right")
        self._more.setVisible(shown)

    def _set(self, key: str, value: float) -> None:
        self._chat.set_sampling(**{key: round(value) if key in _WHOLE else value})

    def _set_best_of(self, value: float) -> None:
        self._chat.best_of = round(value)

    def _reset(self) -> None:
        self._chat.sampling = _DEFAULT
        self._chat.best_of = 1
        self._show()

    def _show(self) -> None:
        sampling = self._chat.sampling
        for key, slider in self._sliders.items():
            slider.set_value(getattr(sampling, key))
        self.best_of.set_value(self._chat.best_of)
        self.seed.setValue(sampling.seed)


def _slider(name: str, scale: Scale, decimals: int) -> SliderWithSpin:
    return SliderWithSpin(name, scale, decimals=decimals)


def _add(column: QVBoxLayout, title: str, slider: SliderWithSpin, help_text: str) -> None:
    column.addWidget(Label(title, "body", weight=500))
    column.addWidget(slider)
    describe(slider, help_text)
    column.addWidget(Label(help_text, "caption", "text3", wrap=True))
    column.addSpacing(8)
