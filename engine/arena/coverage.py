"""What the collected pairs cover: how many by topic, and how many by the length of the prompt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from engine.arena.pick import ArenaPrompt, Pick
from engine.data.preference_pair import Message

NO_TOPIC = "No topic"

# The longest prompt of a class, in characters: these mean something in every script, words do not.
LENGTH_CLASSES: tuple[tuple[int, str], ...] = (
    (80, "Up to 80 characters"),
    (300, "81 to 300"),
    (1000, "301 to 1,000"),
)
LONGEST_CLASS = "Longer"


@dataclass(frozen=True, slots=True)
class Covered:
    """One topic or class of lengths: the pairs that there are, and the prompts that wait."""

    name: str
    pairs: int
    waiting: int


def by_length(picks: Sequence[tuple[Pick, int]], waiting: Sequence[ArenaPrompt]) -> tuple[Covered, ...]:
    """Every class of lengths, the shortest first, empty ones among them: a gap is what one looks for.

    Each pick comes with the number of its pairs.
    """
    names = [*(name for _, name in LENGTH_CLASSES), LONGEST_CLASS]
    return _counted(names, picks, waiting, lambda messages, _: length_class(messages))


def by_topic(picks: Sequence[tuple[Pick, int]], waiting: Sequence[ArenaPrompt]) -> tuple[Covered, ...]:
    """Every topic that has a pair or a prompt that waits, by its name; picks as for `by_length`."""
    named = (*(pick for pick, pairs in picks if pairs), *waiting)
    names = sorted({topic_name(one.topic) for one in named}, key=str.casefold)
    return _counted(names, picks, waiting, lambda _, topic: topic_name(topic))


def length_class(messages: Iterable[Message]) -> str:
    """The class of a prompt, by the characters of all its turns together."""
    length = sum(len(message.content) for message in messages)
    return next((name for longest, name in LENGTH_CLASSES if length <= longest), LONGEST_CLASS)


def topic_name(topic: str) -> str:
    """A topic as people read it."""
    return topic.strip() or NO_TOPIC


def _counted(
    names: Sequence[str],
    picks: Sequence[tuple[Pick, int]],
    waiting: Sequence[ArenaPrompt],
    name_of: Callable[[tuple[Message, ...], str], str],
) -> tuple[Covered, ...]:
    pairs, prompts = dict.fromkeys(names, 0), dict.fromkeys(names, 0)
    for pick, count in picks:
        if count:
            pairs[name_of(pick.messages, pick.topic)] += count
    for prompt in waiting:
        prompts[name_of(prompt.messages, prompt.topic)] += 1
    return tuple(Covered(name, pairs[name], prompts[name]) for name in names)
