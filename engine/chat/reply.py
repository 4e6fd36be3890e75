"""A reply in the making: what was read and written so far, which token comes next, and why it ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch

from engine.chat.detokenize import TextStream
from engine.chat.generate import EndReason, ReplyFinished, Sampling, Side, TextGenerated
from engine.chat.sample import penalize_repetition, pick_token
from engine.data.preference_pair import Message
from engine.errors import EngineError
from engine.model.load import LoadedModel
from engine.model.template import render_prompt
from engine.model.voice import Voice


class Reply:
    """One reply to a conversation; a `Decoder` gives it the model's logits. `text` is what was handed out of it.

    Random numbers come from a generator of its own, on the CPU, so that a seed means the same on every device and
    whatever is written beside it.
    """

    def __init__(
        self, loaded: LoadedModel, messages: Sequence[Message], sampling: Sampling, side: Side, voice: Voice
    ) -> None:
        self.voice: Voice = voice
        self.prompt_ids = prompt_ids(loaded, messages)
        self.token_ids: list[int] = []
        self.reason: EndReason | None = None
        self.seconds = 0.0
        self._sampling = sampling
        self._side: Side = side
        self._seen = set(self.prompt_ids)
        self._room = context_length(loaded) - len(self.prompt_ids)
        self._end_ids = end_token_ids(loaded)
        self._random = torch.Generator().manual_seed(sampling.seed)
        self._stream = TextStream(loaded.tokenizer)
        self.text = ""
        self._piece = ""

    @property
    def length(self) -> int:
        """How many positions of the context it takes by now, its conversation included."""
        return len(self.prompt_ids) + len(self.token_ids)

    def take(self, logits_V: torch.Tensor) -> None:
        """Choose the next token, or end."""
        sampling = self._sampling
        token = pick_token(
            penalize_repetition(logits_V, self._seen, sampling.repetition_penalty),
            sampling.temperature,
            sampling.top_p,
            float(torch.rand((), generator=self._random)),
            top_k=sampling.top_k,
            min_p=sampling.min_p,
        )
        if token in self._end_ids:
            self.end("end")
            return
        self.token_ids.append(token)
        self._seen.add(token)
        self._piece += self._stream.add(token)
        if len(self.token_ids) >= self._room:
            self.end("context")
        elif len(self.token_ids) >= sampling.max_new_tokens:
            self.end("length")

    def end(self, reason: EndReason) -> None:
        """Write no more."""
        self.reason = reason
        self._piece += self._stream.finish()

    def news(self) -> Iterator[TextGenerated | ReplyFinished]:
        """What was not handed out yet."""
        piece, self._piece = self._piece, ""
        self.text += piece
        if piece:
            yield TextGenerated(self._side, piece, len(self.token_ids))
        if self.reason is not None:
            yield ReplyFinished(self._side, self.text, len(self.token_ids), self.seconds, self.reason)


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
