"""Every check that needs a model, and the one pass over the pairs that asks them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec

from engine.data.checks.flag import Flag
from engine.data.checks.model.cut_replies import CUT_REPLIES
from engine.data.checks.model.longer_than_context import LONGER_THAN_CONTEXT
from engine.data.checks.model.lost_replies import LOST_REPLIES
from engine.data.checks.model.model_check import ModelCheck, ModelView
from engine.data.checks.model.reply_end import REPLY_END
from engine.data.checks.model.special_tokens import SPECIAL_TOKENS
from engine.data.checks.model.unusable_with_model import UNUSABLE_WITH_MODEL
from engine.data.preference_pair import PreferencePair
from engine.data.tokenize import tokenize_pair
from engine.model.inspect import inspect_model

MODEL_CHECKS: tuple[ModelCheck, ...] = (
    SPECIAL_TOKENS,
    REPLY_END,
    CUT_REPLIES,
    LOST_REPLIES,
    LONGER_THAN_CONTEXT,
    UNUSABLE_WITH_MODEL,
)
_NO_LIMIT = 1 << 30
_TOLD_EVERY = 64


def view_model(folder: Path, max_length: int, chat_template: str = "") -> ModelView:
    """What the checks have to know of a model. Loads its tokenizer, which takes seconds the first time.

    `chat_template` is the one chosen for a model that brings none. Raises EngineError when the folder is no chat model.
    """
    from engine.model.load import load_tokenizer

    context = inspect_model(folder).context_length
    tokenizer = load_tokenizer(folder, chat_template)
    return ModelView(tokenizer, _special_tokens(tokenizer), _stop_ids(tokenizer, folder), max_length, context)


def check_with_model(
    pairs: Iterable[PreferencePair], view: ModelView, tell: Callable[[int], None] = lambda _: None
) -> dict[str, Flag]:
    """What every check says of these pairs, tokenized as training would, by its name.

    Now and then tells how many pairs were looked at.
    """
    watchers = {check.name: check.start(view) for check in MODEL_CHECKS}
    for done, pair in enumerate(pairs):
        if done % _TOLD_EVERY == 0:
            tell(done)
        tokens = tokenize_pair(view.tokenizer, pair, _NO_LIMIT)
        for watcher in watchers.values():
            watcher.see(pair, tokens)
    return {name: watcher.flag() for name, watcher in watchers.items()}


def check_beside(
    pairs: Iterable[PreferencePair],
    folder: Path,
    max_length: int,
    chat_template: str,
    tell: Callable[[int], None],
) -> dict[str, Flag]:
    """The same with a model's folder, fit for a process of its own, in which the tokenizer is loaded."""
    return check_with_model(pairs, view_model(folder, max_length, chat_template), tell)


def _special_tokens(tokenizer: Any) -> tuple[str, ...]:
    added = [str(token) for token in tokenizer.added_tokens_decoder.values() if token.special]
    return tuple({*added, *map(str, tokenizer.all_special_tokens)} - {""})


def _stop_ids(tokenizer: Any, folder: Path) -> frozenset[int]:
    """The tokens that end generation: the tokenizer's own, and those that the model's settings name."""
    named: list[Any] = [tokenizer.eos_token_id]
    for name in ("generation_config.json", "config.json"):
        try:
            settings = msgspec.json.decode((folder / name).read_bytes())
        except (OSError, msgspec.DecodeError):
            continue
        given = settings.get("eos_token_id") if isinstance(settings, dict) else None
        named += given if isinstance(given, list) else [given]
        break
    return frozenset(token for token in named if isinstance(token, int))
