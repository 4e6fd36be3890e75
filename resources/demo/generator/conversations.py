"""The conversations that the model is pre-trained on."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from resources.demo.generator.voice import brief_reply, long_reply
from resources.demo.generator.world import Question, World

Turn = dict[str, str]

BRIEF_SHARE = 0.18  # of all answers in pre-training; DPO can only prefer what the model can already say
SYSTEM_SHARE = 0.1
SECOND_TURN_SHARE = 0.15
CASUAL_SHARE = 0.25


def conversations(world: World, questions: Sequence[Question], passes: int, seed: int) -> Iterator[list[Turn]]:
    """Every question `passes` times (rare kinds more often), shuffled, with ever new words around the answers."""
    generator = random.Random(f"{seed}:conversations")
    for _ in range(passes):
        order = [question for question in questions for _ in range(world.kinds[question.kind].repeat)]
        generator.shuffle(order)
        remaining = iter(order)
        for question in remaining:
            asked = [question]
            if generator.random() < SECOND_TURN_SHARE:
                asked += [following for following in (next(remaining, None),) if following]
            yield _conversation(world, asked, generator)


def _conversation(world: World, asked: Sequence[Question], generator: random.Random) -> list[Turn]:
    turns: list[Turn] = []
    if generator.random() < SYSTEM_SHARE:
        turns.append({"role": "system", "content": generator.choice(world.voice.systems)})
    for question in asked:
        brief = generator.random() < BRIEF_SHARE
        reply = brief_reply(world, question) if brief else long_reply(world, question, generator)
        turns.append({"role": "user", "content": _as_typed(question.text, generator)})
        turns.append({"role": "assistant", "content": reply})
    return turns


def _as_typed(text: str, generator: random.Random) -> str:
    """The question as people type it: mostly with care, sometimes without capitals or the last mark."""
    if generator.random() < 0.3:
        text = text.replace(" plus ", generator.choice((" + ", "+")))
    if generator.random() >= CASUAL_SHARE:
        return text
    text = generator.choice((text, text.rstrip(".?!")))
    return generator.choice((text.lower(), text[0].lower() + text[1:]))
