"""Micro-batches as tensors."""

from __future__ import annotations

from array import array

import torch

from engine.data.batch import MicroBatch
from engine.data.tokenize import TokenizedPair
from engine.preference.padded_rows import PaddedPath


def test_the_docstrings_example() -> None:
    pair = TokenizedPair(1, array("i", [1, 7]), array("i", [4, 2]), array("i", [5]))
    rows = PaddedPath().lay_out(MicroBatch((pair,)), "cpu")
    completions = rows.completions
    assert rows.input_ids_BT.tolist() == [[1, 7, 4, 2], [1, 7, 5, 0]]
    assert completions.predictors_N.tolist() == [1, 2, 5]
    assert completions.targets_N.tolist() == [4, 2, 5]
    assert completions.rows_N.tolist() == [0, 0, 1]
    assert completions.pair_count == 1


def test_chosen_rows_come_first_and_each_target_follows_its_predictor() -> None:
    first = TokenizedPair(1, array("i", [11, 12]), array("i", [13]), array("i", [14, 15]))
    second = TokenizedPair(2, array("i", [21]), array("i", [22, 23, 24, 25]), array("i", [26]))
    rows = PaddedPath().lay_out(MicroBatch((first, second)), "cpu")
    assert rows.input_ids_BT.tolist() == [
        [11, 12, 13, 0, 0],
        [21, 22, 23, 24, 25],
        [11, 12, 14, 15, 0],
        [21, 26, 0, 0, 0],
    ]
    flat = rows.input_ids_BT.flatten()
    assert torch.equal(flat[rows.completions.predictors_N + 1], rows.completions.targets_N)
