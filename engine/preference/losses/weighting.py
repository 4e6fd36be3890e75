"""Weights of pairs and of tokens that some options ask for."""

from __future__ import annotations

import torch


def likelihood_weights(
    token_logps_N: torch.Tensor, log_sum_squares_N: torch.Tensor, rows_N: torch.Tensor, lengths_B: torch.Tensor
) -> torch.Tensor:
    """How likely the policy is to write both of a pair's replies itself, [P], without gradient.

    Zhou et al. 2024, WPO, arXiv 2406.11827, eq. 2: the product over both replies of exp of the mean over tokens of
    log pi(token) - log sum over words of pi(word)^2, the latter being what the policy's own samples have on average.
    """
    aligned_N = (token_logps_N - log_sum_squares_N).detach()
    sums_B = torch.zeros_like(lengths_B, dtype=aligned_N.dtype).index_add(0, rows_N, aligned_N)
    chosen, rejected = (sums_B / lengths_B).exp().chunk(2)
    return chosen * rejected


def length_weights(rows_N: torch.Tensor, lengths_B: torch.Tensor, ld_alpha: float) -> torch.Tensor:
    """1 for the tokens up to the shorter reply's length of each pair and `ld_alpha` for those beyond, [N].

    Liu et al. 2024, LD-DPO, arXiv 2409.06411. Tokens lie reply by reply, as in `Completions`.
    """
    starts_B = lengths_B.cumsum(0) - lengths_B
    places_N = torch.arange(len(rows_N), device=rows_N.device) - starts_B[rows_N]
    chosen, rejected = lengths_B.chunk(2)
    shared_B = torch.minimum(chosen, rejected).repeat(2)
    return torch.where(places_N < shared_B[rows_N], 1.0, ld_alpha)
