"""Several replies to one prompt with their scores or ranks, in one row.

UltraFeedback (instruction, completions with ratings), Nectar (prompt, answers with ranks), and plain lists of replies
beside a list of scores.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from engine.data.formats.format import Converter, Fields, Format, Outcome, UnusableRowError
from engine.data.formats.messages import read_messages
from engine.data.formats.reply_list import Judged, read_objects, reply_list
from engine.data.formats.transcript import read_question
from engine.data.formats.values import as_number, first_of
from engine.data.preference_pair import Message

PROMPTS = ("prompt", "instruction", "question", "query", "input", "messages", "conversations", "context")
LISTS = ("completions", "responses", "answers", "candidates", "outputs", "replies", "generations")
TEXTS = ("response", "text", "content", "answer", "output", "completion", "generation", "messages")
_SCORES = ("overall_score", "score", "reward", "rating")
_RANKS = ("rank", "ranking")
_SCORE_LISTS = ("scores", "rewards", "ratings", "all_rm_scores")
_RANK_LISTS = ("ranks", "rankings", "ranking", "rank")
_ULTRAFEEDBACK_AXES = ("instruction_following", "honesty", "truthfulness", "helpfulness")


def ultrafeedback_confidence(fields: Fields) -> float:
    """An instruction with completions that carry UltraFeedback's own scores."""
    items = fields.get("completions")
    first = items[0] if isinstance(items, list) and items else None
    known = isinstance(first, dict) and "response" in first and ("overall_score" in first or "annotations" in first)
    return 1.0 if known and "instruction" in fields else 0.0


def by_axis(score: Callable[[dict[str, Any]], float | None]) -> Converter:
    """A way to convert UltraFeedback's rows by one of its scores."""

    def convert(fields: Fields, row: int) -> Iterator[Outcome]:
        items = read_objects(fields.get("completions"))
        judged = [Judged(item.get("response"), score(item)) for item in items]
        yield from reply_list(row, read_prompt(fields.get("instruction")), judged, by_rank=False)

    return convert


def confidence(fields: Fields) -> float:
    """A prompt beside a list of replies that are all judged, one way or the other."""
    listed, prompt = first_of(fields, LISTS), first_of(fields, PROMPTS)
    items = fields[listed] if listed else None
    if prompt is None or not isinstance(items, list) or not items:
        return 0.0
    if all(isinstance(item, dict) and first_of(item, TEXTS) and first_of(item, _SCORES + _RANKS) for item in items):
        return 0.7
    return 0.7 if first_of(fields, _SCORE_LISTS + _RANK_LISTS) else 0.0


def convert(fields: Fields, row: int) -> Iterator[Outcome]:
    """The row's replies in their order."""
    listed, prompt = first_of(fields, LISTS), first_of(fields, PROMPTS)
    items = fields[listed] if listed else None
    if not isinstance(items, list) or prompt is None:
        raise UnusableRowError("It has no list of replies to a prompt.")
    beside = first_of(fields, _SCORE_LISTS) or first_of(fields, _RANK_LISTS)
    if beside is not None:
        by_rank = beside in _RANK_LISTS
        judged = _beside(items, fields[beside], by_rank)
    else:
        objects = read_objects(items)
        by_rank = all(first_of(item, _SCORES) is None for item in objects)
        names = _RANKS if by_rank else _SCORES
        judged = [Judged(item.get(first_of(item, TEXTS) or ""), _score(item, names, by_rank)) for item in objects]
    yield from reply_list(row, read_prompt(fields[prompt]), judged, by_rank=by_rank)


def read_prompt(value: object) -> tuple[Message, ...]:
    """A prompt as text or as messages. Raises UnusableRowError."""
    return read_question(value) if isinstance(value, str) else read_messages(value, "prompt")


def _beside(items: list[Any], scores: object, by_rank: bool) -> list[Judged]:
    if not isinstance(scores, list) or len(scores) != len(items):
        raise UnusableRowError("It has not as many scores as replies.")
    return [Judged(item, _signed(as_number(score), by_rank)) for item, score in zip(items, scores, strict=True)]


def _score(item: dict[str, Any], names: tuple[str, ...], by_rank: bool) -> float | None:
    return _signed(as_number(item.get(first_of(item, names) or "")), by_rank)


def _signed(number: float | None, by_rank: bool) -> float | None:
    return -number if by_rank and number is not None else number


def _rating(axis: str) -> Callable[[dict[str, Any]], float | None]:
    def score(item: dict[str, Any]) -> float | None:
        annotations = item.get("annotations")
        annotation = annotations.get(axis) if isinstance(annotations, dict) else None
        return as_number(annotation.get("Rating")) if isinstance(annotation, dict) else None

    return score


_overall = by_axis(lambda item: as_number(item.get("overall_score")))

ULTRAFEEDBACK = Format(
    "ultrafeedback",
    "UltraFeedback completions",
    ultrafeedback_confidence,
    _overall,
    {
        "overall": _overall,
        "fine_grained": by_axis(lambda item: as_number(item.get("fine-grained_score"))),
        **{axis: by_axis(_rating(axis)) for axis in _ULTRAFEEDBACK_AXES},
    },
)
SCORED_REPLIES = Format("scored_replies", "Scored or ranked replies", confidence, convert)
