"""An interrupted run that was resumed ends in the same weights and metrics as one that was not, bit for bit."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file

from engine.events import EvaluationFinished, RunStarted, StepFinished
from engine.model.device import computing_threads
from engine.plan import RunPlan
from engine.plan_file import write_plan
from engine.storage.manifest import read_manifest, update_manifest
from tests.engine.tiny_runs import finished, of_kind, resume, tiny_plan, train, train_until, write_pairs

# What a clock or the machine's load decides.
_MEASURED = {"seconds", "pairs_per_second", "tokens_per_second", "peak_memory_bytes"}


def _metrics(folder: Path) -> list[dict[str, Any]]:
    lines = [json.loads(line) for line in (folder / "metrics.jsonl").read_text().splitlines()]
    return [{key: value for key, value in line.items() if key not in _MEASURED} for line in lines]


def assert_same(one: Path, other: Path) -> None:
    weights, others = (load_file(folder / "adapter" / "adapter_model.safetensors") for folder in (one, other))
    assert weights.keys() == others.keys()
    for name, tensor in weights.items():
        assert tensor.dtype == torch.float32
        assert torch.equal(tensor, others[name]), name
    assert any(bool(tensor.any()) for name, tensor in weights.items() if "lora_B" in name)
    assert _metrics(one) == _metrics(other)
    for name in ("pairs.bin", "seen.bin"):
        assert (one / "margins" / name).read_bytes() == (other / "margins" / name).read_bytes(), name


@pytest.fixture
def make_plan(tiny_model_folder: Path, tmp_path: Path) -> Callable[..., RunPlan]:
    pairs = write_pairs(tmp_path / "pairs.jsonl")
    return lambda **changes: tiny_plan(tiny_model_folder, pairs, **changes)


def _at_step(step: int) -> Callable[[object], bool]:
    return lambda event: isinstance(event, StepFinished) and event.step == step


@pytest.mark.parametrize("dtype", ["float32", "bfloat16"])
@pytest.mark.parametrize("dropout", [0.0, 0.1])
def test_stopped_and_resumed_equals_uninterrupted(
    make_plan: Callable[..., RunPlan], tmp_path: Path, dtype: str, dropout: float
) -> None:
    plan = make_plan(dtype=dtype, dropout=dropout)
    finished(train(plan, tmp_path / "straight"))
    finished(train_until(plan, tmp_path / "twice", _at_step(5)))
    torch.manual_seed(12345)  # whatever the process drew in between
    events = resume(tmp_path / "twice")
    finished(events)
    assert of_kind(events, RunStarted)[0].first_step == 6
    assert_same(tmp_path / "straight", tmp_path / "twice")


def test_in_a_thread_of_its_own_too(make_plan: Callable[..., RunPlan], tmp_path: Path) -> None:
    plan = make_plan(dropout=0.1)
    finished(train(plan, tmp_path / "straight"))
    ends: list[object] = []

    def work() -> None:
        train_until(plan, tmp_path / "thread", _at_step(2))
        ends.extend(resume(tmp_path / "thread"))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    finished(ends)  # pyright: ignore[reportArgumentType]
    assert_same(tmp_path / "straight", tmp_path / "thread")


def test_under_a_caller_without_gradients_too(make_plan: Callable[..., RunPlan], tmp_path: Path) -> None:
    finished(train(make_plan(), tmp_path / "straight"))
    with torch.no_grad():
        finished(train(make_plan(), tmp_path / "other"))
        assert not torch.is_grad_enabled()
    assert_same(tmp_path / "straight", tmp_path / "other")


def test_from_the_checkpoint_before_when_the_newest_is_damaged(
    make_plan: Callable[..., RunPlan], tmp_path: Path
) -> None:
    plan = make_plan()
    finished(train(plan, tmp_path / "straight"))
    train_until(plan, tmp_path / "twice", _at_step(5))
    newest = tmp_path / "twice" / "checkpoints" / "step-000005" / "optimizer.safetensors"
    newest.write_bytes(newest.read_bytes()[:100])
    events = resume(tmp_path / "twice")
    assert of_kind(events, RunStarted)[0].first_step == 4
    assert_same(tmp_path / "straight", tmp_path / "twice")


def test_a_run_that_ended_after_its_last_checkpoint_does_nothing_twice(
    make_plan: Callable[..., RunPlan], tmp_path: Path
) -> None:
    """As when the machine went down while the adapter was being saved."""
    finished(train(make_plan(), tmp_path / "straight"))
    finished(train(make_plan(), tmp_path / "twice"))
    manifest = tmp_path / "twice" / "manifest.json"
    manifest.write_text(json.dumps({**read_manifest(manifest), "state": "running"}))
    for path in (tmp_path / "twice" / "adapter").iterdir():
        path.unlink()
    events = resume(tmp_path / "twice")
    finished(events)
    assert not of_kind(events, StepFinished)
    assert not of_kind(events, EvaluationFinished)
    assert_same(tmp_path / "straight", tmp_path / "twice")


def test_a_run_goes_on_with_as_many_threads_as_it_began_with(
    make_plan: Callable[..., RunPlan], tmp_path: Path, project_root: Path, process_environment: dict[str, str]
) -> None:
    """Another process may have another default, and sums that are shared out differently are rounded differently."""
    with computing_threads(3):
        train_until(make_plan(), tmp_path / "run", _at_step(2))
    assert read_manifest(tmp_path / "run" / "manifest.json")["threads"] == 3
    command = [sys.executable, "-c", _RESUME, str(tmp_path / "run")]
    environment = {**process_environment, "OMP_NUM_THREADS": "1"}
    seen = subprocess.run(command, cwd=project_root, env=environment, capture_output=True, text=True, check=True).stdout
    assert seen.split() == ["3"] * 6 + ["1"]  # six steps, and what the process computes with afterwards
    assert read_manifest(tmp_path / "run" / "manifest.json")["threads"] == 3


def test_on_another_device_threads_are_as_that_one_likes(make_plan: Callable[..., RunPlan], tmp_path: Path) -> None:
    with computing_threads(3):
        train_until(make_plan(), tmp_path / "run", _at_step(2))
    manifest = tmp_path / "run" / "manifest.json"
    update_manifest(manifest, {"device_label": "CPU, 512 cores"})
    finished(resume(tmp_path / "run"))
    assert read_manifest(manifest)["threads"] == torch.get_num_threads() != 3


_RESUME = """
import sys
from pathlib import Path
from engine.offline import go_offline
go_offline()
import torch
from engine.control import RunControl
from engine.events import StepFinished
from engine.session import resume_training
for event in resume_training(Path(sys.argv[1]), RunControl()):
    if isinstance(event, StepFinished):
        print(torch.get_num_threads())
