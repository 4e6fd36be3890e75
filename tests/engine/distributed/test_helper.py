from __future__ import annotations

from pathlib import Path

import torch

from engine.distributed.helper import what_is_left
from engine.storage.checkpoint import Checkpoint, Counters, save_checkpoint
from engine.storage.run_folder import RunFolder


def test_what_is_left_of_a_run_is_said_as_it_is(tmp_path: Path) -> None:
    assert "start it anew" in what_is_left("")
    assert "on the first process's machine" in what_is_left(str(tmp_path / "elsewhere"))
    assert "No update was saved yet" in what_is_left(str(tmp_path))
    for step in (3, 6):
        checkpoint = Checkpoint(Counters(step, 10, 1.0), {"a": torch.ones(1)}, {"a/exp_avg": torch.ones(1)})
        save_checkpoint(RunFolder(tmp_path).checkpoints, checkpoint)
    left = what_is_left(str(tmp_path))
    assert f"all up to update 6, in {tmp_path / 'checkpoints' / 'step-000006'}." in left
    assert f"resume {tmp_path}" in left
