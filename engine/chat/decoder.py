"""Writes replies with one model: each conversation read once, then a token for every reply in one pass.

The replies are rows of a batch, each with its own keys and values, whatever their voices and lengths. A machine that
waits for the weights reads them once for all rows. Where a model or an adapter does not allow it, they take turns.
"""

from __future__ import annotations

import contextlib
import inspect
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import Any

import torch

from engine.chat.cache_rows import can_be_rows, join_rows, keep_rows, repeat_rows
from engine.chat.generate import SLICE_SECONDS, ReplyFinished, TextGenerated
from engine.chat.lend import Loan
from engine.chat.reply import Reply
from engine.chat.row_attention import attention_in_rows, can_attend_in_rows
from engine.errors import EngineError
from engine.model.device import is_out_of_memory, release_device_memory
from engine.model.load import LoadedModel
from engine.model.voice import Voice


def write_replies(
    loaded: LoadedModel, replies: Sequence[Reply], should_stop: Callable[[], bool], *, is_exact: bool = True
) -> Iterator[TextGenerated | ReplyFinished]:
    """Write replies side by side, or where voices are whole weights that are exchanged, one voice after the other.

    `is_exact`: every reply is what it would be alone, token for token, also where the number format rounds a batch
    otherwise. Without it several replies cost less.
    """
    groups = [replies]
    if loaded.turns is not None:
        voices = dict.fromkeys(reply.voice for reply in replies)
        groups = [[reply for reply in replies if reply.voice == voice] for voice in voices]
    for group in groups:
        yield from Decoder(loaded, group, is_exact=is_exact).write(should_stop)


class Decoder:
    """Writes some replies side by side.

    The model is borrowed for a token at a time, never while an event is handed out.
    """

    def __init__(self, loaded: LoadedModel, replies: Sequence[Reply], *, is_exact: bool = True) -> None:
        self._model = _LentModel(loaded, is_exact=is_exact)
        self._device = loaded.device
        self._unread = list(replies)
        self._batches: list[_Batch] = []

    def write(self, should_stop: Callable[[], bool]) -> Iterator[TextGenerated | ReplyFinished]:
        """Hand out what is new about every 0.05 s, a first token at once.

        Raises `EngineError` when memory is full; what was written until then has been handed out.
        """
        steps = self._steps(should_stop)
        while True:
            start = time.perf_counter()
            concerned: list[Reply] = []
            failure: EngineError | None = None
            try:
                for replies in steps:
                    concerned += (reply for reply in replies if reply not in concerned)
                    has_begun = any(len(reply.token_ids) <= 1 for reply in replies)
                    if has_begun or time.perf_counter() - start >= SLICE_SECONDS:
                        break
            except EngineError as error:
                failure = error
            for reply in concerned:
                yield from reply.news()
            if failure is not None:
                raise failure
            if not concerned:
                return

    def _steps(self, should_stop: Callable[[], bool]) -> Generator[Sequence[Reply]]:
        """Read a conversation, or write a token for each reply of a batch, and hand out the replies concerned."""
        try:
            while self._unread or self._batches:
                if should_stop():
                    yield self._stop()
                elif self._unread:
                    yield self._read()
                else:
                    yield self._write_token()
        except Exception as error:
            if not is_out_of_memory(error):
                raise
            self._batches.clear()
            release_device_memory(self._device)
            raise EngineError(
                f"The memory of {self._device} is full, so the reply could not go on.",
                "Ask for a shorter reply, begin a new conversation, or choose the CPU.",
                repr(error),
            ) from error

    def _stop(self) -> Sequence[Reply]:
        open_replies = [*self._unread, *(reply for batch in self._batches for reply in batch.replies)]
        self._unread.clear()
        self._batches.clear()
        for reply in open_replies:
            reply.end("stopped")
        return open_replies

    def _read(self) -> Sequence[Reply]:
        """Read the next conversation, once for all replies to it in the same voice, and begin these."""
        reply = self._unread[0]
        start = time.perf_counter()
        cache, logits_V = self._model.read(reply)
        replies = [reply]
        if can_be_rows(cache):
            replies += (
                other
                for other in self._unread[1:]
                if (other.voice, other.prompt_ids) == (reply.voice, reply.prompt_ids)
            )
            repeat_rows(cache, len(replies))
        for each in replies:
            self._unread.remove(each)
            each.take(logits_V)
            each.seconds += time.perf_counter() - start
        batch = _Batch(replies, cache)
        batch.drop_finished()
        if batch.replies:
            self._add(batch)
        return replies

    def _add(self, batch: _Batch) -> None:
        """Put it into a batch that is there already, where that is possible."""
        for other in self._batches:
            if self._model.can_write_at_once(other, batch):
                other.join(batch)
                return
        self._batches.append(batch)

    def _write_token(self) -> Sequence[Reply]:
        """A token for each reply of the batch whose turn it is."""
        batch = self._batches.pop(0)
        replies = list(batch.replies)
        start = time.perf_counter()
        logits_RV = self._model.read_on(batch)
        for reply, logits_V in zip(replies, logits_RV, strict=True):
            reply.take(logits_V)
        spent = time.perf_counter() - start
        for reply in replies:
            reply.seconds += spent
        batch.drop_finished()
        if batch.replies:
            self._batches.append(batch)
        return replies


