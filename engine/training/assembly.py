"""Everything between pairs and the first update: adapter, reference scores, and the proof that both belong together."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy

from engine.data.batch import MicroBatch, Update
from engine.distributed.leading_optimizer import LeadingOptimizer
from engine.distributed.orders import BeginTraining
from engine.distributed.team import Team
from engine.events import Event, PhaseChanged
from engine.model.adapter import attach_adapter, attach_fresh_adapter, trainable_parameters
from engine.model.base_weights import BaseWeights, base_weights
from engine.model.lean_lora import LeanProducts
from engine.model.load import LoadedModel
from engine.model.voice import Voice
from engine.model.whole_weights import make_trainable
from engine.plan import RunPlan
from engine.preference.logprobs import CompletionScorer
from engine.preference.losses.objective import Objective
from engine.preference.path import Path as ForwardPath
from engine.preference.reference import count_completion_tokens
from engine.storage.fingerprint import hash_data, hash_file, hash_weights
from engine.storage.manifest import update_manifest
from engine.storage.reference_cache import ReferenceCache
from engine.storage.run_folder import RunFolder
from engine.training.arrangement import PreparedData
from engine.training.invariant import NOTHING_TO_AGREE, check_step_zero
from engine.training.loop import TrainingJob
from engine.training.reference_card import card_entry, reference_card
from engine.training.reference_pass import score_in_room
from engine.training.room import Portion, room_of
from engine.training.update import Learner, ScoredUpdate


@dataclass(frozen=True, slots=True)
class _Origin:
    """SHA-256 of the weights that a run starts from; `adapter` is empty when that one is fresh."""

    weights: str
    adapter: str

    @property
    def identity(self) -> str:
        """Equal for references that give equal scores."""
        return self.weights + self.adapter


def record_sources(plan: RunPlan, folder: RunFolder, loaded: LoadedModel, data: PreparedData) -> str:
    """Write down what a run is made from, before anything is learnt of it; returns the SHA-256 of the model's weights.

    From here on a resumed run is refused where one of these has changed.
    """
    weights = hash_weights(Path(plan.model.path))
    base = loaded.base or base_weights(Path(plan.model.path))
    update_manifest(folder.manifest_path, {**_made_from(plan, folder, weights, base), **_pairs_in_use(data)})
    return weights


def assemble(
    plan: RunPlan,
    folder: RunFolder,
    loaded: LoadedModel,
    data: PreparedData,
    path: ForwardPath,
    cache: ReferenceCache,
    team: Team,
    weights: str,
) -> Generator[Event, None, TrainingJob]:
    """Score the reference, check the step-0 invariant; yields progress, returns the job. What is trained is ready.

    `weights` is the SHA-256 of the model's weights.
    """
    scorer = CompletionScorer.of(loaded.causal_model, path)
    origin = _Origin(weights, adapter=hash_weights(folder.start) if folder.start else "")
    objective, room = Objective.of(plan.training.loss), room_of(folder)
    if objective.needs_reference:
        scored = yield from score_in_room(loaded, scorer, data, cache, origin.identity, room, team)
        yield PhaseChanged("checking_reference", "Checking that model and reference agree")
        first = room.cut(scored[:1], 0, path.computed_tokens)[0]
        agreement = check_step_zero(loaded, scorer, first.micro_batch, first.reference)
        references = [portion.reference for portion in scored]
    else:
        agreement = NOTHING_TO_AGREE
        micro_batches = (*data.training, *data.held_back)
        references = [numpy.zeros(count_completion_tokens(each), numpy.float32) for each in micro_batches]
    card = reference_card(plan, folder, origin.weights, origin.adapter, agreement)
    update_manifest(folder.manifest_path, {"reference": card_entry(card)})
    yield card
    team.lead(BeginTraining())
    if loaded.turns is not None:
        loaded.turns.begin_training()
    remaining = iter(references)
    updates = [_scored(update, remaining) for update in data.updates]
    return TrainingJob(
        plan=plan,
        folder=folder,
        learner=Learner(loaded, scorer, objective, plan.training.seed, room, team),
        optimizer=LeadingOptimizer(trainable_parameters(loaded.model), plan.training, team),
        updates=updates,
        evaluation=_with_references(data.evaluation, remaining),
        mismatched=_with_references(data.mismatched, remaining),
    )


def _scored(update: Update, references: Iterator[numpy.ndarray]) -> ScoredUpdate:
    own = tuple(next(references) for _ in update.micro_batches)
    return ScoredUpdate(update, own, _with_references(update.mismatched, references))


def _with_references(micro_batches: Sequence[MicroBatch], references: Iterator[numpy.ndarray]) -> tuple[Portion, ...]:
    """As many of the references as there are micro-batches."""
    return tuple(Portion(each, next(references)) for each in micro_batches)


def attach(loaded: LoadedModel, plan: RunPlan, folder: RunFolder) -> None:
    """Make trainable what the plan tunes, an adapter or all weights, as they are where preference learning starts."""
    loaded.base = base_weights(Path(plan.model.path))
    start = folder.start
    if plan.training.is_full:
        make_trainable(loaded.model)
        reference: dict[Voice, Path] = {"reference": start} if start is not None else {}
        loaded.take_turns({"original": Path(plan.model.path), **reference})
        if start is not None and loaded.turns is not None:
            loaded.turns.put(loaded.causal_model, "reference")
        return
    if start is not None:
        loaded.model = attach_adapter(loaded.model, start, trainable=True)
    else:
        loaded.model = attach_fresh_adapter(loaded.model, plan.adapter, plan.training.seed)
    loaded.lean = LeanProducts(loaded.model)


def _made_from(plan: RunPlan, folder: RunFolder, weights: str, base: BaseWeights) -> dict[str, Any]:
    """The manifest's entries for model and files."""
    entries: dict[str, Any] = {
        "model": {
            "path": plan.model.path,
            "chat_template": plan.model.chat_template,
            "weights_sha256": weights,
            "base_sha256": base.base_sha256,
        },
        "data": {"path": plan.data.path, "sha256": hash_data(Path(plan.data.path))},
    }
    if plan.data.edits_path:
        entries["edits"] = {"sha256": hash_file(folder.edits_path)}
    return entries


def _pairs_in_use(data: PreparedData) -> dict[str, Any]:
    """The manifest's entries for the pairs."""
    return {
        "pairs_hash": data.pairs_hash,
        "training_pairs": data.report.training_pairs,
        "evaluation_pairs": data.report.evaluation_pairs,
        "left_out": [list(item) for item in data.report.left_out],
        "cut_rows": list(data.report.cut_rows),
        "cut_tokens": data.report.cut_tokens,
    }
