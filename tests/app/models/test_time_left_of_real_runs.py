"""The time left, replayed from runs that really happened, against how long they then took."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.models.run_clock import RunClock
from app.models.time_left import RunLength

_RECORDED = Path(__file__).parent / "recorded"
_LAST_SECONDS = 10.0
_BATCH = 8
_PROMPTS = 2


def _estimates(events: list[dict[str, Any]]) -> list[tuple[float, float, float]]:
    """After each step: seconds since the first phase of training, seconds left as estimated, and as it was."""
    now, pairs, tried, began = [0.0], 0, 0.0, 0.0
    clock = RunClock(lambda: now[0])
    end = next(one["at"] for one in events if one["event"] == "run_finished")
    found: list[tuple[float, float, float]] = []
    for event in events:
        now[0] = event["at"]
        match event["event"]:
            case "data_prepared":
                pairs = event["evaluation_pairs"]
            case "run_fitted":
                tried = event["epoch_seconds"]
            case "run_started":
                began = event["at"]
                clock.set_running(True)
                step_seconds = tried / event["steps_per_epoch"]
                length = RunLength(event["first_step"], event["total_steps"], 0, pairs, _BATCH, step_seconds, _PROMPTS)
                clock.begin(length)
            case "phase_changed":
                clock.sampling_finished()
                if event["phase"] == "evaluating":
                    clock.evaluation_started()
                elif event["phase"] == "sampling":
                    clock.sampling_started()
            case "evaluation_finished":
                clock.evaluation_finished()
            case "step_finished":
                clock.step_finished(event["step"], event["seconds"])
                left = clock.seconds_left
                assert left is not None
                found.append((event["at"] - began, left, end - event["at"]))
            case _:
                pass
    return found


@pytest.mark.parametrize("path", sorted(_RECORDED.glob("*.jsonl")), ids=lambda path: path.stem)
def test_it_is_right_within_a_fifth_until_the_last_seconds(path: Path) -> None:
    """SmolLM2 on 104 pairs of the demo on two cores, 69 s: 12 steps, 6 evaluations, 7 times samples."""
    events = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    estimates = [one for one in _estimates(events) if one[2] >= _LAST_SECONDS]
    assert len(estimates) >= 10
    for since, estimated, really in estimates:
        assert abs(estimated - really) <= 0.2 * really, f"after {since:.0f} s: {estimated:.0f}, not {really:.0f}"
