"""Log-probabilities of completion tokens, without ever holding the logits of a whole sequence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch

from engine.data.batch import MicroBatch
from engine.preference.output_head import Head, log_softmax_slope, resolve_decoder_and_head
from engine.preference.padded_rows import PaddedPath
from engine.preference.path import Layout, Path
from engine.preference.trained_head import TrainedHeadLogps

# Rows of logits held at once: 256 x 150,000 words x 4 bytes are about 150 MB.
CHUNK_TOKENS = 256


@dataclass(frozen=True, slots=True)
class TokenScores:
    """What a policy says of every completion token, both [N] in float32.

    `log_sum_squares_N` is log of the sum over words of pi(word)^2 where the token stands, without gradient; it costs a
    pass over the logits and is None unless it was asked for.
    """

    logps_N: torch.Tensor
    log_sum_squares_N: torch.Tensor | None = None


@dataclass(frozen=True, slots=True)
class CompletionScorer:
    """A model cut into decoder and head, ready to score completions along a path."""

    decoder: Any
    head: Head
    path: Path

    @classmethod
    def of(cls, causal_model: Any, path: Path | None = None) -> CompletionScorer:
        """Cut a transformers model; adapter layers inside it stay in effect. Without a path the plain one is taken."""
        return cls(*resolve_decoder_and_head(causal_model), path or PaddedPath())

    def lay_out(self, micro_batch: MicroBatch, device: str) -> Layout:
        """A micro-batch as this scorer takes it."""
        return self.path.lay_out(micro_batch, device)

    def token_logps(self, layout: Layout) -> torch.Tensor:
        """log pi(token | what precedes it) for every completion token, [N] in float32."""
        return token_logps(self._hidden(layout), layout.completions.targets_N, self.head)

    def token_scores(self, layout: Layout) -> TokenScores:
        """The same, and how concentrated the model's choice was at each of these places."""
        return TokenScores(*_scores(self._hidden(layout), layout.completions.targets_N, self.head, CHUNK_TOKENS, True))

    def _hidden(self, layout: Layout) -> torch.Tensor:
        return self.path.hidden(self.decoder, layout)


def token_logps(
    hidden_NH: torch.Tensor, targets_N: torch.Tensor, head: Head, chunk: int = CHUNK_TOKENS
) -> torch.Tensor:
    """log softmax(head(hidden))[target], [N] in float32, `chunk` rows of logits at a time.

    Gradients flow to `hidden_NH`, and to the head's weights where those are trained.
    """
    return _scores(hidden_NH, targets_N, head, chunk, False)[0]


def _scores(
    hidden_NH: torch.Tensor, targets_N: torch.Tensor, head: Head, chunk: int, wants_squares: bool
) -> tuple[torch.Tensor, torch.Tensor | None]:
    if weights := head.trained_weights:
        return TrainedHeadLogps.apply(hidden_NH, targets_N, head, chunk, wants_squares, *weights)  # pyright: ignore[reportReturnType]
    return _TokenLogps.apply(hidden_NH, targets_N, head, chunk, wants_squares)  # pyright: ignore[reportReturnType]


class _TokenLogps(torch.autograd.Function):
    """For a frozen head: the gradient, taken chunk by chunk in the forward pass, so nothing of size N x V is kept.

    Each log-probability depends on its own row of hidden states alone: the gradient of their sum is every row's
    gradient, and backward only scales it. One head product each way.
    """

    @staticmethod
    def forward(
        ctx: Any, hidden_NH: torch.Tensor, targets_N: torch.Tensor, head: Head, chunk: int, wants_squares: bool
    ) -> tuple[torch.Tensor, torch.Tensor | None]:
        wants_gradient = ctx.needs_input_grad[0]
        logps: list[torch.Tensor] = []
        squares: list[torch.Tensor] = []
        gradients: list[torch.Tensor] = []
        for hidden, targets in zip(hidden_NH.split(chunk), targets_N.split(chunk), strict=True):
            with torch.set_grad_enabled(wants_gradient):
                part = hidden.detach().requires_grad_(wants_gradient)
                projected = head.projection(part)
            logits = head.finish(projected.detach().float())
            whole = logits.logsumexp(dim=1, keepdim=True)
            logps.append((logits.gather(1, targets[:, None]) - whole)[:, 0])
            if wants_squares:
                squares.append((2 * logits).logsumexp(dim=1) - 2 * whole[:, 0])
            if wants_gradient:
                slope = log_softmax_slope(logits, whole, targets, head).to(projected.dtype)
                gradients.extend(torch.autograd.grad(projected, part, slope))
        if wants_gradient:
            ctx.save_for_backward(torch.cat(gradients))
        if not wants_squares:
            return torch.cat(logps), None
        log_sum_squares = torch.cat(squares)
        ctx.mark_non_differentiable(log_sum_squares)
        return torch.cat(logps), log_sum_squares

    @staticmethod
    def backward(ctx: Any, *grad_outputs: Any) -> tuple[torch.Tensor, None, None, None, None]:
        grad_logps, _ = grad_outputs
        (gradient_NH,) = ctx.saved_tensors
        return (gradient_NH * grad_logps[:, None]).to(gradient_NH.dtype), None, None, None, None
