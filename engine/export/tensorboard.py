"""A run's metrics as TensorBoard event files, under the tags that transformers gives them.

An event file is a row of TFRecords (length, data, and a masked CRC-32C of each), every one of them an `Event` of
tensorflow's event.proto in protobuf's wire format. Scalars need four of its fields, which have not changed since 2015.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from engine.errors import EngineError
from engine.storage.manifest import read_manifest
from engine.storage.run_folder import RunFolder

_MASK_DELTA = 0xA282EAD8
_POLYNOMIAL = 0x82F63B78  # Castagnoli's, reflected
_NO_METRICS = ("step", "total_steps", "seconds")


def write_event_files(runs: Iterable[Path], target: Path) -> list[Path]:
    """Write each run's events into a folder of its own below `target`, and return the files.

    It has the run's name; where several runs have the same one, as those of two sweeps, the folder above stands in
    front. Raises `EngineError` when one of these folders holds something already, before any is written, or cannot be
    written.
    """
    runs = list(dict.fromkeys(run.absolute() for run in runs))
    folders = [target / name for name in _names(runs)]
    for folder in folders:
        _require_empty(folder)
    return [_write(RunFolder(run), folder) for run, folder in zip(runs, folders, strict=True)]


def _names(runs: Sequence[Path]) -> list[str]:
    """A name for each run that no other has: its folder's, with as many of the folders above as that takes."""
    names = {run: run.name for run in runs}
    for depth in range(2, max((len(run.parts) for run in runs), default=0)):
        counts = Counter(names.values())
        if len(counts) == len(runs):
            break
        names = {run: name if counts[name] == 1 else "-".join(run.parts[-depth:]) for run, name in names.items()}
    return list(names.values())


def _require_empty(folder: Path) -> None:
    try:
        is_taken = folder.exists() and any(folder.iterdir())
    except OSError as error:
        raise EngineError(f"{folder} cannot be used.", "Choose another folder.", str(error)) from error
    if is_taken:
        raise EngineError(f"{folder} holds something already, and nothing is overwritten.", "Choose another folder.")


def _write(run: RunFolder, folder: Path) -> Path:
    began = _began(run)
    file = folder / f"events.out.tfevents.{int(began)}.dpo-studio"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as out:
            for event in events_of_run(run, began):
                out.write(record(event))
    except OSError as error:
        raise EngineError(
            f"The event file of {run.path.name} could not be written to {folder}.",
            "Choose another folder, or free some space on its disk.",
            str(error),
        ) from error
    return file


def events_of_run(run: RunFolder, began: float) -> Iterator[bytes]:
    """The file's version, and then an event for each line of metrics; `began` in seconds since 1970."""
    yield _double(1, began) + _text(3, "brain.Event:2")
    seconds = 0.0
    for line in run.read_metrics():
        seconds = float(line.get("seconds", seconds))
        values = b"".join(_bytes(1, _text(1, tag) + _float(2, value)) for tag, value in tagged(line).items())
        yield _double(1, began + seconds) + _whole(2, int(line.get("step", 0))) + _bytes(5, values)


def tagged(line: Mapping[str, Any]) -> dict[str, float]:
    """A line's metrics as transformers tags them: train/loss, eval/rewards/margins."""
    return {
        f"eval/{name.removeprefix('eval_')}" if name.startswith("eval_") else f"train/{name}": float(value)
        for name, value in line.items()
        if name not in _NO_METRICS and isinstance(value, int | float)
    }


def record(data: bytes) -> bytes:
    """A TFRecord."""
    length = struct.pack("<Q", len(data))
    return length + struct.pack("<I", masked_crc(length)) + data + struct.pack("<I", masked_crc(data))


def masked_crc(data: bytes) -> int:
    """CRC-32C, turned and shifted as TFRecords want it, so that a sum over data with sums in it stays a good one."""
    crc = crc32c(data)
    return (((crc >> 15) | (crc << 17)) + _MASK_DELTA) & 0xFFFFFFFF


def crc32c(data: bytes) -> int:
    """The cyclic redundancy check of RFC 3720, appendix B.4."""
    table, crc = _crc_table(), 0xFFFFFFFF
    for byte in data:
        crc = table[(crc ^ byte) & 0xFF] ^ (crc >> 8)
    return crc ^ 0xFFFFFFFF


@lru_cache(maxsize=1)
def _crc_table() -> tuple[int, ...]:
    return tuple(_crc_of_byte(byte) for byte in range(256))


def _crc_of_byte(byte: int) -> int:
    for _ in range(8):
        byte = (byte >> 1) ^ (_POLYNOMIAL if byte & 1 else 0)
    return byte


# ---------------------------------------------------------------- protobuf: a field's number and kind, then its value


def _varint(number: int) -> bytes:
    parts = bytearray()
    while number > 0x7F:
        parts.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*parts, number])


def _whole(field: int, number: int) -> bytes:
    return _varint(field << 3) + _varint(number)


def _double(field: int, number: float) -> bytes:
    return _varint(field << 3 | 1) + struct.pack("<d", number)


def _bytes(field: int, data: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(data)) + data


def _text(field: int, text: str) -> bytes:
    return _bytes(field, text.encode())


def _float(field: int, number: float) -> bytes:
    return _varint(field << 3 | 5) + struct.pack("<f", number)


def _began(run: RunFolder) -> float:
    """When a run began, in seconds since 1970; when its metrics were written last where it does not say."""
    try:
        return datetime.fromisoformat(str(read_manifest(run.manifest_path)["created"])).timestamp()
    except (EngineError, KeyError, ValueError):
        path = run.metrics_path
        return path.stat().st_mtime if path.exists() else 0.0
