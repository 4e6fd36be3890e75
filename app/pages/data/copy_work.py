"""Save a copy: which format, where, and a line that says how far it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.language.engine_words import tr_engine
from app.language.translate import tr
from app.models.dataset import Dataset
from app.pages.data.copy_dialog import CopyDialog
from app.theme.theme import Theme
from app.widgets.work_line import WorkLine
from engine.data.writers.copy_format import CopyFormat


class CopyWork(WorkLine):
    """In sight only while a copy is written. `noted(text)` when it is saved."""

    noted = Signal(str)

    def __init__(self, theme: Theme, dataset: Dataset, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Saving the copy"), parent=parent)
        self._theme = theme
        self._dataset = dataset
        self.dialog: CopyDialog | None = None
        self.saving = dataset.copying
        self.cancelled.connect(self.saving.cancel)
        self.saving.changed.connect(self._show)
        self.saving.progressed.connect(self._show_progress)
        self.saving.saved.connect(self._saved)
        self._show()

    @property
    def why_not(self) -> str:
        """Why no copy can be saved now, in one sentence; empty when one can."""
        if self._dataset.state != "loaded":
            return tr("The file is still being read.")
        return tr("A copy is being saved.") if self.saving.is_running else ""

    def ask(self) -> None:
        """Ask for the format, then for the place, and save."""
        if self.why_not or self.dialog is not None:
            return
        dataset = self._dataset
        kept, dropped = dataset.kept_count, dataset.edits.dropped_count
        self.dialog = CopyDialog(self._theme, kept, dropped, dataset.words, self, thumbs=dataset.holds_thumbs)
        self.dialog.finished.connect(self._answered)
        self.dialog.open()

    def save(self, target: Path, form: CopyFormat) -> None:
        """Write the pairs as they are now; a name without an ending gets the format's own."""
        pairs = self._dataset.kept
        if pairs is not None:
            target = target if target.suffix else target.with_suffix(form.suffix)
            self.saving.start(pairs, target, form, self._dataset.path)

    def _answered(self, is_wanted: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        form = dialog.form
        dialog.deleteLater()
        path = self._dataset.path
        if not is_wanted or path is None:
            return
        proposed = path.with_name(f"{path.name.partition('.')[0]}-copy{form.suffix}")
        name, _ = QFileDialog.getSaveFileName(
            self,
            tr("Save a copy"),
            str(proposed),
            tr("{title} (*{suffix});;All files (*)", title=tr_engine(form.title), suffix=form.suffix),
        )
        if name:
            self.save(Path(name), form)

    def _show(self) -> None:
        self.setVisible(self.saving.is_running)
        if self.saving.is_running:
            self.show_share(None, tr("Saving the copy"))

    def _show_progress(self, done: int, total: int) -> None:
        self.show_share(
            done / total if total else None,
            tr("Saving the copy, {done}", done=self._dataset.words.some(done, total)),
        )

    def _saved(self, target: Path, count: int) -> None:
        self.noted.emit(tr("Saved {examples} as {name}", examples=self._dataset.words.count(count), name=target.name))
