"""Which token comes next: the likeliest one, or one drawn from the most likely few.

Names and meanings are those of transformers' generation settings, and so is the order: the penalty, the temperature,
then top-k, top-p and min-p.
"""

from __future__ import annotations

from collections.abc import Iterable

import torch


def pick_token(
    logits_V: torch.Tensor, temperature: float, top_p: float, uniform: float, *, top_k: int = 0, min_p: float = 0.0
) -> int:
    """The next token's id, from logits over the vocabulary V and one random number in [0, 1).

    Temperature 0 takes the largest logit. Otherwise the draw is among the `top_k` likeliest tokens (0: all), of these
    among the smallest set whose probability reaches `top_p` (nucleus sampling, Holtzman et al. 2019, arXiv
    1904.09751), and of these among those at least `min_p` times as likely as the likeliest (Nguyen et al. 2024, arXiv
    2407.01082). The likeliest stand first, so that two models that nearly agree pick the same token from the same
    random number.

    Example: probabilities (0.5, 0.3, 0.2) and top_p 0.7 leave (0.5, 0.3), of which `uniform` below 0.625 picks the
    first and any other the second.
    """
    if temperature == 0.0:
        return int(logits_V.argmax())
    probabilities_V = torch.softmax(logits_V.float() / temperature, dim=-1)
    sorted_V, ids_V = probabilities_V.sort(descending=True, stable=True)
    if top_k:
        sorted_V = sorted_V[:top_k]
    cumulative_V = sorted_V.cumsum(0)
    # The token that crosses top_p belongs to the set. What top-k left counts as everything.
    within = int((cumulative_V - sorted_V < top_p * cumulative_V[-1]).sum())
    kept = min(within, int((sorted_V >= min_p * sorted_V[0]).sum()))
    threshold = uniform * cumulative_V[kept - 1]
    index = int(torch.searchsorted(cumulative_V[:kept], threshold, right=True))
    return int(ids_V[min(index, kept - 1)])


def penalize_repetition(logits_V: torch.Tensor, seen: Iterable[int], penalty: float) -> torch.Tensor:
    """Make tokens that stood in the conversation less likely (Keskar et al. 2019, arXiv 1909.05858).

    A positive logit is divided by the penalty, a negative one multiplied; 1 changes nothing, below 1 favours them.
    """
    if penalty == 1.0:
        return logits_V
    ids = torch.tensor(sorted(set(seen)), dtype=torch.long, device=logits_V.device)
    logits = logits_V[ids]
    return logits_V.index_copy(0, ids, torch.where(logits < 0, logits * penalty, logits / penalty))
