"""What a run writes down of what happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.events import CheckpointSaved, Event, PhaseChanged, PhaseProgress, RunPaused, RunResumed
from engine.storage.run_folder import RunFolder
from engine.training.journal import record


@pytest.fixture
def folder(tmp_path: Path) -> RunFolder:
    folder = RunFolder(tmp_path / "run")
    folder.create()
    return folder


@pytest.mark.parametrize(
    "event, words",
    [
        (PhaseChanged("training", "Training the adapter"), "Training the adapter."),
        (CheckpointSaved(6, "/somewhere"), "Saved a checkpoint of step 6."),
        (RunPaused(6), "Paused after step 6."),
        (RunResumed(6), "Going on after step 6."),
    ],
)
def test_every_turn_of_the_story_is_a_sentence_with_its_time(folder: RunFolder, event: Event, words: str) -> None:
    record(event, folder)
    time, sentence = folder.log_path.read_text(encoding="utf-8").rstrip("\n").split(" ", 1)
    assert sentence == words
    assert time[:2] == "20"


def test_progress_leaves_no_trace(folder: RunFolder) -> None:
    record(PhaseProgress("tokenizing", 1, 2), folder)
    assert folder.log_path.read_text(encoding="utf-8") == ""
    assert not folder.metrics_path.exists()
