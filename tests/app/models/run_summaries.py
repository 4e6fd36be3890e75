"""Runs as the index tells of them, for tests."""

from __future__ import annotations

from engine.storage.run_summary import RunSummary


def summary(title: str) -> RunSummary:
    """A finished run on SmolLM2."""
    return RunSummary(
        folder=f"/home/runs/{title}",
        name=title,
        title=title,
        state="finished",
        created="2026-01-01T10:00:00+00:00",
        model="/models/SmolLM2-135M",
        data="/data/pairs.jsonl",
        device="cpu",
        loss="sigmoid",
        beta=0.1,
        learning_rate=5e-5,
        epochs=2,
        step=10,
        total_steps=10,
        training_pairs=72,
        seconds=4.0,
        error="",
        loss_value=0.4,
        margin=1.0,
        accuracy=0.75,
        is_held_back=True,
        curve=(0.0, 1.0),
        disk_bytes=1000,
        starred=False,
        tags=(),
        note="",
    )
