"""A run from its first line to its last: folder, model, data, reference, invariant, loop, adapter."""

from __future__ import annotations

import contextlib
import math
import shutil
from collections.abc import Generator, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy
import torch

from engine.control import RunControl
from engine.errors import EngineError
from engine.events import (
    Event,
    PhaseChanged,
    PhaseProgress,
    RunFinished,
    RunStarted,
    StepFinished,
)
from engine.model.adapter import attach_adapter, attach_fresh_adapter, save_adapter, trainable_parameters
from engine.model.device import choose_device, computing_threads
from engine.model.keeper import ModelKeeper
from engine.model.load import LoadedModel
from engine.plan import RunPlan
from engine.plan_file import read_plan, write_plan
from engine.preference.logprobs import CompletionScorer
from engine.preference.reference import score_reference
from engine.storage.checkpoint import Checkpoint, Counters, latest_checkpoint
from engine.storage.fingerprint import hash_data, hash_file, hash_weights
from engine.storage.lock import only_one
from engine.storage.manifest import read_manifest, update_manifest, versions
from engine.storage.reference_cache import ReferenceCache
from engine.storage.run_folder import RunFolder
from engine.training.admission import (
    keep_edits,
    require_inputs,
    require_same_pairs,
    require_unchanged,
    settle_plan,
    with_kept_edits,
)
from engine.training.invariant import check_step_zero
from engine.training.journal import record
from engine.training.loop import TrainingJob, train
from engine.training.optimizer import AdapterOptimizer
from engine.training.preparation import PreparedData, prepare_data
from engine.training.update import Learner, ScoredUpdate

_PREPARING = ("tokenizing", "scoring_reference")
# Padded tokens a micro-batch, by kind of device: enough to fill it, small enough to stay in its fast memory.
_TOKEN_BUDGET = {"cpu": 2048, "mps": 4096, "cuda": 16384}


class _StoppedEarly(Exception):  # noqa: N818  # no error
    """A stop was asked for while the run was still preparing: nothing new is trained, nothing is lost."""


def start_run(
    plan: RunPlan, folder: RunFolder, control: RunControl, keeper: ModelKeeper, home: Path
) -> Generator[Event]:
    """Begin a new run in `folder`."""
    plan = settle_plan(plan)
    require_inputs(plan)
    folder.create()
    with only_one(folder.path):
        if plan.adapter.path:
            _copy_initial_adapter(Path(plan.adapter.path), folder)
        plan = keep_edits(plan, folder)
        manifest = {
            "state": "running",
            "created": datetime.now().astimezone().isoformat(timespec="seconds"),
            **_circumstances(plan),
            "micro_batch_tokens": _TOKEN_BUDGET[torch.device(plan.model.device).type],
            "step": 0,
        }
        update_manifest(folder.manifest_path, manifest)
        write_plan(plan, folder.plan_path)
        yield from _run(plan, folder, control, keeper, home, None)


def continue_run(
    folder: RunFolder, control: RunControl, keeper: ModelKeeper, home: Path, device: str, dtype: str
) -> Generator[Event]:
    """Go on with the run in `folder`; raises `EngineError` when it is finished or its data or model changed."""
    read_manifest(folder.manifest_path)
    with only_one(folder.path):
        manifest = read_manifest(folder.manifest_path)
        if manifest.get("state") == "finished":
            raise EngineError(
                f"The run {folder.path.name} is finished, so there is nothing to resume.",
                "Start a new run; its plan.toml can be used again.",
            )
        plan = read_plan(folder.plan_path)
        model = replace(plan.model, device=device or plan.model.device, dtype=dtype or plan.model.dtype)
        plan = with_kept_edits(settle_plan(replace(plan, model=model)), folder)
        require_unchanged(plan, folder, manifest)
        checkpoint = latest_checkpoint(folder.checkpoints)
        folder.forget_metrics_after(checkpoint.counters.step if checkpoint else 0)
        with computing_threads(_threads_to_go_on_with(plan, manifest)):
            update_manifest(folder.manifest_path, {"state": "running", "error": None, **_circumstances(plan)})
            yield from _run(plan, folder, control, keeper, home, checkpoint)


