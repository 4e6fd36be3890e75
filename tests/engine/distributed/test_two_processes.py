"""Two real processes over gloo against one: the same curve, and what is left when one of them is killed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from safetensors.torch import load_file

from engine.plan import RunPlan
from engine.plan_file import write_plan
from engine.storage.manifest import read_manifest
from engine.storage.pair_margins import MarginFiles
from tests.engine.distributed.launched import torchrun
from tests.engine.tiny_runs import finished, tiny_plan, train, write_pairs
from tests.network_guard import guarded_environment

PLANS: dict[str, dict[str, Any]] = {
    "sigmoid": {},
    "two_rows_weighted": {"shared_prefix": "off", "use_weighting": True, "ld_alpha": 0.5},
    "whole_step": {"loss_type": ("aot", "sft")},
    "short_of_memory": {"beta": 0.3, "batch_size": 8},
    "no_memory_to_add_up": {"beta": 0.35, "batch_size": 8},
    "full": {"tuning": "full", "r": 16, "learning_rate": 1e-3},
    "warmed_up": {"warm_up_epochs": 1},
    "full_warmed_up": {"tuning": "full", "r": 16, "learning_rate": 1e-3, "warm_up_epochs": 1},
}
REFUSED = {"batch_size": 1}
SCRIPTS = "tests/engine/distributed"


@dataclass(frozen=True)
class Runs:
    """The plans, and what two processes made of them."""

    plans: dict[str, RunPlan]
    folder: Path
    environment: dict[str, str]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory, tiny_model_folder: Path) -> Iterator[Runs]:
    folder = tmp_path_factory.mktemp("two-processes")
    pairs = write_pairs(folder / "pairs.jsonl", 26)
    plans = {name: tiny_plan(tiny_model_folder, pairs, **changes) for name, changes in PLANS.items()}
    for name, plan in plans.items():
        write_plan(plan, folder / f"{name}.toml")
    notes = folder / "network-notes.txt"
    environment = {**guarded_environment(notes), "DPO_STUDIO_HOME": str(folder / "home")}
    write_plan(tiny_plan(tiny_model_folder, pairs, **REFUSED), folder / "refused.toml")
    files = [folder / f"{name}.toml" for name in ("refused", *plans)]
    done = torchrun(environment, f"{SCRIPTS}/several_runs.py", folder / "runs", *files)
    assert done.returncode == 0, done.stderr
    yield Runs(plans, folder, environment)
    assert not notes.exists(), notes.read_text(encoding="utf-8")


def metrics(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "metrics.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.slow
@pytest.mark.parametrize("name", PLANS)
def test_two_processes_give_the_curve_of_one(runs: Runs, tmp_path: Path, name: str) -> None:
    finished(train(runs.plans[name], tmp_path / "alone"))
    alone, together = metrics(tmp_path / "alone"), metrics(runs.folder / "runs" / name)
    assert [line["step"] for line in alone] == [line["step"] for line in together]
    names = {name for name in alone[0] if "/" in name} | {"loss", "grad_norm", "learning_rate", "num_tokens"}
    for one, two in zip(alone, together, strict=True):
        for key in names | {f"eval_{name}" for name in names}:
            if key in one:
                assert two[key] == pytest.approx(one[key], abs=1e-5, rel=1e-5), (one["step"], key)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["warmed_up", "full_warmed_up"])
def test_two_processes_warm_up_as_one(runs: Runs, tmp_path: Path, name: str) -> None:
    finished(train(runs.plans[name], tmp_path / "alone"))
    alone, together = (
        [json.loads(line) for line in (folder / "warm_up.jsonl").read_text(encoding="utf-8").splitlines()]
        for folder in (tmp_path / "alone", runs.folder / "runs" / name)
    )
    assert [line["step"] for line in alone] == [line["step"] for line in together]
    for one, two in zip(alone, together, strict=True):
        for key in ("loss", "grad_norm", "learning_rate", "num_tokens"):
            assert two[key] == pytest.approx(one[key], abs=1e-5, rel=1e-5), (one["step"], key)


@pytest.mark.slow
def test_only_the_pairs_of_a_run_are_shared_out(runs: Runs, tmp_path: Path) -> None:
    finished(train(runs.plans["sigmoid"], tmp_path / "alone"))
    found: list[dict[tuple[int, int], tuple[float, float]]] = []
    for folder in (tmp_path / "alone", runs.folder / "runs" / "sigmoid"):
        files = MarginFiles(folder / "margins")
        read = files.read_pairs()
        assert read is not None
        rows, seen = read[0]["row"], files.read_seen()
        found.append(
            {(int(each["step"]), int(rows[each["pair"]])): (each["chosen"], each["rejected"]) for each in seen}
        )
    alone, together = found
    assert alone.keys() == together.keys()
    for key, rewards in alone.items():
        assert together[key] == pytest.approx(rewards, abs=1e-5), key


@pytest.mark.slow
def test_a_refused_plan_leaves_no_folder_and_the_team_whole(runs: Runs) -> None:
    assert {path.name for path in (runs.folder / "runs").iterdir()} == set(PLANS)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["short_of_memory", "no_memory_to_add_up"])
def test_memory_that_runs_short_in_one_process_halves_the_portions_of_all(runs: Runs, name: str) -> None:
    halvings = read_manifest(runs.folder / "runs" / name / "manifest.json")["halvings"]
    assert [step for step, _ in halvings] == [2]
    assert "halvings" not in read_manifest(runs.folder / "runs" / "sigmoid" / "manifest.json")


@pytest.mark.slow
def test_a_killed_helper_ends_the_run_with_a_sentence_and_a_checkpoint(runs: Runs, tmp_path: Path) -> None:
    run = tmp_path / "run"
    plan = runs.folder / "sigmoid.toml"
    done = torchrun(runs.environment, f"{SCRIPTS}/killed.py", "KILL", 1, 6, "train", plan, "--output", run)
    assert done.returncode == 1
    sentence = next(line for line in done.stderr.splitlines() if "was lost" in line)
    assert "checkpoints/step-000005" in sentence
    assert f"resume {run}" in sentence
    assert "Traceback" not in done.stderr.partition("torch.distributed.elastic")[0].partition("failed (exit")[0]
    assert read_manifest(run / "manifest.json")["state"] == "failed"
    # Every update that was made is there, and going on ends in the weights of a run that was never interrupted.
    resumed = torchrun(runs.environment, "main.py", "resume", run)
    assert resumed.returncode == 0, resumed.stderr
    whole = load_file(runs.folder / "runs" / "sigmoid" / "adapter" / "adapter_model.safetensors")
    after = load_file(run / "adapter" / "adapter_model.safetensors")
    assert all(after[name].equal(tensor) for name, tensor in whole.items())


@pytest.mark.slow
def test_a_killed_leader_ends_the_others_with_a_sentence(runs: Runs, tmp_path: Path) -> None:
    run = tmp_path / "run"
    plan = runs.folder / "sigmoid.toml"
    done = torchrun(runs.environment, f"{SCRIPTS}/killed.py", "KILL", 0, 5, "train", plan, "--output", run)
    assert done.returncode == 1
    sentence = next(line for line in done.stderr.splitlines() if line.startswith("Process 1: "))
    assert "was lost" in sentence
    assert f"Saved is all up to update 3, in {run / 'checkpoints' / 'step-000003'}." in sentence
    assert f"resume {run}" in sentence
    assert (run / "checkpoints" / "step-000003").is_dir()


@pytest.mark.slow
@pytest.mark.parametrize("rank", [0, 1])
def test_a_stopped_process_ends_the_others_with_a_sentence_and_a_checkpoint(
    runs: Runs, tmp_path: Path, rank: int
) -> None:
    run = tmp_path / "run"
    environment = {**runs.environment, "DPO_STUDIO_LOST_AFTER": "3"}
    done = torchrun(
        environment, f"{SCRIPTS}/killed.py", "STOP", rank, 5, "train", runs.folder / "sigmoid.toml", "--output", run
    )
    assert done.returncode == 1
    sentence = next(line for line in done.stderr.splitlines() if "no sign of life" in line)
    assert f"Process {rank} of those" in sentence
    # The first process saves what was learnt until then; when it is the one that stopped, what it had saved is named.
    assert f"step-00000{4 if rank else 3}" in sentence
    assert f"resume {run}" in sentence
    assert (run / "checkpoints" / f"step-00000{4 if rank else 3}").is_dir()
