"""A blind test as it is laid out before the first vote: who is compared, what is asked, and which side hides whom."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import uuid4

from engine.chat.generate import Sampling
from engine.data.preference_pair import Message
from engine.errors import EngineError
from engine.evaluation.prompt_case import PromptCase, choose_prompts

Pane = Literal["a", "b"]
_LARGEST_SEED = 2**31


@dataclass(frozen=True, slots=True)
class Contestants:
    """Who is compared: a model as it was, and with an adapter. Paths as text; `run` and `model_name` are for people.

    `adapter_sha256` is what `hash_adapter` said when the test began; tests from before it was kept have none.
    """

    model: str
    model_name: str
    adapter: str
    run: str
    device: str = "auto"
    dtype: str = "auto"
    adapter_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Trial:
    """One prompt for one vote. `after_side` is the pane with the trained model's reply; `seed` draws both replies."""

    messages: tuple[Message, ...]
    group: str
    after_side: Pane
    seed: int


@dataclass(frozen=True, slots=True)
class BlindTest:
    """A whole test. Everything random in it follows from `seed`; `source` says in words where the prompts are from.

    `sampling` draws the replies, each trial with its own seed in place of the one in it.
    """

    id: str
    time: str
    contestants: Contestants
    sampling: Sampling
    seed: int
    source: str
    trials: tuple[Trial, ...]


def lay_out_test(
    cases: Sequence[PromptCase], contestants: Contestants, sampling: Sampling, seed: int, source: str, most: int
) -> BlindTest:
    """Choose at most `most` of the prompts, each once, evenly from all groups; shuffle them, and the sides of each.

    The same arguments give the same trials. Raises `EngineError` when there is no prompt.
    """
    chance = random.Random(seed)
    chosen = choose_prompts(cases, most, chance)
    if not chosen:
        raise EngineError("There is no prompt to ask.", "Choose another source of prompts.")
    trials = tuple(
        Trial(case.messages, case.group, chance.choice(("a", "b")), chance.randrange(_LARGEST_SEED)) for case in chosen
    )
    time = datetime.now().astimezone().isoformat(timespec="seconds")
    return BlindTest(uuid4().hex[:16], time, contestants, sampling, seed, source, trials)
