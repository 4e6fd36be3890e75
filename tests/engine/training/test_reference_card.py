"""The reference card of real runs: what it says agrees with the files that they began from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from engine.events import ReferenceChecked, RunStarted
from engine.plan import RunPlan
from engine.storage.fingerprint import hash_weights
from engine.storage.manifest import read_manifest
from engine.training.reference_card import card_sentence, recorded_card
from tests.engine.tiny_runs import finished, of_kind, tiny_plan, train, write_pairs


@pytest.fixture
def plan(tiny_model_folder: Path, tmp_path: Path) -> RunPlan:
    return tiny_plan(tiny_model_folder, write_pairs(tmp_path / "pairs.jsonl"), epochs=1)


def card_of(plan: RunPlan, folder: Path) -> ReferenceChecked:
    """The one card of a run, which stands in its manifest and log as it was reported, and before the first update."""
    events = train(plan, folder)
    finished(events)
    (card,) = of_kind(events, ReferenceChecked)
    assert events.index(card) < events.index(of_kind(events, RunStarted)[0])
    assert recorded_card(read_manifest(folder / "manifest.json")) == card
    assert card_sentence(card) in (folder / "log.txt").read_text(encoding="utf-8")
    return card


def test_the_base_model_is_the_reference_of_a_fresh_adapter(plan: RunPlan, tmp_path: Path) -> None:
    card = card_of(plan, tmp_path / "run")
    assert (card.what, card.adapter_sha256) == ("base model", "")
    assert card.weights_sha256 == hash_weights(Path(plan.model.path))
    assert card.checked_pairs > 0
    assert card.stored_difference < 1e-3


def test_an_adapter_to_go_on_from_is_named_with_its_hash(plan: RunPlan, tmp_path: Path) -> None:
    card_of(plan, tmp_path / "first")
    adapter = tmp_path / "first" / "adapter"
    card = card_of(replace(plan, adapter=replace(plan.adapter, path=str(adapter))), tmp_path / "second")
    assert (card.what, card.adapter_sha256) == ("initial_adapter", hash_weights(adapter))
    assert card.adapter_sha256[:12] in card_sentence(card)


def test_a_loss_that_compares_with_nothing_says_so(plan: RunPlan, tmp_path: Path) -> None:
    training = replace(plan.training, loss_type=("simpo",), beta=2.0)
    card = card_of(replace(plan, training=training), tmp_path / "run")
    assert (card.what, card.checked_pairs) == ("none", 0)
    assert "No reference" in card_sentence(card)


@pytest.mark.parametrize("entry", [None, {"what": "base model", "sha256": ""}, {"what": "x", "checked_pairs": 1}])
def test_a_manifest_from_before_there_was_a_card_has_none(entry: object) -> None:
    assert recorded_card({"reference": entry}) is None
