"""Fine-Grained RLHF's questions: four predictions from the same passages, and every two of them compared.

Source: the notes beside the data of Wu et al., 2023 (arXiv:2306.01693). `preference` holds 1 against 2, 1 against 3
and so on up to 3 against 4; 1 prefers the first, 2 the second, and 0 neither. Each comparison is one of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, count, takewhile
from typing import Any

from engine.data.formats.format import Fields, Format, Outcome, SkippedRow, UnusableRowError
from engine.data.formats.values import as_number, has
from engine.data.formats.vote import Winner, question, vote
from engine.data.preference_pair import Message

_VERDICTS: dict[float | None, Winner] = {0: "tie", 1: "first", 2: "second"}


def confidence(fields: Fields) -> float:
    """A question with numbered predictions and a list of verdicts."""
    known = has(fields, "question", "prediction 1", "prediction 2")
    return 1.0 if known and isinstance(fields.get("preference"), list) else 0.0


def convert(fields: Fields, row: int) -> Iterator[Outcome]:
    """A pair or a tie for every two predictions."""
    names = [*takewhile(lambda name: name in fields, (f"prediction {number}" for number in count(1)))]
    couples, verdicts = [*combinations(names, 2)], fields.get("preference")
    if not isinstance(verdicts, list) or len(verdicts) != len(couples):
        raise UnusableRowError("It has not one verdict for every two predictions.")
    prompt = _prompt(fields)
    for (first, second), verdict in zip(couples, verdicts, strict=True):
        try:
            yield from vote(row, prompt, (fields[first], fields[second]), _winner(verdict))
        except UnusableRowError as unusable:
            yield SkippedRow(row, unusable.reason, unusable.problem)


def _winner(verdict: object) -> Winner:
    winner = _VERDICTS.get(as_number(verdict))
    if winner is None:
        raise UnusableRowError(f"Its verdict {str(verdict)[:40]!r} is none of 0, 1 and 2.")
    return winner


def _prompt(fields: Fields) -> tuple[Message, ...]:
    """The question, or turns that end in it, and below it the passages that the predictions were written from."""
    turns = question(fields, ("question",))
    if not turns:
        raise UnusableRowError("The prompt is missing.", "empty_prompt")
    *earlier, asked = turns
    passages: Any = fields.get("passages") or []
    if not isinstance(passages, list) or not all(map(_is_passage, passages)):
        raise UnusableRowError("Its passages are not lists of sentences.")
    return (*earlier, replace(asked, content="\n\n".join([asked.content, *map(_passage, passages)])))


def _is_passage(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(sentence, str) for sentence in value)


def _passage(lines: list[str]) -> str:
    title, *sentences = lines
    # An article's first sentence brings its title along once more, on a line of its own.
    return title + "\n" + " ".join(sentences).removeprefix(title + "\n").strip()


FINE_GRAINED = Format("fine_grained", "Fine-Grained RLHF comparisons", confidence, convert)
