"""A file of preference pairs that grows while somebody works: TRL's JSON lines, like any other data set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from engine.data.preference_pair import PreferencePair
from engine.data.writers.copy_format import as_json
from engine.data.writers.trl_jsonl import pair_as_row
from engine.errors import EngineError
from engine.storage.atomic import write_text
from engine.storage.line_log import append_line, log_lines


def count_pairs(path: Path) -> int:
    """How many pairs the file holds; a file that does not exist has none. Raises `EngineError` if it is unreadable."""
    return len(_lines(path))


def add_pair(path: Path, pair: PreferencePair) -> None:
    """Add a pair at the end; it is on disk when this returns. Raises `EngineError` when it could not be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        append_line(path, pair_as_row(pair), to_disk=True)
    except OSError as error:
        raise _not_written(path, error) from error


def remove_pair(path: Path, pair: PreferencePair) -> bool:
    """Take out the last pair that says the same as this one; whether there was one. Raises like `add_pair`."""
    lines, wanted = _lines(path), as_json(pair_as_row(pair))
    places = [place for place, line in enumerate(lines) if line == wanted]
    if not places:
        return False
    del lines[places[-1]]
    _write(path, lines)
    return True


def settle_pairs(path: Path, wanted: Sequence[PreferencePair], taken_back: Sequence[PreferencePair]) -> bool:
    """Bring the file to what a log says, whose last lines a crash may have kept from it; whether anything was amiss.

    Pairs that are wanted and missing are added at the end; what was taken back goes. Lines that are none of these stay.
    Raises like `add_pair`.
    """
    lines = _lines(path)
    wanted_lines = [as_json(pair_as_row(pair)) for pair in wanted]
    missing = Counter(wanted_lines) - Counter(lines)
    ours = {as_json(pair_as_row(pair)) for pair in taken_back}
    surplus = {line: count for line, count in (Counter(lines) - Counter(wanted_lines)).items() if line in ours}
    if not missing and not surplus:
        return False
    kept: list[bytes] = []
    for line in reversed(lines):
        if surplus.get(line, 0):
            surplus[line] -= 1
        else:
            kept.append(line)
    kept.reverse()
    _write(path, [*kept, *missing.elements()])
    return True


def _write(path: Path, lines: Sequence[bytes]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, "".join(f"{line.decode()}\n" for line in lines))
    except OSError as error:
        raise _not_written(path, error) from error


def _lines(path: Path) -> list[bytes]:
    try:
        return [line for line, _ in log_lines(path)]
    except OSError as error:
        raise EngineError(
            f"The pairs in {path} could not be read.", "Check that you may open the file.", str(error)
        ) from error


def _not_written(path: Path, error: OSError) -> EngineError:
    return EngineError(
        f"The pair is not kept, because {path} cannot be written.",
        "Check the disk's free space and the folder's permissions, then try again.",
        str(error),
    )
