"""A run from its first line to its last: folder, model, data, adapter, loop, what stays."""

from __future__ import annotations

import contextlib
import math
import shutil
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import torch

from engine.control import RunControl
from engine.distributed.beginning import assemble_together, load_together, require_shareable
from engine.distributed.orders import LoadModel
from engine.distributed.team import Alone, Team
from engine.errors import EngineError
from engine.events import Event, PhaseChanged, PhaseProgress, RunFinished, RunStarted
from engine.model.adapter import trainable_parameters
from engine.model.device import computing_threads
from engine.model.heap import kept_heap
from engine.model.keeper import ModelKeeper
from engine.model.load import LoadedModel
from engine.plan import RunPlan, TrainingPlan
from engine.plan_file import read_plan, write_plan
from engine.preference.logprobs import CompletionScorer
from engine.preference.padded_rows import PaddedPath
from engine.preference.path import Path as ForwardPath
from engine.preference.recomputed_path import path_of
from engine.preference.shared_prefix.choice import PathChoice, choose_path, path_named
from engine.storage.checkpoint import Checkpoint, Counters, latest_checkpoint, saved_steps
from engine.storage.lock import only_one
from engine.storage.manifest import read_manifest, update_manifest
from engine.storage.reference_cache import ReferenceCache
from engine.storage.run_folder import RunFolder
from engine.training.admission import (
    keep_edits,
    require_context,
    require_inputs,
    require_same_pairs,
    require_unchanged,
    settle_plan,
    with_kept_edits,
)
from engine.training.arrangement import arrange
from engine.training.assembly import assemble, attach, record_sources
from engine.training.circumstances import circumstances, threads_to_go_on_with
from engine.training.fit import Fit, recorded_fit
from engine.training.journal import record, recorded_past
from engine.training.loop import Ending, NotFiniteError, TrainingJob, save_step, train
from engine.training.margin_book import open_margin_book
from engine.training.preparation import TokenizedSets, prepare_pairs
from engine.training.probe import settle_fit
from engine.training.rescue import saved_when_lost
from engine.training.result import save_result
from engine.training.samples import sampler_for
from engine.training.warm_up import WarmUp, warm_up
from engine.training.watch.watcher import watched

_PREPARING = ("tokenizing", "warming_up", "scoring_reference")
_NOTHING_DONE = Counters(0, 0, 0.0)


@dataclass(frozen=True, slots=True)
class RunSite:
    """Where a run takes place: its folder, who may interrupt it, what holds its model, where caches live, who helps."""

    folder: RunFolder
    control: RunControl
    keeper: ModelKeeper
    home: Path
    team: Team = field(default_factory=Alone)


class _StoppedEarly(Exception):  # noqa: N818  # no error
    """A stop was asked for while the run was still preparing: nothing new is trained, nothing is lost."""


def start_run(plan: RunPlan, site: RunSite) -> Generator[Event]:
    """Begin a new run in the site's folder."""
    plan = settle_plan(plan)
    require_shareable(plan, site.team)
    require_inputs(plan)
    folder = site.folder
    folder.create()
    with only_one(folder.path):
        try:
            plan = _furnish(plan, folder, site.team.size)
        except BaseException:
            folder.clear()
            raise
        yield from _run(plan, site, None)


def _furnish(plan: RunPlan, folder: RunFolder, processes: int) -> RunPlan:
    """Put into a new folder what a run goes by, and return the plan that names the folder's own copies."""
    if plan.adapter.path:
        _copy_initial_adapter(Path(plan.adapter.path), folder)
    plan = keep_edits(plan, folder)
    manifest = {
        "state": "running",
        "created": datetime.now().astimezone().isoformat(timespec="seconds"),
        **circumstances(plan),
        "processes": processes,
        "step": 0,
    }
    update_manifest(folder.manifest_path, manifest)
    write_plan(plan, folder.plan_path)
    return plan


def continue_run(site: RunSite, device: str, dtype: str) -> Generator[Event]:
    """Go on with the run in the site's folder.

    Raises `EngineError` when it is finished, or when its data or model changed.
    """
    folder = site.folder
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
        require_shareable(plan, site.team)
        require_unchanged(plan, folder, manifest)
        checkpoint = latest_checkpoint(folder.checkpoints)
        folder.forget_metrics_after(checkpoint.counters.step if checkpoint else 0)
        with computing_threads(threads_to_go_on_with(plan, manifest)):
            update_manifest(folder.manifest_path, {"state": "running", "error": None, **circumstances(plan)})
            _note_processes(manifest, site)
            yield from _run(plan, site, checkpoint)


