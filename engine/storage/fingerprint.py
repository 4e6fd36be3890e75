"""Hashes of models and data, so that a run says exactly what it was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

# An adapter's configuration counts: its alpha scales what the weights do.
_WEIGHT_PATTERNS = ("*.safetensors", "config.json", "adapter_config.json", "adapter_model.bin")


def hash_file(path: Path) -> str:
    """SHA-256 of a file's bytes, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def hash_data(path: Path) -> str:
    """SHA-256 of a data file, or over all files of a data set that is a folder."""
    if not path.is_dir():
        return hash_file(path)
    return hash_files(sorted(file for file in path.rglob("*") if file.is_file()))


def hash_weights(folder: Path) -> str:
    """SHA-256 over the names and contents of a model's (or adapter's) weights and configuration."""
    names = {path for pattern in _WEIGHT_PATTERNS for path in folder.glob(pattern)}
    return hash_files(sorted(names))


def hash_adapter(folder: Path) -> str:
    """SHA-256 over trained weights alone, which are the same whenever the same adapter or model is written again."""
    names = {path for pattern in ("adapter_model.*", "model*.safetensors") for path in folder.glob(pattern)}
    return hash_files(sorted(names))


def hash_files(paths: Iterable[Path]) -> str:
    """SHA-256 over names and contents of several files, in the order given."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + bytes.fromhex(hash_file(path)))
    return digest.hexdigest()
