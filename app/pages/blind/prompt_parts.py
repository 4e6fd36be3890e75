"""The parts of a setup in which prompts are chosen: a file, the built-in suites, how many."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.language.translate import mark, tr, tr_marked, within_sentence
from app.models.prompt_choice import PromptChoice
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.describe import describe
from app.widgets.label import ElidedLabel, Label
from app.widgets.number_box import NumberBox

_FILES = mark("Prompts or preferences (*.jsonl *.json *.txt *.csv *.tsv *.parquet);;All files (*)")


class FileChoice(QWidget):
    """The file that prompts are taken from."""

    def __init__(self, theme: Theme, prompts: PromptChoice, help_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompts = prompts
        self.button = Button(theme, tr("Choose file"), icon="folder-open")
        self.button.clicked.connect(self._ask)
        self._name = ElidedLabel("", "body", "text2", elide=Qt.TextElideMode.ElideMiddle)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.button)
        line.addWidget(self._name, 1)
        column = _column(self)
        column.addLayout(line)
        column.addWidget(Label(help_text, "body", "text2", wrap=True))
        column.addStretch(1)
        prompts.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self._name.setText(self._prompts.file.name if self._prompts.file else tr("No file chosen yet"))

    def _ask(self) -> None:
        start = str(self._prompts.file.parent) if self._prompts.file else ""
        name, _ = QFileDialog.getOpenFileName(self, tr("Choose a file with prompts"), start, tr_marked(_FILES))
        if name:
            self._prompts.choose_file(Path(name))


class SuiteChoice(QWidget):
    """The built-in suites, each to be asked or left out."""

    def __init__(self, prompts: PromptChoice, help_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompts = prompts
        self.boxes: dict[str, QCheckBox] = {}
        line = QHBoxLayout()
        line.setSpacing(16)
        for suite in prompts.suites:
            title = tr_marked(suite.title)  # called as the recipes' purposes
            box = QCheckBox(title)
            box.setAccessibleName(title)
            describe(box, tr("Ask the built-in prompts about {title}", title=within_sentence(title)))
            box.toggled.connect(lambda on, name=suite.name: prompts.choose_suite(name, on))
            self.boxes[suite.name] = box
            line.addWidget(box)
        line.addStretch(1)
        column = _column(self)
        column.addLayout(line)
        column.addWidget(Label(help_text, "body", "text2", wrap=True))
        column.addStretch(1)
        prompts.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        for name, box in self.boxes.items():
            box.setChecked(name in self._prompts.chosen)


class CountChoice(QWidget):
    """How many prompts are asked at most."""

    def __init__(self, prompts: PromptChoice, help_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = NumberBox(tr("Prompts to ask"), decimals=0)
        self.box.setRange(1, prompts.most)
        describe(self.box, help_text)
        self.box.setFixedWidth(104)
        self.box.setValue(prompts.count)
        self.box.valueChanged.connect(lambda value: prompts.set_count(round(value)))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(Label(tr("Prompts to ask"), "body", weight=500))
        line.addWidget(self.box)
        line.addWidget(Label(tr("at most, evenly from all groups"), "caption", "text2"))
        line.addStretch(1)


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return column
