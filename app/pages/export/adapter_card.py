"""The adapter or the model as something to take along: what it is, its files, where it goes, and whether it arrived."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.language.engine_words import tr_engine
from app.language.translate import mark, tr, tr_marked
from app.models.export import ExportModel, ExportState
from app.models.words import byte_size
from app.pages.model.words import home_relative
from app.theme.fonts import mono_font
from app.theme.theme import Theme
from app.theme.tokens import Tone
from app.widgets.button import Button
from app.widgets.card import Card, hairline
from app.widgets.icon_label import IconLabel
from app.widgets.label import ElidedLabel, Label
from app.widgets.spinner import Spinner

_TITLES = {"adapter": mark("LoRA adapter"), "model": mark("Whole model")}
_WHAT = {
    "adapter": mark("A small add-on that PEFT puts on top of the original model, whose files stay as they are."),
    "model": mark("All weights as training left them, with configuration and tokenizer. It needs no other model."),
}
_SIGNS: dict[ExportState, tuple[str, Tone]] = {
    ExportState.READY: ("download-simple", "neutral"),
    ExportState.VERIFIED: ("check-circle", "ok"),
    ExportState.FAILED: ("warning-circle", "danger"),
}


class AdapterCard(Card):
    """Follows the export; the destination is chosen here."""

    def __init__(self, theme: Theme, export: ExportModel, parent: QWidget | None = None) -> None:
        super().__init__(spacing=12, parent=parent)
        self._theme = theme
        self._export = export
        self._title, self._what = Label("", "card_title"), Label("", "body", "text2", wrap=True)
        self._size = Label("", "caption", "text2")
        self._rows: list[QWidget] = []
        self._files = QGridLayout()
        self._files.setHorizontalSpacing(10)
        self._files.setVerticalSpacing(7)
        self._files.setColumnStretch(1, 1)
        self.destination = QLineEdit()
        self.destination.setFont(mono_font(12))
        self.destination.setAccessibleName(tr("Destination folder"))
        self.destination.setAccessibleDescription(tr("A folder that does not exist yet, or is empty"))
        self.destination.editingFinished.connect(self._typed)
        self.choose_button = Button(theme, tr("Choose folder"), icon="folder-open")
        self.choose_button.clicked.connect(self._choose)
        self._icon = IconLabel(theme, "download-simple")
        self._spinner = Spinner(theme)
        self._status = Label("", "strong", wrap=True)
        self._explanation = Label("", "caption", "text2", wrap=True)
        self._build()
        export.changed.connect(self._show)
        self._show()

    @property
    def status(self) -> str:
        """The status line, both parts."""
        return f"{self._status.text()} {self._explanation.text()}".strip()

    @property
    def file_names(self) -> list[str]:
        """The files listed."""
        return [label.text() for label in self._rows if isinstance(label, ElidedLabel)]

    def _build(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._title)
        names.addWidget(self._size)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(IconLabel(self._theme, "stack", "accent", 20, tile=36))
        head.addLayout(names, 1)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.destination, 1)
        place.addWidget(self.choose_button)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._status)
        words.addWidget(self._explanation)
        state = QHBoxLayout()
        state.setSpacing(12)
        state.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        state.addWidget(self._spinner, 0, Qt.AlignmentFlag.AlignTop)
        state.addLayout(words, 1)
        self.layout_.addLayout(head)
        self.layout_.addWidget(self._what)
        self.layout_.addLayout(self._files)
        self.layout_.addSpacing(4)
        self.layout_.addWidget(Label(tr("Destination"), "body", weight=500))
        self.layout_.addLayout(place)
        self.layout_.addWidget(hairline())
        self.layout_.addLayout(state)

    def _show(self) -> None:
        export = self._export
        self._title.setText(tr_marked(_TITLES[export.part]))
        self._what.setText(tr_marked(_WHAT[export.part]))
        self._size.setText(byte_size(export.total_bytes) if export.files else "")
        self._show_files()
        if not self.destination.isModified():  # nobody is typing in it
            self.destination.setText(home_relative(export.destination))
        writing = export.state is ExportState.WRITING
        self.destination.setEnabled(not writing)
        self.choose_button.setEnabled(not writing)
        icon, tone = _SIGNS.get(export.state, ("download-simple", "neutral"))
        self._icon.set_icon(icon, tone)
        self._icon.setVisible(not writing)
        self._spinner.set_running(writing)
        title, text = _status_words(export)
        self._status.setText(title)
        self._status.set_tone("ok" if tone == "ok" else "danger" if tone == "danger" else "text")
        self._explanation.setText(text)

    def _show_files(self) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        done = self._export.state is ExportState.VERIFIED
        for line, (name, size) in enumerate(self._export.files):
            icon = IconLabel(self._theme, "check" if done else "file", "ok" if done else "neutral", 14)
            file, bytes_label = ElidedLabel(name, "code", "text2"), Label(byte_size(size), "caption", "text2")
            bytes_label.setAlignment(Qt.AlignmentFlag.AlignRight)
            for column, widget in enumerate((icon, file, bytes_label)):
                self._files.addWidget(widget, line, column)
                self._rows.append(widget)

    def _typed(self) -> None:
        text = self.destination.text().strip()
        self.destination.setModified(False)
        if text and text != home_relative(self._export.destination):
            self._export.set_destination(Path(text).expanduser().absolute())

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self,
            tr("Choose a folder for the {part}", part=tr_engine(self._export.part)),
            str(self._export.destination.parent),
        )
        if folder:
            # What is chosen is usually a place for it, not an empty folder made for it.
            chosen = Path(folder)
            occupied = any(chosen.iterdir())
            self._export.set_destination(chosen / self._export.destination.name if occupied else chosen)


def _status_words(export: ExportModel) -> tuple[str, str]:
    match export.state:
        case ExportState.NOTHING:
            return "", ""
        case ExportState.READY:
            return tr("Ready"), tr("Nothing is written until you press Export.")
        case ExportState.WRITING:
            return tr("Writing"), tr("Then it is read back and compared, number by number.")
        case ExportState.VERIFIED:
            return tr("Round-trip verified"), tr("Read back from disk, every number equals the run's.")
        case ExportState.FAILED:
            failure = export.failure
            return (tr_engine(failure.message), tr_engine(failure.hint)) if failure else (tr("It did not work"), "")
