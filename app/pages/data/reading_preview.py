"""What the first rows give when they are read so: a few pairs, and how many of the rows are used."""

from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.language.translate import mark, tr, tr_count, tr_marked
from app.models.reading_choice import ReadingChoice
from app.theme.theme import Theme
from app.widgets.card import Card
from app.widgets.icon_label import IconLabel
from app.widgets.label import ElidedLabel, Label, LabelTone
from engine.data.file_shape import ReadingPreview
from engine.data.preference_pair import reply_text

_SHOWN = 4
_LONGEST = 300  # letters of a text; more are never seen in one line
_HEADS: tuple[tuple[str, LabelTone, str], ...] = (
    (mark("Prompt"), "text2", ""),
    (mark("Chosen"), "chosen", "check-circle"),
    (mark("Rejected"), "rejected", "x-circle"),
)


class ReadingPreviewCard(Card):
    """The first pairs in three columns, and one sentence about all the rows that were looked at."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(surface="sunken", padding=14, spacing=8, parent=parent)
        self.summary = Label("", "body", "text2", wrap=True)
        self.summary.setMinimumHeight(36)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        for column, (name, tone, icon) in enumerate(_HEADS):
            grid.addLayout(_head(theme, tr_marked(name), tone, icon), 0, column)
            grid.setColumnStretch(column, 1)
        self._cells = [[ElidedLabel("", "body") for _ in _HEADS] for _ in range(_SHOWN)]
        for row, cells in enumerate(self._cells, start=1):
            for column, cell in enumerate(cells):
                cell.setMinimumHeight(20)
                grid.addWidget(cell, row, column)
        self.layout_.addLayout(grid)
        self.layout_.addStretch(1)
        self.layout_.addWidget(self.summary)
        self.setAccessibleName(tr("What the first rows give"))

    def show_choice(self, choice: ReadingChoice) -> None:
        """Show what the first rows give; while that is being found out, what was there stays."""
        preview = choice.preview
        if preview is None:
            return
        lines = _lines(preview)
        for number, cells in enumerate(self._cells):
            texts = lines[number] if number < len(lines) else ("", "", "")
            for cell, text in zip(cells, texts, strict=True):
                cell.setText(text)
        self.summary.setText(_summary(preview))
        self.summary.set_tone("text2" if preview.pairs or preview.labelled else "danger")

    def texts(self) -> list[tuple[str, ...]]:
        """The lines that are shown."""
        lines = [tuple(cell.text() for cell in cells) for cells in self._cells]
        return [line for line in lines if any(line)]


def _head(theme: Theme, name: str, tone: LabelTone, icon: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(6)
    if icon:
        line.addWidget(IconLabel(theme, icon, "chosen" if tone == "chosen" else "rejected", 14))
    line.addWidget(Label(name, "caption", tone))
    line.addStretch(1)
    return line


def _lines(preview: ReadingPreview) -> list[tuple[str, str, str]]:
    pairs = [(pair.prompt_text, pair.chosen_text, pair.rejected_text) for pair in preview.pairs[:_SHOWN]]
    if not pairs:
        for reply in preview.labelled[:_SHOWN]:
            text, asked = reply_text(reply.reply), reply.prompt[-1].content
            pairs.append((asked, text, "") if reply.good else (asked, "", text))
    return [(_one_line(asked), _one_line(chosen), _one_line(rejected)) for asked, chosen, rejected in pairs]


def _one_line(text: str) -> str:
    return " ".join(text[:_LONGEST].split())


def _summary(preview: ReadingPreview) -> str:
    if preview.problem:
        return preview.problem
    found = [tr_count("{count:,} pair", "{count:,} pairs", len(preview.pairs))]
    if preview.labelled:
        found.append(tr_count("{count:,} single rating", "{count:,} single ratings", len(preview.labelled)))
    if preview.ties:
        found.append(tr_count("{count:,} tie", "{count:,} ties", preview.ties))
    words = tr_count(
        "The first {count:,} row give {found}.",
        "The first {count:,} rows give {found}.",
        preview.rows,
        found=", ".join(found),
    )
    if preview.skipped:
        reason = Counter(row.reason for row in preview.skipped).most_common(1)[0][0]
        words += tr_count(
            " {count:,} row could not be used, most often: {reason}",
            " {count:,} rows could not be used, most often: {reason}",
            len(preview.skipped),
            reason=reason,
        )
    return words
