"""The data check as filters: a chip for each thing that was found, and one for everything."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from app.language.engine_words import tr_engine
from app.language.numbers import number
from app.language.translate import tr, tr_count
from app.models.dataset import Dataset
from app.models.mending import Mending
from app.models.pair_filter import EDITED
from app.pages.data.mend_bar import MendBar
from app.theme.theme import Theme
from app.theme.tokens import METRICS, Tone
from app.widgets.badge import Badge
from app.widgets.button import Button
from app.widgets.chip import Chip
from app.widgets.flow_layout import FlowLayout
from app.widgets.label import Label
from app.widgets.tab_stop import keep_one_tab_stop
from engine.data.checks.catalogue import LISTED, ListedCheck
from engine.data.checks.flag import Flag

_LOOKS: dict[str, tuple[str, Tone]] = {
    "identical_replies": ("equals", "danger"),
    "nearly_equal_replies": ("approximate-equals", "neutral"),
    "exact_duplicates": ("copy", "neutral"),
    "near_duplicates": ("copy-simple", "neutral"),
    "contradictions": ("scales", "danger"),
    "score_against_label": ("trend-down", "danger"),
    "prompt_in_reply": ("quotes", "warn"),
    "reply_in_prompt": ("quotes", "warn"),
    "mixed_languages": ("translate", "warn"),
    "encoding_damage": ("text-aa", "danger"),
    "personal_data": ("identification-card", "warn"),
    "length_bias": ("ruler", "warn"),
}
_ALL = ""


def check_look(name: str) -> tuple[str, Tone]:
    """A check's icon and tone."""
    return _LOOKS.get(name, ("warning", "warn"))


class FilterBar(QWidget):
    """`chosen(name)` is the check whose rows are wanted, or EDITED, or empty for all.

    `mended(name)` asks for what is offered about a check, `mended("")` for all that nobody would miss.
    """

    chosen = Signal(str)
    mended = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[str, Chip] = {}
        self._mending: Mending | None = None
        self._group = QButtonGroup(self)
        self._caption = Label(tr("Data check"), "strong")
        self._caption.setFixedHeight(METRICS.chip_height)
        self._caption.setContentsMargins(0, 0, 6, 0)
        self.clean = Badge(theme, tr("No problems found"), "ok", "check-circle")
        self.mend = MendBar(theme)
        self.mend.wanted.connect(lambda: self.mended.emit(self._shown))
        self._shown = _ALL
        self.fix = Button(theme, tr("Fix safe"), "ghost", icon="sparkle", size="compact")
        self.fix.clicked.connect(lambda: self.mended.emit(_ALL))
        self.fix.hide()
        chips = FlowLayout()
        chips.addWidget(self._caption)
        self._add_chip(chips, Chip(theme, tr("All")), _ALL)
        self.checking = Chip(theme, tr("Checking"))
        self.checking.setEnabled(False)
        chips.addWidget(self.checking)
        self.stop = Button(theme, tr("Stop the check"), "ghost", icon="stop", size="compact")
        self.check = Button(theme, tr("Check the data"), icon="check-circle", size="compact")
        chips.addWidget(self.stop)
        chips.addWidget(self.check)
        for check in LISTED:
            icon, tone = check_look(check.name)
            chip = Chip(theme, tr_engine(check.title), icon=icon, tone=tone)
            chip.setToolTip(tr_engine(check.why))
            chip.setAccessibleDescription(tr_engine(check.why))
            self._add_chip(chips, chip, check.name)
        self._add_chip(chips, Chip(theme, tr("Edited"), icon="pencil-simple"), EDITED)
        chips.addWidget(self.clean)
        chips.addWidget(self.fix)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(chips)
        layout.addWidget(self.mend)
        self._chips[_ALL].setChecked(True)
        keep_one_tab_stop(self._group)

    def chip(self, name: str) -> Chip:
        """The chip of one check; the empty name is "All"."""
        return self._chips[name]

    def show_dataset(self, dataset: Dataset) -> None:
        """Counts as far as they are known; what was not found has no chip."""
        flags = dataset.flags
        self._chips[_ALL].set_count(number(dataset.pair_count, ","))
        for check in LISTED:
            flag = flags.get(check.name) if flags else None
            self._chips[check.name].setVisible(bool(flag and flag.count))
            self._chips[check.name].set_count(_count(check, flag) if flag else "0")
        is_stopped = dataset.state == "loaded" and flags is None and not dataset.check.is_running
        self.checking.setVisible(flags is None and not is_stopped)
        self.stop.setVisible(flags is None and dataset.check.is_running)
        self.check.setVisible(is_stopped)
        self.clean.setVisible(flags is not None and not any(flag.count for flag in flags.values()))
        edited = dataset.edits.edited_count
        self._chips[EDITED].setVisible(bool(edited))
        self._chips[EDITED].set_count(number(edited, ","))
        self._shown = dataset.filter.flag
        self._chips[self._shown].setChecked(True)
        self.mend.show_texts(_note(dataset), self._offer(dataset))

    def show_check(self, share: float) -> None:
        """How far the check is, from 0 to 1."""
        self.checking.set_count("" if share in (0.0, 1.0) else number(share, ".0%"))

    def show_mending(self, dataset: Dataset, mending: Mending) -> None:
        """What can be mended, once it is known."""
        self._mending = mending
        plain = mending.plain_count
        self.fix.setVisible(bool(plain))
        self.fix.set_label(tr("Fix {plain:,} safe", plain=plain))
        self.fix.setToolTip(mending.plain_offer)
        self.mend.show_texts(_note(dataset), self._offer(dataset))

    def _offer(self, dataset: Dataset) -> str:
        may_mend = self._mending is not None and self._shown and dataset.edits.may_edit
        return self._mending.offer(self._shown) if self._mending is not None and may_mend else ""

    def _add_chip(self, layout: FlowLayout, chip: Chip, name: str) -> None:
        chip.clicked.connect(lambda: self.chosen.emit(name))
        self._chips[name] = chip
        self._group.addButton(chip)
        layout.addWidget(chip)


def _count(check: ListedCheck, flag: Flag) -> str:
    if check.name == "length_bias":
        longer = flag.figures.get("chosen_longer", 0.5)
        return number(max(longer, 1 - longer), ".0%")
    return number(flag.count, ",")


def _note(dataset: Dataset) -> str:
    if dataset.filter.flag == EDITED:
        edits = dataset.edits
        changed = tr_count("{count:,} pair", "{count:,} pairs", edits.edited_count - edits.dropped_count)
        return tr(
            "{changed} changed, {dropped_count:,} dropped. The file itself stays as it is.",
            changed=changed,
            dropped_count=edits.dropped_count,
        )
    flag = dataset.flags.get(dataset.filter.flag) if dataset.flags and dataset.filter.flag else None
    check = next((check for check in LISTED if check.name == dataset.filter.flag), None)
    return " ".join(tr_engine(part) for part in (flag.text, check.why) if part) if flag and check else ""
