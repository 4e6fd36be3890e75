"""A long preference file, the same on every machine."""

from __future__ import annotations

import json
import random
from pathlib import Path

_WORDS = 4000
_SENTENCES = 20_000
_PROMPT, _REPLY = 2, 4  # sentences


def write_long_file(path: Path, rows: int) -> None:
    """Write `rows` pairs of about 1 kB as TRL's JSONL.

    Of a thousand rows one is a copy, one nearly a copy, one has two equal replies, and one an empty one.
    """
    chance = random.Random(20261123)
    sentences = _make_sentences(chance)

    def text(count: int) -> str:
        return " ".join(chance.choices(sentences, k=count))

    former: dict[str, str] = {}
    with path.open("w", encoding="utf-8") as file:
        for row in range(rows):
            pair = {"prompt": f"{text(_PROMPT)} ({row})", "chosen": text(_REPLY), "rejected": text(_REPLY)}
            match row % 1000:
                case 100:
                    pair = former
                case 200:
                    pair = {**former, "chosen": former["chosen"].replace(" the ", " a ")}
                case 300:
                    pair["rejected"] = pair["chosen"]
                case 400:
                    pair["rejected"] = ""
                case _:
                    pass
            file.write(json.dumps(pair) + "\n")
            former = pair if pair["rejected"] else former


def _make_sentences(chance: random.Random) -> list[str]:
    letters = "etaoinshrdlucmfwypvbgk"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 10))) for _ in range(_WORDS)]
    words += "the and of to is that it with for are".split() * 100
    return [" ".join(chance.choices(words, k=chance.randint(10, 22))).capitalize() + "." for _ in range(_SENTENCES)]
