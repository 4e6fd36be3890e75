"""TRL's columns as a Parquet table, for `datasets` and for tools that read tables.

`prompt`, `chosen` and `rejected` are lists of turns with `role` and `content`; a reply with a thumb has `completion`
and `label` instead of the latter two. Only where some pair needs more does the table have it: further fields of
turns, `margin`, and `tools` and `chat_template_kwargs` as JSON text. In a table all have one type, so the arguments of
tool calls are JSON text, too, as OpenAI has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from engine.data.half_characters import without_half_characters
from engine.data.preference_pair import Message, PreferencePair
from engine.data.writers.copy_format import CopyFormat, as_json, sides, with_arguments_as_text

_PAIRS_AT_ONCE = 1000  # a row group
_TURN_TEXTS = ("name", "tool_call_id", "reasoning_content", "thinking")


@dataclass(frozen=True, slots=True)
class _Columns:
    """What the rows so far need: further fields, two replies, one with its label."""

    more: bool = False
    pairs: bool = False
    thumbs: bool = False

    @classmethod
    def of(cls, pair: PreferencePair) -> _Columns:
        return cls(_needs_more(pair), not pair.is_thumb, pair.is_thumb)

    def __or__(self, other: _Columns) -> _Columns:
        return _Columns(self.more or other.more, self.pairs or other.pairs, self.thumbs or other.thumbs)


class _TooNarrow(Exception):  # noqa: N818  # no error
    """A pair needs columns that the table does not have."""

    def __init__(self, needed: _Columns) -> None:
        super().__init__()
        self.needed = needed


def write_parquet(path: Path, pairs: Iterable[PreferencePair]) -> int:
    """Write the table, no wider than some pair needs it."""
    columns = next((_Columns.of(pair) for pair in pairs), _Columns(pairs=True))
    while True:
        try:
            return _write(path, pairs, columns)
        except _TooNarrow as narrow:
            columns = narrow.needed


def _write(path: Path, pairs: Iterable[PreferencePair], columns: _Columns) -> int:
    from pyarrow import Table, parquet

    schema = _schema(columns)
    count, rows = 0, _rows(pairs, columns)
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        while batch := list(islice(rows, _PAIRS_AT_ONCE)):
            writer.write_table(Table.from_pylist(batch, schema))
            count += len(batch)
    return count


def _schema(columns: _Columns) -> Any:
    import pyarrow as arrow

    text = arrow.string()
    turn = {"role": text, "content": text}
    more: dict[str, Any] = {}
    if columns.more:
        function = arrow.struct({"name": text, "arguments": text})
        call = arrow.struct({"id": text, "type": text, "function": function})
        turn |= {**dict.fromkeys(_TURN_TEXTS, text), "tool_calls": arrow.list_(call)}
        more = {"tools": text, "margin": arrow.float64(), "chat_template_kwargs": text}
    conversation = arrow.list_(arrow.struct(turn))
    replies = {"chosen": conversation, "rejected": conversation} if columns.pairs else {}
    judged = {"completion": conversation, "label": arrow.bool_()} if columns.thumbs else {}
    return arrow.schema({"prompt": conversation, **replies, **judged, **more})


def _rows(pairs: Iterable[PreferencePair], columns: _Columns) -> Iterator[dict[str, Any]]:
    for pair in pairs:
        needed = columns | _Columns.of(pair)
        if needed != columns:
            raise _TooNarrow(needed)
        yield {
            "prompt": _turns(pair.prompt),
            **sides(pair, _turns),
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