def _note_processes(manifest: Mapping[str, Any], site: RunSite) -> None:
    before, now = int(manifest.get("processes", 1)), site.team.size
    if before != now:
        site.folder.log(
            f"Went on with {now} processes, and the run began with {before}. The updates are the same pairs, but their "
            "gradients may be added up in another order, so the numbers may differ by rounding."
        )


def _run(plan: RunPlan, site: RunSite, checkpoint: Checkpoint | None) -> Iterator[Event]:
    """Write down every event, and stop early when that is asked for."""
    folder = site.folder
    try:
        past = recorded_past(folder) if checkpoint else ()
        stream = watched(_events(plan, site, checkpoint), plan.training, past)
        with kept_heap(), contextlib.closing(stream) as events:
            for event in events:
                record(event, folder)
                yield event
                if isinstance(event, PhaseProgress) and event.phase in _PREPARING and site.control.stop_requested:
                    raise _StoppedEarly
    except _StoppedEarly:
        update_manifest(folder.manifest_path, {"state": "stopped"})
        folder.log("Stopped before the first update.")
        counters = checkpoint.counters if checkpoint else _NOTHING_DONE
        yield RunFinished("stopped", counters.step, str(folder.path), str(folder.result or ""), counters.seconds)


def _events(plan: RunPlan, site: RunSite, checkpoint: Checkpoint | None) -> Generator[Event]:
    folder = site.folder
    yield PhaseChanged("loading_model", f"Loading {Path(plan.model.path).name}")
    loaded = _acquire(plan, site)
    manifest = read_manifest(folder.manifest_path)
    sets = yield from prepare_pairs(plan, loaded.tokenizer)
    require_context(loaded.causal_model.config, sets.longest)
    path = yield from _settle_path(plan.training, loaded, sets, folder, manifest)
    try:
        attach(loaded, plan, folder)
        fit = recorded_fit(manifest)
        if fit is None:
            fitted = yield from settle_fit(plan.training, loaded, sets, path)
            yield fitted
            fit = Fit(fitted.micro_batch_tokens, fitted.gradient_checkpointing)
        path = path_of(path, loaded, gradient_checkpointing=fit.gradient_checkpointing)
        assemble_together(site.team, path, folder, gradient_checkpointing=fit.gradient_checkpointing)
        # In as many parts as when the run began: a pair's neighbours are in the reference's scores.
        data = arrange(sets, plan.training, fit.micro_batch_tokens, path, int(manifest.get("processes", 1)))
        require_same_pairs(manifest.get("pairs_hash"), data.pairs_hash)
        plan = _fill_intervals(plan, len(data.updates))
        write_plan(plan, folder.plan_path)
        weights = record_sources(plan, folder, loaded, data)
        if plan.training.warm_up_epochs and not folder.warmed_up.is_dir():
            scorer = CompletionScorer.of(loaded.causal_model, path)
            yield from warm_up(WarmUp(plan, folder, loaded, scorer, data, site.team), site.control)
            loaded.detach_adapter()
            attach(loaded, plan, folder)  # as a resumed run finds it
            assemble_together(site.team, path, folder, gradient_checkpointing=fit.gradient_checkpointing)
        cache = ReferenceCache(site.home / "reference_logps", folder.log)
        job = yield from assemble(plan, folder, loaded, data, path, cache, site.team, weights)
        job = replace(
            job,
            sampler=sampler_for(plan.training, sets.sampled, loaded, folder),
            margins=open_margin_book(folder.margins, data.updates, data.evaluation),
        )
        ending = yield from _train(job, loaded, checkpoint, site.control)
    except BaseException:
        # A half-trained or half-attached adapter must not be mistaken for anything later.
        site.keeper.release()
        raise
    if plan.training.is_full:
        site.keeper.release()  # whoever wants it next reads what everybody reads who loads it from disk
    else:
        # An adapter that went on from another one has that one as its reference in memory only: it is loaded anew.
        loaded.adapter = None if folder.start else folder.adapter
    yield _finish(job, ending)


def _acquire(plan: RunPlan, site: RunSite) -> LoadedModel:
    model, folder = plan.model, Path(plan.model.path)

    def acquire() -> LoadedModel:
        return site.keeper.acquire(
            folder,
            model.device,
            model.dtype,
            chat_template=model.chat_template,
            load_in_4bit=model.load_in_4bit,
        )

    site.team.lead(LoadModel(plan, str(site.folder.path), torch.get_num_threads()))
    loaded = load_together(site.team, folder, acquire)
    site.team.use_device(model.device)
    return loaded


