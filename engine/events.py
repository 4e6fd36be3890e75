"""Everything a job can report: numbers, text and paths, never tensors and never Qt types.

A job is a generator of these events. The last one of a training run is `RunFinished` or `RunFailed`.
"""

from __future__ import annotations

import math
import re
from dataclasses import asdict, dataclass, fields, is_dataclass
from typing import Any, Literal

Phase = Literal[
    "reading_data",
    "loading_model",
    "tokenizing",
    "choosing_path",
    "fitting",
    "warming_up",
    "scoring_reference",
    "checking_reference",
    "training",
    "evaluating",
    "sampling",
    "saving",
]
RunOutcome = Literal["finished", "stopped"]
ReferenceKind = Literal["none", "base model", "initial_adapter", "warmed_up"]


@dataclass(frozen=True, slots=True)
class PairMetrics:
    """Means over the pairs of one update, or of one evaluation, under TRL's definitions (Rafailov et al. 2023, eq. 7).

    Rewards and margins are beta-scaled log-ratios in nats, `rewards_accuracies` the share of pairs whose margin is
    strictly positive, `logps_*` sums over a completion's tokens in nats.

    Of replies with thumbs (KTO) chosen are those with a thumb up, and the accuracy counts replies whose reward is on
    their thumb's side of the divergence `kl`, in nats, which only such runs have. What an update has no reply for, such
    as the reward of thumbs down where all are up, is NaN, and is not written down.
    """

    loss: float
    rewards_chosen: float
    rewards_rejected: float
    rewards_margins: float
    rewards_accuracies: float
    logps_chosen: float
    logps_rejected: float
    kl: float = math.nan

    def named(self, prefix: str = "") -> dict[str, float]:
        """The numbers there are under the names that TRL logs, such as `eval_rewards/margins`."""
        return {prefix + _trl_name(key): value for key, value in asdict(self).items() if _is_there(key, value)}


@dataclass(frozen=True, slots=True)
class PhaseChanged:
    """The job began a phase; `text` says so in a few plain words."""

    phase: Phase
    text: str


@dataclass(frozen=True, slots=True)
class PhaseProgress:
    """How far a phase other than training has come; `total` is 0 while unknown."""

    phase: Phase
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class DataPrepared:
    """What the data became: pairs to learn from, pairs held back, and what had to be left out or cut.

    `left_out` holds (row, reason); rows count from 1. `cut_rows` lost `cut_tokens` reply tokens at max_length.
    `edited_pairs` are others than in the file, `dropped_pairs` were left out on purpose; `stale_edits` are of pairs
    that are no longer as they were, and were not made. Where single replies with thumbs are learnt from instead of
    pairs, these are counted, `thumbs_up` of those to learn from are up, and `advice` may say how to weigh them.
    """

    training_pairs: int
    evaluation_pairs: int
    left_out: tuple[tuple[int, str], ...]
    cut_rows: tuple[int, ...]
    cut_tokens: int
    edited_pairs: int = 0
    dropped_pairs: int = 0
    stale_edits: int = 0
    thumbs_up: int = 0
    thumbs_down: int = 0
    advice: str = ""


@dataclass(frozen=True, slots=True)
class WarmUpStepFinished:
    """One update of the warm-up stage; `loss` is the mean of -log pi over the chosen replies' tokens, in nats."""

    step: int
    total_steps: int
    loss: float
    grad_norm: float
    learning_rate: float
    num_tokens: int
    seconds: float


@dataclass(frozen=True, slots=True)
class ReferenceChecked:
    """The reference card: what rewards are measured against, and that the model began as exactly that.

    `what` is "none" for a loss that compares with nothing. The hashes are SHA-256 in hex, `adapter_sha256` empty where
    no adapter is part of it. `checked_pairs` went through model and reference and agreed bit for bit; the stored scores
    of their replies were off by `stored_difference` nats at most.
    """

    what: ReferenceKind
    model: str
    weights_sha256: str
    adapter_sha256: str
    checked_pairs: int
    stored_difference: float


@dataclass(frozen=True, slots=True)
class RunFitted:
    """How pairs pass through the model on this device, tried on the longest ones; fixed for the whole run.

    At most `micro_batch_tokens` computed tokens pass at a time, the longest portion has `longest_tokens`.
    `gradient_checkpointing`: layers are computed again on the way back, to save memory. `needed_bytes` was foreseen
    beyond the loaded model (0: could not be), of `free_bytes`; `peak_memory_bytes` is the most used so far.
    `epoch_seconds` is about what the updates of an epoch will take.
    """

    micro_batch_tokens: int
    gradient_checkpointing: bool
    longest_tokens: int
    needed_bytes: int
    free_bytes: int
    peak_memory_bytes: int
    epoch_seconds: float


@dataclass(frozen=True, slots=True)
class RunStarted:
    """The run folder exists and the first step is next (`first_step` > 1 when resumed).

    `parameters` counts the model's own weights, the adapter's left out; 0 where nobody counted.
    """

    run_folder: str
    first_step: int
    total_steps: int
    steps_per_epoch: int
    device: str
    dtype: str
    trainable_parameters: int
    parameters: int = 0


