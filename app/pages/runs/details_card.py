"""One run in detail: what it was made from, how it went, whether it can be resumed, and a person's notes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.language.numbers import number
from app.language.translate import mark, tr, tr_marked
from app.models.example_words import example_words
from app.models.loss_setup import THUMB_LOSS
from app.models.run_columns import STATE_WORDS, state_tip, when_in_full
from app.models.words import byte_size, duration
from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.widgets.badge import Badge
from app.widgets.button import Button
from app.widgets.card import Card
from app.widgets.label import ElidedLabel, Label
from engine.storage.run_remarks import split_tags
from engine.storage.run_summary import RunSummary

_PATIENCE = 800  # milliseconds after the last key, before a note is kept
_FACTS = (
    mark("Model"),
    mark("Data"),
    mark("Objective"),
    mark("Steps"),
    mark("Pairs"),
    mark("Trained"),
    mark("Began"),
    mark("Device"),
    mark("Disk"),
    mark("Sweep"),
)
_LESS_TELLING = _FACTS[-2:]


class DetailsCard(Card):
    """The page owns `report_button`.

    `tagged(folder, tags)` and `noted(folder, note)` when a person has written something else.
    """

    tagged = Signal(str, object)
    noted = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(spacing=10, parent=parent)
        self._run: RunSummary | None = None
        self.name = ElidedLabel("", "strong")
        self.state = Badge(theme, "")
        self.report_button = Button(theme, tr("Reward report…"), "ghost", size="compact")
        self.folder_button = Button(theme, icon="folder-open", kind="ghost", size="compact", name=tr("Show its folder"))
        self.folder_button.clicked.connect(self._show_folder)
        self.why = Label("", "caption", "text2", wrap=True)
        self._values = {fact: ElidedLabel("", "body", elide=Qt.TextElideMode.ElideMiddle) for fact in _FACTS}
        self._labels = {fact: Label(tr_marked(fact), "caption", "text2") for fact in _FACTS}
        self.tags = QLineEdit()
        self.tags.setPlaceholderText(tr("Tags, separated by commas"))
        self.tags.setAccessibleName(tr("Tags"))
        self.tags.setAccessibleDescription(tr("Words to find the run by, separated by commas; Enter keeps them"))
        self.tags.setFont(ui_font(13))
        self.tags.editingFinished.connect(self._keep_tags)
        self.note = QPlainTextEdit()
        self.note.setProperty("frame", "input")
        self.note.setFont(ui_font(13))
        self.note.setPlaceholderText(tr("A note"))
        self.note.setAccessibleName(tr("Note"))
        self.note.setAccessibleDescription(tr("What you want to remember about the run; kept as you write"))
        self.note.setTabChangesFocus(True)
        self.note.setMinimumHeight(44)
        self.note.installEventFilter(self)
        self.note.textChanged.connect(self._note_changed)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_PATIENCE)
        self._clock.timeout.connect(self.keep)
        self._build()
        self.show_run(None)

    def set_low(self, low: bool) -> None:
        """Leave out in a low window what the table says, too."""
        self.layout_.setSpacing(7 if low else 10)
        for fact in _LESS_TELLING:
            self._labels[fact].setVisible(not low)
            self._values[fact].setVisible(not low)

    def show_run(self, run: RunSummary | None) -> None:
        """Show another run, or the same one as it is now; what was being written stays."""
        is_same = run is not None and self._run is not None and run.folder == self._run.folder
        if not is_same:
            self.keep()
        self._run = run
        self.setEnabled(run is not None)
        if run is None:
            self.name.setText(tr("No run selected"))
            return
        self.name.setText(run.title)
        word = STATE_WORDS[run.state]
        self.state.set_badge(tr_marked(word.text), word.tone, "dot")
        self.state.setToolTip(state_tip(run))
        for fact, words in _facts(run).items():
            self._values[fact].setText(words)
        if not (is_same and self.tags.isModified()):
            self.tags.setText(", ".join(run.tags))
        if not (is_same and self.note.document().isModified()) and self.note.toPlainText() != run.note:
            blocked = self.note.blockSignals(True)
            self.note.setPlainText(run.note)
            self.note.blockSignals(blocked)
            self.note.document().setModified(False)

    def show_why_not_resume(self, text: str) -> None:
        """Say whether the run can be gone on with; an empty text says that it can."""
        run = self._run
        error = run.error if run is not None and run.state == "failed" else ""
        resume = tr("Cannot be resumed. {text}", text=text) if text else tr("Can be resumed from its last checkpoint.")
        self.why.setText(f"{error} {resume}".strip())
        self.why.set_tone("danger" if error else "text2")

    def keep(self) -> None:
        """Keep what is written now."""
        self._clock.stop()
        self._keep_tags()
        if self._run is not None and self.note.document().isModified():
            self.note.document().setModified(False)
            self.noted.emit(self._run.folder, self.note.toPlainText())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.note and event.type() == QEvent.Type.FocusOut:
            self.keep()
        return False

    def _note_changed(self) -> None:
        self._clock.start()

    def _keep_tags(self) -> None:
        if self._run is not None and self.tags.isModified():
            self.tags.setModified(False)
            self.tagged.emit(self._run.folder, split_tags(self.tags.text()))

    def _show_folder(self) -> None:
        if self._run is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(self._run.folder))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name, 1)
        head.addWidget(self.state)
        head.addWidget(self.report_button)
        head.addWidget(self.folder_button)
        facts = QGridLayout()
        facts.setHorizontalSpacing(10)
        facts.setVerticalSpacing(5)
        facts.setColumnStretch(1, 1)
        facts.setColumnStretch(3, 1)
        for index, fact in enumerate(_FACTS):
            row, column = divmod(index, 2)
            facts.addWidget(self._labels[fact], row, 2 * column)
            facts.addWidget(self._values[fact], row, 2 * column + 1)
        remarks = QVBoxLayout()
        remarks.setSpacing(8)
        remarks.addWidget(self.tags)
        remarks.addWidget(self.note, 1)
        self.layout_.addLayout(head)
        self.layout_.addWidget(self.why)
        self.layout_.addLayout(facts)
        self.layout_.addLayout(remarks, 1)


def _facts(run: RunSummary) -> dict[str, str]:
    steps = (
        tr("{step:,} of {total_steps:,}", step=run.step, total_steps=run.total_steps)
        if run.total_steps
        else number(run.step, ",")
    )
    return {
        "Model": Path(run.model).name,
        "Data": Path(run.data).name,
        "Objective": run.loss,
        "Steps": steps,
        "Pairs": example_words(thumbs=run.loss in THUMB_LOSS).count(run.training_pairs) if run.training_pairs else "–",
        "Trained": duration(run.seconds),
        "Began": when_in_full(run.created),
        "Device": run.device,
        "Disk": byte_size(run.disk_bytes),
        "Sweep": run.sweep or "–",
    }
