"""How a file is to be read: by itself, or by the columns that a person names, with what comes of it below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.language.engine_words import tr_engine
from app.language.translate import mark, tr, tr_labels
from app.models.reading_choice import ReadingChoice, Way
from app.pages.data.reading_columns import ReadingColumns
from app.pages.data.reading_preview import ReadingPreviewCard
from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.describe import describe
from app.widgets.dialog import Dialog
from app.widgets.label import Label
from app.widgets.segmented_control import SegmentedControl
from engine.data.formats.pairing import Pairing
from engine.data.formats.registry import format_title

_WIDTH, _HEIGHT = 760, 580
_WAYS: tuple[tuple[Way, str], ...] = (
    ("as_is", mark("As recognised")),
    ("pairs", mark("Chosen and rejected")),
    ("votes", mark("Two replies and a winner")),
    ("labels", mark("One reply and a label")),
)
_PAIRINGS: tuple[tuple[Pairing | None, str], ...] = (
    (None, mark("What suits the file")),
    ("neighbours", mark("Neighbours in rank")),
    ("all", mark("All with each other")),
    ("best-worst", mark("Best against worst")),
)
_TIES = (("drop", mark("Leave out")), ("keep", mark("Keep both ways")))


class ReadingDialog(Dialog):
    """`choice` holds the answer once the dialog is accepted."""

    def __init__(
        self, theme: Theme, choice: ReadingChoice, *, is_remembered: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, tr("How is {name} to be read?", name=choice.shape.path.name), _WIDTH, parent)
        choice.setParent(self)
        self.choice = choice
        self.setFixedHeight(_HEIGHT)
        self.ways = SegmentedControl[Way](theme, tr_labels(_WAYS), tr("Way of reading"))
        describe(self.ways, tr("How the rows of the file are understood"))
        known = tr_engine(format_title(choice.shape.form)) if choice.shape.form else ""
        self.ways.set_available("as_is", bool(known), tr("This file is in no format that is known."))
        self.columns = ReadingColumns(choice.shape.columns)
        self.pairing, self.axis = _list(tr("Pairing")), _list(tr("Deciding quality"))
        self.pairing.setAccessibleDescription(tr("Which replies to one prompt make pairs"))
        self.axis.setAccessibleDescription(tr("The quality by which the better reply is known"))
        for value, label in tr_labels(_PAIRINGS):
            self.pairing.addItem(label, value)
        self.ties = SegmentedControl(theme, tr_labels(_TIES), tr("Ties"))
        describe(self.ties, tr("What becomes of rows whose replies are equally good"))
        self.preview = ReadingPreviewCard(theme)
        self.cancel_button = Button(theme, tr("Cancel"), key="Esc")
        self.read_button = Button(theme, tr("Read it so"), "primary", key="↵")
        self.read_button.setDefault(True)

        body = self.layout_of_body
        body.addWidget(Label(_explanation(known, is_remembered), "body", "text2", wrap=True))
        body.addSpacing(4)
        body.addWidget(self.ways)
        body.addSpacing(4)
        body.addWidget(self.columns)
        body.addWidget(self._build_rules())
        body.addWidget(self.preview, 1)
        body.addSpacing(6)
        body.addLayout(self._build_buttons())

        self.ways.chosen.connect(choice.read_by)
        self.columns.picked.connect(choice.set_column)
        self.pairing.activated.connect(lambda _: choice.set_pairing(self.pairing.currentData()))
        self.axis.activated.connect(lambda _: choice.set_axis(str(self.axis.currentData())))
        self.ties.chosen.connect(choice.set_ties)
        self.cancel_button.clicked.connect(self.reject)
        self.read_button.clicked.connect(self.accept)
        choice.changed.connect(self.refresh)
        self.refresh()
        self.ways.segment(choice.way).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the choice as it is now."""
        choice = self.choice
        self.ways.set_value(choice.way)
        self.columns.setVisible(bool(choice.targets))
        self.columns.show_choice(choice)
        self._show_rules()
        self.preview.show_choice(choice)
        self.read_button.setEnabled(choice.can_read)
        self.read_button.setToolTip("" if choice.can_read else tr("The first rows give no pair when they are read so."))

    def _build_rules(self) -> QWidget:
        """What matters for some files only: how ranks make pairs, which quality decides, what becomes of ties."""
        self._rules = QWidget()
        line = QHBoxLayout(self._rules)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        self._captions: dict[QWidget, Label] = {}
        for name, widget in ((tr("Pairing"), self.pairing), (tr("Quality"), self.axis), (tr("Ties"), self.ties)):
            self._captions[widget] = Label(name, "body", "text2")
            self._captions[widget].setBuddy(widget)
            line.addWidget(self._captions[widget])
            line.addWidget(widget)
        line.addStretch(1)
        return self._rules

    def _build_buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addStretch(1)
        line.addWidget(self.cancel_button)
        line.addWidget(self.read_button)
        return line

    def _show_rules(self) -> None:
        choice, preview = self.choice, self.choice.preview
        if preview is None:  # what is there stays until the answer is known
            return
        wanted = {
            self.pairing: preview.is_ranked,
            self.axis: bool(preview.axes),
            self.ties: bool(preview.ties) or choice.ties == "keep",
        }
        for widget, is_wanted in wanted.items():
            widget.setVisible(is_wanted)
            self._captions[widget].setVisible(is_wanted)
        self._rules.setVisible(any(wanted.values()))
        self.pairing.setCurrentIndex(max(0, self.pairing.findData(choice.pairing)))
        offered = [self.axis.itemData(index) for index in range(self.axis.count())]
        if offered != ["", *preview.axes]:
            self.axis.clear()
            self.axis.addItem(tr("The file's own"), "")
            for axis in preview.axes:
                self.axis.addItem(axis.replace("_", " ").capitalize(), axis)
        self.axis.setCurrentIndex(max(0, self.axis.findData(choice.axis)))
        self.ties.set_value(choice.ties)


def _list(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.view().setAccessibleName(name)
    box.setFont(ui_font(13))
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box


def _explanation(known: str, is_remembered: bool) -> str:
    if is_remembered:
        return tr("It is read as you chose for a file with the same columns. ") + (
            tr("“As recognised” forgets that.") if known else tr("Another choice takes the place of that one.")
        )
    if known:
        return tr(
            "It was recognised as {known}. Your choice is remembered for files with the same columns.", known=known
        )
    return tr(
        "Its format is not known. Say which column is what; your choice is remembered for files with the "
        "same columns, and the file itself is not changed."
    )
