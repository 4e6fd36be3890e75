"""The check of the open file: what is wrong with its data, beside the window, and again after edits."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from app.language.engine_words import tr_engine
from app.models.data_work import DataWork
from app.models.open_pairs import OpenPairs
from app.models.pair_table import PairTable
from app.models.pause import after_a_pause
from engine.data.checks.catalogue import LISTED
from engine.data.checks.flag import Flag
from engine.data.checks.registry import FlagFound, check_in_pieces, check_problems
from engine.data.edits.check_edited import check_edited
from engine.data.pair_sequence import PairSequence
from engine.data.reader import PreferenceData
from engine.data.reply_lengths import ReplyLengths, reply_lengths
from engine.errors import EngineError

_FOLLOW_MILLISECONDS = 400  # after the last edit, before the check looks again
# Not rows to look at one by one, but a property of the whole file.
_OF_THE_WHOLE = ("length_bias",)


class DataCheck(QObject):
    """Measures the replies, checks the pairs, and shows in the table which it flagged.

    `changed` when it begins, ends or knows more, `flagged` when the flags are others than before,
    `progressed(share)` meanwhile; `failed(EngineError)` when it could not be done.
    """

    changed = Signal()
    flagged = Signal()
    progressed = Signal(float)
    failed = Signal(object)

    def __init__(self, opened: OpenPairs, table: PairTable, work: DataWork, parent: QObject) -> None:
        super().__init__(parent)
        self._open = opened
        self._table = table
        self._work = work
        self._follow_timer = after_a_pause(_FOLLOW_MILLISECONDS, self._find_out_anew, self)

    @property
    def is_running(self) -> bool:
        """Whether the check is under way."""
        return self._work.is_running("check")

    @property
    def is_following(self) -> bool:
        """Whether flags or lengths do not know the last edit yet."""
        return self._follow_timer.isActive() or any(map(self._work.is_running, ("measure", "check", "recheck")))

    @property
    def needs_a_look(self) -> bool:
        """Whether the check flagged rows."""
        return any(flag.count for flag in self._flags_of_rows().values())

    def start(self) -> None:
        """Look for what is wrong with the data."""
        file, kept = self._open.file, self._open.kept
        if file is None or kept is None:
            return
        self._work.start(
            "check", check_in_pieces, (kept,), self._checked, self._not_checked, self._found, is_long=file.is_long
        )
        self.changed.emit()

    def stop(self) -> None:
        """Leave the check undone; `start` begins it anew."""
        self._work.cancel("check")
        self.changed.emit()

    def find_out(self) -> None:
        """Start what is still to be found out about a file that has been read."""
        file = self._open.file
        if file is None:
            return
        if file.lengths is None:
            self._measure_and_check()
        elif file.flags is None:
            self.start()

    def follow(self) -> None:
        """Look again when the last edit is a moment ago."""
        self._follow_timer.start()

    def add_flags(self, flags: Mapping[str, Flag]) -> None:
        """Show what a check found that needs more than the file, in place of what it found before."""
        if self._open.file is not None:
            self._open.file.later_flags.update(flags)
            self._tell()

    def show_flags(self) -> None:
        """Show in the table what is flagged."""
        rows = {name: flag.rows for name, flag in self._flags_of_rows().items()}
        self._table.set_flags(rows, {check.name: tr_engine(check.title) for check in LISTED})

    def _flags_of_rows(self) -> dict[str, Flag]:
        return {name: flag for name, flag in (self._open.flags or {}).items() if name not in _OF_THE_WHOLE}

    def _measure_and_check(self) -> None:
        file, kept = self._open.file, self._open.kept
        if file is not None and file.data is not None and kept is not None:
            # The counting is quick, but the window would wait for numpy to be imported.
            arguments = (file.data, kept)
            self._work.start("measure", _measure, arguments, self._measured, self.failed.emit, is_long=file.is_long)

    def _measured(self, measures: tuple[ReplyLengths | None, dict[str, Flag]]) -> None:
        if self._open.file is not None:
            self._open.file.lengths, self._open.file.found = measures
            self.start()

    def _found(self, news: FlagFound | float) -> None:
        if not isinstance(news, FlagFound):
            self.progressed.emit(news)
        elif self._open.file is not None:
            self._open.file.found[news.name] = news.flag

    def _checked(self, _: None) -> None:
        if self._open.file is not None:
            self._open.file.flags = dict(self._open.file.found)
            self._tell()

    def _not_checked(self, error: EngineError) -> None:
        self.changed.emit()
        self.failed.emit(error)

    def _find_out_anew(self) -> None:
        file = self._open.file
        if file is None:
            return
        if not file.is_long or file.flags is None:
            self._measure_and_check()
        else:
            self._check_edited()

    def _check_edited(self) -> None:
        """Of a long file only the edited pairs are checked again, and those that they could be copies of."""
        file, now, edits = self._open.file, self._open.all_edited, self._open.edits
        if file is None or file.flags is None or now is None:
            return
        indices = edits.dropped_indices(), edits.touched_indices()
        arguments = (file.pairs, now, *indices, file.flags)
        self._work.start("recheck", check_edited, arguments, self._rechecked, self._not_checked, is_long=True)

    def _rechecked(self, flags: Mapping[str, Flag]) -> None:
        if self._open.file is not None:
            self._open.file.found = dict(flags)
            self._checked(None)

    def _tell(self) -> None:
        self.show_flags()
        self.flagged.emit()
        self.changed.emit()


def _measure(data: PreferenceData, pairs: PairSequence, _: object) -> tuple[ReplyLengths | None, dict[str, Flag]]:
    return reply_lengths(pairs), check_problems(data)
