"""What must hold before a run may begin, or go on: its inputs are there, and they are what they were."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.data.reader import read_preferences
from engine.errors import EngineError, PlanError
from engine.model.adapter import adapter_settings
from engine.model.base_weights import require_base
from engine.model.device import choose_device, choose_dtype
from engine.model.four_bit import require_four_bit
from engine.model.inspect import inspect_model
from engine.model.template_choice import CHAT_TEMPLATES
from engine.plan import RunPlan, TrainingPlan
from engine.plan_file import with_absolute_paths
from engine.storage.edit_log import copy_edits
from engine.storage.fingerprint import hash_data, hash_file, hash_weights
from engine.storage.run_folder import RunFolder
from engine.training.thumbs import require_thumbs

_FIRST_ROWS = 64


def settle_plan(plan: RunPlan) -> RunPlan:
    """The plan with absolute paths, with device and number format decided, and with an adapter's own settings.

    Raises `EngineError` when this machine has no such device, or the device cannot do what the plan asks of it.
    """
    plan = with_absolute_paths(plan, Path.cwd())
    device = choose_device(plan.model.device)
    if plan.model.load_in_4bit:
        require_four_bit(device)
    model = replace(plan.model, device=device.name, dtype=choose_dtype(plan.model.dtype, device))
    adapter = adapter_settings(Path(plan.adapter.path), plan.adapter) if plan.adapter.path else plan.adapter
    return replace(plan, model=model, adapter=adapter, training=_with_path_decided(plan))


def _with_path_decided(plan: RunPlan) -> TrainingPlan:
    """Whoever asks for float32 by hand wants the numbers themselves: two rows a pair round as TRL's do.

    A reply with a thumb has no other to share its prompt with.
    """
    wanted = plan.training.shared_prefix
    if wanted == "auto":
        wants_rows = plan.model.dtype == "float32" or plan.training.loss.takes_thumbs
        wanted = "off" if wants_rows else "on"
    return replace(plan.training, shared_prefix=wanted)


def keep_edits(plan: RunPlan, folder: RunFolder) -> RunPlan:
    """Copy the edits in force into the run's folder, so that later ones do not touch the run, and point the plan there.

    Raises `EngineError` when the log is damaged.
    """
    if not plan.data.edits_path:
        return plan
    sources = [Path(path) for path in (plan.data.path, plan.data.evaluation_path) if path]
    copy_edits(Path(plan.data.edits_path), folder.edits_path, sources)
    return with_kept_edits(plan, folder)


def with_kept_edits(plan: RunPlan, folder: RunFolder) -> RunPlan:
    """The plan with the run's own copy of the edits, wherever the run's folder is now."""
    edits_path = str(folder.edits_path) if plan.data.edits_path else ""
    return replace(plan, data=replace(plan.data, edits_path=edits_path))


def require_inputs(plan: RunPlan) -> None:
    """Raise `EngineError` when something that the plan names is missing, before a run folder is made for nothing."""
    facts = inspect_model(Path(plan.model.path))
    if not facts.has_chat_template and not plan.model.chat_template:
        raise PlanError(
            "model.chat_template",
            f"{facts.name} has no chat template, and the plan names none in model.chat_template.",
            f"Choose one of {', '.join(CHAT_TEMPLATES)}, or the chat or instruct version of this model.",
        )
    for key in ("path", "evaluation_path", "edits_path"):
        path: str = getattr(plan.data, key)
        if path and not Path(path).exists():
            raise EngineError(f"There is no file at {path}.", f"Correct data.{key} in the plan.")
    _require_thumbs(plan)
    if plan.adapter.path and not (Path(plan.adapter.path) / "adapter_config.json").is_file():
        raise EngineError(
            f"{plan.adapter.path} holds no adapter to start from.",
            "Give a folder that peft wrote, or leave adapter.path empty.",
        )
    if plan.adapter.path:
        require_base(Path(plan.adapter.path), Path(plan.model.path))


def _require_thumbs(plan: RunPlan) -> None:
    """Look at the first rows for pairs that nobody said how to use; all are looked at once they have been read."""
    if not plan.training.loss.takes_thumbs or plan.data.thumbs_from_pairs:
        return
    for path in (plan.data.path, plan.data.evaluation_path):
        if path:
            first = read_preferences(Path(path), max_rows=_FIRST_ROWS, options=plan.reading).pairs
            require_thumbs(plan, sum(not pair.is_thumb for pair in first))


def require_unchanged(plan: RunPlan, folder: RunFolder, manifest: Mapping[str, Any]) -> None:
    """Raise `EngineError` when a run's data or weights changed: going on would end in a model no plan describes."""
    require_inputs(replace(plan, adapter=replace(plan.adapter, path="")))  # the run keeps a copy of its own
    data, model = Path(plan.data.path), Path(plan.model.path)
    checks = [
        ("data", "sha256", lambda: hash_data(data), f"The preference file {data}"),
        ("model", "weights_sha256", lambda: hash_weights(model), f"The model {model}"),
    ]
    if (start := folder.start) is not None:
        what = "What the warm-up made" if start == folder.warmed_up else "The run's copy of its first adapter"
        checks.append(("reference", "sha256", lambda: hash_weights(start), what))
    if plan.data.edits_path:
        checks.append(("edits", "sha256", lambda: hash_file(folder.edits_path), "The run's copy of its edits"))
    for entry, key, compute, what in checks:
        recorded = manifest.get(entry, {}).get(key)
        if recorded is not None and recorded != compute():
            raise _changed(f"{what} has changed since the run started.")


def require_same_pairs(recorded: str | None, found: str) -> None:
    """Raise `EngineError` when the same file gives other tokens or updates than it gave when the run started."""
    if recorded is not None and recorded != found:
        raise _changed("The pairs come out differently from when the run started: their tokens or their split changed.")


def require_context(configuration: Any, longest: int) -> None:
    """Raise `EngineError` when a sequence of `longest` tokens is more than a transformers model can read."""
    limit = getattr(configuration.get_text_config(), "max_position_embeddings", None)
    if isinstance(limit, int) and longest > limit:
        raise EngineError(
            f"The longest pair has {longest} tokens, but this model reads at most {limit}.",
            f"Set data.max_length to {limit}; longer replies are then cut.",
        )


def _changed(message: str) -> EngineError:
    return EngineError(
        message, "Put back the former files (data, evaluation data, tokenizer and chat template), or start a new run."
    )
