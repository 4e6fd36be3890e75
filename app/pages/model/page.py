"""The Model page: choose what to teach from what is on this computer, and see what it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.language.engine_words import tr_engine
from app.language.translate import tr
from app.models.model_choice import AUTOMATIC, ModelChoice
from app.models.outlook import RunOutlook
from app.pages.model.facts_card import FactsCard
from app.pages.model.found_card import FoundCard
from app.pages.model.model_list import ModelList
from app.pages.model.sources import Sources
from app.pages.model.words import home_relative
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.banner import Banner
from app.widgets.button import Button
from app.widgets.card import Card
from app.widgets.command import Command
from app.widgets.describe import describe
from app.widgets.empty_state import EmptyState
from app.widgets.label import Label
from app.widgets.memory_card import MemoryCard
from app.widgets.page_header import PageHeader
from app.widgets.segmented_control import SegmentedControl
from engine.errors import EngineError

_GET_COMMAND = "python3 dev.py get-model smollm2"
_LEFT_WIDTH = 500


class ModelPage(QWidget):
    """`next_wanted` is emitted by the header's primary button, `folder_opened` with where a model was chosen."""

    next_wanted = Signal()
    folder_opened = Signal(str)

    def __init__(
        self,
        theme: Theme,
        choice: ModelChoice,
        outlook: RunOutlook,
        last_folder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choice = choice
        self._last_folder = last_folder or str(choice.home)
        self.header = PageHeader(theme, tr("Model"), tr("Choose the model you want to teach"))
        self._search_button = Button(theme, tr("Check for new files"), icon="arrow-counter-clockwise")
        self._search_button.clicked.connect(choice.search)
        self.next_button = Button(theme, tr("Next: Train"), "primary", trailing="arrow-right")
        self.next_button.clicked.connect(self.next_wanted)
        self.header.add_action(self._search_button)
        self.header.add_action(self.next_button)
        self.banner = Banner(theme)
        self.sources = Sources(theme, choice)
        self.found = FoundCard(theme, choice)
        self._connect_sources()
        self._facts = FactsCard(theme, choice)
        self.memory = MemoryCard(theme, outlook)
        self._nothing = EmptyState(
            theme,
            "cube",
            tr("No model chosen"),
            tr("Choose one from the list, or start with the built-in demo."),
            tr("Use the demo"),
        )
        self._nothing.acted.connect(choice.choose_demo)
        self._build()
        about = tr("Look for models in all folders")
        Command(self, tr("Check for new models"), choice.search, "Ctrl+L", about=about, reach="window").show_keys_on(
            self._search_button
        )
        Command(
            self,
            tr("Choose a model folder"),
            self.choose_folder,
            about=tr("Take a model from anywhere on this computer"),
        )
        Command(self, tr("Choose a GGUF file"), self.choose_gguf, about=tr("It is converted once into a folder"))
        Command(self, tr("Use the demo model"), choice.choose_demo, about=tr("The tiny one that is built in"))
        choice.changed.connect(self.refresh)
        choice.failed.connect(self._show_error)
        self.refresh()

    def refresh(self) -> None:
        """Show the choice as it is now."""
        choice = self._choice
        chosen = choice.chosen
        self.found.refresh()
        self.sources.refresh()
        searching = tr("Looking…") if choice.is_searching else ""
        if self._search_button.is_busy != bool(searching):
            self._search_button.set_busy(searching)
        self._facts.setVisible(chosen is not None)
        self._nothing.setVisible(chosen is None)
        self._facts.refresh()
        self.next_button.setEnabled(choice.folder is not None)
        is_packed = chosen is not None and chosen.is_gguf and not chosen.problem
        missing = tr("Convert the GGUF first.") if is_packed else tr("Choose a model that can be trained first.")
        if choice.template.is_missing:
            missing = tr("Choose a chat template first.")
        self.next_button.setToolTip("" if choice.folder else missing)
        self._refresh_devices()

    @property
    def list(self) -> ModelList:
        """The models to choose from."""
        return self.found.list

    def choose_gguf(self) -> None:
        """Ask for a GGUF file."""
        file, _ = QFileDialog.getOpenFileName(self, tr("Choose a GGUF file"), self._last_folder, tr("GGUF (*.gguf)"))
        if file:
            self.banner.clear()
            self._last_folder = str(Path(file).parent)
            self.folder_opened.emit(self._last_folder)
            self._choice.choose_gguf(Path(file))

    def choose_folder(self) -> None:
        """Ask for a model's folder."""
        folder = QFileDialog.getExistingDirectory(self, tr("Choose a model folder"), self._last_folder)
        if folder:
            self.banner.clear()
            self._last_folder = str(Path(folder).parent)
            self.folder_opened.emit(self._last_folder)
            self._choice.choose_folder(Path(folder))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        window = self.window().size()
        narrow = window.width() < METRICS.compact_below_width
        self.header.set_compact(narrow, window.height() < METRICS.compact_below_height)
        # The words on where models come from are the first to go where it is low; the manual has them, too.
        self._help.setVisible(window.height() >= METRICS.compact_below_height)
        self._left.setFixedWidth(_LEFT_WIDTH - 90 if narrow else _LEFT_WIDTH)

    def _connect_sources(self) -> None:
        self.sources.cache_wanted.connect(lambda: self.found.show_cache(only=True))
        for wanted, act in (
            (self.sources.folder_wanted, self.choose_folder),
            (self.sources.gguf_wanted, self.choose_gguf),
            (self.sources.demo_wanted, self._choice.choose_demo),
            (self.found.folder_wanted, self.choose_folder),
        ):
            wanted.connect(lambda: self.found.show_cache(only=False))
            wanted.connect(act)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        body = QVBoxLayout()
        margin = METRICS.page_margin
        body.setContentsMargins(margin, 20, margin, 20)
        body.setSpacing(METRICS.card_gap)
        body.addWidget(self.banner)
        columns = QHBoxLayout()
        columns.setSpacing(METRICS.card_gap)
        self._left = self._build_left()
        columns.addWidget(self._left)
        columns.addWidget(self._build_right(), 1)
        body.addLayout(columns, 1)
        layout.addLayout(body, 1)

    def _build_left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.card_gap)
        column.addWidget(self.sources)
        column.addWidget(self.found, 1)
        self._help = self._build_help()
        column.addWidget(self._help)
        return left

    def _build_help(self) -> QWidget:
        card = Card(tr("A model of your own"), spacing=6)
        models = self._choice.home / "models"
        text = tr(
            "Nothing is downloaded here. Copy a model's folder from a computer with a network (all its "
            "files: config.json, safetensors, tokenizer) into the models folder, or choose it above. For a "
            "small one to begin with, SmolLM2-135M, run in the program's folder: {get_command}",
            get_command=_GET_COMMAND,
        )
        label = Label(text, "body", "text2", wrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        card.layout_.addWidget(label)
        buttons = QHBoxLayout()
        open_button = Button(self._theme, tr("Open models folder"), icon="folder-open", size="compact")
        open_button.setToolTip(home_relative(models))
        open_button.clicked.connect(lambda: self._open_models_folder(models))
        copy_button = Button(self._theme, tr("Copy command"), icon="copy", size="compact")
        copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(_GET_COMMAND))
        buttons.addWidget(open_button)
        buttons.addWidget(copy_button)
        buttons.addStretch(1)
        card.layout_.addLayout(buttons)
        return card

    def _build_right(self) -> QWidget:
        inner = QWidget()
        inner.setProperty("clear", True)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.card_gap)
        column.addWidget(self._nothing, 1)
        column.addWidget(self._facts, 1)
        column.addWidget(self._build_devices())
        column.addWidget(self.memory)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName(tr("The chosen model"))
        return scroll

    def _build_devices(self) -> QWidget:
        card = Card(tr("Run on"), spacing=8)
        self._devices: SegmentedControl[str] = SegmentedControl(
            self._theme, [(AUTOMATIC, tr("Automatic"))], tr("Device")
        )
        self._devices.set_value(AUTOMATIC)
        describe(self._devices, tr("What the model is trained and asked on"))
        self._devices.chosen.connect(self._choice.choose_device)
        card.head.addWidget(self._devices)
        self._device_text = Label("", "body", "text2", wrap=True)
        card.layout_.addWidget(self._device_text)
        return card

    def _refresh_devices(self) -> None:
        devices = self._choice.devices
        if not devices:
            self._device_text.setText(tr("The fastest device of this computer is taken."))
            return
        present = {device.name: device for device in devices}
        options = [(AUTOMATIC, tr("Automatic"))]
        options += [
            (name, tr("NVIDIA GPU") if name == "cuda:0" else name) for name in present if name.startswith("cuda")
        ]
        options += [] if any(name.startswith("cuda") for name in present) else [("cuda", tr("NVIDIA GPU"))]
        options += [("mps", tr("Apple GPU")), ("cpu", tr("CPU"))]
        if [value for value, _ in options] != self._devices.values():
            self._devices.set_options(options)
            for value, label in options:
                absent = value not in present and value != AUTOMATIC
                self._devices.set_available(value, not absent, tr("{label} is not on this computer.", label=label))
        self._devices.set_value(self._choice.device if self._choice.device in dict(options) else AUTOMATIC)
        used = present.get(self._choice.device, devices[0])
        precision = "bf16" if used.supports_bfloat16 else "fp32"
        self._device_text.setText(
            tr(
                "{label}, {memory_bytes:.0f} GB memory, computes in {precision}.",
                label=tr_engine(used.label),
                memory_bytes=used.memory_bytes / 2**30,
                precision=precision,
            )
        )

    def _open_models_folder(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._show_error(
                EngineError(
                    tr("The folder {folder} cannot be made.", folder=folder), tr("Check its permissions."), str(error)
                )
            )
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _show_error(self, error: EngineError) -> None:
        self.banner.show_error(error.message, error.hint, error.details)
