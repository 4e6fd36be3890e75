"""What every pair says, in 24 bytes each, to compare a million of them with each other."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from engine.data.content_key import prompt_key, reply_key
from engine.data.preference_pair import PreferencePair

if TYPE_CHECKING:
    import numpy as np

_KEY_BYTES = 8  # among a million pairs two different ones are taken for the same once in 30 million files
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)  # odd, so that no bit is lost


class PairKeys:
    """Keys of the prompt and of both replies, pair by pair, and what else the comparisons need."""

    def __init__(self) -> None:
        self._rows = array("I")
        self._tied = array("B")
        self._parts = (array("Q"), array("Q"), array("Q"))

    def add(self, pair: PreferencePair) -> None:
        """Take the next pair."""
        self._rows.append(pair.row)
        self._tied.append(pair.tied)
        for part, key in zip(
            self._parts, (prompt_key(pair), reply_key(pair.chosen), reply_key(pair.rejected)), strict=True
        ):
            part.append(int.from_bytes(key[:_KEY_BYTES], "little"))

    @property
    def rows(self) -> np.ndarray:
        """The pairs' rows."""
        return _numbers(self._rows)

    @property
    def tied(self) -> np.ndarray:
        """Which pairs are one way round of a kept tie."""
        return _numbers(self._tied).astype(bool)

    @property
    def same_replies(self) -> np.ndarray:
        """Which pairs have the same reply on both sides."""
        return _numbers(self._parts[1]) == _numbers(self._parts[2])

    def forward(self) -> np.ndarray:
        """A key for each pair; equal where pairs say the same."""
        return self._mixed(self._parts)

    def backward(self) -> np.ndarray:
        """The `forward` key that each pair would have with its replies swapped."""
        prompts, chosen, rejected = self._parts
        return self._mixed((prompts, rejected, chosen))

    def copies(self) -> np.ndarray:
        """Which pairs say what an earlier one says; the two ways round of one tie are no copies of each other."""
        import numpy as np

        keys, rows = self.forward(), self.rows
        _, first, group = np.unique(keys, return_index=True, return_inverse=True)
        place = np.arange(len(keys))
        earliest = first[group]
        return (earliest != place) & ~(self.tied & (rows[earliest] == rows))

    def _mixed(self, parts: tuple[array[int], array[int], array[int]]) -> np.ndarray:
        import numpy as np

        mixed = np.zeros(len(self._rows), dtype=np.uint64)
        for part, factor in zip(parts, _FACTORS, strict=True):
            mixed += _numbers(part) * np.uint64(factor)
            mixed ^= mixed >> np.uint64(29)
        return mixed


def _numbers(values: array[int]) -> np.ndarray:
    import numpy as np

    return np.array(values)
