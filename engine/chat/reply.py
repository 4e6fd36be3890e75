"""A reply in the making: the conversation read once, then one token after another with a key-value cache."""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import torch

from engine.chat.detokenize import TextStream
from engine.chat.generate import EndReason, ReplyFinished, Sampling, Side, TextGenerated
from engine.chat.lend import borrowed
from engine.chat.sample import penalize_repetition, pick_token
from engine.data.preference_pair import Message
from engine.errors import EngineError
from engine.model.load import LoadedModel
from engine.model.template import render_prompt
from engine.model.voice import Voice


class Reply:
    """One side's reply. `advance` works on it for a moment and hands out what is new.

    The model is borrowed only inside `advance`, never while an event is handed out. Random numbers come from a
    generator of its own, on the CPU, so that a seed means the same on every device.
    """

    def __init__(
        self, loaded: LoadedModel, messages: Sequence[Message], sampling: Sampling, side: Side, voice: Voice
    ) -> None:
        self._loaded = loaded
        self._sampling = sampling
        self._side: Side = side
        self._voice: Voice = voice
        self._unread = prompt_ids(loaded, messages)
        self._seen = set(self._unread)
        self._room = context_length(loaded) - len(self._unread)
        self._end_ids = end_token_ids(loaded)
        self._random = torch.Generator().manual_seed(sampling.seed)
        self._cache: Any = None
        self._stream = TextStream(loaded.tokenizer)
        self._text = ""
        self._seconds = 0.0
        self._reason: EndReason | None = None
        self.token_ids: list[int] = []

    @property
    def is_finished(self) -> bool:
        """Whether `ReplyFinished` was handed out."""
        return self._reason is not None

    def advance(self, seconds: float, should_stop: Callable[[], bool]) -> Iterator[TextGenerated | ReplyFinished]:
        """Write for about `seconds`, one token at least, then hand out the new text, and the end when it came."""
        start = time.perf_counter()
        piece = ""
        reason: EndReason | None = None
        with borrowed(self._loaded, self._voice):
            while reason is None:
                reason = "stopped" if should_stop() else self._next_token()
                if reason is None:
                    piece += self._stream.add(self.token_ids[-1])
                    reason = self._limit_reached()
                if time.perf_counter() - start >= seconds:
                    break
        if reason is not None:
            piece += self._stream.finish()
            self._cache = None
        self._text += piece
        self._seconds += time.perf_counter() - start
        self._reason = reason
        if piece:
            yield TextGenerated(self._side, piece, len(self.token_ids))
        if reason is not None:
            yield ReplyFinished(self._side, self._text, len(self.token_ids), self._seconds, reason)

    def _next_token(self) -> EndReason | None:
        sampling = self._sampling
        token = pick_token(
            penalize_repetition(self._next_logits(), self._seen, sampling.repetition_penalty),
            sampling.temperature,
            sampling.top_p,
            float(torch.rand((), generator=self._random)),
            top_k=sampling.top_k,
            min_p=sampling.min_p,
        )
        if token in self._end_ids:
            return "end"
        self.token_ids.append(token)
        self._seen.add(token)
        self._unread = [token]
        return None

    def _next_logits(self) -> torch.Tensor:
        """Logits (V,) for the token after everything read so far."""
        model = self._loaded.generation_model
        try:
            output = model(
                input_ids=torch.tensor([self._unread], device=self._loaded.device),
                past_key_values=self._cache,
                use_cache=True,
                **_last_logits_only(self._loaded.causal_model),
            )
        except torch.OutOfMemoryError as error:
            raise EngineError(
                f"The memory of {self._loaded.device} is full, so the reply could not go on.",
                "Ask for a shorter reply, or choose the CPU.",
                repr(error),
            ) from error
        self._cache = output.past_key_values
        return output.logits[0, -1]

    def _limit_reached(self) -> EndReason | None:
        if len(self.token_ids) >= self._room:
            return "context"
        return "length" if len(self.token_ids) >= self._sampling.max_new_tokens else None


def prompt_ids(loaded: LoadedModel, messages: Sequence[Message]) -> list[int]:
    """The conversation as the model reads it, up to where its reply begins.

    Raises `EngineError` when it leaves no room for a reply in the model's context.
    """
    text = render_prompt(loaded.tokenizer, messages)
    ids: list[int] = loaded.tokenizer(text, add_special_tokens=False)["input_ids"]
    limit = context_length(loaded)
    if len(ids) >= limit:
        raise EngineError(
            f"The prompt has {len(ids):,} tokens, but the model reads {limit:,} at most, its reply included.",
            "Shorten the prompt, or begin a new conversation.",
        )
    return ids


def context_length(loaded: LoadedModel) -> int:
    """How many tokens the model can hold, prompt and reply together."""
    config = loaded.causal_model.config.get_text_config()
    return int(getattr(config, "max_position_embeddings", None) or 2**31)


def end_token_ids(loaded: LoadedModel) -> frozenset[int]:
    """Every token that ends a reply: those of the generation settings, and the tokenizer's own."""
    named = getattr(loaded.causal_model.generation_config, "eos_token_id", None)
    ids: list[int | None] = list(named) if isinstance(named, (list, tuple)) else [named]
    return frozenset(token for token in (*ids, loaded.tokenizer.eos_token_id) if token is not None)


def _last_logits_only(causal_model: Any) -> dict[str, int]:
    """Ask for the last position's logits where the model can leave out the others."""
    return {"logits_to_keep": 1} if "logits_to_keep" in inspect.signature(causal_model.forward).parameters else {}
