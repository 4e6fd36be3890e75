"""TRL's columns as a Parquet table, for `datasets` and for tools that read tables.

`prompt`, `chosen` and `rejected` are lists of turns with `role` and `content`. Only where some pair needs more does the
table have it: further fields of turns, `margin`, and `tools` and `chat_template_kwargs` as JSON text. In a table all
have one type, so the arguments of tool calls are JSON text, too, as OpenAI has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from engine.data.half_characters import without_half_characters
from engine.data.preference_pair import Message, PreferencePair
from engine.data.writers.copy_format import CopyFormat, as_json, with_arguments_as_text

_PAIRS_AT_ONCE = 1000  # a row group
_TURN_TEXTS = ("name", "tool_call_id", "reasoning_content", "thinking")


class _TooNarrow(Exception):  # noqa: N818  # no error
    """A pair needs a column that the table does not have."""


def write_parquet(path: Path, pairs: Iterable[PreferencePair]) -> int:
    """Write the table, narrow if that is enough for every pair."""
    try:
        return _write(path, pairs, wide=False)
    except _TooNarrow:
        return _write(path, pairs, wide=True)


def _write(path: Path, pairs: Iterable[PreferencePair], *, wide: bool) -> int:
    from pyarrow import Table, parquet

    schema = _schema(wide)
    count, rows = 0, _rows(pairs, wide)
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        while batch := list(islice(rows, _PAIRS_AT_ONCE)):
            writer.write_table(Table.from_pylist(batch, schema))
            count += len(batch)
    return count


def _schema(wide: bool) -> Any:
    import pyarrow as arrow

    text = arrow.string()
    turn = {"role": text, "content": text}
    more: dict[str, Any] = {}
    if wide:
        function = arrow.struct({"name": text, "arguments": text})
        call = arrow.struct({"id": text, "type": text, "function": function})
        turn |= {**dict.fromkeys(_TURN_TEXTS, text), "tool_calls": arrow.list_(call)}
        more = {"tools": text, "margin": arrow.float64(), "chat_template_kwargs": text}
    conversation = arrow.list_(arrow.struct(turn))
    return arrow.schema({**dict.fromkeys(("prompt", "chosen", "rejected"), conversation), **more})


def _rows(pairs: Iterable[PreferencePair], wide: bool) -> Iterator[dict[str, Any]]:
    for pair in pairs:
        if not wide and _needs_more(pair):
            raise _TooNarrow
        yield {
            "prompt": _turns(pair.prompt),
            "chosen": _turns(pair.chosen),
            "rejected": _turns(pair.rejected),
            "tools": as_json(pair.tools).decode() if pair.tools else None,
            "margin": pair.margin,
            "chat_template_kwargs": as_json(pair.template_options).decode() if pair.template_options else None,
        }


def _needs_more(pair: PreferencePair) -> bool:
    has_extra = any(message.extra for message in (*pair.prompt, *pair.chosen, *pair.rejected))
    return has_extra or bool(pair.tools) or pair.margin is not None or bool(pair.template_options)


def _turns(messages: tuple[Message, ...]) -> list[dict[str, Any]]:
    return [
        {key: value if key == "tool_calls" else _text(value) for key, value in turn.items()}
        for turn in (with_arguments_as_text(message.as_dict()) for message in messages)
    ]


def _text(value: object) -> str:
    return without_half_characters(value) if isinstance(value, str) else as_json(value).decode()


PARQUET = CopyFormat(
    "parquet",
    "Parquet",
    ".parquet",
    "A compact table for datasets and pandas. Keeps turns, tools and score gaps.",
    write_parquet,
)
