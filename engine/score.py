"""Score a preference file: how strongly a model, with its adapter, prefers each chosen reply over the rejected one.

Importing this needs no torch; scoring does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.data.edits.edited_data import edit_data, read_edits_of
from engine.data.options import ReadingOptions
from engine.data.preference_pair import PreferencePair
from engine.data.reader import read_pairs_or_thumbs, require_pairs
from engine.errors import EngineError

if TYPE_CHECKING:
    from engine.data.tokenize import TokenizedPair
    from engine.model.keeper import ModelKeeper
    from engine.model.load import LoadedModel
    from engine.preference.rewards import PairScore

DEFAULT_BETA = 0.1
_AS_THE_FILE_SAYS = ReadingOptions()


@dataclass(frozen=True, slots=True)
class PairScored:
    """One pair, by its row in the file (from 1): summed log-probabilities and beta-scaled rewards, in nats.

    `tokens_*` are the replies' lengths.
    """

    row: int
    logps_chosen: float
    logps_rejected: float
    reward_chosen: float
    reward_rejected: float
    margin: float
    tokens_chosen: int
    tokens_rejected: int


@dataclass(frozen=True, slots=True)
class Summary:
    """All pairs together: `accuracy` is the share whose margin is above 0.

    Of a file of replies with thumbs all these are `thumbs`, and a margin is the reward with the thumb's sign.

    `skipped` holds (row, reason) of rows that could not be read or scored; `cut_rows` were longer than the model's
    context and scored up to it. `stale_edits` are of pairs that are no longer as they were, and were not made.
    """

    pairs: int
    accuracy: float
    mean_margin: float
    beta: float
    skipped: tuple[tuple[int, str], ...]
    cut_rows: tuple[int, ...]
    stale_edits: int = 0
    thumbs: int = 0


@dataclass(frozen=True, slots=True)
class ThumbScored:
    """One reply with a thumb, by its row (from 1): log-probability and beta-scaled reward, in nats; `tokens` long."""

    row: int
    is_up: bool
    logps: float
    reward: float
    tokens: int

    @property
    def margin(self) -> float:
        """The reward with the thumb's sign: above 0 the model judges as the person did."""
        return self.reward if self.is_up else -self.reward


ScoreEvent = PairScored | ThumbScored | Summary


@dataclass(frozen=True, slots=True)
class PairsToScore:
    """Pairs of a file, the rows (row, reason) of it that could not be read, and how many edits no longer apply."""

    file: Path
    pairs: Sequence[PreferencePair]
    skipped: tuple[tuple[int, str], ...] = ()
    stale_edits: int = 0


def score_file(
    file: Path,
    model: Path,
    adapter: Path | None = None,
    beta: float | None = None,
    device: str = "auto",
    dtype: str = "auto",
    keeper: ModelKeeper | None = None,
    options: ReadingOptions = _AS_THE_FILE_SAYS,
    edits: Path | None = None,
    chat_template: str = "",
) -> Iterator[ScoreEvent]:
    """Score every pair of a file in its order, or every reply with a thumb; the last event is a `Summary`.

    `options` say how to read the file, and the edits in the log `edits` are made first. `chat_template` is one of
    `CHAT_TEMPLATES`; empty takes the one that the adapter was trained with, else the model's own.

    The rewards compare the model with its adapter to the model without it; without an adapter they are 0. `beta`
    None takes the one stored beside the adapter, else 0.1. Raises `EngineError` when the file holds no pairs, the
    model or the adapter cannot be loaded, or beta is not above 0.
    """
    if beta is not None and not beta > 0:  # also refuses NaN
        raise EngineError(f"Beta cannot be {beta}.", "Choose a number above 0; 0.1 is usual.")
    read = read_to_score(file, options, edits)

    from engine.model.adapter import stored_beta
    from engine.model.keeper import ModelKeeper

    loaded = (keeper or ModelKeeper()).acquire(model, device, dtype, adapter, chat_template=chat_template)
    if beta is None:
        beta = stored_beta(adapter, DEFAULT_BETA) if adapter else DEFAULT_BETA
    yield from score_read(loaded, read, beta)


def read_to_score(file: Path, options: ReadingOptions = _AS_THE_FILE_SAYS, edits: Path | None = None) -> PairsToScore:
    """A preference file's pairs with the edits of a log made; raises `EngineError` when it holds none."""
    made = read_edits_of(edits, [file])
    data = read_pairs_or_thumbs(file, options)
    require_pairs(data)
    data, edited = edit_data(data, made[file])
    skipped = tuple((row.row, row.reason) for row in data.skipped)
    return PairsToScore(file, data.pairs, skipped, edited.stale)


def score_read(loaded: LoadedModel, read: PairsToScore, beta: float, pairs_at_once: int = 64) -> Iterator[ScoreEvent]:
    """Score pairs that were read, in their order, with a model that is in memory; the last event is a `Summary`.

    `pairs_at_once` says after how many of them there is news. Raises `EngineError` when none of them can be scored.
    """
    from engine.preference.rewards import score_pairs

    tokenized, left_out = _tokenize(loaded, read.pairs)
    skipped = [*read.skipped, *left_out]
    margins: list[float] = []
    for pair, score in zip(tokenized, score_pairs(loaded, tokenized, beta, pairs_at_once=pairs_at_once), strict=True):
        margins.append(score.margin)
        yield _scored(pair, score)
    if not margins:
        raise EngineError(
            f"No pair of {read.file.name} could be scored.", "Each needs a prompt and two replies.", _reasons(skipped)
        )
    yield Summary(
        pairs=len(margins),
        accuracy=sum(margin > 0 for margin in margins) / len(margins),
        mean_margin=sum(margins) / len(margins),
        beta=beta,
        skipped=tuple(sorted(skipped)),
        cut_rows=tuple(pair.row for pair in tokenized if pair.cut_tokens),
        stale_edits=read.stale_edits,
        thumbs=sum(pair.sequences == 1 for pair in tokenized),
    )


def _scored(pair: TokenizedPair, score: PairScore) -> PairScored | ThumbScored:
    if pair.sequences == 1:  # what the side that is not there comes to is 0
        logps, reward = score.logps_chosen + score.logps_rejected, score.reward_chosen + score.reward_rejected
        tokens = len(pair.chosen_ids) + len(pair.rejected_ids)
        return ThumbScored(score.row, bool(pair.chosen_ids), logps, reward, tokens)
    return PairScored(
        score.row,
        score.logps_chosen,
        score.logps_rejected,
        score.reward_chosen,
        score.reward_rejected,
        score.margin,
        len(pair.chosen_ids),
        len(pair.rejected_ids),
    )


def _tokenize(
    loaded: LoadedModel, pairs: Sequence[PreferencePair]
) -> tuple[list[TokenizedPair], list[tuple[int, str]]]:
    from engine.chat.reply import context_length
    from engine.data.tokenize import LeftOutPair, tokenize_pair

    limit = context_length(loaded)
    tokenized: list[TokenizedPair] = []
    left_out: list[tuple[int, str]] = []
    for pair in pairs:
        result = tokenize_pair(loaded.tokenizer, pair, limit)
        if isinstance(result, LeftOutPair):
            left_out.append((result.row, result.reason))
        else:
            tokenized.append(result)
    return tokenized, left_out


def _reasons(skipped: Sequence[tuple[int, str]]) -> str:
    return "\n".join(f"row {row}: {reason}" for row, reason in skipped)
