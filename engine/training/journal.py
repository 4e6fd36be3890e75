"""What a run writes down of its events: every number as metrics, every turn of the story as a sentence in the log."""

from __future__ import annotations

from engine.events import (
    CheckpointSaved,
    DataPrepared,
    EvaluationFinished,
    Event,
    PhaseChanged,
    RunPaused,
    RunResumed,
    RunStarted,
    StepFinished,
    to_json,
)
from engine.storage.run_folder import RunFolder


def record(event: Event, folder: RunFolder) -> None:
    """Append what an event says to the run's metrics and log."""
    if isinstance(event, StepFinished | EvaluationFinished):
        document = to_json(event)
        del document["event"]
        folder.append_metrics(document)
    sentence = _sentence(event)
    if sentence:
        folder.log(sentence)


def _sentence(event: Event) -> str:
    match event:
        case PhaseChanged(text=text):
            return f"{text}."
        case DataPrepared():
            return (
                f"{event.training_pairs} pairs to learn from, {event.evaluation_pairs} held back, "
                f"{len(event.left_out)} rows left out, {event.cut_tokens} tokens cut."
            )
        case RunStarted():
            return f"Step {event.first_step} of {event.total_steps} is next, on {event.device} in {event.dtype}."
        case EvaluationFinished(metrics=metrics):
            accuracy = f"{metrics.rewards_accuracies:.1%}"
            return f"Step {event.step}: held-back loss {metrics.loss:.4f}, {accuracy} of pairs the right way round."
        case CheckpointSaved(step=step):
            return f"Saved a checkpoint of step {step}."
        case RunPaused(step=step):
            return f"Paused after step {step}."
        case RunResumed(step=step):
            return f"Going on after step {step}."
        case _:
            return ""
