"""A plan from a file of another program's settings, with an account of every key in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from engine.errors import EngineError, PlanError
from engine.nearest import nearest
from engine.plan_file import plan_from_document
from engine.plan_import import llama_factory, trainer_arguments, trl
from engine.plan_import.account import OUTCOMES, ImportedPlan, Remark
from engine.plan_import.translation import Translation
from engine.plan_import.yaml_file import read_settings

SUFFIXES = (".yaml", ".yml")
_ONLY_LLAMA_FACTORY = frozenset(
    "stage finetuning_type pref_beta pref_loss cutoff_len lora_rank lora_target template dataset_dir".split()
)
_ONLY_TRL = frozenset("beta loss_type lora_r dataset_name datasets use_peft lora_target_modules max_length".split())
_SHARED = frozenset("model_name_or_path learning_rate num_train_epochs per_device_train_batch_size output_dir".split())


def import_plan(path: Path, model: str = "", data: str = "") -> ImportedPlan:
    """The plan in a YAML file for TRL or LLaMA-Factory; `model` and `data` are used instead of what it names.

    Raises `EngineError` when it is no such file and `PlanError` when its settings make no plan, also because it names
    no model's folder or preference file of this computer and none is given.
    """
    return import_settings(read_settings(path), path.resolve().parent, path.name, model, data)


def import_settings(
    settings: Mapping[str, Any], folder: Path, file_name: str, model: str = "", data: str = ""
) -> ImportedPlan:
    """As `import_plan`, of settings that were read from a file in `folder`."""
    program, translate, known = _program_of(settings, file_name)
    given = Translation(settings, folder)
    translate(given)
    for key in settings:
        if not given.said(key):
            hint = nearest(key, sorted(known)) if known else ""
            given.say(key, "absent", f"{program} is not known to have such a setting. {hint}".strip())
    for key, place, option in (("model.path", model, "model"), ("data.path", data, "data")):
        if place:
            given.values[key] = place
        elif key not in given.values:
            raise PlanError(
                key,
                f"{file_name} names no {_WANTED[option]} that is on this computer.",
                f"Give it with --{option}.",
            )
    parts: dict[str, dict[str, Any]] = {}
    for key, value in given.values.items():
        part, _, name = key.partition(".")
        parts.setdefault(part, {})[name] = list(value) if isinstance(value, tuple) else value
    plan = plan_from_document(parts, folder)
    return ImportedPlan(plan, program, _in_order(given.remarks, settings))


_WANTED = {"model": "folder of a model", "data": "preference file"}


def _program_of(
    settings: Mapping[str, Any], file_name: str
) -> tuple[str, Callable[[Translation], None], frozenset[str]]:
    keys = settings.keys()
    shared = frozenset((*trainer_arguments.NEEDLESS, *trainer_arguments.ABSENT))
    if keys & _ONLY_LLAMA_FACTORY:
        return llama_factory.PROGRAM, llama_factory.translate, shared | {*llama_factory.NEEDLESS, *llama_factory.ABSENT}
    if keys & (_ONLY_TRL | _SHARED):
        return trl.PROGRAM, trl.translate, shared | {*trl.NEEDLESS, *trl.ABSENT}
    raise EngineError(
        f"{file_name} holds no settings of TRL or LLaMA-Factory.",
        "A file for 'trl dpo --config' or one with 'stage: dpo' can be imported. A plan of this program ends in .toml.",
    )


def _in_order(remarks: list[Remark], settings: Mapping[str, Any]) -> tuple[Remark, ...]:
    """By outcome, then as in the file, then the defaults that it does not name."""
    places = {key: place for place, key in enumerate(settings)}
    outcomes = list(OUTCOMES)
    return tuple(
        sorted(
            (remark for remark in remarks if not (remark.is_default and remark.outcome == "needless")),
            key=lambda remark: (outcomes.index(remark.outcome), places.get(remark.key, len(places))),
        )
    )
