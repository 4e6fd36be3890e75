"""One reply, streamed as it is written. Importing this needs no torch; making a reply does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from engine.data.preference_pair import Message
from engine.errors import EngineError
from engine.model.voice import Voice

if TYPE_CHECKING:
    from engine.model.load import LoadedModel

Side = Literal["before", "after"]
EndReason = Literal["end", "length", "stopped", "context"]

SLICE_SECONDS = 0.05  # how long a reply is worked on between two events: short enough to read along


@dataclass(frozen=True, slots=True)
class Sampling:
    """How the next token is drawn. Temperature 0 always takes the likeliest one.

    `top_k` 0, `top_p` 1, `min_p` 0 and `repetition_penalty` 1 each leave everything as the model says it.
    """

    temperature: float = 0.7
    top_p: float = 0.95
    max_new_tokens: int = 256
    seed: int = 42
    top_k: int = 0
    min_p: float = 0.0
    repetition_penalty: float = 1.0

    def __post_init__(self) -> None:
        if not 0.0 <= self.temperature <= 10.0:
            raise EngineError(f"The temperature cannot be {self.temperature}.", "Choose a number from 0 to 10.")
        if not 0.0 < self.top_p <= 1.0:
            raise EngineError(f"top-p cannot be {self.top_p}.", "Choose a number above 0, up to 1.")
        if self.max_new_tokens < 1:
            raise EngineError(f"A reply of {self.max_new_tokens} tokens cannot be made.", "Ask for 1 token or more.")
        if not 0 <= self.seed < 2**63:
            raise EngineError(f"The seed cannot be {self.seed}.", "Choose a whole number from 0 on.")
        if self.top_k < 0:
            raise EngineError(f"top-k cannot be {self.top_k}.", "Choose a whole number; 0 leaves out nothing.")
        if not 0.0 <= self.min_p <= 1.0:
            raise EngineError(f"min-p cannot be {self.min_p}.", "Choose a number from 0 to 1.")
        if not 0.0 < self.repetition_penalty <= 10.0:
            raise EngineError(
                f"The repetition penalty cannot be {self.repetition_penalty}.", "Choose a number above 0, up to 10."
            )


@dataclass(frozen=True, slots=True)
class TextGenerated:
    """A new piece of a side's reply; `tokens` counts what that side has written so far."""

    side: Side
    text: str
    tokens: int


@dataclass(frozen=True, slots=True)
class ReplyFinished:
    """A side's whole reply.

    `seconds` is how long it took, reading its prompt included; what is written beside it at the same time counts, the
    reading of other prompts does not. `reason`: the model ended its turn, `max_new_tokens` was reached, somebody
    stopped it, or the model's context is full.
    """

    side: Side
    text: str
    tokens: int
    seconds: float
    reason: EndReason


def generate_reply(
    loaded: LoadedModel,
    messages: Sequence[Message],
    sampling: Sampling,
    should_stop: Callable[[], bool],
    side: Side = "after",
    voice: Voice = "trained",
) -> Iterator[TextGenerated | ReplyFinished]:
    """Stream the model's reply to a conversation; the last event is `ReplyFinished`.

    The model may belong to a paused run: whenever an event is handed out, and after any error, its adapters, its
    training mode and torch's random state are as they were. Raises `EngineError` when the prompt does not fit into
    the model's context.
    """
    from engine.chat.decoder import Decoder
    from engine.chat.reply import Reply

    yield from Decoder(loaded, [Reply(loaded, messages, sampling, side, voice)]).write(should_stop)
