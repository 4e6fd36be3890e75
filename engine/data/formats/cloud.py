"""The shapes of two cloud services that mark the preferred reply among candidates.

Amazon Nova: the last turn of `messages` has two `candidates` with a preferenceLabel. Gemini on Vertex AI: `contents`,
and two `completions` whose score is 1 or 0. Sources: each service's guide to preference tuning.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.data.formats.format import Fields, Format, Outcome, Tie, UnusableRowError
from engine.data.formats.messages import read_content, read_messages
from engine.data.formats.pair import both_ways, make_pair, with_system
from engine.data.formats.values import as_number
from engine.data.preference_pair import Message


def nova_confidence(fields: Fields) -> float:
    """A conversation whose last turn has candidates."""
    turns = fields.get("messages")
    last = turns[-1] if isinstance(turns, list) and turns else None
    return 1.0 if isinstance(last, dict) and isinstance(last.get("candidates"), list) else 0.0


def nova_convert(fields: Fields, row: int) -> Iterator[Outcome]:
    """One pair from the two candidates."""
    if not nova_confidence(fields):
        raise UnusableRowError("The last turn has no candidates to choose from.")
    *turns, last = fields["messages"]
    chosen, rejected = (
        [item.get("content") for item in last["candidates"] if isinstance(item, dict) and _label(item) == label]
        for label in ("preferred", "non-preferred")
    )
    _one_of_each(len(chosen), len(rejected), len(last["candidates"]))
    system = None if fields.get("system") is None else read_content(fields["system"], "system turn")
    prompt = with_system(system, read_messages(turns, "prompt"))
    yield make_pair(row, prompt, _reply(chosen[0], "chosen"), _reply(rejected[0], "rejected"))


def gemini_confidence(fields: Fields) -> float:
    """`contents` beside `completions`."""
    return 1.0 if isinstance(fields.get("contents"), list) and isinstance(fields.get("completions"), list) else 0.0


def gemini_convert(fields: Fields, row: int) -> Iterator[Outcome]:
    """One pair from the two completions. The size of a score says nothing, so there is no margin."""
    contents, completions = fields.get("contents"), fields.get("completions")
    if not isinstance(contents, list) or not isinstance(completions, list):
        raise UnusableRowError("The contents or the completions are missing.", "empty_prompt")
    scored = [(as_number(item.get("score")), item.get("completion")) for item in completions if isinstance(item, dict)]
    scores = [score for score, _ in scored]
    if len(scored) == 2 and None not in scores and scores[0] == scores[1]:
        first, second = (reply for _, reply in scored)
        yield Tie(
            row,
            either_way=lambda: both_ways(
                row, _gemini_prompt(fields), (_turn(first, "first reply"),), (_turn(second, "second reply"),)
            ),
        )
        return
    known = [(score, reply) for score, reply in scored if score is not None]
    _one_of_each(len(known) - 1, 1, len(completions))
    (_, rejected), (_, chosen) = sorted(known, key=lambda item: item[0])
    prompt = _gemini_prompt(fields)
    yield make_pair(row, prompt, (_turn(chosen, "chosen reply"),), (_turn(rejected, "rejected reply"),))


def _gemini_prompt(fields: Fields) -> tuple[Message, ...]:
    instruction = fields.get("system_instruction", fields.get("systemInstruction"))
    system = None if instruction is None else read_content(_parts(instruction, "system turn"), "system turn")
    return with_system(system, tuple(_turn(turn, "prompt") for turn in fields["contents"]))


def _one_of_each(chosen: int, rejected: int, listed: int) -> None:
    if (chosen, rejected, listed) != (1, 1, 2):
        raise UnusableRowError("It does not hold exactly one preferred reply and one that is not.")


def _label(item: dict[str, Any]) -> str:
    return str(item.get("preferenceLabel", "")).lower().replace("_", "-")


def _reply(content: object, side: str) -> tuple[Message, ...]:
    return (Message("assistant", read_content(content, f"{side} reply")),)


def _turn(value: object, where: str) -> Message:
    role = value.get("role", "user") if isinstance(value, dict) else ""
    if role not in ("user", "model"):
        raise UnusableRowError(f"The {where} holds a turn that is neither the user's nor the model's.")
    return Message("user" if role == "user" else "assistant", read_content(_parts(value, where), where))


def _parts(value: object, where: str) -> object:
    if isinstance(value, dict):
        return value.get("parts")
    raise UnusableRowError(f"The {where} has no parts.")


NOVA = Format("nova", "Amazon Nova preferences", nova_confidence, nova_convert)
GEMINI = Format("gemini", "Gemini preferences", gemini_confidence, gemini_convert)
