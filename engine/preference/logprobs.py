"""Log-probabilities of completion tokens, without ever holding the logits of a whole sequence."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import torch

from engine.data.batch import MicroBatch
from engine.preference.output_head import Head, resolve_decoder_and_head
from engine.preference.padded_rows import PaddedPath
from engine.preference.path import Layout, Path
from engine.preference.trained_head import TrainedHeadLogps

# Rows of logits held at once: 128 x 50,000 words x (4 + 2) bytes are about 40 MB.
CHUNK_TOKENS = 128


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

    @property
    def name(self) -> str:
        """Equal for scorers whose numbers round alike: the path's, and whether the head is trained itself."""
        return f"{self.path.name}, trained head" if self.head.trained_weights else self.path.name

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
        logits_CV = torch.empty(0)
        chunk = _even(len(hidden_NH), chunk)
        for hidden, targets in zip(hidden_NH.split(chunk), targets_N.split(chunk), strict=True):
            with torch.set_grad_enabled(wants_gradient):
                part = hidden.detach().requires_grad_(wants_gradient)
                projected = head.projection(part)
            if len(logits_CV) < len(projected):  # the same memory for all portions: fresh pages cost more than exp
                logits_CV = torch.empty(projected.shape, dtype=torch.float32, device=projected.device)
            logits = head.finish(logits_CV[: len(projected)].copy_(projected.detach()))
            by_head = head.slope(logits) if wants_gradient else 1.0
            part_logps, probabilities = _log_softmax_at(logits, targets, in_float32=projected.dtype == torch.float32)
            logps.append(part_logps)
            if wants_squares:
                squares.append(2 * torch.linalg.vector_norm(probabilities, dim=1).log())
            if wants_gradient:
                slope = _slope(probabilities, targets, by_head).to(projected.dtype)
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


def _even(rows: int, chunk: int) -> int:
    """Rows a portion where all portions are about as large: a small last one would cost nearly as much as a whole."""
    return math.ceil(rows / math.ceil(rows / chunk)) if rows else chunk


def _log_softmax_at(
    logits: torch.Tensor, targets: torch.Tensor, *, in_float32: bool
) -> tuple[torch.Tensor, torch.Tensor]:
    """log softmax(logits)[target] of every row, [C], and the softmax itself, written over the logits [C, V]."""
    at_target = logits.gather(1, targets[:, None])
    if in_float32:  # rounded as TRL rounds, and three times as slow
        whole = logits.logsumexp(dim=1, keepdim=True)
        return (at_target - whole)[:, 0], logits.sub_(whole).exp_()
    largest = logits.amax(1, keepdim=True)
    probabilities = torch.softmax(logits, 1, out=logits)
    # The likeliest word has at least probability 1 / V, so its logarithm is exact where the target's would be -inf.
    return (at_target - largest + probabilities.amax(1, keepdim=True).log())[:, 0], probabilities


def _slope(probabilities: torch.Tensor, targets: torch.Tensor, by_head: torch.Tensor | float) -> torch.Tensor:
    """By how much log softmax(logits)[target] grows with the projection's result: [target] - softmax, [C, V]."""
    slope = probabilities.neg_()
    slope.scatter_add_(1, targets[:, None], torch.ones_like(slope[:, :1]))
    return slope if isinstance(by_head, float) and by_head == 1.0 else slope.mul_(by_head)
