"""Decoder layers of the Llama kind in a handful of autograd functions, in place of some sixty small operations each.

transformers' layers keep every intermediate result for backward, several of them in float32. Here backward keeps what
products made and computes norms and activations again: half the memory, and less time than the kept ones took to write.
Modules, weights and names stay as they are; only inside `lean_layers` do a decoder's layers compute this way.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Sequence
from functools import partial
from operator import attrgetter
from typing import Any

import torch
from transformers.activations import SiLUActivation
from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS

from engine.model.lean_products import Product, multiply, multiply_back, product_of
from engine.model.replaced_forward import replaced_forwards

# Layers whose forward is x + o(attention(rotary(q, k), v of norm(x))), then x + down(silu(gate) up of norm(x)), by
# their class, and how far back their attention sees.
_WINDOWS: dict[str, Callable[[Any], int | None]] = {
    "transformers.models.llama.modeling_llama.LlamaDecoderLayer": lambda _: None,
    "transformers.models.mistral.modeling_mistral.MistralDecoderLayer": attrgetter("config.sliding_window"),
    "transformers.models.qwen2.modeling_qwen2.Qwen2DecoderLayer": attrgetter("sliding_window"),
}


@contextlib.contextmanager
def lean_layers(decoder: Any) -> Generator[None]:
    """The decoder's layers of the known kinds compute leanly inside the block, and as before after it."""
    changed = [layer for layer in getattr(decoder, "layers", ()) if suits(layer)]
    with replaced_forwards(changed, lambda layer: partial(_forward, layer)):
        yield


def suits(layer: Any) -> bool:
    """Whether a layer is known to compute what `_forward` does, and nothing else has replaced its forward."""
    if _kind(layer) not in _WINDOWS or "forward" in vars(layer):
        return False
    return type(layer.mlp.act_fn) in (torch.nn.SiLU, SiLUActivation) and not layer.input_layernorm.weight.requires_grad


def _forward(
    layer: Any,
    hidden_states: torch.Tensor,
    attention_mask: torch.Tensor | None = None,
    past_key_values: Any = None,
    position_embeddings: tuple[torch.Tensor, torch.Tensor] | None = None,
    **others: Any,
) -> torch.Tensor:
    """A layer's forward on hidden states [B, T, H]; without a cache, as in training."""
    if position_embeddings is None or past_key_values is not None:
        raise ValueError("lean layers are for training: with position embeddings, without a cache")
    attention, mlp = layer.self_attn, layer.mlp
    shape = hidden_states.shape
    flat = hidden_states.reshape(-1, shape[-1])
    query, key, value = _products_of_norm(
        flat, layer.input_layernorm, (attention.q_proj, attention.k_proj, attention.v_proj)
    )
    heads = (*shape[:-1], -1, attention.head_dim)
    cos, sin = position_embeddings
    query, key = (_rotate(states.view(heads), cos[:, :, None], sin[:, :, None]) for states in (query, key))
    attend = ALL_ATTENTION_FUNCTIONS[attention.config._attn_implementation]  # noqa: SLF001  # no public getter
    window = _WINDOWS[_kind(layer)](attention)
    seen, _ = attend(
        attention,
        query.transpose(1, 2),
        key.transpose(1, 2),
        value.view(heads).transpose(1, 2),
        attention_mask,
        dropout=0.0,
        scaling=attention.scaling,
        **({} if window is None else {"sliding_window": window}),
        **others,
    )
    after = hidden_states + attention.o_proj(seen.reshape(*shape[:-1], -1))
    flat = after.reshape(-1, shape[-1])
    products = [product_of(module) for module in (mlp.gate_proj, mlp.up_proj, mlp.down_proj)]
    if all(products):
        norm = layer.post_attention_layernorm
        adapters = [tensor for product in products if product is not None for tensor in product.adapter]
        result: Any = _GatedProducts.apply(flat, norm.weight, norm.variance_epsilon, products, *adapters)
        return result.view(shape)
    gate, up = _products_of_norm(flat, layer.post_attention_layernorm, (mlp.gate_proj, mlp.up_proj))
    return after + mlp.down_proj(torch.nn.functional.silu(gate) * up).view(shape)


def _kind(layer: Any) -> str:
    return f"{type(layer).__module__}.{type(layer).__qualname__}"


def _products_of_norm(x: torch.Tensor, norm: Any, modules: Sequence[Any]) -> Sequence[torch.Tensor]:
    """The modules' results for the norm of x [T, H]."""
    products = [product_of(module) for module in modules]
    if all(products):
        adapters = [tensor for product in products if product is not None for tensor in product.adapter]
        results: Any = _NormedProducts.apply(x, norm.weight, norm.variance_epsilon, products, *adapters)
        return results
    normed: Any = _Norm.apply(x, norm.weight, norm.variance_epsilon)
    return [module(normed) for module in modules]


class _Norm(torch.autograd.Function):
    """w x / rms(x) (Zhang and Sennrich 2019, arXiv 1910.07467, eq. 4) for x [T, H], measured in float32."""

    @staticmethod
    def forward(ctx: Any, x: torch.Tensor, weight: torch.Tensor, epsilon: float) -> torch.Tensor:
        ctx.save_for_backward(x, weight)
        ctx.epsilon = epsilon
        return _weighted(_normalized(x, _scale(x, epsilon)), weight)

    @staticmethod
    def backward(ctx: Any, *grad_outputs: torch.Tensor) -> tuple[torch.Tensor | None, ...]:
        x, weight = ctx.saved_tensors
        scale = _scale(x, ctx.epsilon)
        return _norm_back(grad_outputs[0], _normalized(x, scale), scale, weight), None, None


