"""The same question to the model before and after training, both replies streaming, one copy of the weights."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from engine.chat.generate import ReplyFinished, Sampling, TextGenerated
from engine.data.preference_pair import Message
from engine.model.voice import Voice

if TYPE_CHECKING:
    from engine.model.load import LoadedModel


def compare_replies(
    loaded: LoadedModel,
    before_messages: Sequence[Message],
    after_messages: Sequence[Message],
    sampling: Sampling | tuple[Sampling, Sampling],
    should_stop: Callable[[], bool],
    voices: tuple[Voice, Voice] = ("original", "trained"),
) -> Iterator[TextGenerated | ReplyFinished]:
    """Stream two replies side by side, "before" with the first of `voices` and "after" with the second.

    The conversations are given separately because they part ways after the first reply. With one `sampling` both
    sides draw the same random numbers, so where the two models agree they write the same; with two, each has its own.
    One `ReplyFinished` comes from each side. The promises of `generate_reply` hold for the model that is lent.
    """
    from engine.chat.decoder import write_replies
    from engine.chat.reply import Reply

    first, second = sampling if isinstance(sampling, tuple) else (sampling, sampling)
    replies = (
        Reply(loaded, before_messages, first, "before", voices[0]),
        Reply(loaded, after_messages, second, "after", voices[1]),
    )
    yield from write_replies(loaded, replies, should_stop)
