"""Several rows through a layer at once: to the bit what each is alone, by whichever product is found to be."""

from __future__ import annotations

import pytest
import torch
from torch.nn.functional import linear

from engine.model.row_products import Product, cancelling, exact_product, one_by_one, together

SIZES = ((32, 64, False), (96, 40, True), (576, 192, False), (576, 576, True), (1536, 576, False), (1537, 64, False))


def layer_and_rows(sizes: tuple[int, int, bool], rows: int, seed: int) -> tuple[torch.nn.Linear, torch.Tensor]:
    """Random ones, as a model has them."""
    inputs, outputs, has_bias = sizes
    torch.manual_seed(seed)
    layer = torch.nn.Linear(inputs, outputs, bias=has_bias, dtype=torch.bfloat16)
    return layer.requires_grad_(False), torch.randn(rows, 1, inputs).to(torch.bfloat16)


@pytest.mark.parametrize("rows", [2, 3])
@pytest.mark.parametrize("sizes", SIZES)
def test_each_row_is_what_it_is_alone(sizes: tuple[int, int, bool], rows: int) -> None:
    for seed in range(25):
        layer, x = layer_and_rows(sizes, rows, seed)
        product = exact_product(layer, rows)
        found = layer(x) if product is None else product(layer, x)
        alone = [linear(x[row : row + 1], layer.weight, layer.bias) for row in range(rows)]
        assert torch.equal(found, torch.cat(alone))


@pytest.mark.parametrize("product", [together, one_by_one])
def test_every_way_is_the_same_product(product: Product) -> None:
    layer, x = layer_and_rows((96, 40, False), 3, 1)
    torch.testing.assert_close(product(layer, x), layer(x))


@pytest.mark.parametrize("sizes", SIZES)
def test_what_is_tried_out_is_nothing_but_rounding_and_shows_another_order(sizes: tuple[int, int, bool]) -> None:
    inputs, *_ = sizes
    layer, x = cancelling(sizes, 2, torch.float32, torch.device("cpu"), 0)
    exact = linear(x.double(), layer.weight.double())
    assert exact.abs().max() < 1e-9
    order = torch.randperm(inputs, generator=torch.Generator().manual_seed(1))
    other = linear(x[..., order], layer.weight[:, order])
    assert not torch.equal(linear(x, layer.weight), other)  # where values of a model would hardly differ


def test_rows_that_add_up_otherwise_together_go_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine whose products of several rows run backwards."""

    def backwards(layer: torch.nn.Linear, x: torch.Tensor) -> torch.Tensor:
        return linear(x.flip(-1), layer.weight.flip(-1), layer.bias)

    monkeypatch.setattr("engine.model.row_products.together", backwards)
    layer, _ = layer_and_rows((200, 56, False), 2, 1)  # a size that no other test has found out about
    assert exact_product(layer, 2) is one_by_one


def test_a_layer_that_is_too_large_to_be_tried_out_goes_row_by_row() -> None:
    layer = torch.nn.Linear(2**14, 2**14, bias=False, device="meta", dtype=torch.bfloat16)
    assert exact_product(layer, 2) is one_by_one
