"""Who answers: a model as it is, with an adapter, or with two adapters in turns."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.model.voice import Voice

if TYPE_CHECKING:
    from engine.model.keeper import ModelKeeper
    from engine.model.load import LoadedModel


@dataclass(frozen=True, slots=True)
class ChatSubject:
    """Which model answers: a folder, and the adapter that makes it the "trained" one, if there is one.

    `adapter_sha256` is what `hash_adapter` must say of it; empty where any will do. `beside` is a second adapter, and
    `voices` say who stands at the left and at the right. `chat_template` is the one chosen for a model that brings
    none; an adapter knows its own. `load_in_4bit` is how the run held the model. An adapter may be a checkpoint's, as
    `voice_of_checkpoint` names it; it is written when it is first asked for.
    """

    folder: Path
    adapter: Path | None = None
    device: str = "auto"
    dtype: str = "auto"
    adapter_sha256: str = ""
    beside: Path | None = None
    voices: tuple[Voice, Voice] = ("original", "trained")
    chat_template: str = ""
    load_in_4bit: bool = False

    def load(self, keeper: ModelKeeper) -> LoadedModel:
        """The model in memory, ready for both voices. Raises `EngineError`."""
        from engine.model.checkpoint_voice import write_if_missing

        for adapter in (self.adapter, self.beside):
            if adapter is not None:
                write_if_missing(adapter)
        return keeper.acquire(
            self.folder,
            self.device,
            self.dtype,
            self.adapter,
            self.beside,
            self.chat_template,
            load_in_4bit=self.load_in_4bit,
        )
