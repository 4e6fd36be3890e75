"""Checks that need more than the file: the chosen model, and the pairs that are held back.

They come after the check of the file itself, and again whenever what they need has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from PySide6.QtCore import QObject

from app.background.heavy_imports import import_heavy
from app.models.data_work import DataWork
from app.models.dataset import Dataset
from app.models.model_choice import ModelChoice
from app.models.pause import after_a_pause
from app.models.setup import SetupModel
from engine.data.checks.flag import Flag
from engine.data.checks.leakage import leakage_of_split
from engine.data.checks.model.registry import MODEL_CHECKS, check_beside
from engine.data.pair_sequence import PairSequence
from engine.data.reader import PreferenceData
from engine.errors import EngineError
from engine.model.inspect import inspect_model

_PAUSE_MILLISECONDS = 400  # a moving slider or a walk through the models asks once

_Subject = tuple[object, ...]


class LaterChecks(QObject):
    """Hands what it finds to the data set, which shows it beside the rest."""

    def __init__(
        self, dataset: Dataset, model_choice: ModelChoice, setup: SetupModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._dataset = dataset
        self._model_choice = model_choice
        self._setup = setup
        self._work = DataWork(self)
        self._asked_model: _Subject | None = None
        self._asked_leakage: _Subject | None = None
        self._timer = after_a_pause(_PAUSE_MILLISECONDS, self._look, self)
        self._data: PreferenceData | None = None
        self._version = 0  # of the pairs that are open
        dataset.edits.changed.connect(self._edited)
        for model in (dataset, model_choice, setup):
            model.changed.connect(self._follow)

    @property
    def is_running(self) -> bool:
        """Whether something is still being found out."""
        return self._timer.isActive() or self._work.is_running("model") or self._work.is_running("leakage")

    def stop(self) -> None:
        """Look no more: the window closes."""
        self._timer.stop()
        self._work.cancel("model", "leakage")

    def _follow(self) -> None:
        """End what nobody needs any more, and look once nothing has changed for a moment."""
        if self._model_subject() != self._asked_model:
            self._work.cancel("model")
        if self._leakage_subject() != self._asked_leakage:
            self._work.cancel("leakage")
        if (self._model_subject(), self._leakage_subject()) != (self._asked_model, self._asked_leakage):
            self._timer.start()

    def _look(self) -> None:
        dataset = self._dataset
        kept = dataset.kept
        if kept is None or dataset.flags is None:
            return  # the data set says so once it has been checked
        if dataset.is_following:
            self._timer.start()
            return
        model, leakage = self._model_subject(), self._leakage_subject()
        if model != self._asked_model:
            self._asked_model = model
            self._check_with_model(kept)
        if leakage != self._asked_leakage:
            self._asked_leakage = leakage
            arguments = (kept, dataset.evaluation_share, dataset.seed)
            self._work.start(
                "leakage", leakage_of_split, arguments, self._shower(), dataset.failed.emit, is_long=dataset.is_long
            )

    def _check_with_model(self, kept: PairSequence) -> None:
        folder, length = self._model_choice.folder, self._setup.value("data.max_length")
        if folder is None or "data.max_length" in self._setup.errors:
            self._dataset.check.add_flags({check.name: Flag() for check in MODEL_CHECKS})
            return
        arguments = (kept, folder, int(length), self._model_choice.template.name)
        is_long = self._dataset.is_long
        work = check_beside if is_long else _check_here
        # What is wrong with the model itself is told on the Model page.
        self._work.start("model", work, arguments, self._shower(), self._no_answer, is_long=is_long)

    def _shower(self) -> Callable[[Mapping[str, Flag]], None]:
        """Takes an answer for the file that is open now, and for no other."""
        path = self._dataset.path

        def show(flags: Mapping[str, Flag]) -> None:
            if self._dataset.path == path:
                self._dataset.check.add_flags(flags)

        return show

    def _no_answer(self, _: EngineError) -> None:
        self._dataset.check.add_flags({check.name: Flag() for check in MODEL_CHECKS})

    def _model_subject(self) -> _Subject:
        model = self._model_choice
        return (*self._pairs_subject(), model.folder, model.template.name, self._setup.value("data.max_length"))

    def _leakage_subject(self) -> _Subject:
        return (*self._pairs_subject(), self._dataset.evaluation_share)

    def _pairs_subject(self) -> _Subject:
        if self._dataset.data is not self._data:
            self._data = self._dataset.data
            self._version += 1
        return self._version, self._dataset.flags is not None

    def _edited(self, indices: Collection[int]) -> None:
        if indices:
            self._version += 1
            self._follow()


def _check_here(
    kept: PairSequence, folder: Path, max_length: int, chat_template: str, tell: Callable[[int], None]
) -> dict[str, Flag]:
    inspect_model(folder)  # what is no model is refused before torch is imported
    import_heavy("engine.model.load")
    return check_beside(kept, folder, max_length, chat_template, tell)
