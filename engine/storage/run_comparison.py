"""What several runs were made from, line by line, and in which of it they differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.errors import EngineError
from engine.plan import RunPlan
from engine.plan_file import read_plan
from engine.storage.amendments import read_amendments
from engine.storage.manifest import read_manifest
from engine.storage.run_folder import RunFolder

if TYPE_CHECKING:
    import numpy as np

PARTS = ("training", "adapter", "data", "model")
_OWN_COPIES = ("data.edits_path",)  # each run has a file of its own; what it says is told by its digest
# Where in the manifest a fact stands, and what it is called.
_RECORDED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("data.sha256", "Data, by its content", ("data", "sha256")),
    ("data.training_pairs", "Pairs to learn from", ("training_pairs",)),
    ("data.evaluation_pairs", "Pairs held back", ("evaluation_pairs",)),
    ("data.edits", "Edits, by their content", ("edits", "sha256")),
    ("data.cut_tokens", "Tokens cut", ("cut_tokens",)),
    ("model.sha256", "Model, by its weights", ("model", "weights_sha256")),
    ("machine.device", "Device, by name", ("device_label",)),
    ("machine.torch", "torch", ("versions", "torch")),
    ("machine.transformers", "transformers", ("versions", "transformers")),
    ("machine.peft", "peft", ("versions", "peft")),
)


@dataclass(frozen=True, slots=True)
class ComparedFact:
    """One fact of each run, in the runs' order: `key` as in a plan, `values` None where a run does not say."""

    key: str
    name: str
    values: tuple[Any, ...]

    @property
    def differs(self) -> tuple[bool, ...]:
        """Which of the values are not the first run's."""
        return tuple(value != self.values[0] for value in self.values)

    @property
    def is_same(self) -> bool:
        """Whether all runs agree."""
        return not any(self.differs)


def compare_runs(folders: Sequence[Path]) -> tuple[ComparedFact, ...]:
    """Every setting of the plans, what is known of the data, and on what the runs computed.

    Never raises: a run whose files are damaged says nothing there.
    """
    runs = [RunFolder(folder) for folder in folders]
    plans = [_plan(run) for run in runs]
    manifests = [_manifest(run) for run in runs]
    recorded = (
        ComparedFact(key, name, tuple(_at(manifest, path) for manifest in manifests)) for key, name, path in _RECORDED
    )
    common = ComparedFact("data.common", "Pairs in common with the first", _common_pairs(runs))
    changes = ComparedFact("training.amendments", "Changed while it ran", tuple(map(_changes, runs)))
    return (*_plan_facts(plans), changes, *recorded, common)


def _plan_facts(plans: Sequence[RunPlan | None]) -> list[ComparedFact]:
    some = next((plan for plan in plans if plan is not None), None)
    facts: list[ComparedFact] = []
    for name in PARTS if some is not None else ():
        for field in fields(getattr(some, name)):
            key = f"{name}.{field.name}"
            if key not in _OWN_COPIES:
                values = (None if plan is None else getattr(getattr(plan, name), field.name) for plan in plans)
                facts.append(ComparedFact(key, field.metadata["name"], tuple(values)))
    return facts


def _plan(run: RunFolder) -> RunPlan | None:
    try:
        return read_plan(run.plan_path)
    except EngineError:
        return None


def _manifest(run: RunFolder) -> Mapping[str, Any]:
    try:
        return read_manifest(run.manifest_path)
    except EngineError:
        return {}


def _at(document: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        document = document.get(key) if isinstance(document, Mapping) else None
    return document


def _changes(run: RunFolder) -> str:
    """The amendments in words, none where there were none."""
    words: list[str] = []
    for amendment in read_amendments(run.amendments_path) if run.amendments_path.exists() else ():
        if amendment.keeps_best:
            words.append(f"ended after step {amendment.after_step}")
        else:
            words.append(f"rate × {amendment.learning_rate_factor:g} after step {amendment.after_step}")
    return ", ".join(words)


def _common_pairs(runs: Sequence[RunFolder]) -> tuple[int | None, ...]:
    """How many of each run's pairs say the same as one of the first run's; None where a run kept no list of them."""
    import numpy

    keys = [_pair_keys(run) for run in runs]
    first = keys[0] if keys else None
    if first is None:
        return (None,) * len(runs)
    return tuple(None if own is None else int(numpy.isin(own, first).sum()) for own in keys)


def _pair_keys(run: RunFolder) -> np.ndarray | None:
    """The digests of a run's pairs, each as one value."""
    read = run.margins.read_pairs()
    if read is None:
        return None
    return read[0]["key"].copy().view("V16").reshape(-1)
