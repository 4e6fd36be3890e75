"""What a person may decide about reading a file; nothing is decided by default but what the file itself says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

from engine.data.formats.pairing import Pairing

Ties: TypeAlias = Literal["drop", "keep"]
TIES: tuple[Ties, ...] = get_args(Ties)


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How to read a file, where a person wants it otherwise.

    `pairing` says which of several ranked replies make pairs, instead of what suits their format; `axis` which quality
    decides where a source rates several; `columns` which field of the file (the value) is the prompt, the chosen reply
    and so on (the key), see `column_map.py`; `ties` whether a comparison without a winner is left out or read both
    ways round. `thumbs` takes replies that were judged by themselves as they are, instead of looking for pairs among
    them.
    """

    pairing: Pairing | None = None
    axis: str = ""
    columns: Mapping[str, str] = field(default_factory=dict[str, str])
    ties: Ties = "drop"
    thumbs: bool = False
