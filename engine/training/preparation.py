"""From a plan to tokenized pairs, with a report of everything that was left out or cut."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

from engine.data.edits.edited_data import edit_data, read_edits_of
from engine.data.edits.pair_edits import EditReport
from engine.data.preference_pair import PreferencePair
from engine.data.reader import PreferenceData, read_preferences, require_pairs
from engine.data.split import split_pairs
from engine.data.tokenize import LeftOutPair, TokenizedPair, tokenize_pair
from engine.errors import EngineError
from engine.events import DataPrepared, Event, PhaseChanged, PhaseProgress
from engine.plan import RunPlan, TrainingPlan
from engine.preference.losses.thumb_balance import balance_advice
from engine.training.sample_prompts import prompts_to_sample
from engine.training.thumbs import examples_for

_REPORT_EVERY = 200


@dataclass(frozen=True, slots=True)
class PairSets:
    """Pairs to learn from, pairs held back, rows that the reader skipped, and what a person's edits came to."""

    training: Sequence[PreferencePair]
    evaluation: Sequence[PreferencePair]
    skipped: tuple[tuple[int, str], ...]
    edits: EditReport


@dataclass(frozen=True, slots=True)
class TokenizedSets:
    """The same as token ids, without what could not be used, and the report that was made of it.

    `sampled` are the pairs whose prompts the plan wants answered as training goes on. Sequences were cut at
    `max_length` tokens.
    """

    training: Sequence[TokenizedPair]
    evaluation: Sequence[TokenizedPair]
    report: DataPrepared
    sampled: Sequence[PreferencePair]
    max_length: int

    @property
    def longest(self) -> int:
        """Tokens of the longest sequence there may be; replies with thumbs are also put to one another's prompts."""
        pairs = (*self.training, *self.evaluation)
        longest = max(pair.longest for pair in pairs)
        if all(pair.sequences > 1 for pair in pairs):
            return longest
        prompt = max(len(pair.prompt_ids) for pair in pairs)
        return min(self.max_length, prompt + max(pair.longest - len(pair.prompt_ids) for pair in pairs))


def read_pair_sets(plan: RunPlan) -> PairSets:
    """Read the plan's files and hold pairs back; raises `EngineError` when nothing is left to learn from."""
    options = plan.reading
    files = [Path(path) for path in (plan.data.path, plan.data.evaluation_path) if path]
    edits = read_edits_of(Path(plan.data.edits_path) if plan.data.edits_path else None, files)
    read: list[PreferenceData] = []
    report = EditReport()
    for path in files:
        data = read_preferences(path, options=options)
        require_pairs(data)
        edited, of_this_file = edit_data(data, edits[path])
        read.append(replace(edited, pairs=examples_for(plan, edited.pairs)))
        report += of_this_file
    data = read[0]
    pairs = data.pairs[: plan.data.max_pairs or None]
    if len(read) > 1:
        return PairSets(pairs, read[1].pairs, _skipped(data), report)
    training, evaluation = split_pairs(pairs, plan.data.evaluation_share, plan.data.seed)
    return PairSets(training, evaluation, _skipped(data), report)


def prepare_pairs(plan: RunPlan, tokenizer: Any) -> Generator[Event, None, TokenizedSets]:
    """Read, split and tokenize; yields progress and returns the result."""
    yield PhaseChanged("reading_data", f"Reading {Path(plan.data.path).name}")
    sets = read_pair_sets(plan)
    outcomes = yield from _tokenize(sets, tokenizer, plan.data.max_length)
    training = [pair for pair in outcomes[: len(sets.training)] if isinstance(pair, TokenizedPair)]
    evaluation = [pair for pair in outcomes[len(sets.training) :] if isinstance(pair, TokenizedPair)]
    left_out = [*sets.skipped, *((pair.row, pair.reason) for pair in outcomes if isinstance(pair, LeftOutPair))]
    if not training:
        reason = left_out[0][1] if left_out else "the data is empty"
        raise EngineError(
            f"No pair is left to learn from. The first was left out because {reason}.",
            "Raise data.max_length, or check the file with `main.py check`.",
        )
    report = _report(training, evaluation, left_out, sets.edits)
    if plan.training.loss.takes_thumbs:
        report = _with_thumbs(report, training, plan.training)
    yield report
    count = len(sets.training)  # what is too long to learn from is often too long to answer
    fitting = _fitting(sets.evaluation, outcomes[count:]) or _fitting(sets.training, outcomes[:count])
    sampled = prompts_to_sample(fitting, plan.training.sample_prompts)
    return TokenizedSets(training, evaluation, report, sampled, plan.data.max_length)


def _tokenize(
    sets: PairSets, tokenizer: Any, max_length: int
) -> Generator[Event, None, list[TokenizedPair | LeftOutPair]]:
    """What becomes of each pair: those to learn from, then those held back."""
    yield PhaseChanged("tokenizing", "Turning text into tokens")
    total = len(sets.training) + len(sets.evaluation)
    outcomes: list[TokenizedPair | LeftOutPair] = []
    for done, pair in enumerate(chain(sets.training, sets.evaluation), start=1):
        outcomes.append(tokenize_pair(tokenizer, pair, max_length))
        if done % _REPORT_EVERY == 0 or done == total:
            yield PhaseProgress("tokenizing", done, total)
    return outcomes


def _fitting(pairs: Sequence[PreferencePair], outcomes: Sequence[TokenizedPair | LeftOutPair]) -> list[PreferencePair]:
    return [pair for pair, outcome in zip(pairs, outcomes, strict=True) if isinstance(outcome, TokenizedPair)]


def _report(
    training: Sequence[TokenizedPair],
    evaluation: Sequence[TokenizedPair],
    left_out: Sequence[tuple[int, str]],
    edits: EditReport,
) -> DataPrepared:
    cut = [pair for pair in (*training, *evaluation) if pair.cut_tokens]
    return DataPrepared(
        training_pairs=len(training),
        evaluation_pairs=len(evaluation),
        left_out=tuple(sorted(left_out)),
        cut_rows=tuple(sorted(pair.row for pair in cut)),
        cut_tokens=sum(pair.cut_tokens for pair in cut),
        edited_pairs=edits.changed,
        dropped_pairs=edits.dropped,
        stale_edits=edits.stale,
    )


def _with_thumbs(report: DataPrepared, training: Sequence[TokenizedPair], plan: TrainingPlan) -> DataPrepared:
    up = sum(bool(thumb.chosen_ids) for thumb in training)
    down = len(training) - up
    advice = balance_advice(up, down, plan.desirable_weight, plan.undesirable_weight)
    return replace(report, thumbs_up=up, thumbs_down=down, advice=advice)


def _skipped(data: PreferenceData) -> tuple[tuple[int, str], ...]:
    return tuple((row.row, row.reason) for row in data.skipped)
