"""How a file is to be read, while a person decides it: the columns, and what the first rows then give."""

from __future__ import annotations

from typing import Literal, TypeAlias

from PySide6.QtCore import QObject, Signal

from app.background.task import Task, run_task
from app.language.engine_words import tr_engine
from app.language.translate import tr
from engine.data.column_guess import NEEDED, OPTIONAL, ReadingKind, guess_columns, guess_kind
from engine.data.file_shape import FileShape, ReadingPreview, preview_reading
from engine.data.formats.pairing import Pairing
from engine.data.options import ReadingOptions, Ties
from engine.errors import EngineError

Way: TypeAlias = Literal["as_is"] | ReadingKind


class ReadingChoice(QObject):
    """`changed` after a choice, and again once `preview` shows what comes of it."""

    changed = Signal()

    def __init__(self, shape: FileShape, options: ReadingOptions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shape = shape
        self.preview: ReadingPreview | None = None
        self.way: Way = _way_of(shape, options)
        self.pairing: Pairing | None = options.pairing
        self.axis = options.axis
        self.ties: Ties = options.ties
        kinds: tuple[ReadingKind, ...] = ("pairs", "votes", "labels")
        self._columns = {kind: guess_columns(shape.columns, kind) for kind in kinds}
        if self.way != "as_is" and options.columns:
            self._columns[self.way] = dict(options.columns)
        self._task: Task | None = None
        self._update()

    @property
    def targets(self) -> tuple[str, ...]:
        """What columns are chosen for, in the present way of reading."""
        return () if self.way == "as_is" else (NEEDED[self.way][0], *OPTIONAL, *NEEDED[self.way][1:])

    def column(self, target: str) -> str:
        """The column that serves as a target; "" for none."""
        return "" if self.way == "as_is" else self._columns[self.way].get(target, "")

    @property
    def options(self) -> ReadingOptions:
        """What has been chosen, as the reader takes it."""
        columns = {} if self.way == "as_is" else {key: name for key, name in self._columns[self.way].items() if name}
        preview = self.preview
        return ReadingOptions(
            self.pairing if preview is None or preview.is_ranked else None,
            self.axis if preview is None or self.axis in preview.axes else "",
            columns,
            self.ties,
        )

    @property
    def can_read(self) -> bool:
        """Whether the first rows give something when they are read so."""
        return self.preview is not None and bool(self.preview.pairs or self.preview.labelled)

    def read_by(self, way: Way) -> None:
        """Go by the file itself, or by the columns of one way to write preferences down."""
        self.way = way
        self._update()

    def set_column(self, target: str, name: str) -> None:
        """Take a column for a target; "" takes none."""
        if self.way != "as_is":
            self._columns[self.way][target] = name
            self._update()

    def set_pairing(self, pairing: Pairing | None) -> None:
        """Which of several ranked replies make pairs; None for what suits the file."""
        self.pairing = pairing
        self._update()

    def set_axis(self, axis: str) -> None:
        """Which quality decides; "" for the file's own."""
        self.axis = axis
        self._update()

    def set_ties(self, ties: Ties) -> None:
        """Whether comparisons without a winner are left out or read both ways round."""
        self.ties = ties
        self._update()

    def _update(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self.preview = None
        shape, options = self.shape, self.options
        self._task = run_task(
            lambda _: preview_reading(shape, options),
            self._show,
            self._failed,
            owner=self,
            doing=tr("Reading the rows"),
        )
        self.changed.emit()

    def _show(self, preview: ReadingPreview) -> None:
        self.preview, self._task = preview, None
        self.changed.emit()

    def _failed(self, error: EngineError) -> None:
        self._show(ReadingPreview(problem=tr_engine(error.message)))


def _way_of(shape: FileShape, options: ReadingOptions) -> Way:
    if not options.columns:
        return "as_is" if shape.form else guess_kind(shape.columns)
    if "winner" in options.columns:
        return "votes"
    return "labels" if "completion" in options.columns else "pairs"
