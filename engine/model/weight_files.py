"""What a model folder's safetensors files hold, read from their headers alone (no torch).

The format: https://huggingface.co/docs/safetensors, 8 bytes of header length, a JSON header, then the numbers.
"""

from __future__ import annotations

import json
import struct
from collections import Counter
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any

from engine.errors import EngineError

_LONGEST_HEADER = 100_000_000  # the limit that the format sets
_DTYPE_NAMES = {"BF16": "bfloat16", "F16": "float16", "F32": "float32", "F64": "float64"}
_FETCH_AGAIN = "Fetch the model again, all of its files."


@dataclass(frozen=True, slots=True)
class WeightFiles:
    """The weights of a model folder: how many numbers, in which format, in how many bytes of which files."""

    files: tuple[Path, ...]
    missing: tuple[str, ...]
    parameters: int
    dtype: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class TensorEntry:
    """One tensor as a safetensors header lists it; `dtype` is the format's own name, such as `BF16`.

    `begin` and `end` are where its bytes lie in the file.
    """

    dtype: str
    shape: tuple[int, ...]
    begin: int
    end: int


def read_weight_files(folder: Path, tied_embeddings: bool = False) -> WeightFiles | None:
    """The weights in `model.safetensors`, or in the shards that `model.safetensors.index.json` names; else None.

    With `tied_embeddings` a stored copy of the output head is not counted twice. Raises `EngineError` when a file
    is no safetensors file, or is cut short.
    """
    names = _file_names(folder)
    if not names:
        return None
    files = tuple(folder / name for name in names if (folder / name).is_file())
    entries: dict[str, TensorEntry] = {}
    for file in files:
        entries.update(read_header(file))
    if tied_embeddings:
        entries.pop("lm_head.weight", None)
    by_dtype: Counter[str] = Counter()
    for entry in entries.values():
        by_dtype[entry.dtype] += prod(entry.shape)
    main_dtype = by_dtype.most_common(1)[0][0] if by_dtype else ""
    return WeightFiles(
        files=files,
        missing=tuple(name for name in names if not (folder / name).is_file()),
        parameters=by_dtype.total(),
        dtype=_DTYPE_NAMES.get(main_dtype, main_dtype.lower()),
        size_bytes=sum(file.stat().st_size for file in files),
    )


def read_header(path: Path) -> dict[str, TensorEntry]:
    """The tensors that a safetensors file lists, by name."""
    size = path.stat().st_size
    try:
        with path.open("rb") as file:
            start = file.read(8)
            if start == b"version ":  # "version https://git-lfs.github.com/spec/v1"
                raise EngineError(
                    f"{path.name} is a Git LFS pointer: the weights themselves were not fetched.",
                    "Run `git lfs pull` in the model's folder, or download the file.",
                )
            length = struct.unpack("<Q", start)[0] if len(start) == 8 else 0
            if not 2 <= length <= min(size, _LONGEST_HEADER):
                raise ValueError("impossible header length")
            header: dict[str, Any] = json.loads(file.read(length))
        entries = {
            name: TensorEntry(
                entry["dtype"], tuple(entry["shape"]), *(8 + length + int(at) for at in entry["data_offsets"])
            )
            for name, entry in header.items()
            if name != "__metadata__"
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise EngineError(f"{path.name} is no readable safetensors file.", _FETCH_AGAIN, str(error)) from error
    expected = max((entry.end for entry in entries.values()), default=8 + length)
    if size < expected:
        raise EngineError(
            f"{path.name} is cut short: {size:,} of {expected:,} bytes are there, so the model cannot be used.",
            _FETCH_AGAIN,
        )
    return entries


def _file_names(folder: Path) -> list[str]:
    if (folder / "model.safetensors").is_file():
        return ["model.safetensors"]
    index = folder / "model.safetensors.index.json"
    if not index.is_file():
        return []
    try:
        weight_map: dict[str, str] = json.loads(index.read_text(encoding="utf-8"))["weight_map"]
        return sorted(set(weight_map.values()))
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise EngineError(f"{index.name} cannot be read.", _FETCH_AGAIN, str(error)) from error
