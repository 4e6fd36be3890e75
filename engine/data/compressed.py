"""Files as they are or packed with gzip or Zstandard: their bytes either way, within limits.

An archive of a few kilobytes can unpack to terabytes. So one that grows far beyond what text can shrink to is refused
as it is read, before it fills the memory or the disk.
"""

from __future__ import annotations

import gzip
import io
import shutil
import tempfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Protocol, cast

from engine.errors import EngineError

_GZIP = b"\x1f\x8b"
_ZSTANDARD = b"\x28\xb5\x2f\xfd"
_ALWAYS_ALLOWED = 64 << 20  # bytes that may come out of any archive
_MOST_TIMES = 300  # how many times larger than what was read of it; text seldom shrinks to a fiftieth
_MOST_BYTES = 32 << 30
_ZSTANDARD_STEP = 1 << 11  # bytes unpacked at once: even the worst of them give no more than 64 MB
_USUAL_TIMES = 4  # for the progress of an archive that does not tell its size


def open_bytes(path: Path) -> BinaryIO:
    """The bytes of a file, unpacked if it is an archive. Reading raises EngineError for a damaged or excessive one."""
    with path.open("rb") as handle:
        start = handle.read(len(_ZSTANDARD))
    handle = path.open("rb")
    if start.startswith(_GZIP):
        return io.BufferedReader(_Unpacked(path, handle, gzip.GzipFile(fileobj=handle)), 1 << 18)
    if start == _ZSTANDARD:
        return io.BufferedReader(_Unpacked(path, handle, _Zstandard(handle)), 1 << 18)
    return handle


def is_packed(path: Path) -> bool:
    """Whether `open_bytes` will unpack the file."""
    with path.open("rb") as handle:
        start = handle.read(len(_ZSTANDARD))
    return start.startswith(_GZIP) or start == _ZSTANDARD


def unpacked_size(path: Path) -> int:
    """About how many bytes `open_bytes` will give, for progress; exact for a file that is not packed."""
    size = path.stat().st_size
    with path.open("rb") as handle:
        start = handle.read(len(_ZSTANDARD))
        if start.startswith(_GZIP) and size >= 18:
            handle.seek(-4, io.SEEK_END)
            told = int.from_bytes(handle.read(4), "little")  # modulo 2**32 (RFC 1952)
            return told if told >= size // 2 else size * _USUAL_TIMES
        return size * _USUAL_TIMES if start == _ZSTANDARD else size


@contextmanager
def unpacked_file(path: Path) -> Generator[Path]:
    """A file on disk that is not packed: `path` itself, or a copy that is deleted afterwards."""
    handle = open_bytes(path)
    if not isinstance(getattr(handle, "raw", None), _Unpacked):
        handle.close()
        yield path
        return
    with handle, tempfile.TemporaryDirectory(prefix="dpo-studio-") as folder:
        copy = Path(folder, "unpacked")
        with copy.open("wb") as target:
            shutil.copyfileobj(handle, target)
        yield copy


class _Unpacker(Protocol):
    def read(self, size: int, /) -> bytes: ...


class _Zstandard:
    """The content of Zstandard frames, one after another. The library's own reader takes a cut-off file for whole."""

    def __init__(self, packed: BinaryIO) -> None:
        import zstandard

        self._new_frame = zstandard.ZstdDecompressor().decompressobj
        self._packed = packed
        self._frame: Any = None
        self._ready = b""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end. Raises EOFError when the last frame is cut off."""
        while not self._ready:
            packed = self._packed.read(_ZSTANDARD_STEP)
            if not packed:
                if self._frame is not None:
                    raise EOFError("the last frame is cut off")
                return b""
            self._ready = b"".join(self._unpack(packed))
        given, self._ready = self._ready[:size], self._ready[size:]
        return given

    def _unpack(self, packed: bytes) -> Iterator[bytes]:
        while packed:
            frame = self._frame or self._new_frame()
            yield frame.decompress(packed)
            self._frame, packed = (None, frame.unused_data) if frame.eof else (frame, b"")


class _Unpacked(io.RawIOBase):
    """What comes out of an archive, with its failures told in sentences and its size watched."""

    def __init__(self, path: Path, packed: BinaryIO, unpacker: _Unpacker) -> None:
        super().__init__()
        self._path = path
        self._packed = packed
        self._unpacker = unpacker
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        try:
            data = self._unpacker.read(len(view))
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise self._damaged(error) from error
        except Exception as error:
            # zstandard is imported only where it is needed, so its error is known by its name.
            if type(error).__name__ != "ZstdError":
                raise
            raise self._damaged(error) from error
        self._given += len(data)
        excessive = self._given > _ALWAYS_ALLOWED and self._given > _MOST_TIMES * self._packed.tell()
        if excessive or self._given > _MOST_BYTES:
            raise EngineError(
                f"{self._path.name} unpacks to far more than its size allows for, so reading it was stopped.",
                "Unpack it yourself if you trust it, and choose the file inside.",
            )
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._packed.close()
        super().close()

    def _damaged(self, error: Exception) -> EngineError:
        return EngineError(
            f"{self._path.name} is a damaged archive: it cannot be unpacked to its end.",
            "Download or copy the file again.",
            str(error),
        )
