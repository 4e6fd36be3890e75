"""A text file on disk as UTF-8 bytes, whatever it was written as: the first thing that happens to anybody's data.

What is no text at all (a folder, a web page, a model, a pickle) is refused here, by its content and never by its name,
in one sentence that says what it is.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, NoReturn

from engine.data.compressed import is_packed, open_bytes, unpacked_size
from engine.errors import EngineError

_HEAD_BYTES = 4096
_READS = "Choose a file with a chosen and a rejected reply for each prompt."
_KINDS = "Preferences are read from JSON, JSONL, CSV, TSV, Parquet, Arrow and SQLite, packed with gzip or zst or not."

# How binary files that people pick by mistake begin, and what they are.
_BINARY_STARTS = (
    (b"\x1f\x8b", "an archive inside an archive"),
    (b"\x28\xb5\x2f\xfd", "an archive inside an archive"),
    (b"PK\x03\x04", "a zip archive"),
    (b"GGUF", "a GGUF model"),
    (b"\x80\x02", "a Python pickle"),
    (b"\x80\x03", "a Python pickle"),
    (b"\x80\x04", "a Python pickle"),
    (b"\x80\x05", "a Python pickle"),
    (b"%PDF", "a PDF document"),
)
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class TextFile:
    """A readable text file. `size` counts the bytes that `lines` and `read` give in all, for progress.

    UTF-8 files are read from disk as they are asked for; other encodings are held in memory. `head` is how the text
    begins. The size of an archive's content may be a guess. A file `is_plain` when its bytes on disk, after the first
    `skip`, are those of `lines`, so that reading can begin anywhere.
    """

    path: Path
    size: int
    head: bytes = field(default=b"", repr=False)
    skip: int = 0
    is_plain: bool = False
    converted: bytes | None = field(default=None, repr=False)

    def lines(self) -> Iterator[bytes]:
        """The file line by line, line ends included. Raises EngineError when reading fails."""
        with _told_plainly(self.path), self._open() as handle:
            yield from handle

    def read(self) -> bytes:
        """The whole file. Raises EngineError when reading fails."""
        with _told_plainly(self.path), self._open() as handle:
            return handle.read()

    def _open(self) -> BinaryIO:
        if self.converted is not None:
            return io.BytesIO(self.converted)
        handle = open_bytes(self.path)
        handle.read(self.skip)
        return handle


def open_text(path: Path) -> TextFile:
    """Look at a file's first bytes and say how to read it, without reading it all.

    Raises EngineError for what is missing, unreadable, empty, or no text.
    """
    head = first_bytes(path)
    with _told_plainly(path):
        size, is_plain = unpacked_size(path), not is_packed(path)
    encoding = _encoding_of(head)
    if encoding == "utf-8-sig":
        mark = len(codecs.BOM_UTF8)
        text = TextFile(path, size - mark, head[mark:], skip=mark, is_plain=is_plain)
    elif encoding == "utf-8":
        text = TextFile(path, size, head, is_plain=is_plain)
    else:
        text = _converted(path, encoding)
    _refuse_what_is_no_text(path, text.head)
    return text


def first_bytes(path: Path) -> bytes:
    """How a file begins, unpacked if it is an archive. Raises EngineError for what is missing, unreadable, no file."""
    with _told_plainly(path):
        if path.is_dir():
            raise EngineError(f"{path.name} is a folder, not a file.", "Choose the preference file inside it.")
        if path.exists() and not path.is_file():  # opening a pipe would wait for somebody to write into it
            raise EngineError(f"{path.name} is a pipe or a device, not a file.", "Save its content, then choose that.")
        with open_bytes(path) as handle:
            return handle.read(_HEAD_BYTES)


def looks_like_json(head: bytes) -> bool:
    """Whether a line of a file that begins like this begins as JSON does."""
    return any(line.lstrip().startswith((b"{", b"[")) for line in head.lstrip().splitlines())


def refuse_unknown_text(text: TextFile) -> NoReturn:
    """Raise the EngineError for a file in none of the languages that are read."""
    what = "a binary file" if b"\x00" in text.head else "neither JSON nor a table"
    raise EngineError(f"{text.path.name} is {what}. {_KINDS}", _READS)


def _encoding_of(head: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return encoding
    # JSON begins with two ASCII characters, so the zero bytes around them tell UTF-16 apart (RFC 4627, section 3).
    match [byte == 0 for byte in head[:4]]:
        case [False, True, False, True]:
            return "utf-16-le"
        case [True, False, True, False]:
            return "utf-16-be"
        case _:
            return "utf-8"


def _converted(path: Path, encoding: str) -> TextFile:
    with _told_plainly(path), open_bytes(path) as handle:
        raw = handle.read()
    try:
        converted = raw.decode(encoding).encode()
    except UnicodeError as error:
        raise EngineError(
            f"{path.name} is damaged: it begins as {encoding.upper()} text but does not go on as such.",
            "Save or download the file again, as UTF-8 if you can choose.",
            str(error),
        ) from error
    return TextFile(path, len(converted), converted[:_HEAD_BYTES], converted=converted)


def _refuse_what_is_no_text(path: Path, head: bytes) -> None:
    name, start = path.name, head.lstrip()
    if not start and len(head) < _HEAD_BYTES:
        raise EngineError(f"{name} is empty.", _READS)
    if start.startswith(b"<"):
        raise EngineError(
            f"{name} is a web page, not preference data. A download that needs signing in often ends like this.",
            "Download the file itself, then choose it.",
        )
    if start.startswith(b"version https://git-lfs"):
        raise EngineError(
            f"{name} is a Git LFS pointer: it stands for a file that was not downloaded.",
            "Run git lfs pull in its folder, then choose it again.",
        )
    kind = next((kind for magic, kind in _BINARY_STARTS if head.startswith(magic)), "")
    if kind:
        raise EngineError(f"{name} is {kind}. {_KINDS}", _READS)


@contextmanager
def _told_plainly(path: Path) -> Generator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise EngineError(
            f"{path.name} is not there.", "Check the path, or choose another file.", str(error)
        ) from error
    except OSError as error:
        reason = (error.strerror or "the system gave no reason").lower()
        raise EngineError(
            f"{path.name} cannot be read: {reason}.",
            "Check its permissions and the disk, or choose another file.",
            str(error),
        ) from error
