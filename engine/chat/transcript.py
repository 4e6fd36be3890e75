"""A conversation with both models as Markdown, to keep or to show. Prompts and replies stand in fences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.chat.generate import Sampling
from engine.chat.markdown import fenced, inline
from engine.errors import EngineError
from engine.storage.atomic import write_text


@dataclass(frozen=True, slots=True)
class TranscribedReply:
    """Whose reply, what it says, and what is known of it, such as "24 tokens" and "reward +0.31"."""

    who: str
    text: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TranscribedTurn:
    """A prompt with its replies and the settings that they were drawn with."""

    prompt: str
    sampling: Sampling
    replies: tuple[TranscribedReply, ...]
    system: str = ""


def as_markdown(title: str, turns: Sequence[TranscribedTurn]) -> str:
    """The whole conversation; settings and system message are told where they change."""
    parts = [f"# {inline(title)}"]
    system, settings = "", ""
    for number, turn in enumerate(turns, start=1):
        parts.append(f"## {number}")
        if turn.system != system:
            system = turn.system
            parts.append(f"System message:\n\n{fenced(system)}" if system else "Without a system message.")
        parts.append(f"Prompt:\n\n{fenced(turn.prompt)}")
        for reply in turn.replies:
            notes = f" ({inline(', '.join(reply.notes))})" if reply.notes else ""
            parts.append(f"{inline(reply.who)}{notes}:\n\n{fenced(reply.text)}")
        drawn = f"{sampling_in_words(turn.sampling)}, seed {turn.sampling.seed}"
        if drawn != settings:
            settings = drawn
            parts.append(f"Drawn with {drawn}.")
    return "\n\n".join(parts) + "\n"


def save_transcript(path: Path, text: str) -> None:
    """Write it, replacing what is there. Raises `EngineError` when it cannot be written; then nothing has changed."""
    try:
        write_text(path, text)
    except OSError as error:
        raise EngineError(
            f"The chat could not be saved: {path.parent} cannot be written, or its disk is full.",
            "Choose another folder.",
            str(error),
        ) from error


def sampling_in_words(sampling: Sampling) -> str:
    """How replies are drawn, the seed aside."""
    words = f"temperature {sampling.temperature:g}, top p {sampling.top_p:g}"
    if sampling.top_k:
        words += f", top k {sampling.top_k:,}"
    if sampling.min_p:
        words += f", min p {sampling.min_p:g}"
    if sampling.repetition_penalty != 1.0:
        words += f", repetition penalty {sampling.repetition_penalty:g}"
    return f"{words}, at most {sampling.max_new_tokens:,} tokens"
