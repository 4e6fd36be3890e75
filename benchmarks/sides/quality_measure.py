"""What benchmarks/quality.py measures of an adapter, and how it prepares the pairs."""

from __future__ import annotations

import json
import math
import random
import statistics
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.sides.trl_side import trl_row
from engine.chat.generate import ReplyFinished, Sampling, Side, generate_reply
from engine.data.preference_pair import PreferencePair
from engine.data.reader import read_preferences
from engine.data.tokenize import TokenizedPair, tokenize_pair
from engine.evaluation.margin_history import read_margin_history
from engine.evaluation.reply_reward import reply_reward
from engine.evaluation.suspects import rank_suspects
from engine.model.load import LoadedModel, load_model
from engine.plan import RunPlan
from engine.preference.rewards import score_pairs
from engine.storage.run_folder import RunFolder

_LONGEST_REPLY = 64  # tokens


@dataclass(frozen=True, slots=True)
class Quality:
    """Of one adapter: on held-back pairs the share with a positive margin and the mean margin.

    `length_change`: by which share greedy replies grew. `kl_per_token`: KL(pi || ref) in nats, estimated over the
    tokens of replies drawn from the trained model at temperature 1.
    """

    accuracy: float
    margin: float
    length_change: float
    kl_per_token: float


def split_pairs(source: Path, folder: Path, learnt: int, held_back: int) -> tuple[Path, Path]:
    """Write the first pairs to learn from, and later ones with other prompts to hold back, as files of their own."""
    pairs = read_preferences(source).pairs
    training = list(pairs[:learnt])
    prompts = {pair.prompt_text for pair in training}
    others = [pair for pair in pairs[learnt:] if pair.prompt_text not in prompts][: held_back or None]
    return write_pairs(training, folder / "training.jsonl"), write_pairs(others, folder / "held_back.jsonl")


def write_pairs(pairs: Sequence[PreferencePair], path: Path) -> Path:
    """The pairs as TRL's conversational JSON lines."""
    path.write_text("".join(json.dumps(trl_row(pair)) + "\n" for pair in pairs), encoding="utf-8")
    return path


def flip_labels(source: Path, target: Path, share: float, seed: int) -> set[int]:
    """Write the pairs of a file with so many of them turned round; returns the rows of these in the new file."""
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    flipped = set(random.Random(seed).sample(range(len(rows)), round(share * len(rows))))
    for index in flipped:
        rows[index]["chosen"], rows[index]["rejected"] = rows[index]["rejected"], rows[index]["chosen"]
    target.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    read = read_preferences(target).pairs
    if len(read) != len(rows):
        raise SystemExit(f"{len(rows) - len(read)} of the pairs cannot be used, so their rows cannot be told")
    return {read[index].row for index in flipped}


def measure(plan: RunPlan, adapter: Path, held_back: Path, prompts: int, seed: int) -> Quality:
    """Load an adapter and measure it; the first prompts of the held-back pairs are answered.

    In float32, whatever the training computed in: what a short run changes is as small as bfloat16's rounding of a
    whole reply, which would hide it.
    """
    loaded = load_model(Path(plan.model.path), plan.model.device, "float32", adapter)
    pairs = list(read_preferences(held_back).pairs)
    outcomes = [tokenize_pair(loaded.tokenizer, pair, plan.data.max_length) for pair in pairs]
    tokenized = [outcome for outcome in outcomes if isinstance(outcome, TokenizedPair)]
    margins = [score.margin for score in score_pairs(loaded, tokenized, plan.training.beta)]
    asked = pairs[:prompts]
    greedy = Sampling(temperature=0.0, max_new_tokens=_LONGEST_REPLY)
    before, after = (sum(_answer(loaded, pair, greedy, side).tokens for pair in asked) for side in ("before", "after"))
    return Quality(
        statistics.mean(margin > 0 for margin in margins),
        statistics.mean(margins),
        after / before - 1.0,
        _divergence(loaded, asked, seed),
    )


def flipped_found(run: Path, flipped: set[int]) -> float:
    """How well a run's lowest mean margins find the flipped pairs: the area under the curve.

    The two thumbs of a pair have one row, and their rewards with the thumbs' signs add up to the pair's margin.
    """
    history = read_margin_history(RunFolder(run).margins)
    if history is None:
        raise SystemExit(f"{run} has no margins")
    ranking = rank_suspects(history.seen["pair"], history.margins, len(history.pairs))
    margins: defaultdict[int, float] = defaultdict(float)
    for number in ranking.order.tolist():
        margins[int(history.pairs["row"][number])] += float(ranking.means[number])
    return area_under_curve([-margin for margin in margins.values()], [row in flipped for row in margins])


def area_under_curve(scores: Sequence[float], is_positive: Sequence[bool]) -> float:
    """The chance that a positive scores above a negative, equal scores counting half (Hanley and McNeil 1982)."""
    positives = [score for score, positive in zip(scores, is_positive, strict=True) if positive]
    negatives = [score for score, positive in zip(scores, is_positive, strict=True) if not positive]
    wins = sum((high > low) + 0.5 * (high == low) for high in positives for low in negatives)
    return wins / (len(positives) * len(negatives))


def _divergence(loaded: LoadedModel, pairs: Sequence[PreferencePair], seed: int) -> float:
    nats, tokens = 0.0, 0
    for number, pair in enumerate(pairs):
        drawn = Sampling(temperature=1.0, top_p=1.0, max_new_tokens=_LONGEST_REPLY, seed=1000 * seed + number)
        reply = _answer(loaded, pair, drawn, "after")
        scored = reply_reward(loaded, pair.prompt, reply.text, beta=1.0)
        # What the template writes behind a reply was only drawn where the model ended it by itself.
        kept = [token.nats for token in scored.tokens if reply.reason == "end" or not token.is_ending]
        nats, tokens = nats + sum(map(divergence_of_token, kept)), tokens + len(kept)
    return nats / max(1, tokens)


def divergence_of_token(nats: float) -> float:
    """An estimate of KL(pi || ref) from one token drawn from pi, with nats = log pi - log ref.

    Its mean is that of `nats` itself, it is never below 0, and it scatters less (Schulman 2020, "Approximating KL
    divergence", k3): ref/pi - 1 - log(ref/pi).
    """
    return math.expm1(-nats) + nats


def _answer(loaded: LoadedModel, pair: PreferencePair, sampling: Sampling, side: Side) -> ReplyFinished:
    *_, last = generate_reply(loaded, pair.prompt, sampling, lambda: False, side)
    assert isinstance(last, ReplyFinished)
    return last
