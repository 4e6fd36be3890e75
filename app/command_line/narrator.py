"""A run's events as a person reads them in a terminal."""

from __future__ import annotations

import math
from pathlib import Path

from app.command_line.edits import describe_edits
from app.command_line.output import Output
from app.command_line.progress import duration, time_left
from engine.data.edits.pair_edits import EditReport
from engine.events import (
    AlarmRaised,
    CheckpointSaved,
    DataPrepared,
    EvaluationFinished,
    Event,
    PairMetrics,
    PhaseChanged,
    PhaseProgress,
    ReferenceChecked,
    RunAmended,
    RunFinished,
    RunFitted,
    RunStarted,
    Sample,
    SamplesWritten,
    StepFinished,
    WarmUpStepFinished,
)
from engine.training.fit import fitted_sentence
from engine.training.reference_card import card_sentence

_LINES_PER_RUN = 10  # updates told in full where there is no progress bar
_ROWS_NAMED = 5
_LONGEST_TEXT = 160  # characters of a prompt or a sample's reply


class Narrator:
    """Tells events one by one; what it has to remember between them is the phase's name."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._phase = ""

    def tell(self, event: Event) -> None:
        """Print what the event means, or move the progress bar."""
        match event:
            case PhaseChanged():
                self._phase = event.text
                self._output.sentence(f"{event.text}.")
            case PhaseProgress():
                self._output.progress(event.done, event.total, self._phase)
            case WarmUpStepFinished():
                self._output.progress(event.step, event.total_steps, f"warming up, loss {event.loss:.4f}")
            case StepFinished():
                self._step(event)
            case _:
                if sentence := describe(event):
                    self._output.sentence(sentence)

    def _step(self, event: StepFinished) -> None:
        metrics = event.metrics
        figures = f"loss {metrics.loss:.4f}, accuracy {metrics.rewards_accuracies:.0%}{_further(metrics)}"
        left = time_left(event.step, event.total_steps, event.seconds)
        if self._output.bar.enabled:
            self._output.progress(event.step, event.total_steps, f"{figures}, {left}")
        elif event.step % max(1, event.total_steps // _LINES_PER_RUN) == 0 or event.step == event.total_steps:
            self._output.sentence(f"Update {event.step} of {event.total_steps}: {figures}.")


def describe(event: Event) -> str:
    """One or two sentences for an event that is told in words; empty for those that are not."""
    match event:
        case DataPrepared():
            return _prepared(event)
        case ReferenceChecked():
            return card_sentence(event)
        case RunFitted():
            return fitted_sentence(event)
        case RunStarted():
            return (
                f"{event.trainable_parameters:,} weights to train on {event.device} in {event.dtype}, "
                f"updates {event.first_step} to {event.total_steps}. The run's folder is {event.run_folder}"
            )
        case EvaluationFinished():
            metrics = event.metrics
            what = "pairs" if math.isnan(metrics.kl) else "replies"
            return (
                f"Held-back {what} after update {event.step}: loss {metrics.loss:.4f}, "
                f"accuracy {metrics.rewards_accuracies:.1%}{_further(metrics)}."
            )
        case SamplesWritten():
            return "\n".join([f"Samples after update {event.step}:", *(_sample(sample) for sample in event.samples)])
        case AlarmRaised():
            return f"Alarm: {event.title}. {event.what} {event.meaning} {event.advice}"
        case RunAmended():
            return f"Changed after update {event.step}: {event.text}"
        case CheckpointSaved():
            return f"Checkpoint saved after update {event.step}."
        case RunFinished(outcome="finished"):
            what = "model" if Path(event.adapter).name == "model" else "adapter"
            kept = f"That of update {event.kept_step}, the best one, is kept. " if event.kept_step else ""
            return f"Done: {event.step} updates in {duration(event.seconds)}. {kept}The {what} is in {event.adapter}"
        case RunFinished():
            return (
                f"Stopped after {event.step} updates, and saved. Go on with: python main.py resume {event.run_folder}"
            )
        case _:
            return ""


def _further(metrics: PairMetrics) -> str:
    """Margin and divergence, as far as there are any."""
    figures = (("margin", metrics.rewards_margins), ("KL", metrics.kl))
    return "".join(f", {name} {value:.3f}" for name, value in figures if not math.isnan(value))


def _sample(sample: Sample) -> str:
    return f"  {_one_line(sample.prompt)} → {_one_line(sample.reply)}{' …' if sample.is_cut else ''}"


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_TEXT else line[: _LONGEST_TEXT - 1] + "…"


def _prepared(event: DataPrepared) -> str:
    thumbs = f"replies with thumbs, {event.thumbs_up:,} up and {event.thumbs_down:,} down,"
    what = thumbs if event.thumbs_up or event.thumbs_down else "pairs"
    text = f"{event.training_pairs:,} {what} to learn from, {event.evaluation_pairs:,} held back."
    edits = EditReport(event.edited_pairs, event.dropped_pairs, event.stale_edits)
    text = " ".join(filter(None, [text, describe_edits(edits)]))
    if event.left_out:
        named = "; ".join(f"row {row}: {reason}" for row, reason in event.left_out[:_ROWS_NAMED])
        more = len(event.left_out) - _ROWS_NAMED
        text += f" Left out: {named}" + (f"; and {more:,} more." if more > 0 else ".")
    if event.cut_rows:
        text += f" Cut at the longest length: {len(event.cut_rows):,} rows, {event.cut_tokens:,} tokens in all."
    if event.advice:
        text += f" {event.advice}"
    return text
