"""Which of the open file's pairs hold a text, as one mask: for lists that have an order of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.models.data_work import DataWork
from app.models.dataset import Dataset
from engine.data.find_pairs import Found, find_pairs
from engine.errors import EngineError

if TYPE_CHECKING:
    import numpy as np


class PairSearch(QObject):
    """Searches beside the window. `changed` when `found` is another: a mask over all pairs, None while all are meant.

    `failed(EngineError)` when the file can no longer be read.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, dataset: Dataset, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dataset = dataset
        self._work = DataWork(self)
        self._text = ""
        self.found: np.ndarray | None = None

    def look_for(self, text: str) -> None:
        """Find the pairs that hold a text; none asks for all."""
        if text == self._text:
            return
        self._text = text
        self._work.cancel()
        pairs = self._dataset.all_edited
        if not text or pairs is None:
            self.found = None
            self.changed.emit()
            return
        import numpy

        found = numpy.zeros(len(pairs), numpy.bool_)

        def take(news: Found) -> None:
            found[numpy.array(news.indices, numpy.int64)] = True

        def done(_: object) -> None:
            self.found = found
            self.changed.emit()

        arguments = (pairs, text, None)
        self._work.start("filter", find_pairs, arguments, done, self._failed, take, is_long=self._dataset.is_long)

    def _failed(self, error: EngineError) -> None:
        self.failed.emit(error)