class _Batch:
    """Replies under way, and the cache that has a row for each of them."""

    def __init__(self, replies: Sequence[Reply], cache: Any) -> None:
        self.replies = list(replies)
        self.cache = cache

    def join(self, other: _Batch) -> None:
        """Take another batch's replies in."""
        self.cache = join_rows((self.cache, other.cache))
        self.replies += other.replies

    def drop_finished(self) -> None:
        """Let go of what has ended."""
        rows = [row for row, reply in enumerate(self.replies) if reply.reason is None]
        if rows and len(rows) < len(self.replies):
            keep_rows(self.cache, rows, max(self.replies[row].length for row in rows) - 1)
        self.replies = [self.replies[row] for row in rows]


class _LentModel:
    """A model's forward pass for replies, each in its own voice."""

    def __init__(self, loaded: LoadedModel, *, is_exact: bool) -> None:
        self._loaded = loaded
        # In float32 what a batch rounds otherwise is too little to make another token the likeliest.
        self._one_by_one = is_exact and loaded.dtype != "float32"
        self._loan = Loan(loaded)
        self._attends_in_rows = can_attend_in_rows(loaded.causal_model)
        accepted = inspect.signature(loaded.causal_model.forward).parameters
        self._takes_positions = {"position_ids", "attention_mask"} <= accepted.keys()
        # Ask for the last position's logits where the model can leave out the others.
        self._options: dict[str, Any] = {
            "use_cache": True,
            **({"logits_to_keep": 1} if "logits_to_keep" in accepted else {}),
        }

    def can_write_at_once(self, one: _Batch, other: _Batch) -> bool:
        """Whether two batches can be one."""
        replies = (*one.replies, *other.replies)
        if self._one_by_one and not self._attends_in_rows and len({reply.length for reply in replies}) > 1:
            return False
        voices: list[Voice] = [reply.voice for reply in replies]
        caches = (one.cache, other.cache)
        return self._takes_positions and all(map(can_be_rows, caches)) and self._loan.can_speak_at_once(voices)

    def read(self, reply: Reply) -> tuple[Any, torch.Tensor]:
        """A conversation's cache, and the logits (V,) of what comes behind it."""
        output = self._pass([reply], [reply.prompt_ids])
        return output.past_key_values, output.logits[0, -1]

    def read_on(self, batch: _Batch) -> torch.Tensor:
        """Read the last token of each of R replies; the logits (R, V) of what comes behind them."""
        replies = batch.replies
        known: dict[str, Any] = {"past_key_values": batch.cache}
        lengths = torch.tensor([[reply.length] for reply in replies], device=self._loaded.device)
        if len({reply.length for reply in replies}) > 1:
            starts_R1 = lengths.max() - lengths
            known["position_ids"] = lengths - 1
            if self._one_by_one:
                known["row_starts"] = starts_R1.flatten().tolist()
            else:
                places = torch.arange(int(lengths.max()), device=self._loaded.device)
                known["attention_mask"] = (places >= starts_R1).long()
        output = self._pass(replies, [reply.token_ids[-1:] for reply in replies], **known)
        batch.cache = output.past_key_values
        return output.logits[:, -1]

    def _pass(self, replies: Sequence[Reply], ids: Sequence[list[int]], **known: Any) -> Any:
        in_rows = attention_in_rows(self._loaded.causal_model) if "row_starts" in known else contextlib.nullcontext()
        with self._loan.speaking([reply.voice for reply in replies], one_by_one=self._one_by_one), in_rows:
            return self._loaded.generation_model(
                input_ids=torch.tensor(ids, device=self._loaded.device), **known, **self._options
            )
