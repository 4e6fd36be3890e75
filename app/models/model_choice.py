"""Which model is to be taught, on which device: what is on this computer, what was chosen, what its template does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from PySide6.QtCore import QObject, Signal

from app.background.heavy_imports import import_heavy
from app.background.task import Task, run_task
from app.language.engine_words import tr_engine
from app.language.translate import tr
from app.models.conversion import Conversion
from app.models.template_reading import TemplateReading
from engine.errors import EngineError
from engine.forecast.fit import USUAL, model_fit
from engine.forecast.fixes import Knobs
from engine.forecast.memory import MemoryForecast
from engine.model.facts import ModelFacts
from engine.model.find import DEMO_FOLDER, find_models
from engine.model.gguf.facts import folder_of, inspect_gguf, is_converted
from engine.model.inspect import inspect_model
from engine.storage.home import home_folder

if TYPE_CHECKING:
    from engine.model.device import DeviceInfo

AUTOMATIC = "auto"


class ModelChoice(QObject):
    """`changed` after anything a person would see changed; `failed` with an `EngineError` to show."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None, *, home: Path | None = None) -> None:
        super().__init__(parent)
        self._home = home or home_folder()
        self._folders: list[Path] = []  # models chosen by hand
        self._named: tuple[Path, ...] = ()
        self._places: list[Path] = []  # where models may be besides the usual places
        self._found: tuple[ModelFacts, ...] = ()
        self._chosen: ModelFacts | None = None
        self._device = AUTOMATIC
        self._devices: tuple[DeviceInfo, ...] = ()
        self._search: Task | None = None
        self._device_task: Task | None = None
        self._reading: Task | None = None
        self._free_bytes = psutil.virtual_memory().available
        self.template = TemplateReading(self)
        self.template.changed.connect(self.changed)
        self.template.failed.connect(self.failed)
        self.conversion = Conversion(self._home / "models", self)
        self.conversion.changed.connect(self.changed)
        self.conversion.finished.connect(self._show_converted)
        self.conversion.failed.connect(self.failed)

    @property
    def home(self) -> Path:
        """The data folder; models of one's own belong into `models` below it."""
        return self._home

    @property
    def found(self) -> tuple[ModelFacts, ...]:
        """The models on this computer, the demo first."""
        return self._found

    @property
    def is_searching(self) -> bool:
        """Whether the list is being made."""
        return self._search is not None

    @property
    def chosen(self) -> ModelFacts | None:
        """The model to teach."""
        return self._chosen

    @property
    def folder(self) -> Path | None:
        """The folder of the chosen model, None while none is chosen that can be trained."""
        chosen = self._chosen
        is_usable = chosen is not None and not chosen.problem and not chosen.is_gguf
        return chosen.folder if chosen is not None and is_usable and not self.template.is_missing else None

    @property
    def device(self) -> str:
        """The device asked for; `auto` takes the fastest."""
        return self._device

    @property
    def devices(self) -> tuple[DeviceInfo, ...]:
        """What this computer has; empty until it was asked."""
        return self._devices

    @property
    def device_label(self) -> str:
        """The device that the model will run on, in words; empty until it is known."""
        device = self.used_device
        return tr_engine(device.label) if device is not None else ""

    @property
    def used_device(self) -> DeviceInfo | None:
        """The device that the model will run on, None until it is known."""
        wanted = [device for device in self._devices if self._device in (AUTOMATIC, device.name)]
        return wanted[0] if wanted else None

    def fit(self, facts: ModelFacts, knobs: Knobs = USUAL) -> MemoryForecast:
        """Whether the device has the memory to train a model with some settings.

        Before the devices are known, the processor and two bytes a number are reckoned with.
        """
        device = self.used_device
        if device is None:
            return model_fit(facts, "cpu", 2, self._free_bytes, knobs)
        kind = device.name.split(":", 1)[0]
        free = device.memory_bytes if kind == "cuda" else self._free_bytes
        return model_fit(facts, kind, 2 if device.supports_bfloat16 else 4, free, knobs)

    def has_given_template(self, facts: ModelFacts) -> bool:
        """Whether a chat template was chosen for this model, in place of its own or of none."""
        return self.chosen is not None and self.chosen.folder == facts.folder and bool(self.template.name)

    def also_search(self, folder: Path) -> None:
        """From now on, look for models in this folder and just below it, too."""
        if folder not in self._places:
            self._places.append(folder)

    def search_in(self, folders: Sequence[Path]) -> None:
        """The folders of a person's choice, besides the usual ones; instead of those named before."""
        self._named = tuple(folders)

    def search(self) -> None:
        """Look for models again, in the background."""
        if self._search is not None:
            self._search.cancel()
        self._free_bytes = psutil.virtual_memory().available
        folders = (*self._places, *self._named, *self._folders)
        self._search = run_task(
            lambda _: tuple(find_models(self._home, folders)),
            self._show_found,
            self._search_failed,
            owner=self,
            doing=tr("Looking for models"),
        )
        self.changed.emit()

    def choose(self, facts: ModelFacts) -> None:
        """Teach this model."""
        if facts != self._chosen:
            self._chosen = facts
            self.template.show_model(facts)
            self._ask_for_devices()

    def choose_gguf(self, file: Path) -> None:
        """Show a GGUF, to be converted before it is taught; its folder where it was converted before.

        `failed` says why it is none.
        """
        models = self._home / "models"
        if self._reading is not None:
            self._reading.cancel()

        def work(_: Task) -> ModelFacts:
            return inspect_gguf(file)  # a large vocabulary takes a while to read

        if file.is_file() and is_converted(file, models):
            self.choose_folder(folder_of(file, models))
        else:
            self._reading = run_task(work, self._show_gguf, self.failed.emit, owner=self, doing=tr("Reading the GGUF"))

    def convert(self) -> None:
        """Turn the chosen GGUF into a folder, which is then chosen."""
        if self._chosen is not None and self._chosen.is_gguf:
            self.conversion.start(self._chosen.folder)

    def _show_gguf(self, facts: ModelFacts) -> None:
        self._reading = None
        self._add(facts)
        self.choose(facts)

    def _show_converted(self, folder: Path) -> None:
        """The folder takes the file's place in the list, and as the choice unless another was made meanwhile."""

        def is_its_file(facts: ModelFacts) -> bool:
            return facts.is_gguf and folder_of(facts.folder, folder.parent) == folder

        self._found = tuple(facts for facts in self._found if not is_its_file(facts))
        if self._chosen is None or is_its_file(self._chosen):
            self.choose_folder(folder)
        self.search()

    def choose_folder(self, folder: Path) -> None:
        """Teach the model in a folder; `failed` says why it is none."""
        try:
            facts = inspect_model(folder)
        except EngineError as error:
            self.failed.emit(error)
            return
        self._add(facts)
        self.choose(facts)

    def _add(self, facts: ModelFacts) -> None:
        if all(facts.folder.resolve() != known.folder.resolve() for known in self._found):
            self._folders.append(facts.folder)
            self._found = (*self._found, facts)

    def choose_demo(self) -> None:
        """Teach the built-in demo model."""
        self.choose_folder(DEMO_FOLDER / "model")

    def choose_device(self, name: str) -> None:
        """Train on a device by its name, or on the fastest with `auto`; `cuda` is its first card."""
        if self._devices and name == "cuda":
            name = "cuda:0"
        if name != self._device:
            self._device = name
            self.changed.emit()

    def _show_found(self, models: tuple[ModelFacts, ...]) -> None:
        self._search = None
        # What was chosen by hand while the search ran is not among its findings.
        known = {facts.folder.resolve() for facts in models}
        extra = (
            facts for facts in self._found if facts.folder in self._folders and facts.folder.resolve() not in known
        )
        self._found = (*models, *extra)
        self.changed.emit()

    def _search_failed(self, error: EngineError) -> None:
        self._search = None
        self.changed.emit()
        self.failed.emit(error)

    def _ask_for_devices(self) -> None:
        """Only torch knows the devices, and torch takes seconds to import: asked once a model is first used."""
        if self._devices or self._device_task is not None:
            return

        def work(_: Task) -> tuple[DeviceInfo, ...]:
            import_heavy("engine.model.device")
            from engine.model.device import available_devices

            return available_devices()

        self._device_task = run_task(
            work, self._show_devices, self.failed.emit, owner=self, doing=tr("Looking for devices")
        )

    def _show_devices(self, devices: tuple[DeviceInfo, ...]) -> None:
        self._devices = devices
        self._device_task = None
        wanted = "cuda:0" if self._device == "cuda" else self._device
        present = (AUTOMATIC, *(device.name for device in devices))
        self._device = wanted if wanted in present else AUTOMATIC  # a setting may name what another computer has
        self.changed.emit()
