"""The pairs that a run was not trained on, by its own plan and its own copy of the edits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.data.preference_pair import PreferencePair
from engine.plan_file import read_plan
from engine.storage.manifest import read_manifest
from engine.storage.run_folder import RunFolder

_DECIDING = ("data", "edits")  # the entries of a manifest for what decides which pairs are held back


@dataclass(frozen=True, slots=True)
class HeldBackPairs:
    """The pairs, perhaps none, and the file that their rows are of."""

    pairs: Sequence[PreferencePair]
    file: Path


def held_back_pairs(run_folder: Path) -> HeldBackPairs:
    """Those of the run in a folder.

    Raises `EngineError` when the run's data is gone or has changed since, for then nobody can say which pairs those
    were.
    """
    from engine.training.admission import require_unchanged, with_kept_edits
    from engine.training.preparation import read_pair_sets

    folder = RunFolder(run_folder)
    manifest = read_manifest(folder.manifest_path)
    plan = with_kept_edits(read_plan(folder.plan_path), folder)
    require_unchanged(plan, folder, {entry: manifest[entry] for entry in _DECIDING if entry in manifest})
    return HeldBackPairs(read_pair_sets(plan).evaluation, Path(plan.data.evaluation_path or plan.data.path))
