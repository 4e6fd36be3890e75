from __future__ import annotations

from engine.arena.coverage import Covered, by_length, by_topic, length_class
from engine.arena.pick import ArenaPrompt
from engine.data.preference_pair import Message
from tests.engine.arena.picks import pick


def asked(text: str, topic: str) -> ArenaPrompt:
    return ArenaPrompt((Message("user", text),), topic, 1)


def test_pairs_and_waiting_prompts_are_counted_by_topic() -> None:
    picks = [(pick(topic="Tone"), 1), (pick(topic="Tone"), 2), (pick("skip", topic="Safety"), 0), (pick(topic=" "), 1)]
    waiting = [asked("Hi?", "brevity"), asked("Ho?", "Tone")]
    assert by_topic(picks, waiting) == (Covered("brevity", 0, 1), Covered("No topic", 1, 0), Covered("Tone", 3, 1))


def test_classes_of_lengths_are_all_there_and_their_limits_belong_to_the_shorter_one() -> None:
    lengths = [0, 80, 81, 300, 301, 1000, 1001]
    assert [length_class((Message("user", "x" * length),)) for length in lengths] == [
        "Up to 80 characters",
        "Up to 80 characters",
        "81 to 300",
        "81 to 300",
        "301 to 1,000",
        "301 to 1,000",
        "Longer",
    ]
    counts = by_length([(pick(prompt="x" * 200), 1)], [asked("x" * 2000, "")])
    assert [(one.pairs, one.waiting) for one in counts] == [(0, 0), (1, 0), (0, 0), (0, 1)]


def test_every_turn_of_a_conversation_counts() -> None:
    turns = (Message("user", "x" * 50), Message("assistant", "y" * 50), Message("user", "z" * 50))
    assert length_class(turns) == "81 to 300"
