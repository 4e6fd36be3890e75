"""Replies that were preferred in the chat, kept as pairs in a data set of the project."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.background.task import run_task
from app.language.translate import tr
from app.models.chat import ChatModel
from engine.chat.generate import Side
from engine.data.preference_pair import Message, PreferencePair
from engine.errors import EngineError
from engine.storage.pair_file import add_pair, count_pairs, remove_pair


class ChatPairs(QObject):
    """Writes each preference at once. `changed` when the number of pairs is another, `failed(EngineError)`."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, chat: ChatModel, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chat = chat
        self.path = path
        self.count = 0

    def load(self) -> None:
        """Count what earlier sessions kept, in the background."""
        path = self.path
        run_task(
            lambda _: count_pairs(path), self._counted, self.failed.emit, owner=self, doing=tr("Reading the pairs")
        )

    def prefer(self, index: int, side: Side) -> None:
        """Keep a turn's reply as better than the other one; the same again takes it back."""
        turn = self._chat.turns[index]
        if turn.why_no_pair:
            return
        wanted = None if turn.preferred == side else side
        try:
            if turn.preferred is not None:
                self.count -= remove_pair(self.path, self._pair(index, turn.preferred))
                self._chat.show_preference(index, None)
            if wanted is not None:
                add_pair(self.path, self._pair(index, wanted))
                self.count += 1
                self._chat.show_preference(index, wanted)
        except EngineError as error:
            self.failed.emit(error)
        self.changed.emit()

    def _pair(self, index: int, side: Side) -> PreferencePair:
        """The conversation is the preferred reply's own: from the second turn on the sides may have parted ways."""
        turn = self._chat.turns[index]
        assert turn.after is not None
        chosen, rejected = (turn.after, turn.before) if side == "after" else (turn.before, turn.after)
        return PreferencePair(
            1,
            tuple(self._chat.messages(index, side)),
            (Message("assistant", chosen.text),),
            (Message("assistant", rejected.text),),
        )

    def _counted(self, count: int) -> None:
        self.count = count
        self.changed.emit()
