"""Log-probabilities of tokens under an output layer that is trained itself, without logits of a whole sequence.

The layer's weight gradient depends on how much each token counts, which only backward knows. So backward computes each
chunk's logits once more, rather than keep them: nothing of size N x V is ever held, whatever the layer shares its
weights with.
"""

from __future__ import annotations

from typing import Any

import torch

from engine.preference.output_head import Head, log_softmax_slope


class TrainedHeadLogps(torch.autograd.Function):
    """log softmax(head(hidden))[target], [N]; gradients flow to the hidden states and to the head's weights."""

    @staticmethod
    def forward(
        ctx: Any,
        hidden_NH: torch.Tensor,
        targets_N: torch.Tensor,
        head: Head,
        chunk: int,
        wants_squares: bool,
        *weights: torch.Tensor,
    ) -> tuple[torch.Tensor, torch.Tensor | None]:
        """Log-probabilities [N], and log of the sum of squared probabilities [N] where it is wanted."""
        logps: list[torch.Tensor] = []
        squares: list[torch.Tensor] = []
        for hidden, targets in zip(hidden_NH.split(chunk), targets_N.split(chunk), strict=True):
            logits = head.finish(head.projection(hidden).float())
            whole = logits.logsumexp(dim=1, keepdim=True)
            logps.append((logits.gather(1, targets[:, None]) - whole)[:, 0])
            if wants_squares:
                squares.append((2 * logits).logsumexp(dim=1) - 2 * whole[:, 0])
        ctx.save_for_backward(hidden_NH, targets_N, *weights)
        ctx.head, ctx.chunk = head, chunk
        kind = hidden_NH.device.type
        ctx.autocast = (kind, torch.get_autocast_dtype(kind), torch.is_autocast_enabled(kind))
        if not wants_squares:
            return torch.cat(logps), None
        log_sum_squares = torch.cat(squares)
        ctx.mark_non_differentiable(log_sum_squares)
        return torch.cat(logps), log_sum_squares

    @staticmethod
    def backward(ctx: Any, *grad_outputs: Any) -> tuple[torch.Tensor | None, ...]:
        """Gradients of the hidden states and of each of the head's weights."""
        grad_logps_N = grad_outputs[0]
        hidden_NH, targets_N, *weights = ctx.saved_tensors
        by_hidden: list[torch.Tensor] = []
        # Many chunks are added up, so in float32 whatever the weights are.
        by_weights = [torch.zeros(weight.shape, dtype=torch.float32, device=weight.device) for weight in weights]
        kind, dtype, enabled = ctx.autocast
        chunks = (tensor.split(ctx.chunk) for tensor in (hidden_NH, targets_N, grad_logps_N))
        for hidden, targets, grad_logps in zip(*chunks, strict=True):
            with torch.enable_grad(), torch.autocast(kind, dtype, enabled=enabled):
                part = hidden.detach().requires_grad_()
                projected = ctx.head.projection(part)
            logits = ctx.head.finish(projected.detach().float())
            slope = log_softmax_slope(logits, logits.logsumexp(dim=1, keepdim=True), targets, ctx.head)
            upstream = slope.mul_(grad_logps[:, None]).to(projected.dtype)
            of_hidden, *of_weights = torch.autograd.grad(projected, [part, *weights], upstream)
            by_hidden.append(of_hidden)
            for total, of_weight in zip(by_weights, of_weights, strict=True):
                total.add_(of_weight)
        return torch.cat(by_hidden), None, None, None, None, *by_weights
