"""How the chosen model writes a conversation: its own template or a chosen one, and the selected pair in its words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.background.heavy_imports import import_heavy
from app.background.task import Task, run_task
from app.language.translate import tr
from engine.data.preference_pair import PreferencePair
from engine.model.facts import ModelFacts
from engine.model.template_choice import suitable_templates, use_template

if TYPE_CHECKING:
    from engine.model.preview import TemplatePreview


@dataclass(frozen=True, slots=True)
class _Read:
    """A tokenizer as a folder and a chosen template make it, what it could write instead, and a pair in its words."""

    identity: tuple[Path, str]
    tokenizer: Any
    suitable: tuple[str, ...]
    preview: TemplatePreview | None


class TemplateReading(QObject):
    """`changed` after anything a person would see changed; `failed` with an `EngineError` to show."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model: ModelFacts | None = None
        self._pair: PreferencePair | None = None
        self._name = ""
        self._suitable: tuple[str, ...] = ()
        self._preview: TemplatePreview | None = None
        self._read: _Read | None = None
        self._task: Task | None = None

    @property
    def name(self) -> str:
        """The template chosen for the model, one of `CHAT_TEMPLATES`; empty for its own."""
        return self._name

    @property
    def suitable(self) -> tuple[str, ...]:
        """The names of those that the model's tokenizer can write; empty until it was read."""
        return self._suitable

    @property
    def is_missing(self) -> bool:
        """Whether the model brings no template and none is chosen yet."""
        return self._model is not None and not self._model.has_chat_template and not self._name

    @property
    def has_pair(self) -> bool:
        """Whether a pair was given to preview."""
        return self._pair is not None

    @property
    def preview(self) -> TemplatePreview | None:
        """The selected pair as the model reads it, once it is known."""
        return self._preview

    def show_model(self, model: ModelFacts) -> None:
        """Another model was chosen; which template is its matter."""
        self._model, self._name, self._suitable = model, "", ()
        self._look()

    def show_pair(self, pair: PreferencePair | None) -> None:
        """Preview this pair."""
        if pair != self._pair:
            self._pair = pair
            self._look()

    def choose(self, name: str) -> None:
        """Write conversations as one of `CHAT_TEMPLATES`, or as the model's own template does with an empty name."""
        if name != self._name:
            self._name = name
            self._look()

    def _look(self) -> None:
        """Read the tokenizer where it can change what is shown."""
        self._preview = None
        self.changed.emit()
        if self._task is not None:
            self._task.cancel()
            self._task = None
        model, pair, known = self._model, self._pair, self._read
        if model is None or model.problem or model.is_gguf or (pair is None and model.is_chat_model):
            return
        identity = (model.folder, self._name)
        shown = None if self.is_missing else pair

        def work(_: Task) -> _Read:
            import_heavy("engine.model.load", "engine.model.preview")
            from engine.model.load import read_tokenizer
            from engine.model.preview import preview_pair

            tokenizer = known.tokenizer if known and known.identity == identity else read_tokenizer(identity[0])
            suitable = suitable_templates(tokenizer)
            if identity[1]:
                use_template(tokenizer, identity[1])
            return _Read(identity, tokenizer, suitable, preview_pair(tokenizer, shown) if shown else None)

        self._task = run_task(work, self._show, self.failed.emit, owner=self, doing=tr("Reading the chat template"))

    def _show(self, read: _Read) -> None:
        self._read, self._task = read, None
        self._preview, self._suitable = read.preview, read.suitable
        self.changed.emit()
