"""One preference: a prompt, the reply that was preferred, and the one that was not; or one reply with a thumb."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a conversation, as chat templates read it.

    `extra` keeps whatever else a template may use, such as `tool_calls`, `tool_call_id` or `name`.
    """

    role: str
    content: str
    extra: Mapping[str, Any] = field(default_factory=dict[str, Any])

    def as_dict(self) -> dict[str, Any]:
        """The shape that `apply_chat_template` expects."""
        return {"role": self.role, "content": self.content, **self.extra}


@dataclass(frozen=True, slots=True)
class PreferencePair:
    """`prompt` ends where the reply starts; `chosen` and `rejected` are the turns that follow it on either side.

    One side is empty where a reply was judged by itself: `rejected` under a thumb up, `chosen` under a thumb down.

    `row` is the row in the source file, counted from 1. `tools` are the functions offered to the model, if any.
    `margin` is the chosen reply's score less the rejected one's, where the source scores its replies. `tied` marks
    the two ways round of a comparison without a winner, which a person chose to keep. `template_options` are the row's
    own settings for the model's chat template, such as `enable_thinking`; TRL calls them `chat_template_kwargs`.
    """

    row: int
    prompt: tuple[Message, ...]
    chosen: tuple[Message, ...]
    rejected: tuple[Message, ...]
    tools: tuple[Mapping[str, Any], ...] = ()
    margin: float | None = None
    tied: bool = False
    template_options: Mapping[str, Any] = field(default_factory=dict[str, Any])

    @property
    def is_thumb(self) -> bool:
        """Whether this is one reply with a thumb, up if it stands as the chosen one."""
        return not (self.chosen and self.rejected)

    @property
    def prompt_text(self) -> str:
        """The last user turn, for lists and titles."""
        return next((message.content for message in reversed(self.prompt) if message.role == "user"), "")

    @property
    def chosen_text(self) -> str:
        """The preferred reply as plain text."""
        return reply_text(self.chosen)

    @property
    def rejected_text(self) -> str:
        """The other reply as plain text."""
        return reply_text(self.rejected)


def reply_text(messages: tuple[Message, ...]) -> str:
    """The contents of a reply's assistant turns, one per line."""
    return "\n".join(message.content for message in messages if message.role == "assistant")
