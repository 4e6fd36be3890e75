"""Numbers of the Model page in the words that people use."""

from __future__ import annotations

from pathlib import Path

from app.language.numbers import number
from app.language.translate import tr
from engine.model.facts import ModelFacts

_DTYPES = {"bfloat16": "bf16", "float16": "fp16", "float32": "fp32"}


def count_words(count: int) -> str:
    """1540000000 as "1.54 billion", 134515008 as "135 million"."""
    if count >= 1_000_000_000:
        return tr("{count:.2f} billion", count=count / 1000000000.0)
    if count >= 1_000_000:
        return (
            tr("{count:.0f} million", count=count / 1000000.0)
            if count >= 10_000_000
            else tr("{count:.1f} million", count=count / 1000000.0)
        )
    return number(count, ",")


def count_short(count: int) -> str:
    """The same for a narrow column: "1.54 B", "135 M"."""
    if count >= 1_000_000_000:
        return tr("{count:.2f} B", count=count / 1000000000.0)
    return (
        tr("{count:.0f} M", count=count / 1000000.0)
        if count >= 10_000_000
        else tr("{count:.1f} M", count=count / 1000000.0)
    )


def size_words(size: int) -> str:
    """Bytes as "3.09 GB", "270 MB"."""
    if size >= 1_000_000_000:
        return tr("{size:.2f} GB", size=size / 1000000000.0)
    return (
        tr("{size:.0f} MB", size=size / 1000000.0) if size >= 10_000_000 else tr("{size:.1f} MB", size=size / 1000000.0)
    )


def dtype_words(dtype: str) -> str:
    """bfloat16 as bf16."""
    return _DTYPES.get(dtype, dtype)


def short_name(facts: ModelFacts) -> str:
    """The model's name without its owner."""
    return facts.name.rsplit("/", 1)[-1]


def origin(facts: ModelFacts) -> str:
    """Where a model comes from: its owner on the Hub, or the folder that it lies in."""
    owner, separator, _ = facts.name.rpartition("/")
    return owner if separator else home_relative(facts.folder)


def home_relative(folder: Path) -> str:
    """A path with the person's own folder as ~."""
    try:
        return f"~/{folder.relative_to(Path.home()).as_posix()}"
    except ValueError:
        return str(folder)
