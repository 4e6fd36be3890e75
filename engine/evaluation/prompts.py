"""Prompts for a test: those held back from a run, or those of a file, whether it holds preferences or only prompts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from engine.data.formats.format import UnusableRowError
from engine.data.formats.messages import read_messages
from engine.data.half_characters import without_half_characters
from engine.data.preference_pair import Message, PreferencePair
from engine.data.reader import read_preferences
from engine.data.text_file import TextFile, looks_like_json, open_text
from engine.errors import EngineError
from engine.evaluation.held_back import held_back_pairs
from engine.evaluation.prompt_case import PromptCase

HELD_BACK = "Held back"
_TEXT_SUFFIXES = (".txt", ".text", ".md", "")
_PROMPT_KEYS = ("prompt", "messages", "question", "instruction", "input", "text")
_GROUP_KEYS = ("group", "category", "topic", "kind")
_LONGEST_GROUP = 40  # characters; a longer text is no name of a group


def held_back_prompts(run_folder: Path, tell: Callable[[object], None] = lambda _: None) -> list[PromptCase]:
    """The prompts that the run in a folder was not trained on, by its own plan and its own copy of the edits.

    Raises `EngineError` when there are none, and when the run's data is gone or has changed since, for then nobody can
    say which prompts those were.
    """
    tell(None)
    cases = _of_pairs(held_back_pairs(run_folder).pairs, HELD_BACK)
    if not cases:
        raise EngineError(
            "The run held no pairs back, so all its prompts were trained on.",
            "Take the prompts from a file, or from the built-in suites.",
        )
    return cases


def read_prompts(path: Path, tell: Callable[[object], None] = lambda _: None) -> list[PromptCase]:
    """The prompts of any preference file, of JSON lines, or of plain text with one on each line.

    A prompt is a text, or a conversation that ends before the reply. Raises `EngineError` when there is none.
    """
    tell(None)
    group = path.stem[:_LONGEST_GROUP]
    try:
        cases = _of_pairs(read_preferences(path).pairs, group)
    except EngineError:
        cases = []
    cases = cases or list(_of_text(open_text(path), group))
    if not cases:
        raise EngineError(
            f"{path.name} holds no prompts.",
            "Choose a preference file, a text file with a prompt on each line, or JSON lines with a prompt in each.",
        )
    return cases


def _of_pairs(pairs: Iterable[PreferencePair], group: str) -> list[PromptCase]:
    # A prompt that offers tools is another question without them, and chat offers none.
    asked = (pair.prompt for pair in pairs if pair.prompt and not pair.tools)
    return [PromptCase(tuple(_clean(message) for message in prompt), group) for prompt in asked]


def _of_text(text: TextFile, group: str) -> Iterator[PromptCase]:
    if looks_like_json(text.head):
        for line in text.lines():
            case = _of_line(line, group)
            if case is not None:
                yield case
    elif text.path.suffix.lower() in _TEXT_SUFFIXES:
        for line in text.lines():
            prompt = line.decode("utf-8", "replace").strip()
            if prompt:
                yield PromptCase((Message("user", prompt),), group)


def _of_line(line: bytes, group: str) -> PromptCase | None:
    try:
        row: Any = json.loads(line)  # unlike msgspec it reads half characters, too
    except (ValueError, RecursionError):
        return None
    if isinstance(row, dict):
        named = next((row[key] for key in _GROUP_KEYS if isinstance(row.get(key), str)), "")
        group = named.replace("_", " ").strip()[:_LONGEST_GROUP] or group
        row = next((row[key] for key in _PROMPT_KEYS if row.get(key)), None)
    messages = _as_messages(row)
    return PromptCase(messages, group) if messages else None


def _as_messages(prompt: Any) -> tuple[Message, ...]:
    """A text as one user turn; turns up to the last one that is not the model's own."""
    if isinstance(prompt, str) and not prompt.strip():
        return ()
    try:
        turns = [_clean(message) for message in read_messages(prompt, "the prompt")]
    except UnusableRowError:
        return ()
    while turns and turns[-1].role != "user":
        turns.pop()
    return tuple(turns)


def _clean(message: Message) -> Message:
    return Message(message.role, without_half_characters(message.content), message.extra)
