"""Completions: sums and lengths by hand."""

from __future__ import annotations

import torch

from engine.preference.completions import Completions


def test_replies_sum_by_hand() -> None:
    completions = Completions(torch.tensor([1, 2, 5]), torch.tensor([4, 2, 5]), torch.tensor([0, 0, 1]), 1)
    assert completions.sum_by_reply(torch.tensor([-1.0, -0.5, -3.0])).tolist() == [-1.5, -3.0]
    assert completions.lengths_B.tolist() == [2, 1]
