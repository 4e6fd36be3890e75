"""The texts of a pair that a person may write anew: the last question, and each reply that is a single turn."""

from __future__ import annotations

from dataclasses import dataclass

from engine.data.edits.edit import NewText, Side
from engine.data.half_characters import without_half_characters
from engine.data.preference_pair import Message, PreferencePair
from engine.errors import EngineError

_NAMES: dict[Side, str] = {"prompt": "The prompt", "chosen": "The chosen reply", "rejected": "The rejected reply"}


@dataclass(frozen=True, slots=True)
class Wording:
    """The three texts; None where there is not exactly one turn to write anew."""

    prompt: str | None
    chosen: str | None
    rejected: str | None


def wording_of(pair: PreferencePair) -> Wording:
    """What can be written anew in a pair, as it reads now."""
    return Wording(*(_text(pair, side) for side in ("prompt", "chosen", "rejected")))


def new_texts(pair: PreferencePair, wording: Wording) -> tuple[NewText, ...]:
    """The turns that read otherwise than before. Raises `EngineError` when one would be left without words."""
    changed: list[NewText] = []
    for side, name in _NAMES.items():
        text, turn = getattr(wording, side), _turn(pair, side)
        if text is None or turn is None or text == _text(pair, side):
            continue
        if not text.strip():
            raise EngineError(f"{name} is empty, and a pair needs all three texts.", "Write something, or drop it.")
        changed.append(NewText(side, turn, without_half_characters(text)))
    return tuple(changed)


def _text(pair: PreferencePair, side: Side) -> str | None:
    turn = _turn(pair, side)
    return None if turn is None else _messages(pair, side)[turn].content


def _turn(pair: PreferencePair, side: Side) -> int | None:
    role = "user" if side == "prompt" else "assistant"
    turns = [place for place, message in enumerate(_messages(pair, side)) if message.role == role]
    if side == "prompt":
        return turns[-1] if turns else None
    return turns[0] if len(turns) == 1 else None


def _messages(pair: PreferencePair, side: Side) -> tuple[Message, ...]:
    return {"prompt": pair.prompt, "chosen": pair.chosen, "rejected": pair.rejected}[side]
