"""The implicit reward of one reply, word by word: how much likelier training made each of its tokens.

DPO's policy is a reward model in disguise: a reply's reward is beta times the sum over its tokens of log pi - log ref
(Rafailov et al. 2023, arXiv 2305.18290, section 5.1). Importing this needs no torch; computing does.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from engine.data.preference_pair import Message, PreferencePair
from engine.errors import EngineError

if TYPE_CHECKING:
    from engine.data.tokenize import TokenizedPair
    from engine.model.load import LoadedModel


@dataclass(frozen=True, slots=True)
class TokenReward:
    """A token of a reply with its log-probability before and after training, in nats.

    Tokens that are no whole character alone stand together, their log-probabilities added. `is_ending` marks what the
    chat template writes behind the reply, which the model has to predict as well: the end token and what follows it.
    """

    text: str
    before: float
    after: float
    is_ending: bool = False

    @property
    def nats(self) -> float:
        """log pi - log ref: above 0 it became likelier."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class ReplyReward:
    """A reply's tokens in order. `was_cut` says that the model's context ended before the reply did."""

    tokens: tuple[TokenReward, ...]
    beta: float
    was_cut: bool = False

    @property
    def nats(self) -> float:
        """The sum of the tokens' log-ratios."""
        return math.fsum(token.nats for token in self.tokens)

    @property
    def reward(self) -> float:
        """Beta times that sum: what training rewards the reply with."""
        return self.beta * self.nats


def reply_reward(loaded: LoadedModel, messages: Sequence[Message], reply: str, beta: float) -> ReplyReward:
    """Score a reply to a conversation as training would, through training's own path.

    The model may be on loan from a paused run; it is given back as it was. Without an adapter every value is 0. Raises
    `EngineError` when the template refuses the conversation, it leaves no room for the reply, or memory runs out.
    """
    turn = (Message("assistant", reply),)
    pair, was_cut = _tokenize(loaded, PreferencePair(1, tuple(messages), turn, turn))
    # Only one reply is asked about, but a pair has to have two.
    pair = replace(pair, rejected_ids=array("i", pair.chosen_ids[:1]))
    before, after = _log_probabilities(loaded, pair)
    count = len(pair.chosen_ids)
    tokens = _with_text(loaded.tokenizer, pair.chosen_ids, before[:count], after[:count])
    return ReplyReward(tuple(tokens), beta, was_cut)


def pair_rewards(loaded: LoadedModel, pair: PreferencePair, beta: float) -> tuple[ReplyReward, ReplyReward]:
    """The same of both replies of a pair, the chosen one first, with its tools and all turns of its replies."""
    tokens, was_cut = _tokenize(loaded, pair)
    before, after = _log_probabilities(loaded, tokens)
    count = len(tokens.chosen_ids)
    chosen = _with_text(loaded.tokenizer, tokens.chosen_ids, before[:count], after[:count])
    rejected = _with_text(loaded.tokenizer, tokens.rejected_ids, before[count:], after[count:])
    return ReplyReward(tuple(chosen), beta, was_cut), ReplyReward(tuple(rejected), beta, was_cut)


def _log_probabilities(loaded: LoadedModel, pair: TokenizedPair) -> tuple[list[float], list[float]]:
    """Of each token of the chosen reply and then of the rejected one, before and after training."""
    from engine.chat.lend import borrowed
    from engine.data.batch import MicroBatch
    from engine.model.device import is_out_of_memory
    from engine.preference.logprobs import CompletionScorer
    from engine.preference.reference import reference_logps

    try:
        with borrowed(loaded, "trained"):
            scorer = CompletionScorer.of(loaded.causal_model)
            layout = scorer.lay_out(MicroBatch((pair,)), loaded.device)
            with loaded.computing():
                after_N = scorer.token_logps(layout)
            before_N = reference_logps(loaded, scorer, layout)
    except Exception as error:
        if not is_out_of_memory(error):
            raise
        raise EngineError(
            f"The memory of {loaded.device} is full, so the reply has no reward.",
            "Ask for shorter replies, or begin a new chat.",
            repr(error),
        ) from error
    return before_N.tolist(), after_N.tolist()


def _tokenize(loaded: LoadedModel, pair: PreferencePair) -> tuple[TokenizedPair, bool]:
    from engine.chat.reply import context_length
    from engine.data.tokenize import LeftOutPair, tokenize_pair

    result = tokenize_pair(loaded.tokenizer, pair, context_length(loaded))
    if isinstance(result, LeftOutPair):
        raise EngineError(f"This reply has no reward: {result.reason}.", "Shorten the prompt, or leave turns out.")
    return result, result.cut_tokens > 0


def _with_text(
    tokenizer: Any, ids: Sequence[int], before: Sequence[float], after: Sequence[float]
) -> Iterator[TokenReward]:
    """Put the text to the numbers. From the end token on it is the template that writes."""
    from engine.chat.detokenize import TextStream

    stream, special = TextStream(tokenizer), frozenset(tokenizer.all_special_ids)
    ended, start = False, 0
    for place, token in enumerate(ids):
        is_special = token in special
        text = stream.finish() if is_special else stream.add(token)
        if is_special and (text or place > start):  # what was held back comes before the special token
            yield TokenReward(text, math.fsum(before[start:place]), math.fsum(after[start:place]), ended)
            start = place
        if is_special:
            ended = True
            text = str(tokenizer.convert_ids_to_tokens(token))
        if text:
            yield TokenReward(text, math.fsum(before[start : place + 1]), math.fsum(after[start : place + 1]), ended)
            start = place + 1
    if start < len(ids):
        yield TokenReward(stream.finish(), math.fsum(before[start:]), math.fsum(after[start:]), ended)