print(torch.get_num_threads())
"""

_TRAIN = """
import sys
from pathlib import Path
from engine.offline import go_offline
go_offline()
from engine.control import RunControl
from engine.events import StepFinished
from engine.plan_file import read_plan
from engine.session import run_training
for event in run_training(read_plan(Path(sys.argv[1])), Path(sys.argv[2]), RunControl()):
    if isinstance(event, StepFinished):
        print(event.step, flush=True)
        if event.step == 7:
            sys.stdin.read()  # the test kills it here
"""


def test_killed_and_resumed_equals_uninterrupted(
    make_plan: Callable[..., RunPlan], tmp_path: Path, project_root: Path, process_environment: dict[str, str]
) -> None:
    plan = make_plan(dropout=0.1)
    write_plan(plan, tmp_path / "plan.toml")
    finished(train(plan, tmp_path / "straight"))
    command = [sys.executable, "-c", _TRAIN, str(tmp_path / "plan.toml"), str(tmp_path / "killed")]
    environment = {**process_environment, "OMP_NUM_THREADS": str(torch.get_num_threads())}
    with subprocess.Popen(
        command, cwd=project_root, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line == "7\n":
                break
        process.kill()
    assert process.returncode != 0
    assert read_manifest(tmp_path / "killed" / "manifest.json")["state"] == "running"
    events = resume(tmp_path / "killed")
    finished(events)
    assert of_kind(events, RunStarted)[0].first_step == 7  # the last checkpoint was of step 6
    assert_same(tmp_path / "straight", tmp_path / "killed")


def test_a_run_from_before_there_was_a_choice_of_paths_goes_on_with_two_rows(
    make_plan: Callable[..., RunPlan], tmp_path: Path
) -> None:
    finished(train_until(make_plan(shared_prefix="off"), tmp_path / "run", _at_step(2)))
    manifest = tmp_path / "run" / "manifest.json"
    as_then = {name: value for name, value in read_manifest(manifest).items() if name != "path"}
    manifest.write_text(json.dumps(as_then))
    finished(resume(tmp_path / "run"))
    assert "path" not in read_manifest(manifest)
