"""TRL's side of the training benchmarks: one epoch in a setting such as `4pc`, over the same pairs update by update."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.sides.specification import clock_of, last_quarter, peak_bytes, plan_of, seconds_so_far, specification
from benchmarks.sides.trl_side import trl_row, trl_trainer
from benchmarks.sides.utilisation import operations, product_peak
from engine.data.batch import in_training_order, padded_tokens
from engine.data.preference_pair import PreferencePair
from engine.data.tokenize import TokenizedPair
from engine.offline import go_offline
from engine.plan import RunPlan

# The way back through frozen weights costs as much as the way there, and the reference's pass is one way there.
_REFERENCE_SHARE = 1 / 3


class TooSlowError(Exception):
    """The setting will take `seconds` for its epoch, which is more than is asked for; `pairs` went through by then."""

    def __init__(self, seconds: float, pairs: int) -> None:
        super().__init__(seconds, pairs)
        self.seconds = seconds
        self.pairs = pairs


@dataclass(slots=True)
class Course:
    """How far a setting has come, in padded tokens, and when it is given up.

    `costs` are those of its micro-batches in their order. Once an update's pairs went through, what they took after the
    first micro-batch, where memory and kernels are made, tells the rest of the epoch; more than `limit` seconds (0: no
    limit) raises `TooSlowError`.
    """

    costs: Sequence[int]
    size: int
    batch_size: int
    limit: float
    clock: Callable[[], float]
    reference_seconds: float = 0.0
    _began: float = 0.0
    _warm: float = 0.0
    _done: int = 0

    def begin(self) -> None:
        """A pass over all pairs starts."""
        self._began, self._done = self.clock(), 0

    def scored(self) -> None:
        """The reference has scored a micro-batch."""
        self.passed()
        self._judge(0.0, 1 / _REFERENCE_SHARE)

    def updated(self) -> None:
        """A micro-batch went there and back, and an update was made."""
        self.passed()
        self._judge(self.reference_seconds, 1.0)

    def passed(self) -> None:
        """A micro-batch went through."""
        self._done += 1
        if self._done == 1:
            self._warm = self.clock()

    def _judge(self, before: float, times: float) -> None:
        if not self.limit or self._done < 2 or self._done * self.size < self.batch_size:
            return
        now, done = self.clock(), self._done
        rest = (now - self._warm) * sum(self.costs[done:]) / sum(self.costs[1:done])
        seconds = before + times * (now - self._began + rest)
        if seconds > self.limit:
            raise TooSlowError(seconds, done * self.size)


def main() -> None:
    """Train, and print one line of JSON."""
    go_offline()
    asked = specification()
    try:
        figures = _train(asked)
    except TooSlowError as error:
        plan = plan_of(asked)
        pairs, _ = _pairs(plan, _load(plan).tokenizer)
        figures = {
            "pairs": len(pairs),
            "first_epoch": len(pairs) / error.seconds,
            "peak_gib": peak_bytes(plan.model.device) / 2**30,
            "stopped_after_pairs": error.pairs,
        }
    print(json.dumps(figures))


def _train(asked: dict[str, Any]) -> dict[str, Any]:
    from engine.model.adapter import attach_fresh_adapter

    plan, setting, clock = plan_of(asked), str(asked["setting"]), clock_of(asked)
    size = int(setting.rstrip("pc"))
    loaded = _load(plan)
    loaded.model = attach_fresh_adapter(loaded.model, plan.adapter, plan.training.seed)
    pairs, tokenized = _pairs(plan, loaded.tokenizer)
    costs = [padded_tokens(tokenized[start : start + size]) for start in range(0, len(tokenized), size)]
    course = Course(costs, size, plan.training.batch_size, asked.get("limit", 0.0), clock)
    trainer = trl_trainer(
        plan,
        Path(asked["scratch"]),
        loaded.model,
        loaded.tokenizer,
        [trl_row(pair) for pair in pairs],
        trainer_class=_timed_trainer(course),
        train_sampling_strategy="sequential",
        per_device_train_batch_size=size,
        gradient_accumulation_steps=plan.training.batch_size // size,
        precompute_ref_log_probs="p" in setting,
        gradient_checkpointing="c" in setting,
        bf16=plan.model.dtype == "bfloat16",
        logging_steps=1,
        dataloader_pin_memory=False,
    )
    startup = seconds_so_far(asked) - course.reference_seconds
    began = clock()
    trainer.train()
    seconds = clock() - began
    peak = peak_bytes(plan.model.device)
    count = len(trainer.train_dataset)
    if count != len(pairs):
        raise SystemExit(f"TRL trained {count} of {len(pairs)} pairs, so the two sides cannot be compared.")
    losses = [float(entry["loss"]) for entry in trainer.state.log_history if "rewards/margins" in entry]
    figures: dict[str, Any] = {
        "pairs": count,
        "first_epoch": count / (seconds + course.reference_seconds),
        "peak_gib": peak / 2**30,
        "last_loss": last_quarter(losses),
        "losses": losses,
        "updates_seconds": seconds,
        "reference_seconds": course.reference_seconds,
        "startup_seconds": startup,
    }
    if "p" in setting:
        computed = operations(loaded.causal_model, sum(costs), sum(costs))
        best = product_peak(plan.model.dtype, plan.model.device, clock_of(asked))
        figures |= {"cached": count / seconds, "utilisation": computed / seconds / best, "product_peak": best}
    return figures


def _load(plan: RunPlan) -> Any:
    from engine.model.load import load_model

    return load_model(Path(plan.model.path), plan.model.device, plan.model.dtype)


def _pairs(plan: RunPlan, tokenizer: Any) -> tuple[list[PreferencePair], list[TokenizedPair]]:
    """The pairs that both sides can train on, in the order of our updates, as text and as tokens."""
    from engine.data.reader import read_preferences
    from engine.data.tokenize import tokenize_pair

    by_row = {pair.row: pair for pair in read_preferences(Path(plan.data.path)).pairs}
    outcomes = [tokenize_pair(tokenizer, pair, plan.data.max_length) for pair in by_row.values()]
    kept = [pair for pair in outcomes if isinstance(pair, TokenizedPair)]
    ordered = in_training_order(kept, plan.training.seed)
    return [by_row[pair.row] for pair in ordered], ordered


def _timed_trainer(course: Course) -> Any:
    """TRL's trainer with a clock for the reference's pass, and a look at it after each update."""
    from transformers import TrainerCallback
    from trl import DPOTrainer

    class Clock(TrainerCallback):
        def on_train_begin(self, *_: Any, **__: Any) -> None:
            course.begin()

        def on_substep_end(self, *_: Any, **__: Any) -> None:
            course.passed()

        def on_step_end(self, *_: Any, **__: Any) -> None:
            course.updated()

    class TimedTrainer(DPOTrainer):
        def __init__(self, *arguments: Any, **named: Any) -> None:
            super().__init__(*arguments, **named)
            self.add_callback(Clock())

        def _precompute_ref_logps(self, *arguments: Any, **named: Any) -> Any:
            course.begin()
            began = course.clock()
            scored = super()._precompute_ref_logps(*arguments, **named)
            course.reference_seconds = course.clock() - began
            return scored

        def compute_ref_log_probs(self, *arguments: Any, **named: Any) -> Any:
            scored = super().compute_ref_log_probs(*arguments, **named)
            course.scored()
            return scored

    return TimedTrainer


if __name__ == "__main__":
    main()
