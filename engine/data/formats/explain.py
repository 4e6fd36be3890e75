"""Why rows are in no format: one sentence that says what is missing and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from engine.data.formats.format import Fields, Format
from engine.errors import EngineError

_CHOSEN = ("chosen", "preferred_output", "chosen_response", "preferred")
_REJECTED = ("rejected", "non_preferred_output", "rejected_response", "dispreferred")
# Two replies side by side, in the files of PandaLM, Auto-J, AlpacaEval, PKU-SafeRLHF, arenas and LLM Comparator.
_COMPARED = (
    ("response1", "response2"),
    ("response 1", "response 2"),
    ("response_0", "response_1"),
    ("response_a", "response_b"),
    ("output_1", "output_2"),
    ("output_text_a", "output_text_b"),
    ("conversation_a", "conversation_b"),
)
_NEEDS = "Training needs a chosen and a rejected reply for each prompt."
_SHAPE = 'Say which columns are which (on the command line with --map), or call them "prompt", "chosen" and "rejected".'
_SHOWN_FIELDS = 8
# Exports that look like feedback and hold no preference to learn from: the fields that tell them, and what is missing.
_WITHOUT_TEXT = (
    (("run_id", "key", "score"), "LangSmith feedback, which only names runs", "Join it with the runs' text first."),
    (("traceId", "dataType"), "Langfuse scores, which only name traces", "Join them with the traces' text first."),
    (
        ("sender", "isCreatedByUser"),
        "a LibreChat table, which leaves the ratings out",
        "Export the chat as JSON instead.",
    ),
    (("internal", "visible"), "a chat of text-generation-webui, which rates nothing", "Choose a file with ratings."),
)


def why_no_preferences(name: str, rows: Sequence[Fields]) -> EngineError:
    """The error for a file called `name` whose sample `rows` no format knows."""
    fields = [key for key, _ in Counter(key for row in rows for key in row).most_common()]
    chosen = any(key in fields for key in _CHOSEN)
    rejected = any(key in fields for key in _REJECTED)
    listed = ", ".join(key[:40] for key in fields[:_SHOWN_FIELDS]) + (", …" if len(fields) > _SHOWN_FIELDS else "")
    if chosen and rejected:
        return EngineError(
            f"{name} has two replies in each row but no prompt that is known; its fields are {listed}.",
            'Rename the field with the prompt to "prompt", and those with the replies to "chosen" and "rejected".',
        )
    if chosen or rejected:
        missing = "rejected" if chosen else "chosen"
        return EngineError(f"{name} has no {missing} replies. {_NEEDS}", _SHAPE)
    if any(first in fields and second in fields for first, second in _COMPARED):
        return EngineError(
            f"{name} holds votes between two replies and does not say which one was chosen. {_NEEDS}",
            'Put the reply that won under "chosen" and the other under "rejected", and leave ties out.',
        )
    for known, what, advice in _WITHOUT_TEXT:
        if all(key in fields for key in known):
            return EngineError(f"{name} holds {what}. {_NEEDS}", advice)
    if not fields:
        return EngineError(f"{name} holds no preferences: its rows are empty. {_NEEDS}", _SHAPE)
    return EngineError(f"{name} holds no preferences: its fields are {listed}. {_NEEDS}", _SHAPE)


def unknown_axis(name: str, axis: str, form: Format) -> EngineError:
    """The error for an axis that a format does not rate by."""
    if not form.axes:
        return EngineError(f"{name} does not rate its replies by several qualities.", "Leave the axis out.")
    return EngineError(f"{name} does not rate its replies by {axis!r}.", f"Choose one of {', '.join(form.axes)}.")
