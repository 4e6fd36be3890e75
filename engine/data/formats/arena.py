"""Battles between two models in an arena: LMSYS's published sets, and the logs of FastChat's servers.

After its first turn a battle's two histories differ, so only where they are the same up to the last question do both
replies answer one prompt.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.data.formats.format import Fields, Format, Outcome, Tie, UnusableRowError
from engine.data.formats.messages import parsed_json, read_messages
from engine.data.formats.pair import both_ways, check_prompt, check_reply, make_pair
from engine.data.formats.shared_prompt import split_turns
from engine.data.formats.spelled_vote import spelled_winner
from engine.data.formats.values import as_number, has
from engine.data.formats.vote import Winner
from engine.data.labelled_reply import LabelledReply
from engine.data.preference_pair import Message

_LOG_VOTES: dict[str, Winner] = {
    "leftvote": "first",
    "rightvote": "second",
    "tievote": "tie",
    "bothbad_vote": "tie",
}
_THUMBS = {"upvote": True, "downvote": False}
_ONE_HOT: tuple[tuple[str, Winner], ...] = (
    ("winner_model_a", "first"),
    ("winner_model_b", "second"),
    ("winner_tie", "tie"),
)


def battle_confidence(fields: Fields) -> float:
    """Two conversations and a winner."""
    return 1.0 if has(fields, "conversation_a", "conversation_b", "winner") else 0.0


def battle_convert(fields: Fields, row: int) -> Iterator[Outcome]:
    """One vote between the last replies."""
    winner = spelled_winner(fields["winner"])
    sides = [read_messages(fields[name], name.replace("_", " ")) for name in ("conversation_a", "conversation_b")]
    judged = as_number(fields.get("turn"))
    first, second = (_up_to_round(side, judged) for side in sides)
    yield from _battle(row, first, second, winner)


def table_confidence(fields: Fields) -> float:
    """The table in which each outcome has its own column."""
    return 1.0 if has(fields, "prompt", "response_a", "response_b", *(name for name, _ in _ONE_HOT)) else 0.0


def table_convert(fields: Fields, row: int) -> Iterator[Outcome]:
    """One vote. The questions and each side's answers are lists, written as JSON text."""
    winners: list[Winner] = [
        winner for name, winner in _ONE_HOT if as_number(fields.get(name)) == 1 or fields.get(name) is True
    ]
    if len(winners) != 1:
        raise UnusableRowError("It has no verdict, or more than one.")
    questions, first, second = (_texts(fields.get(name), name) for name in ("prompt", "response_a", "response_b"))
    yield from _battle(row, _dialogue(questions, first), _dialogue(questions, second), winners[0])


def log_confidence(fields: Fields) -> float:
    """A line of a log: a type with the state of one conversation, or of two."""
    kept = isinstance(fields.get("states"), list) or isinstance(fields.get("state"), dict)
    return 1.0 if kept and isinstance(fields.get("type"), str) else 0.0


def log_convert(fields: Fields, row: int) -> Iterator[Outcome]:
    """One vote between two conversations, or one labelled reply. Other lines of the log are no preferences."""
    kind, states = str(fields.get("type")), fields.get("states")
    if kind in _LOG_VOTES and isinstance(states, list) and len(states) == 2:
        yield from _battle(row, _logged(states[0]), _logged(states[1]), _LOG_VOTES[kind])
        return
    if kind not in _THUMBS:
        raise UnusableRowError(f"It is no vote, but an entry of the type {kind[:40]!r}.")
    turns = _logged(fields.get("state"))
    check_prompt(turns[:-1])
    check_reply(turns[-1:], "labelled")
    yield LabelledReply(row, turns[:-1], turns[-1:], _THUMBS[kind])


def _battle(row: int, first: tuple[Message, ...], second: tuple[Message, ...], winner: Winner) -> Iterator[Outcome]:
    if winner == "tie":
        yield Tie(row, either_way=lambda: both_ways(row, *split_turns(first, second)))
        return
    prompt, *replies = split_turns(first, second)
    chosen, rejected = replies if winner == "first" else replies[::-1]
    yield make_pair(row, prompt, chosen, rejected)


def _up_to_round(side: tuple[Message, ...], judged: float | None) -> tuple[Message, ...]:
    """The conversation up to the judged reply: MT-bench keeps what was said after it too."""
    ends = [place for place, message in enumerate(side, start=1) if message.role == "assistant"]
    return side[: ends[int(judged) - 1]] if judged is not None and 1 <= judged < len(ends) else side


def _texts(value: object, name: str) -> list[str]:
    given = parsed_json(value) if isinstance(value, str) and value.lstrip().startswith("[") else value
    if isinstance(given, str) and given.lstrip().startswith('["'):
        raise UnusableRowError(f"Its {name.replace('_', ' ')} begins as a list and is none.", "reply_not_text")
    texts: list[Any] = given if isinstance(given, list) else [given]
    if not all(isinstance(text, str) for text in texts):
        raise UnusableRowError(f"Its {name.replace('_', ' ')} holds something that is no text.", "reply_not_text")
    return texts


def _dialogue(questions: list[str], answers: list[str]) -> tuple[Message, ...]:
    if len(questions) != len(answers):
        raise UnusableRowError("It has not as many answers as questions.")
    turns = zip(questions, answers, strict=True)
    return tuple(message for asked, said in turns for message in (Message("user", asked), Message("assistant", said)))


def _logged(state: object) -> tuple[Message, ...]:
    turns = state.get("messages") if isinstance(state, dict) else None
    if not isinstance(turns, list) or not all(isinstance(turn, list) and len(turn) == 2 for turn in turns):
        raise UnusableRowError("Its conversation is not a list of turns.")
    offset = state.get("offset") if isinstance(state, dict) else 0
    said = turns[offset if isinstance(offset, int) and offset > 0 else 0 :]
    # The roles are called differently in each model's template, but they take turns.
    texts = ["" if text is None else text for _, text in said]
    if not texts or len(texts) % 2 or not all(isinstance(text, str) for text in texts):
        raise UnusableRowError("Its conversation does not end with a reply in text.", "empty_reply")
    return tuple(Message("assistant" if turn % 2 else "user", text) for turn, text in enumerate(texts))


ARENA_BATTLE = Format("arena_battle", "Arena battles", battle_confidence, battle_convert)
ARENA_TABLE = Format("arena_table", "Arena battles in a table", table_confidence, table_convert)
ARENA_LOG = Format("arena_log", "FastChat logs", log_confidence, log_convert)
