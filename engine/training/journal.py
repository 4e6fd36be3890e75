"""What a run writes down of its events: every number as metrics, every turn of the story as a sentence in the log."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from engine.events import (
    AlarmRaised,
    CheckpointSaved,
    DataPrepared,
    EvaluationFinished,
    Event,
    PairMetrics,
    PhaseChanged,
    ReferenceChecked,
    RunAmended,
    RunFitted,
    RunPaused,
    RunResumed,
    RunStarted,
    Sample,
    SamplesWritten,
    StepFinished,
    WarmUpStepFinished,
    to_json,
)
from engine.storage.manifest import update_manifest
from engine.storage.run_folder import RunFolder
from engine.training.fit import fitted_sentence
from engine.training.reference_card import card_sentence


def record(event: Event, folder: RunFolder) -> None:
    """Append what an event says to the run's metrics and log."""
    if isinstance(event, StepFinished | EvaluationFinished):
        document = to_json(event)
        del document["event"]
        folder.append_metrics(document)
    if isinstance(event, WarmUpStepFinished):
        folder.append_warm_up(asdict(event))
    if isinstance(event, SamplesWritten):
        folder.append_samples(asdict(event))
    if isinstance(event, RunFitted):
        update_manifest(folder.manifest_path, {"fit": asdict(event)})
    sentence = _sentence(event)
    if sentence:
        folder.log(sentence)


def recorded_event(line: Mapping[str, Any]) -> StepFinished | EvaluationFinished | None:
    """The event that a line of metrics was made from; None for a line of another kind."""
    prefix = "eval_" if "eval_loss" in line else ""
    kind = EvaluationFinished if prefix else StepFinished
    if f"{prefix}loss" not in line:
        return None
    names = PairMetrics(*(0.0,) * len(fields(PairMetrics))).named(prefix)
    metrics = PairMetrics(*(float(line.get(name, math.nan)) for name in names))
    own = {field.name: line[field.name] for field in fields(kind) if field.name != "metrics"}
    return kind(metrics=metrics, **own)


def recorded_past(folder: RunFolder) -> list[StepFinished | EvaluationFinished | SamplesWritten]:
    """What a run's folder keeps of its updates, evaluations and samples, in the order of their steps."""
    events = [event for line in folder.read_metrics() if (event := recorded_event(line)) is not None]
    return sorted([*events, *map(recorded_samples, folder.read_samples())], key=lambda event: event.step)


def recorded_samples(line: Mapping[str, Any]) -> SamplesWritten:
    """The event that a line of samples was made from."""
    return SamplesWritten(int(line["step"]), tuple(Sample(**sample) for sample in line["samples"]))


def _sentence(event: Event) -> str:
    match event:
        case PhaseChanged(text=text):
            return f"{text}."
        case DataPrepared():
            thumbs = f" ({event.thumbs_up} up, {event.thumbs_down} down)"
            what = f"replies with thumbs{thumbs}" if event.thumbs_up or event.thumbs_down else "pairs"
            return (
                f"{event.training_pairs} {what} to learn from, {event.evaluation_pairs} held back, "
                f"{len(event.left_out)} rows left out, {event.cut_tokens} tokens cut. {event.advice}".strip()
            )
        case WarmUpStepFinished() if event.step in (1, event.total_steps):
            return f"Warm-up step {event.step} of {event.total_steps}: loss {event.loss:.4f}."
        case ReferenceChecked():
            return card_sentence(event)
        case RunFitted():
            return fitted_sentence(event)
        case RunStarted():
            return f"Step {event.first_step} of {event.total_steps} is next, on {event.device} in {event.dtype}."
        case EvaluationFinished(metrics=metrics):
            accuracy = f"{metrics.rewards_accuracies:.1%}"
            what = "pairs the right way round" if math.isnan(metrics.kl) else "replies on their thumb's side"
            return f"Step {event.step}: held-back loss {metrics.loss:.4f}, {accuracy} of {what}."
        case SamplesWritten(step=step):
            return f"Step {step}: wrote {len(event.samples)} samples."
        case AlarmRaised(step=step):
            return f"Alarm after step {step}: {event.title}. {event.what}"
        case RunAmended(text=text):
            return text
        case CheckpointSaved(step=step):
            return f"Saved a checkpoint of step {step}."
        case RunPaused(step=step):
            return f"Paused after step {step}."
        case RunResumed(step=step):
            return f"Going on after step {step}."
        case _:
            return ""
