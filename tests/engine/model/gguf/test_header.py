from __future__ import annotations

import struct
from pathlib import Path

import pytest

from engine.errors import EngineError
from engine.model.gguf.header import read_gguf_header

_UINT32, _ARRAY = 4, 9
_ZERO = struct.pack("<II", _UINT32, 0)
_LIST = struct.pack("<IIQII", _ARRAY, _UINT32, 2, 1, 1)
_NESTED = struct.pack("<I", _ARRAY) + struct.pack("<IQ", _ARRAY, 1) * 5000


def header(path: Path, name: str, value: bytes) -> Path:
    """A file of no tensors and one setting, `value` with its kind in front."""
    start = b"GGUF" + struct.pack("<IQQ", 3, 0, 1)
    path.write_bytes(start + struct.pack("<Q", len(name)) + name.encode() + value)
    return path


@pytest.mark.parametrize(
    "name, value",
    [
        ("general.alignment", _ZERO),
        ("general.alignment", _LIST),
        ("split.count", _LIST),
        ("anything", _NESTED),
    ],
    ids=["no alignment", "a list as alignment", "a list of parts", "lists in lists"],
)
def test_settings_that_make_no_sense_are_a_damaged_file(tmp_path: Path, name: str, value: bytes) -> None:
    """One such file among many must not end the search for models."""
    with pytest.raises(EngineError, match="no GGUF file that can be read"):
        read_gguf_header(header(tmp_path / "odd.gguf", name, value))