def _run(
    plan: RunPlan,
    folder: RunFolder,
    control: RunControl,
    keeper: ModelKeeper,
    home: Path,
    checkpoint: Checkpoint | None,
) -> Iterator[Event]:
    try:
        with contextlib.closing(_events(plan, folder, control, keeper, home, checkpoint)) as events:
            for event in events:
                record(event, folder)
                yield event
                if isinstance(event, PhaseProgress) and event.phase in _PREPARING:
                    _stop_if_asked(control)
    except _StoppedEarly:
        update_manifest(folder.manifest_path, {"state": "stopped"})
        folder.log("Stopped before the first update.")
        counters = checkpoint.counters if checkpoint else Counters(0, 0, 0.0)
        adapter = str(folder.adapter) if folder.adapter.is_dir() else ""
        yield RunFinished("stopped", counters.step, str(folder.path), adapter, counters.seconds)


def _events(
    plan: RunPlan,
    folder: RunFolder,
    control: RunControl,
    keeper: ModelKeeper,
    home: Path,
    checkpoint: Checkpoint | None,
) -> Generator[Event]:
    yield PhaseChanged("loading_model", f"Loading {Path(plan.model.path).name}")
    loaded = keeper.acquire(Path(plan.model.path), plan.model.device, plan.model.dtype)
    manifest = read_manifest(folder.manifest_path)
    data = yield from prepare_data(plan, loaded.tokenizer, int(manifest["micro_batch_tokens"]))
    require_same_pairs(manifest.get("pairs_hash"), data.pairs_hash)
    _require_context(loaded, data)
    plan = _fill_intervals(plan, len(data.updates))
    write_plan(plan, folder.plan_path)
    try:
        job = yield from _assemble(
            plan, folder, loaded, data, ReferenceCache(home / "reference_logps", folder.log), control
        )
        counters = Counters(0, 0, 0.0)
        if checkpoint is not None:
            job.optimizer.load(checkpoint.weights, checkpoint.optimizer)
            counters = checkpoint.counters
        yield RunStarted(
            run_folder=str(folder.path),
            first_step=counters.step + 1,
            total_steps=job.total_steps,
            steps_per_epoch=len(job.updates),
            device=loaded.device,
            dtype=loaded.dtype,
            trainable_parameters=sum(parameter.numel() for parameter in trainable_parameters(loaded.model).values()),
        )
        yield PhaseChanged("training", "Training the adapter")
        for event in train(job, counters, control):
            if isinstance(event, StepFinished):
                counters = Counters(event.step, event.num_tokens, event.seconds)
            yield event
        yield PhaseChanged("saving", "Saving the adapter")
        save_adapter(loaded.model, folder.adapter, plan.training.beta)
    except BaseException:
        # A half-trained or half-attached adapter must not be mistaken for anything later.
        keeper.release()
        raise
    # An adapter that went on from another one has that one as its reference in memory only: whoever wants it next
    # loads it anew, and sees what everybody sees who loads it from disk.
    loaded.adapter = None if plan.adapter.path else folder.adapter
    yield _finish(job, counters, folder)


