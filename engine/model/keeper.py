"""At most one model in memory: whoever needs another one lets the first go."""

from __future__ import annotations

import gc
from pathlib import Path

from engine.errors import EngineError
from engine.model.adapter import attach_adapter, stored_template
from engine.model.base_weights import require_base
from engine.model.device import choose_device, choose_dtype, release_device_memory
from engine.model.load import LoadedModel, load_model, load_tokenizer
from engine.model.voice import Voice, attach_beside, detach_beside
from engine.model.whole_weights import is_whole_model, reference_folder
from engine.storage.run_folder import start_of

_VoicesState = dict[tuple[Voice, Path], tuple[tuple[str, int, int], ...]]


class ModelKeeper:
    """Owns the loaded model of one engine thread and reuses it while the same weights are asked for."""

    def __init__(self) -> None:
        self._loaded: LoadedModel | None = None
        self._identity: tuple[object, ...] | None = None
        self._adapter_state: tuple[tuple[str, int, int], ...] | None = None
        self._beside_state: tuple[tuple[str, int, int], ...] | None = None
        self._turns_state: _VoicesState = {}

    @property
    def loaded(self) -> LoadedModel | None:
        """The model in memory, if any."""
        return self._loaded

    def acquire(
        self,
        folder: Path,
        device: str = "auto",
        dtype: str = "auto",
        adapter: Path | None = None,
        beside: Path | None = None,
        chat_template: str = "",
        *,
        load_in_4bit: bool = False,
    ) -> LoadedModel:
        """The model of a folder with an adapter attached, or none; raises `EngineError` as `load_model` does.

        `beside` is a second adapter that is to speak in turns with the first. Either may be a whole model that was
        fine-tuned from the folder's: it speaks when its voice is asked for. `chat_template` is one of
        `CHAT_TEMPLATES`; empty takes the one that the adapter was trained with, else the model's own.
        `load_in_4bit` holds the frozen weights in four bits.
        """
        for one in (adapter, beside):
            if one is not None:
                require_base(one, folder)
        wanted = chat_template or stored_template(adapter)
        chosen = choose_device(device)
        identity = (folder.resolve(), chosen.name, choose_dtype(dtype, chosen), _files_state(folder), load_in_4bit)
        if self._loaded is None or identity != self._identity:
            self.release()
            self._loaded = load_model(folder, device, dtype, chat_template=wanted, load_in_4bit=load_in_4bit)
            self._identity = identity
        loaded = self._loaded
        if wanted != loaded.chat_template:  # the weights are the same however a conversation is written
            loaded.tokenizer, loaded.chat_template = load_tokenizer(folder, wanted), wanted
        if any(one is not None and is_whole_model(one) for one in (adapter, beside)):
            return self._with_whole_models(loaded, adapter, beside)
        return self._with_adapters(loaded, adapter, beside)

    def _with_whole_models(self, loaded: LoadedModel, trained: Path | None, beside: Path | None) -> LoadedModel:
        """At least one voice is a fine-tuned model; the other may be an adapter on the original's weights."""
        named: dict[Voice, Path | None] = {"trained": trained, "beside": beside}
        folders: dict[Voice, Path] = {"original": loaded.folder}
        by_adapter: Voice | None = None
        for voice, folder in named.items():
            if folder is not None and is_whole_model(folder):
                folders[voice] = folder
            elif folder is not None:
                by_adapter, folders[voice] = voice, loaded.folder
        if trained is not None and is_whole_model(trained):
            folders |= reference_folder(trained)
        state: _VoicesState = {
            (voice, folder): _files_state(folder) for voice, folder in named.items() if folder is not None
        }
        if loaded.turns is None or (loaded.turns.folders, self._turns_state) != (folders, state):
            self._with_adapters(loaded, named[by_adapter] if by_adapter else None, None)
            loaded.take_turns(folders, by_adapter)
            self._turns_state = state
        return loaded

    def _with_adapters(self, loaded: LoadedModel, adapter: Path | None, beside: Path | None) -> LoadedModel:
        if loaded.turns is not None:
            loaded.detach_adapter()
        state = _files_state(adapter) if adapter is not None else None
        # A run sets the adapter of its model itself: its files are then known from the first time they are asked for.
        if adapter is None or adapter != loaded.adapter or self._adapter_state not in (None, state):
            loaded.detach_adapter()
            if adapter is not None:
                self._attach(loaded, adapter)
        self._adapter_state = state
        self._set_beside(loaded, beside)
        return loaded

    def _set_beside(self, loaded: LoadedModel, beside: Path | None) -> None:
        state = _files_state(beside) if beside is not None else None
        if beside == loaded.beside and state == self._beside_state:
            return
        detach_beside(loaded)
        if beside is not None:
            try:
                attach_beside(loaded, beside)
            except EngineError:
                self.release()
                raise
        self._beside_state = state

    def _attach(self, loaded: LoadedModel, adapter: Path) -> None:
        try:
            loaded.model = attach_adapter(loaded.model, adapter, reference=start_of(adapter))
        except EngineError:
            # peft changes the model in place: after a failure halfway its layers cannot be trusted.
            self.release()
            raise
        loaded.adapter = adapter

    def release(self) -> None:
        """Drop the model and give its memory back."""
        if self._loaded is None:
            return
        device = self._loaded.device
        self._loaded = None
        self._identity = None
        self._adapter_state = None
        gc.collect()
        release_device_memory(device)


def _files_state(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Names, sizes and times of a model's or adapter's files, so that one replaced on disk is loaded anew."""
    if not folder.is_dir():
        return ()
    return tuple(
        (path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in sorted(folder.iterdir()) if path.is_file()
    )
