"""What each pair of a run was worth to the model whenever it was looked at: two small binary files in its folder.

`pairs.bin` says which pairs there are: 32 bytes about the run, then 21 a pair. `seen.bin` is only ever added to:
16 bytes each time that a pair is trained on or tested, so a million pairs take 16 MB an epoch. Its records stand in
the order of their steps, so what follows a checkpoint can be cut off, and what a crash left of a record at its end
is dropped. Both are little-endian arrays that `numpy.fromfile` reads; docs/run-folder.md has their layout.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

KEY_BYTES = 16
PAIR_BYTES = 21
SEEN_BYTES = 16
_MAGIC = b"DPO Studio pairs 1\n".ljust(24, b"\0")
_PAIR = [("row", "<u4"), ("held_back", "u1"), ("key", "u1", KEY_BYTES)]
_SEEN = [("step", "<u4"), ("pair", "<u4"), ("chosen", "<f4"), ("rejected", "<f4")]


@dataclass(frozen=True, slots=True)
class PairOfRun:
    """A pair by its row, whether it is held back, and the digest of what it said when the run began (16 bytes)."""

    row: int
    is_held_back: bool
    key: bytes


@dataclass(frozen=True, slots=True)
class MarginFiles:
    """The two files in a run's folder `margins`."""

    folder: Path

    @property
    def pairs_path(self) -> Path:
        """Which pairs there are; a pair's number is its place here, from 0."""
        return self.folder / "pairs.bin"

    @property
    def seen_path(self) -> Path:
        """Both rewards of a pair, each time that it was looked at."""
        return self.folder / "seen.bin"

    def write_pairs(self, pairs: Sequence[PairOfRun], steps_per_epoch: int) -> None:
        """Say which pairs there are, once; a resumed run has the same ones and leaves the file as it is."""
        import numpy

        if self.pairs_path.exists():
            return
        table = numpy.empty(len(pairs), _PAIR)
        table["row"] = [pair.row for pair in pairs]
        table["held_back"] = [pair.is_held_back for pair in pairs]
        keys = b"".join(pair.key.ljust(KEY_BYTES, b"\0") for pair in pairs)
        table["key"] = numpy.frombuffer(keys, "u1").reshape(-1, KEY_BYTES)
        self.folder.mkdir(exist_ok=True)
        aside = self.pairs_path.with_suffix(".part")
        head = _MAGIC + steps_per_epoch.to_bytes(8, "little")
        aside.write_bytes(head + table.tobytes())
        aside.replace(self.pairs_path)

    def append(self, step: int, first: int, chosen: Sequence[float], rejected: Sequence[float]) -> None:
        """Both rewards of the pairs from number `first` on, as they were in update `step`, or after it if held back."""
        import numpy

        seen = numpy.empty(len(chosen), _SEEN)
        seen["step"], seen["pair"] = step, numpy.arange(first, first + len(chosen))
        seen["chosen"], seen["rejected"] = chosen, rejected
        with self.seen_path.open("ab") as file:
            file.write(seen.tobytes())

    def forget_after(self, step: int) -> None:
        """Cut off what came after an update, before training goes on from there."""
        import numpy

        if not self.seen_path.exists():
            return
        steps = numpy.fromfile(self.seen_path, _SEEN)["step"]
        # A power cut may leave zeros where the end of a file should be; no update is number 0.
        late = (steps > step) | (steps == 0)
        kept = int(late.argmax()) if late.any() else len(steps)
        with self.seen_path.open("r+b") as file:
            file.truncate(kept * SEEN_BYTES)

    def read_pairs(self) -> tuple[np.ndarray, int] | None:
        """The pairs (`row`, `held_back`, `key`) and the updates of an epoch; None where nothing was written yet."""
        import numpy

        try:
            data = self.pairs_path.read_bytes()
        except OSError:
            return None
        if not data.startswith(_MAGIC):
            return None
        body = data[len(_MAGIC) + 8 :]
        whole = len(body) // PAIR_BYTES
        steps_per_epoch = int.from_bytes(data[len(_MAGIC) : len(_MAGIC) + 8], "little")
        return numpy.frombuffer(body, _PAIR, whole), max(1, steps_per_epoch)

    def read_seen(self, start: int = 0) -> np.ndarray:
        """The records from number `start` on (`step`, `pair`, `chosen`, `rejected`), as far as they are whole."""
        import numpy

        try:
            is_longer = self.seen_path.stat().st_size > start * SEEN_BYTES
            seen = numpy.fromfile(self.seen_path, _SEEN, offset=start * SEEN_BYTES if is_longer else 0)
        except OSError:
            return numpy.empty(0, _SEEN)
        if not is_longer:
            return seen[:0]
        return seen[seen["step"] > 0]