def _assemble(
    plan: RunPlan,
    folder: RunFolder,
    loaded: LoadedModel,
    data: PreparedData,
    cache: ReferenceCache,
    control: RunControl,
) -> Generator[Event, None, TrainingJob]:
    """Attach the adapter, score the reference, check the invariant."""
    if plan.adapter.path:
        loaded.model = attach_adapter(loaded.model, folder.initial_adapter, trainable=True)
    else:
        loaded.model = attach_fresh_adapter(loaded.model, plan.adapter, plan.training.seed)
    scorer = CompletionScorer.of(loaded.causal_model)
    weights_hash = hash_weights(Path(plan.model.path))
    initial_hash = hash_weights(folder.initial_adapter) if plan.adapter.path else ""
    update_manifest(
        folder.manifest_path,
        {
            "model": {"path": plan.model.path, "weights_sha256": weights_hash},
            "data": {"path": plan.data.path, "sha256": hash_data(Path(plan.data.path))},
            **({"edits": {"sha256": hash_file(folder.edits_path)}} if plan.data.edits_path else {}),
            "pairs_hash": data.pairs_hash,
            "reference": {"what": "initial_adapter" if initial_hash else "base model", "sha256": initial_hash},
            "training_pairs": data.report.training_pairs,
            "evaluation_pairs": data.report.evaluation_pairs,
            "left_out": [list(item) for item in data.report.left_out],
            "cut_rows": list(data.report.cut_rows),
            "cut_tokens": data.report.cut_tokens,
        },
    )
    micro_batches = [micro_batch for update in data.updates for micro_batch in update.micro_batches]
    yield PhaseChanged("scoring_reference", "Scoring with the original")
    cache_identity = weights_hash + initial_hash
    total = len(micro_batches) + len(data.evaluation)
    references: list[numpy.ndarray] = []
    # Apart, so that runs with other seeds still share the held-back pairs' scores.
    for portion in (micro_batches, data.evaluation):
        for reference in score_reference(loaded, scorer, portion, cache, cache_identity):
            references.append(reference)
            _stop_if_asked(control)
            yield PhaseProgress("scoring_reference", len(references), total)
    yield PhaseChanged("checking_reference", "Checking that model and reference agree")
    check_step_zero(loaded, scorer, micro_batches[0], references[0])
    remaining = iter(references)
    updates = [ScoredUpdate(update, tuple(next(remaining) for _ in update.micro_batches)) for update in data.updates]
    return TrainingJob(
        plan=plan,
        folder=folder,
        learner=Learner(loaded, scorer, plan.training),
        optimizer=AdapterOptimizer(trainable_parameters(loaded.model), plan.training),
        updates=updates,
        evaluation=data.evaluation,
        evaluation_references=list(remaining),
    )


def _stop_if_asked(control: RunControl) -> None:
    if control.stop_requested:
        raise _StoppedEarly


def _finish(job: TrainingJob, counters: Counters, folder: RunFolder) -> RunFinished:
    outcome = "finished" if counters.step == job.total_steps else "stopped"
    update_manifest(
        folder.manifest_path,
        {"state": outcome, "step": counters.step, "total_steps": job.total_steps, "seconds": counters.seconds},
    )
    folder.log(f"{outcome.capitalize()} at step {counters.step} of {job.total_steps}.")
    return RunFinished(outcome, counters.step, str(folder.path), str(folder.adapter), counters.seconds)


def _fill_intervals(plan: RunPlan, steps_per_epoch: int) -> RunPlan:
    eighth = max(1, math.ceil(plan.training.epochs * steps_per_epoch / 8))
    training = replace(
        plan.training,
        evaluate_every=plan.training.evaluate_every or eighth,
        checkpoint_every=plan.training.checkpoint_every or eighth,
    )
    return replace(plan, training=training)


def _copy_initial_adapter(source: Path, folder: RunFolder) -> None:
    """Files only: folders beside an adapter are checkpoints of whoever made it."""
    folder.initial_adapter.mkdir()
    for file in source.iterdir():
        if file.is_file():
            shutil.copy2(file, folder.initial_adapter)


def _circumstances(plan: RunPlan) -> dict[str, Any]:
    device = choose_device(plan.model.device)
    return {
        "versions": versions(),
        "device": device.name,
        "device_label": device.label,
        "dtype": plan.model.dtype,
        "threads": torch.get_num_threads(),
    }


def _threads_to_go_on_with(plan: RunPlan, manifest: Mapping[str, Any]) -> int:
    """The run's own number of threads on the device it began on; another device goes on with what suits it."""
    device = choose_device(plan.model.device)
    is_same_device = (manifest.get("device"), manifest.get("device_label")) == (device.name, device.label)
    recorded = manifest.get("threads")
    return recorded if is_same_device and isinstance(recorded, int) and recorded > 0 else torch.get_num_threads()


def _require_context(loaded: LoadedModel, data: PreparedData) -> None:
    limit = getattr(loaded.causal_model.config.get_text_config(), "max_position_embeddings", None)
    if isinstance(limit, int) and data.longest > limit:
        raise EngineError(
            f"The longest pair has {data.longest} tokens, but this model reads at most {limit}.",
            f"Set data.max_length to {limit}; longer replies are then cut.",
        )
