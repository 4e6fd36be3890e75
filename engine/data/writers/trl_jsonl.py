"""TRL's conversational preference pairs with their prompt, one JSON object a line.

{"prompt": [{"role": "user", "content": "..."}], "chosen": [...], "rejected": [...]}, with `tools`, `margin` and
`chat_template_kwargs` where a pair has them. A reply with a thumb is a row of TRL's unpaired preferences:
{"prompt": [...], "completion": [...], "label": true}. Shape: https://huggingface.co/docs/trl/dataset_formats.
"""

from __future__ import annotations

from typing import Any

from engine.data.preference_pair import PreferencePair
from engine.data.writers.copy_format import CopyFormat, sides, turns, write_lines


def pair_as_row(pair: PreferencePair) -> dict[str, Any]:
    """One line of such a file."""
    row: dict[str, Any] = {"prompt": turns(pair.prompt), **sides(pair, turns)}
    if pair.tools:
        row["tools"] = list(pair.tools)
    if pair.margin is not None:
        row["margin"] = pair.margin
    if pair.template_options:
        row["chat_template_kwargs"] = dict(pair.template_options)
    return row


TRL_JSONL = CopyFormat(
    "trl",
    "TRL (JSON lines)",
    ".jsonl",
    "What most trainers read. Keeps every turn, tool and score gap.",
    lambda path, pairs: write_lines(path, map(pair_as_row, pairs)),
)
