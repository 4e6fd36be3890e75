"""Which runs are marked, to be laid over each other and compared, and the place of each in the palette."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal

MOST_COMPARED = 4


class RunMarks(QObject):
    """A run keeps its place for as long as it is marked; from the fifth on they have none. `changed` after any change.

    More than four may be marked, to delete or to export them; only four are drawn.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: dict[str, int | None] = {}

    @property
    def folders(self) -> tuple[str, ...]:
        """The marked runs, in the order in which they were marked."""
        return tuple(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, folder: str) -> bool:
        return folder in self._places

    def place(self, folder: str) -> int | None:
        """A run's place in the palette, from 0; None where it has none."""
        return self._places.get(folder)

    def toggle(self, folder: str) -> None:
        """Mark a run, or take its mark away."""
        if folder in self._places:
            del self._places[folder]
            self._fill_places()
        else:
            self._places[folder] = self._free_place()
        self.changed.emit()

    def clear(self) -> None:
        """Take all marks away."""
        if self._places:
            self._places = {}
            self.changed.emit()

    def keep(self, folders: Collection[str]) -> None:
        """Take the marks of all other runs away: they are gone."""
        kept = {folder: place for folder, place in self._places.items() if folder in folders}
        if kept != self._places:
            self._places = kept
            self._fill_places()
            self.changed.emit()

    def _free_place(self) -> int | None:
        taken = set(self._places.values())
        return next((place for place in range(MOST_COMPARED) if place not in taken), None)

    def _fill_places(self) -> None:
        """Give a place that became free to the first run without one."""
        for folder, place in self._places.items():
            if place is None:
                self._places[folder] = self._free_place()
