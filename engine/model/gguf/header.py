"""What a GGUF file says about itself: its settings and the list of its tensors. No torch, no numbers are read.

The format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md.
"""

from __future__ import annotations

import hashlib
import mmap
import struct
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any

from engine.errors import EngineError

_MAGIC = b"GGUF"
_VERSIONS = (2, 3)
_STRING, _ARRAY = 8, 9
_NUMBERS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
# ggml's numbers for the formats in which tensors are stored.
_KINDS = {
    0: "F32", 1: "F16", 2: "Q4_0", 3: "Q4_1", 6: "Q5_0", 7: "Q5_1", 8: "Q8_0", 10: "Q2_K", 11: "Q3_K", 12: "Q4_K",
    13: "Q5_K", 14: "Q6_K", 16: "IQ2_XXS", 17: "IQ2_XS", 18: "IQ3_XXS", 19: "IQ1_S", 20: "IQ4_NL", 21: "IQ3_S",
    22: "IQ2_S", 23: "IQ4_XS", 28: "F64", 29: "IQ1_M", 30: "BF16", 34: "TQ1_0", 35: "TQ2_0", 39: "MXFP4",
}  # fmt: skip
_FETCH_AGAIN = "Fetch the file again."


@dataclass(frozen=True, slots=True)
class GgufTensor:
    """One tensor: `shape` as torch has it, `kind` by ggml's number, `offset` of its first byte in the file."""

    name: str
    shape: tuple[int, ...]
    kind: int
    offset: int

    @property
    def numbers(self) -> int:
        """How many numbers it holds."""
        return prod(self.shape)


@dataclass(frozen=True, slots=True)
class GgufHeader:
    """The settings by their names, the tensors in the file's order, and a digest of both together."""

    path: Path
    values: Mapping[str, Any]
    tensors: tuple[GgufTensor, ...]
    digest: str

    @property
    def architecture(self) -> str:
        """llama.cpp's name for the model's family."""
        return str(self.values.get("general.architecture", ""))

    @property
    def parameters(self) -> int:
        """How many numbers all tensors hold."""
        return sum(tensor.numbers for tensor in self.tensors)

    @property
    def kind(self) -> str:
        """The format that most of the numbers are stored in, such as Q4_K."""
        counts: Counter[int] = Counter()
        for tensor in self.tensors:
            counts[tensor.kind] += tensor.numbers
        return kind_name(counts.most_common(1)[0][0]) if counts else ""

    def setting(self, name: str, default: Any = None) -> Any:
        """A setting of the family: `block_count` is the value of `llama.block_count`."""
        return self.values.get(f"{self.architecture}.{name}", default)


def kind_name(kind: int) -> str:
    """The name of a storage format by ggml's number."""
    return _KINDS.get(kind, f"type {kind}")


def read_gguf_header(path: Path) -> GgufHeader:
    """Read the header. Raises `EngineError` when this is no GGUF, one part of several, or the file is cut short."""
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            header = _read(path, content)
            size = len(content)
        parts = int(header.values.get("split.count", 1) or 1)
    except (OSError, ValueError, TypeError, ArithmeticError, RecursionError, LookupError, struct.error) as error:
        raise EngineError(
            f"{path.name} is no GGUF file that can be read, or it is cut short.", _FETCH_AGAIN, str(error)
        ) from error
    if parts > 1:
        raise EngineError(
            f"{path.name} is one of {parts} parts of a model.",
            "Join them with llama.cpp's `llama-gguf-split --merge`, and choose the joined file.",
        )
    if any(tensor.offset >= size for tensor in header.tensors):
        raise EngineError(f"{path.name} is cut short, so the model cannot be used.", _FETCH_AGAIN)
    return header


class _Cursor:
    """Reads one value after the other."""

    def __init__(self, content: mmap.mmap) -> None:
        self.content = content
        self.at = 0

    def number(self, kind: str) -> Any:
        """A little-endian number of one of struct's kinds."""
        (value,) = struct.unpack_from(f"<{kind}", self.content, self.at)
        self.at += struct.calcsize(f"<{kind}")
        return value

    def text(self) -> str:
        """A length and so many bytes of UTF-8."""
        length: int = self.number("Q")
        if length > len(self.content) - self.at:
            raise ValueError("a text reaches beyond the file's end")
        raw = self.content[self.at : self.at + length]
        self.at += length
        # A merge or token of a damaged vocabulary is no reason to refuse to look at the file.
        return raw.decode("utf-8", errors="replace")

    def value(self, kind: int) -> Any:
        """A setting's value of one of the format's kinds."""
        if kind in _NUMBERS:
            return self.number(_NUMBERS[kind])
        if kind == _STRING:
            return self.text()
        if kind != _ARRAY:
            raise ValueError(f"unknown kind of value {kind}")
        inner, count = self.number("I"), self.number("Q")
        if count > len(self.content) - self.at:
            raise ValueError("a list reaches beyond the file's end")
        if inner in _NUMBERS:
            shape = f"<{count}{_NUMBERS[inner]}"
            values = list(struct.unpack_from(shape, self.content, self.at))
            self.at += struct.calcsize(shape)
            return values
        return [self.value(inner) for _ in range(count)]


def _read(path: Path, content: mmap.mmap) -> GgufHeader:
    if content[:4] != _MAGIC:
        raise ValueError("it does not begin with GGUF")
    cursor = _Cursor(content)
    cursor.at = 4
    version = cursor.number("I")
    if version not in _VERSIONS:
        raise ValueError(f"version {version} of the format")
    tensor_count, value_count = cursor.number("Q"), cursor.number("Q")
    values: dict[str, Any] = {}
    for _ in range(value_count):
        name = cursor.text()
        values[name] = cursor.value(cursor.number("I"))
    entries: list[tuple[str, tuple[int, ...], int, int]] = []
    for _ in range(tensor_count):
        name = cursor.text()
        # The format counts the fastest dimension first, torch last.
        shape = tuple(reversed([cursor.number("Q") for _ in range(cursor.number("I"))]))
        entries.append((name, shape, cursor.number("I"), cursor.number("Q")))
    alignment = int(values.get("general.alignment", 32))
    start = -(-cursor.at // alignment) * alignment
    tensors = tuple(GgufTensor(name, shape, kind, start + offset) for name, shape, kind, offset in entries)
    return GgufHeader(path, values, tensors, hashlib.sha256(content[: cursor.at]).hexdigest())
