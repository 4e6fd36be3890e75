"""The chat as it is written down: each reply with what is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.language.translate import mark, tr, tr_count, tr_marked
from app.models.chat_turn import Turn
from app.models.words import signed_number
from engine.chat.generate import Side
from engine.chat.transcript import TranscribedReply, TranscribedTurn, as_markdown

_ENDS = {
    "length": mark("cut at the longest reply"),
    "stopped": "stopped",
    "context": mark("cut, the context is full"),
    "failed": mark("broken off"),
}


def chat_as_markdown(turns: Sequence[Turn], before: str, after: str) -> str:
    """All turns as Markdown; `before` and `after` say who answered on either side."""
    title = (
        tr("Chat with {before}", before=before)
        if all(turn.after is None for turn in turns)
        else tr("{before} against {after}", before=before, after=after)
    )
    return as_markdown(
        title,
        [
            TranscribedTurn(turn.prompt, turn.sampling, tuple(_replies(turn, before, after)), turn.system)
            for turn in turns
        ],
    )


def _names(turn: Turn, before: str, after: str) -> dict[Side, str]:
    """Who answered this turn, which others than those of the title may have done."""
    left, right = (now if now.startswith(name) else name for name, now in zip(turn.names, (before, after), strict=True))
    is_before = turn.subject is None or turn.subject.voices[0] == "original"
    return {
        "before": tr("Before, {left}", left=left) if is_before else left,
        "after": tr("After, {right}", right=right) if is_before else right,
    }


def _replies(turn: Turn, before: str, after: str) -> Iterator[TranscribedReply]:
    for side, name in _names(turn, before, after).items():
        reply = turn.side(side)
        if reply is None or (reply.state == "failed" and not reply.text):
            continue
        notes = [tr_count("{count:,} token", "{count:,} tokens", reply.tokens)] if reply.tokens else []
        if reply.state in _ENDS:
            notes.append(tr_marked(_ENDS[reply.state]))
        if reply.candidates:
            place = "best" if reply.text == reply.candidates[0].text else "one"
            notes.append(tr("{place} of {candidates}", place=place, candidates=len(reply.candidates)))
        if side in turn.rewards:
            notes.append(tr("reward {signed_number}", signed_number=signed_number(turn.rewards[side].reward)))
        if turn.preferred == side:
            notes.append("preferred")
        yield TranscribedReply(name, reply.text, tuple(notes))
