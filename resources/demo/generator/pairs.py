"""The preference pairs that make the model brief, and the prompts that show whether they did."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal

from resources.demo.generator.split import Split
from resources.demo.generator.voice import brief_reply, long_reply
from resources.demo.generator.world import Question, World

PAIRS = 480
MOST_PAIRS_OF_A_KIND = 40  # so that the large kinds do not take the place of the small ones
KINDS_WITHOUT_PAIRS = frozenset({"opposite", "home"})  # to see whether brevity reaches what no pair ever asked

Group = Literal["fact_in_a_pair", "fact_in_no_pair", "kind_in_no_pair"]


def choose_questions(split: Split, seed: int) -> list[Question]:
    """The questions of the pairs: each about another fact, each asked in a way that pre-training saw too."""
    generator = random.Random(f"{seed}:pairs")
    ways_to_ask: dict[tuple[str, str], list[Question]] = {}
    for question in split.seen:
        if question.kind not in KINDS_WITHOUT_PAIRS:
            ways_to_ask.setdefault((question.kind, question.fact.subject), []).append(question)
    facts = sorted(ways_to_ask)
    generator.shuffle(facts)
    of_kind: Counter[str] = Counter()
    chosen: list[tuple[str, str]] = []
    for fact in facts:
        of_kind[fact[0]] += 1
        if of_kind[fact[0]] <= MOST_PAIRS_OF_A_KIND:
            chosen.append(fact)
    chosen = chosen[:PAIRS]
    return [generator.choice(ways_to_ask[fact]) for fact in chosen]


def write_pairs(world: World, questions: Sequence[Question], seed: int, path: Path) -> None:
    """Write the pairs as TRL reads them: the brief answer is chosen, a long-winded one with the same fact rejected."""
    generator = random.Random(f"{seed}:rejected")
    _write_rows(
        path,
        (
            {
                "prompt": _turn("user", question.text),
                "chosen": _turn("assistant", brief_reply(world, question)),
                "rejected": _turn("assistant", long_reply(world, question, generator)),
            }
            for question in questions
        ),
    )


def write_held_out(held_out: Iterable[Question], in_pairs: Sequence[Question], path: Path) -> None:
    """Write the prompts for measuring, each with its answer; all answers of a kind stand in the file."""
    facts = {(question.kind, question.fact.subject) for question in in_pairs}
    _write_rows(
        path,
        (
            {
                "prompt": _turn("user", question.text),
                "kind": question.kind,
                "answer": question.fact.key,
                "group": _group(question, facts),
            }
            for question in held_out
        ),
    )


def _group(question: Question, facts_in_pairs: set[tuple[str, str]]) -> Group:
    if question.kind in KINDS_WITHOUT_PAIRS:
        return "kind_in_no_pair"
    return "fact_in_a_pair" if (question.kind, question.fact.subject) in facts_in_pairs else "fact_in_no_pair"


def _turn(role: str, content: str) -> list[dict[str, str]]:
    return [{"role": role, "content": content}]


def _write_rows(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text(text, encoding="utf-8", newline="\n")
