"""From hidden states to vocabulary logits, the model's own way, for chosen positions only.

Calling a causal model computes logits for every position. Its parts are called one by one instead: the decoder for
hidden states, then the head where a completion token is predicted. That the parts put together are the whole is
checked once for each loaded model.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch

from engine.errors import EngineError


@dataclass(frozen=True, slots=True)
class Head:
    """The output layer, and what some families do to its result.

    Logits are multiplied (Cohere, Granite), then squeezed into (-softcap, softcap) (Gemma 2, arXiv 2408.00118).
    """

    projection: Callable[[torch.Tensor], torch.Tensor]
    multiplier: float = 1.0
    softcap: float | None = None

    @property
    def trained_weights(self) -> tuple[torch.nn.Parameter, ...]:
        """The projection's parameters that training moves; none in LoRA, which leaves the head alone."""
        if not isinstance(self.projection, torch.nn.Module):
            return ()
        return tuple(parameter for parameter in self.projection.parameters() if parameter.requires_grad)

    def __call__(self, hidden: torch.Tensor) -> torch.Tensor:
        """Hidden states [N, H] to logits [N, V]."""
        return self.finish(self.projection(hidden))

    def finish(self, projected: torch.Tensor) -> torch.Tensor:
        """The projection's result [N, V] to logits."""
        logits = projected * self.multiplier if self.multiplier != 1.0 else projected
        return self.softcap * torch.tanh(logits / self.softcap) if self.softcap else logits

    def slope(self, logits: torch.Tensor) -> torch.Tensor | float:
        """By how much each logit grows with the projection's result."""
        if not self.softcap:
            return self.multiplier
        return self.multiplier * (1 - (logits / self.softcap).square())


def log_softmax_slope(logits: torch.Tensor, whole: torch.Tensor, targets: torch.Tensor, head: Head) -> torch.Tensor:
    """By how much log softmax(logits)[target] grows with the projection's result: [target] - softmax, [N, V].

    `whole` is the logits' logsumexp, [N, 1].
    """
    by_head = head.slope(logits)
    slope = (logits - whole).exp_().neg_()
    slope.scatter_add_(1, targets[:, None], torch.ones_like(whole))
    return slope if isinstance(by_head, float) and by_head == 1.0 else slope.mul_(by_head)


def resolve_decoder_and_head(causal_model: Any) -> tuple[Any, Head]:
    """The model's decoder (`last_hidden_state` of shape [B, T, H]) and its head.

    Raises `EngineError` when decoder and head do not add up to the model's own logits.
    """
    decoder, head = cut_model(causal_model)
    _require_same_logits(causal_model, decoder, head)
    return decoder, head


def cut_model(causal_model: Any) -> tuple[Any, Head]:
    """The same two without trying them."""
    decoder = causal_model.get_decoder()
    config = causal_model.config.get_text_config()
    multiplier = getattr(config, "logit_scale", None) or 1.0 / (getattr(config, "logits_scaling", None) or 1.0)
    softcap = getattr(config, "final_logit_softcapping", None) or None
    return decoder, Head(causal_model.get_output_embeddings(), multiplier, softcap)


def _require_same_logits(causal_model: Any, decoder: Any, head: Head) -> None:
    device = next(causal_model.parameters()).device
    probe = torch.arange(1, 9, device=device)[None] % causal_model.config.get_text_config().vocab_size
    with torch.no_grad():
        whole = causal_model(input_ids=probe, use_cache=False).logits[0].float()
        parts = head(decoder(input_ids=probe, use_cache=False).last_hidden_state[0]).float()
    scale = whole.abs().max().clamp_min(1e-3)
    tolerance = 1e-4 if next(causal_model.parameters()).dtype == torch.float32 else 2e-2
    if whole.shape != parts.shape or not (whole - parts).abs().max() <= tolerance * scale:
        name = type(causal_model).__name__
        raise EngineError(
            f"Models of the kind {name} compute their logits in a way that training does not know.",
            "Choose a model of another family, such as Llama, Qwen, Gemma, Mistral, Phi or SmolLM.",
            f"decoder and head differ from the model by {float((whole - parts).abs().max()):.3g}",
        )