@dataclass(frozen=True, slots=True)
class StepFinished:
    """One optimizer update. `epoch` counts passes as a fraction, `seconds` is training time so far, pauses left out."""

    step: int
    total_steps: int
    epoch: float
    metrics: PairMetrics
    grad_norm: float
    learning_rate: float
    num_tokens: int
    pairs_per_second: float
    tokens_per_second: float
    peak_memory_bytes: int
    padding_share: float
    seconds: float


@dataclass(frozen=True, slots=True)
class EvaluationFinished:
    """The held-back pairs were scored after `step` updates."""

    step: int
    epoch: float
    metrics: PairMetrics


@dataclass(frozen=True, slots=True)
class Sample:
    """What the model makes of a fixed prompt now, beside the reply that the data prefers; lengths in tokens.

    `is_cut`: the reply reached the longest length of a sample and would have gone on.
    """

    prompt: str
    reply: str
    tokens: int
    is_cut: bool
    preferred: str
    preferred_tokens: int


@dataclass(frozen=True, slots=True)
class SamplesWritten:
    """The model answered the fixed prompts after `step` updates; step 0 is the model before training."""

    step: int
    samples: tuple[Sample, ...]


@dataclass(frozen=True, slots=True)
class Remedy:
    """Something that one click does about an alarm.

    What it does to a run under way counts from its next update on: multiply the learning rate, go back to the last
    good checkpoint first, or end and keep the best checkpoint. `plan_changes`, pairs of a plan key and its new value,
    are for the next run instead.
    """

    label: str
    learning_rate_factor: float = 1.0
    goes_back: bool = False
    keeps_best: bool = False
    plan_changes: tuple[tuple[str, Any], ...] = ()

    @property
    def is_for_next_run(self) -> bool:
        """Whether it leaves the run under way as it is."""
        return bool(self.plan_changes)


@dataclass(frozen=True, slots=True)
class AlarmRaised:
    """The run watched itself and saw something: what happened, what that means, what to do.

    `alarm` is the name in docs/alarms.md; `step` the update after which it was seen.
    """

    step: int
    alarm: str
    title: str
    what: str
    meaning: str
    advice: str
    remedies: tuple[Remedy, ...]


@dataclass(frozen=True, slots=True)
class RunAmended:
    """From the update after `step` on the run goes on otherwise than its plan says; `text` is a sentence about it.

    `learning_rate_factor` multiplies the plan's learning rate, with all earlier ones. Updates after `step` up to
    `undone_to` were undone (0: none).
    """

    step: int
    text: str
    learning_rate_factor: float
    undone_to: int


@dataclass(frozen=True, slots=True)
class CheckpointSaved:
    """Everything needed to resume after `step` is on disk."""

    step: int
    path: str


@dataclass(frozen=True, slots=True)
class RunPaused:
    """The run waits after `step` updates, 0 in its warm-up, and lends its model to chat."""

    step: int


@dataclass(frozen=True, slots=True)
class RunResumed:
    """A paused run goes on."""

    step: int


@dataclass(frozen=True, slots=True)
class RunFinished:
    """The run ended well: all steps done, ended early with its best checkpoint, or stopped on request and saved.

    `adapter` is where the trained adapter is, or the whole model after full fine-tuning. `kept_step` is the update that
    it is from, where that is not the last one (0: it is).
    """

    outcome: RunOutcome
    step: int
    run_folder: str
    adapter: str
    seconds: float
    kept_step: int = 0


@dataclass(frozen=True, slots=True)
class RunFailed:
    """The run ended with an error: what happened, what to do, and the raw cause for the log."""

    message: str
    hint: str
    details: str


Event = (
    PhaseChanged
    | PhaseProgress
    | DataPrepared
    | WarmUpStepFinished
    | ReferenceChecked
    | RunFitted
    | RunStarted
    | StepFinished
    | EvaluationFinished
    | SamplesWritten
    | AlarmRaised
    | RunAmended
    | CheckpointSaved
    | RunPaused
    | RunResumed
    | RunFinished
    | RunFailed
)


def event_name(event: object) -> str:
    """The event's class name in snake case, as scripts see it: `step_finished`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type(event).__name__).lower()


def to_json(event: Any) -> dict[str, Any]:
    """One flat JSON object: `event` first, metrics under TRL's names (`eval_` in front for evaluations)."""
    document: dict[str, Any] = {"event": event_name(event)}
    prefix = "eval_" if isinstance(event, EvaluationFinished) else ""
    for field in fields(event):
        value = getattr(event, field.name)
        if isinstance(value, PairMetrics):
            document.update(value.named(prefix))
        else:
            document[field.name] = _plain(value)
    return document


def _plain(value: Any) -> Any:
    if isinstance(value, tuple) and value and all(is_dataclass(item) for item in value):
        return [asdict(item) for item in value]
    return value


def _is_there(key: str, value: float) -> bool:
    # A loss that is no number is news, and ends the run.
    return key == "loss" or not math.isnan(value)


def _trl_name(key: str) -> str:
    group, _, rest = key.partition("_")
    return f"{group}/{rest}" if rest else key
