"""How a file is to be read, from the options of a command."""

from __future__ import annotations

from argparse import Namespace

from engine.data.column_map import parse_columns
from engine.data.options import ReadingOptions


def reading_options(arguments: Namespace) -> ReadingOptions:
    """What `--map`, `--pairing`, `--axis` and `--ties` ask for. Raises EngineError for a mapping that is none."""
    columns = parse_columns(arguments.map) if arguments.map is not None else {}
    return ReadingOptions(arguments.pairing, arguments.axis, columns, arguments.ties)