class _NormedProducts(torch.autograd.Function):
    """Products of the norm of x [T, H]; keeps x, and s A norm(x) of the adapters."""

    @staticmethod
    def forward(
        ctx: Any, x: torch.Tensor, weight: torch.Tensor, epsilon: float, products: Sequence[Product], *_: Any
    ) -> tuple[torch.Tensor, ...]:
        results, middles = multiply(_weighted(_normalized(x, _scale(x, epsilon)), weight), products)
        ctx.save_for_backward(x, weight, *middles)
        ctx.epsilon, ctx.products = epsilon, products
        return tuple(results)

    @staticmethod
    def backward(ctx: Any, *grad_outputs: torch.Tensor) -> tuple[Any, ...]:
        x, weight, *middles = ctx.saved_tensors
        scale = _scale(x, ctx.epsilon)
        normalized = _normalized(x, scale)
        normed = _weighted(normalized, weight)
        wants_x = ctx.needs_input_grad[0]
        grad, of_adapters = multiply_back(grad_outputs, normed, middles, ctx.products, wants_x=wants_x)
        grad_x = None if grad is None else _norm_back(grad, normalized, scale, weight)
        return grad_x, None, None, None, *of_adapters


class _GatedProducts(torch.autograd.Function):
    """x + down(silu(gate) up), gate and up products of the norm of x [T, H] (Shazeer 2020, arXiv 2002.05202, eq. 6).

    Keeps x, gate, up and the adapters' s Ax.
    """

    @staticmethod
    def forward(
        ctx: Any, x: torch.Tensor, weight: torch.Tensor, epsilon: float, products: Sequence[Product], *_: Any
    ) -> torch.Tensor:
        normed = _weighted(_normalized(x, _scale(x, epsilon)), weight)
        (gate, up), middles = multiply(normed, products[:2])
        (result,), last = multiply(torch.nn.functional.silu(gate).mul_(up), products[2:])
        ctx.save_for_backward(x, weight, gate, up, *middles, *last)
        ctx.epsilon, ctx.products = epsilon, products
        return result.add_(x)

    @staticmethod
    def backward(ctx: Any, *grad_outputs: torch.Tensor) -> tuple[Any, ...]:
        x, weight, gate, up, *middles, last = ctx.saved_tensors
        (grad,) = grad_outputs
        activated = torch.nn.functional.silu(gate)
        inner, of_down = multiply_back([grad], activated * up, [last], ctx.products[2:], wants_x=True)
        assert inner is not None
        grad_up = activated.mul_(inner)
        grad_gate = torch.ops.aten.silu_backward(inner.mul_(up), gate)
        scale = _scale(x, ctx.epsilon)
        normalized = _normalized(x, scale)
        normed = _weighted(normalized, weight)
        wants_x = ctx.needs_input_grad[0]
        before, of_adapters = multiply_back([grad_gate, grad_up], normed, middles, ctx.products[:2], wants_x=wants_x)
        grad_x = None if before is None else _norm_back(before, normalized, scale, weight).add_(grad)
        return grad_x, None, None, None, *of_adapters, *of_down


def _scale(x: torch.Tensor, epsilon: float) -> torch.Tensor:
    """1 / rms(x), [T, 1] in float32."""
    norm = torch.linalg.vector_norm(x, dim=-1, keepdim=True, dtype=torch.float32)
    return norm.square_().div_(x.shape[-1]).add_(epsilon).rsqrt_()


def _normalized(x: torch.Tensor, scale: torch.Tensor) -> torch.Tensor:
    """x / rms(x) in float32."""
    return x.float() * scale if x.dtype == torch.float32 else x.float().mul_(scale)


def _weighted(normalized: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    """The norm in the weight's number format, rounded where transformers rounds."""
    return normalized.to(weight.dtype) * weight


def _norm_back(grad: torch.Tensor, normalized: torch.Tensor, scale: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    """The gradient of x from that of its weighted norm."""
    inner = grad.float() * weight.float()
    mean = (inner * normalized).mean(dim=-1, keepdim=True)
    return inner.addcmul_(normalized, mean, value=-1).mul_(scale).to(grad.dtype)


def _rotate(states: torch.Tensor, cos: torch.Tensor, sin: torch.Tensor) -> torch.Tensor:
    """Rotary positions (Su et al. 2021, arXiv 2104.09864, eq. 34) [B, T, heads, D]; cos, sin [B, T, 1, D]."""
    rotated: Any = _Rotary.apply(states, cos, sin)
    return rotated


class _Rotary(torch.autograd.Function):
    """Dimension i turns with dimension i + D / 2; backward turns the other way."""

    @staticmethod
    def forward(ctx: Any, states: torch.Tensor, cos: torch.Tensor, sin: torch.Tensor) -> torch.Tensor:
        ctx.save_for_backward(cos, sin)
        half = states.shape[-1] // 2
        out = states * cos
        out[..., :half].addcmul_(states[..., half:], sin[..., :half], value=-1)
        out[..., half:].addcmul_(states[..., :half], sin[..., half:])
        return out

    @staticmethod
    def backward(ctx: Any, *grad_outputs: torch.Tensor) -> tuple[torch.Tensor | None, ...]:
        cos, sin = ctx.saved_tensors
        (grad,) = grad_outputs
        half = grad.shape[-1] // 2
        out = grad * cos
        out[..., :half].addcmul_(grad[..., half:], sin[..., half:])
        out[..., half:].addcmul_(grad[..., :half], sin[..., :half], value=-1)
        return out, None, None