def _settle_path(
    plan: TrainingPlan, loaded: LoadedModel, sets: TokenizedSets, folder: RunFolder, manifest: Mapping[str, Any]
) -> Generator[Event, None, ForwardPath]:
    """How pairs pass through the model: as the run began, or found out now and written down."""
    # Runs that began before there was a choice had their pairs arranged for two rows.
    before = PaddedPath().name if "pairs_hash" in manifest else ""
    recorded = path_named(manifest.get("path", {}).get("name", before))
    if recorded is not None:
        return recorded
    if plan.shared_prefix == "on":
        yield PhaseChanged("choosing_path", "Trying the faster way with this model")
        choice = choose_path(loaded, [*sets.training, *sets.evaluation])
    else:
        choice = PathChoice(PaddedPath(), _why_rows(plan))
    update_manifest(folder.manifest_path, {"path": choice.as_dict()})
    folder.log(choice.sentence)
    return choice.path


def _why_rows(plan: TrainingPlan) -> str:
    is_alone = plan.loss.takes_thumbs
    return "a reply with a thumb shares its prompt with no other one" if is_alone else "the plan wants it so"


def _train(
    job: TrainingJob, loaded: LoadedModel, checkpoint: Checkpoint | None, control: RunControl
) -> Generator[Event, None, Ending]:
    """Train from the checkpoint on, save the adapter, and return how it ended."""
    counters = _NOTHING_DONE
    if checkpoint is not None:
        job.optimizer.load(checkpoint.weights, checkpoint.optimizer)
        counters = checkpoint.counters
    is_full = job.plan.training.is_full
    trainable = sum(parameter.numel() for parameter in trainable_parameters(loaded.model).values())
    yield RunStarted(
        run_folder=str(job.folder.path),
        first_step=counters.step + 1,
        total_steps=job.total_steps,
        steps_per_epoch=len(job.updates),
        device=loaded.device,
        dtype=loaded.dtype,
        trainable_parameters=trainable,
        parameters=sum(parameter.numel() for parameter in loaded.model.parameters()) - (0 if is_full else trainable),
    )
    yield PhaseChanged("training", f"Training the {job.plan.training.tuned_part}")
    try:
        training = train(job, counters, control)
        ending = yield from saved_when_lost(training, lambda reached: save_step(job, reached), job.folder.path)
    except NotFiniteError:
        if saved := saved_steps(job.folder.checkpoints):  # the weights are those again
            save_result(loaded, job.plan, job.folder)
            update_manifest(job.folder.manifest_path, {"step": saved[-1], "total_steps": job.total_steps})
        raise
    yield PhaseChanged("saving", f"Saving the {job.plan.training.tuned_part}")
    save_result(loaded, job.plan, job.folder)
    return ending


def _finish(job: TrainingJob, ending: Ending) -> RunFinished:
    folder, counters = job.folder, ending.counters
    outcome = "finished" if ending.is_over else "stopped"
    update_manifest(
        folder.manifest_path,
        {
            "state": outcome,
            "step": ending.kept_step,
            "last_step": counters.step,
            "total_steps": job.total_steps,
            "seconds": counters.seconds,
        },
    )
    is_best = ending.kept_step != counters.step
    kept = f" The {job.plan.training.tuned_part} is from step {ending.kept_step}, the best one." if is_best else ""
    folder.log(f"{ending.why} {outcome.capitalize()} at step {counters.step} of {job.total_steps}.{kept}".strip())
    kept_step, result = ending.kept_step if is_best else 0, str(folder.result or "")
    return RunFinished(outcome, counters.step, str(folder.path), result, counters.seconds, kept_step)


def _fill_intervals(plan: RunPlan, steps_per_epoch: int) -> RunPlan:
    eighth = max(1, math.ceil(plan.training.epochs * steps_per_epoch / 8))
    training = replace(
        plan.training,
        evaluate_every=plan.training.evaluate_every or eighth,
        checkpoint_every=plan.training.checkpoint_every or eighth,
        sample_every=plan.training.sample_every or (eighth if plan.training.sample_prompts else 0),
    )
    return replace(plan, training=training)


def _copy_initial_adapter(source: Path, folder: RunFolder) -> None:
    """Files only: folders beside an adapter are checkpoints of whoever made it."""
    folder.initial_adapter.mkdir()
    for file in source.iterdir():
        if file.is_file():
            shutil.copy2(file, folder.initial_adapter)
