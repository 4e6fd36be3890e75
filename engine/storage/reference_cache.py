"""Reference log-probabilities on disk: one file of float32 numbers a key, written whole or not at all.

A file is an array as numpy writes it, then a digest of key and array. A disk that turned a bit, or a file under
another's name, must not be trained on.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy

# Half a billion numbers: forty runs of 20,000 pairs with replies of 300 tokens.
MOST_BYTES = 2 * 2**30
_DIGEST_BYTES = 32


def _tell_nobody(_: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class ReferenceCache:
    """A folder of arrays named by what they depend on; safe for several processes.

    `report` is given a sentence when a file is damaged, or cannot be read or written. `most_bytes` is what `prune`
    leaves.
    """

    folder: Path
    report: Callable[[str], None] = _tell_nobody
    most_bytes: int = MOST_BYTES

    def load(self, key: str, length: int) -> numpy.ndarray | None:
        """The array of a key, or None when it is absent, damaged or not of `length` numbers."""
        path = self._path(key)
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            self.report(f"The stored reference scores in {path.name} could not be read and are computed again: {error}")
            return None
        body, digest = content[:-_DIGEST_BYTES], content[-_DIGEST_BYTES:]
        values = _array(body) if digest == _digest(key, body) else None
        if values is None or values.dtype != numpy.float32 or values.shape != (length,):
            self.report(f"The stored reference scores in {path.name} are damaged and are computed again.")
            return None
        with contextlib.suppress(OSError):  # a read-only folder can be read
            os.utime(path)
        return values

    def store(self, key: str, values: numpy.ndarray) -> None:
        """Write an array under its key, replacing what was there in one move; reports a disk that does not take it."""
        path = self._path(key)
        buffer = io.BytesIO()
        numpy.save(buffer, values.astype(numpy.float32), allow_pickle=False)
        body = buffer.getvalue()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(path, body + _digest(key, body))
        except OSError as error:  # a run can do without: the scores are in memory
            self.report(f"The reference scores could not be stored, so the next run computes them again: {error}")

    def prune(self) -> None:
        """Remove what was not used for longest, until at most `most_bytes` are left.

        Another process may use or remove the same files meanwhile: whoever misses one computes it again.
        """
        files: list[tuple[float, int, Path]] = []
        for path in self.folder.glob("*/*.npy"):
            with contextlib.suppress(OSError):
                state = path.stat()
                files.append((state.st_mtime, state.st_size, path))
        held = sum(size for _, size, _ in files)
        for _, size, path in sorted(files):
            if held <= self.most_bytes:
                return
            with contextlib.suppress(OSError):
                path.unlink()
                held -= size

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.npy"


def _replace(path: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _array(body: bytes) -> numpy.ndarray | None:
    try:
        return numpy.load(io.BytesIO(body), allow_pickle=False)
    except (ValueError, EOFError):
        return None


def _digest(key: str, body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_DIGEST_BYTES, key=key.encode()[:64]).digest()
