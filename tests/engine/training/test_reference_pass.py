"""Where memory is short, the reference pass goes on with smaller portions, and training keeps to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy
import pytest
import torch

from engine.data.batch import padded_tokens
from engine.distributed.team import Alone
from engine.model.load import LoadedModel, load_model
from engine.preference.logprobs import CompletionScorer
from engine.preference.padded_rows import PaddedPath, PaddedRows
from engine.storage.manifest import read_manifest, update_manifest
from engine.storage.reference_cache import ReferenceCache
from engine.storage.run_folder import RunFolder
from engine.training.arrangement import PreparedData, arrange
from engine.training.preparation import prepare_pairs
from engine.training.reference_pass import score_in_room
from engine.training.room import Portion, Room, room_of
from tests.engine.tiny_runs import returned, tiny_plan, write_pairs


@dataclass(frozen=True, slots=True)
class _SmallDevice(PaddedPath):
    """Has memory for so many tokens at a time, and counts what it computed."""

    most: int = 10**9
    computed: list[int] = field(default_factory=list[int])

    def hidden(self, decoder: Any, layout: PaddedRows) -> torch.Tensor:
        if layout.input_ids_BT.numel() > self.most:
            raise torch.OutOfMemoryError("no room left")
        self.computed.append(layout.input_ids_BT.numel())
        return PaddedPath.hidden(self, decoder, layout)


@pytest.fixture
def loaded(tiny_model_folder: Path) -> LoadedModel:
    return load_model(tiny_model_folder, "cpu", "float32")


@pytest.fixture
def data(loaded: LoadedModel, tmp_path: Path) -> PreparedData:
    plan = tiny_plan(loaded.folder, write_pairs(tmp_path / "pairs.jsonl"))
    return arrange(returned(prepare_pairs(plan, loaded.tokenizer)), plan.training, 1024, PaddedPath())


def _score(loaded: LoadedModel, data: PreparedData, path: PaddedPath, cache: Path, room: Room) -> list[Portion]:
    scorer = CompletionScorer.of(loaded.causal_model, path)
    return returned(score_in_room(loaded, scorer, data, ReferenceCache(cache), "weights", room, Alone()))


def test_smaller_portions_give_every_pair_its_scores_and_are_written_down(
    loaded: LoadedModel, data: PreparedData, tmp_path: Path
) -> None:
    whole = _score(loaded, data, PaddedPath(), tmp_path / "one", Room())
    folder = RunFolder(tmp_path / "run")
    folder.create()
    update_manifest(folder.manifest_path, {"state": "running"})
    most = max(padded_tokens((pair,)) for each in data.training for pair in each.pairs)
    device = _SmallDevice(most=most)
    cut = _score(loaded, data, device, tmp_path / "two", room_of(folder))
    assert [portion.micro_batch for portion in cut] == [*data.training, *data.evaluation]
    for ours, expected in zip(cut, whole, strict=True):
        numpy.testing.assert_allclose(ours.reference, expected.reference, rtol=1e-5, atol=1e-5)
    step, tokens = read_manifest(folder.manifest_path)["halvings"][-1]
    assert step == 0
    # Training keeps a pair's neighbours, so it passes in the same portions from its first step on.
    assert max(padded_tokens(piece.micro_batch.pairs) for piece in room_of(folder).cut(cut, 1, padded_tokens)) <= most
    # Going on finds everything in the cache, in the same portions.
    device.computed.clear()
    again = _score(loaded, data, device, tmp_path / "two", room_of(folder))
    assert not device.computed
    assert all(numpy.array_equal(one.reference, other.reference) for one, other in zip(again, cut, strict=True))
    assert tokens <= 2 * most


def test_a_single_pair_that_does_not_fit_is_told_as_it_is(
    loaded: LoadedModel, data: PreparedData, tmp_path: Path
) -> None:
    with pytest.raises(torch.OutOfMemoryError):
        _score(loaded, data, _SmallDevice(most=4), tmp_path, Room())
