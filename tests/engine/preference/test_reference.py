"""The reference's scores: computed once, shared by content, never taken for another model's."""

from __future__ import annotations

import random
from array import array
from dataclasses import replace
from pathlib import Path

import numpy
import pytest
import torch

from engine.data.batch import MicroBatch
from engine.data.tokenize import TokenizedPair
from engine.model.load import LoadedModel, load_model
from engine.model.whole_weights import make_trainable
from engine.preference.logprobs import CompletionScorer
from engine.preference.path import Layout
from engine.preference.reference import PART_SIZE, cache_key, score_reference
from engine.storage.reference_cache import ReferenceCache


class CountingScorer(CompletionScorer):
    """Counts how often the decoder is called."""

    calls = 0

    def token_logps(self, layout: Layout) -> torch.Tensor:
        type(self).calls += 1
        return super().token_logps(layout)


@pytest.fixture(scope="module")
def loaded(tiny_model_folder: Path) -> LoadedModel:
    return load_model(tiny_model_folder, "cpu", "float32")


@pytest.fixture
def scorer(loaded: LoadedModel) -> CountingScorer:
    CountingScorer.calls = 0
    return CountingScorer.of(loaded.causal_model)  # pyright: ignore[reportReturnType]


def _micro_batches(count: int) -> list[MicroBatch]:
    chance = random.Random(4)

    def ids() -> array[int]:
        return array("i", chance.choices(range(3, 300), k=chance.randint(1, 6)))

    return [MicroBatch((TokenizedPair(2 * i, ids(), ids(), ids()), TokenizedPair(2 * i + 1, ids(), ids(), ids())))
            for i in range(count)]  # fmt: skip


def test_a_second_pass_computes_nothing_and_gives_the_same(
    loaded: LoadedModel, scorer: CountingScorer, tmp_path: Path
) -> None:
    cache, batches = ReferenceCache(tmp_path), _micro_batches(PART_SIZE + 3)
    first = list(score_reference(loaded, scorer, batches, cache, "hash"))
    assert CountingScorer.calls == PART_SIZE + 3
    second = list(score_reference(loaded, scorer, batches, cache, "hash"))
    assert CountingScorer.calls == PART_SIZE + 3
    assert len(first) == len(second) == len(batches)
    for one, two, batch in zip(first, second, batches, strict=True):
        assert one.dtype == two.dtype == numpy.float32
        assert len(one) == sum(len(pair.chosen_ids) + len(pair.rejected_ids) for pair in batch.pairs)
        assert numpy.array_equal(one, two)


def test_changed_weights_never_hit(loaded: LoadedModel, scorer: CountingScorer, tmp_path: Path) -> None:
    batches = _micro_batches(2)
    for weights_hash in ("one", "other"):
        list(score_reference(loaded, scorer, batches, ReferenceCache(tmp_path), weights_hash))
    assert CountingScorer.calls == 4


def test_an_interrupted_pass_keeps_its_finished_parts(
    loaded: LoadedModel, scorer: CountingScorer, tmp_path: Path
) -> None:
    batches = _micro_batches(2 * PART_SIZE)
    interrupted = score_reference(loaded, scorer, batches, ReferenceCache(tmp_path), "hash")
    for _ in range(PART_SIZE + 5):
        next(interrupted)
    interrupted.close()  # pyright: ignore[reportAttributeAccessIssue]
    CountingScorer.calls = 0
    list(score_reference(loaded, scorer, batches, ReferenceCache(tmp_path), "hash"))
    assert CountingScorer.calls == PART_SIZE


def test_a_damaged_file_is_computed_again_and_mended(
    loaded: LoadedModel, scorer: CountingScorer, tmp_path: Path
) -> None:
    """The damage is in the second micro-batch, where no comparison with a fresh score would find it."""
    told: list[str] = []
    cache, batches = ReferenceCache(tmp_path, told.append), _micro_batches(2)
    first = list(score_reference(loaded, scorer, batches, cache, "hash"))
    (path,) = tmp_path.rglob("*.npy")
    content = bytearray(path.read_bytes())
    content[128 + 4 * len(first[0])] ^= 0x10  # numpy's header has 128 bytes
    path.write_bytes(content)
    for computed in (4, 4):
        again = list(score_reference(loaded, scorer, batches, cache, "hash"))
        assert CountingScorer.calls == computed
        assert all(numpy.array_equal(one, two) for one, two in zip(first, again, strict=True))
    assert len(told) == 1
    assert "damaged" in told[0]


def test_a_head_that_is_trained_itself_has_scores_of_its_own(tiny_model_folder: Path, tmp_path: Path) -> None:
    """It rounds otherwise in bfloat16, and a run's numbers must not hang on who scored the pairs first."""
    loaded = load_model(tiny_model_folder, "cpu", "bfloat16")
    scorer: CountingScorer = CountingScorer.of(loaded.causal_model)  # pyright: ignore[reportAssignmentType]
    batches = _micro_batches(3)
    list(score_reference(loaded, scorer, batches, ReferenceCache(tmp_path), "hash"))
    make_trainable(loaded.model)
    CountingScorer.calls = 0
    warm = list(score_reference(loaded, scorer, batches, ReferenceCache(tmp_path), "hash"))
    assert CountingScorer.calls == len(batches)
    cold = list(score_reference(loaded, scorer, batches, ReferenceCache(tmp_path / "empty"), "hash"))
    assert all(numpy.array_equal(one, two) for one, two in zip(warm, cold, strict=True))


@pytest.mark.parametrize("library", ["torch", "transformers", "peft"])
def test_another_version_of_a_library_never_hits(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    batches = _micro_batches(2)
    before = cache_key(batches, "path", "w", "float32", "cpu")
    monkeypatch.setattr(f"{library}.__version__", "99.0")
    assert cache_key(batches, "path", "w", "float32", "cpu") != before


def test_the_key_names_everything_that_decides_the_numbers() -> None:
    batches = _micro_batches(2)
    pair = batches[0].pairs[0]
    moved = replace(pair, prompt_ids=pair.prompt_ids + pair.chosen_ids[:1], chosen_ids=pair.chosen_ids[1:])
    apart = [MicroBatch((pair,)) for batch in batches for pair in batch.pairs]
    keys = [
        cache_key(batches, "path", "w", "float32", "cpu"),
        cache_key(batches, "other path", "w", "float32", "cpu"),
        cache_key(batches, "path", "x", "float32", "cpu"),
        cache_key(batches, "path", "w", "bfloat16", "cpu"),
        cache_key(batches, "path", "w", "float32", "cuda:0"),
        cache_key(batches[::-1], "path", "w", "float32", "cpu"),
        cache_key(batches[:1], "path", "w", "float32", "cpu"),
        cache_key(apart, "path", "w", "float32", "cpu"),
        cache_key([MicroBatch((moved, *batches[0].pairs[1:])), batches[1]], "path", "w", "float32", "cpu"),
    ]
    assert len(set(keys)) == len(keys)
    assert cache_key(batches, "path", "w", "float32", "cuda:1") == cache_key(batches, "path", "w", "float32", "cuda:0")
