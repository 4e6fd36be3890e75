"""The chat as it is written down: each reply with what is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.models.chat_turn import Turn
from app.models.words import counted, signed_number
from engine.chat.generate import Side
from engine.chat.transcript import TranscribedReply, TranscribedTurn, as_markdown

_ENDS = {"length": "cut at the longest reply", "stopped": "stopped", "context": "cut, the context is full"}


def chat_as_markdown(turns: Sequence[Turn], before: str, after: str) -> str:
    """All turns as Markdown; `before` and `after` say who answered on either side."""
    title = f"Chat with {before}" if all(turn.after is None for turn in turns) else f"{before} against {after}"
    names: dict[Side, str] = {"before": f"Before, {before}", "after": f"After, {after}"}
    return as_markdown(
        title,
        [TranscribedTurn(turn.prompt, turn.sampling, tuple(_replies(turn, names)), turn.system) for turn in turns],
    )


def _replies(turn: Turn, names: dict[Side, str]) -> Iterator[TranscribedReply]:
    for side, name in names.items():
        reply = turn.side(side)
        if reply is None or reply.state == "failed":
            continue
        notes = [counted(reply.tokens, "token")] if reply.tokens else []
        if reply.state in _ENDS:
            notes.append(_ENDS[reply.state])
        if side in turn.rewards:
            notes.append(f"reward {signed_number(turn.rewards[side].reward)}")
        if turn.preferred == side:
            notes.append("preferred")
        yield TranscribedReply(name, reply.text, tuple(notes))
