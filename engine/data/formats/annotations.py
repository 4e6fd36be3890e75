"""Annotated comparisons, each source with its own numbers for its verdicts.

The same number means different things: 0 is a tie in PandaLM and the first reply in Auto-J and PKU-SafeRLHF. So every
source has its own reading here, and a number that it does not use is an error in that row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from engine.data.formats.format import Converter, Disagreement, Fields, Format, Outcome, UnusableRowError
from engine.data.formats.values import as_number, has
from engine.data.formats.vote import Winner, question, vote

_ANNOTATORS = tuple(f"annotator{number}" for number in range(1, 10))


@dataclass(frozen=True, slots=True)
class Comparison:
    """The fields of one source: where the prompt and the replies are, and how to read its verdict."""

    prompt: tuple[str, ...]
    replies: tuple[str, str]
    verdict: Callable[[Fields], Winner]
    margin: Callable[[Fields], float | None] = lambda _: None

    def convert(self, fields: Fields, row: int) -> Iterator[Outcome]:
        """One vote."""
        first, second = self.replies
        sides = fields.get(first), fields.get(second)
        yield from vote(row, question(fields, self.prompt), sides, self.verdict(fields), self.margin(fields))


def by_number(field: str, meanings: dict[float, Winner]) -> Callable[[Fields], Winner]:
    """A verdict that is one of a few numbers."""

    def verdict(fields: Fields) -> Winner:
        number = as_number(fields.get(field))
        if number is None:
            raise UnusableRowError(f"It has no verdict: {field} is no number.")
        if number not in meanings:
            raise UnusableRowError(f"Its {field} is {number:g}, which stands for no verdict.")
        return meanings[number]

    return verdict


def majority(fields: Fields) -> Winner:
    """What most annotators say, 0 for a tie; a tie too when no verdict has more than half of them."""
    meanings: dict[float, Winner] = {0: "tie", 1: "first", 2: "second"}
    verdicts: list[Winner] = [by_number(name, meanings)(fields) for name in _annotators(fields)]
    verdict, count = Counter(verdicts).most_common(1)[0]
    return verdict if 2 * count > len(verdicts) else "tie"


def preference(fields: Fields) -> Winner:
    """AlpacaEval's: from 1, for the first reply, to 2, for the second; halfway is a tie, and so was 0 at first."""
    number = as_number(fields.get("preference"))
    if number is None or not (number == 0 or 1 <= number <= 2):
        raise UnusableRowError("It has no verdict: its preference is not between 1 and 2.")
    return "tie" if number in (0, 1.5) else "first" if number < 1.5 else "second"


def signed_score(fields: Fields) -> Winner:
    """LLM Comparator's: above 0 for reply A, below for B."""
    score = as_number(fields.get("score"))
    if score is None:
        raise UnusableRowError("It has no verdict: its score is no number.")
    return "tie" if score == 0 else "first" if score > 0 else "second"


def written_out(fields: Fields) -> Winner:
    """JudgeBench's: A>B, B>A or A=B, with more than one sign for a clear win."""
    label = str(fields.get("label")).upper().replace(" ", "").strip("[]")
    if label in ("A=B", "B=A", "TIE"):
        return "tie"
    sides = [side for side in label.split(">") if side]
    if sides not in (["A", "B"], ["B", "A"]):
        raise UnusableRowError(f"Its label {label[:20]!r} stands for no verdict.")
    return "first" if sides[0] == "A" else "second"


def _annotators(fields: Fields) -> list[str]:
    return [name for name in _ANNOTATORS if fields.get(name) is not None] or [_ANNOTATORS[0]]


_panda = Comparison(("instruction", "input"), ("response1", "response2"), majority)


def _convert_panda(fields: Fields, row: int) -> Iterator[Outcome]:
    if len({as_number(fields.get(name)) for name in _annotators(fields)}) > 1:
        yield Disagreement(row)
    yield from _panda.convert(fields, row)


def _format(
    name: str, title: str, confidence: Callable[[Fields], bool], convert: Converter, **axes: Converter
) -> Format:
    return Format(name, title, lambda fields: 1.0 if confidence(fields) else 0.0, convert, axes)


_first_is_0: dict[float, Winner] = {0: "first", 1: "second"}
_better = Comparison(("prompt",), ("response_0", "response_1"), by_number("better_response_id", _first_is_0))
_safer = Comparison(("prompt",), ("response_0", "response_1"), by_number("safer_response_id", _first_is_0))
_auto_j = Comparison(("prompt",), ("response 1", "response 2"), by_number("label", {0: "first", 1: "second", 2: "tie"}))
_alpaca_eval = Comparison(("instruction", "input"), ("output_1", "output_2"), preference)
_judge_bench = Comparison(("question",), ("response_A", "response_B"), written_out)
_comparator = Comparison(
    ("input_text",),
    ("output_text_a", "output_text_b"),
    signed_score,
    lambda fields: abs(as_number(fields.get("score")) or 0.0),
)

PANDALM = _format(
    "pandalm",
    "PandaLM annotations",
    lambda fields: has(fields, "instruction", "response1", "response2", "annotator1"),
    _convert_panda,
)
AUTO_J = _format(
    "auto_j", "Auto-J comparisons", lambda fields: has(fields, "response 1", "response 2", "label"), _auto_j.convert
)
ALPACA_EVAL = _format(
    "alpaca_eval",
    "AlpacaEval annotations",
    lambda fields: has(fields, "instruction", "output_1", "output_2", "preference"),
    _alpaca_eval.convert,
)
SAFE_RLHF = _format(
    "safe_rlhf",
    "PKU-SafeRLHF comparisons",
    lambda fields: (
        has(fields, "prompt", "response_0", "response_1")
        and ("better_response_id" in fields or "safer_response_id" in fields)
    ),
    lambda fields, row: (_better if "better_response_id" in fields else _safer).convert(fields, row),
    better=_better.convert,
    safer=_safer.convert,
)
JUDGE_BENCH = _format(
    "judge_bench",
    "JudgeBench comparisons",
    lambda fields: has(fields, "question", "response_A", "response_B", "label"),
    _judge_bench.convert,
)
LLM_COMPARATOR = _format(
    "llm_comparator",
    "LLM Comparator results",
    lambda fields: has(fields, "input_text", "output_text_a", "output_text_b", "score"),
    _comparator.convert,
)
