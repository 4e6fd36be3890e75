"""The model card that goes along: as it reads, or as the Markdown it is."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QPlainTextEdit, QStackedLayout, QWidget

from app.language.translate import tr
from app.models.export import ExportModel
from app.theme.fonts import mono_font
from app.theme.theme import Theme
from app.widgets.card import Card
from app.widgets.describe import describe
from app.widgets.label import Label
from app.widgets.markdown_view import MarkdownView
from app.widgets.segmented_control import SegmentedControl

Shown = Literal["preview", "markdown"]


class CardPanel(Card):
    """Made from the run by the engine; shown before anything is written."""

    def __init__(self, theme: Theme, export: ExportModel, parent: QWidget | None = None) -> None:
        super().__init__(tr("Model card"), spacing=12, parent=parent)
        self._export = export
        self._choice: SegmentedControl[Shown] = SegmentedControl(
            theme, [("preview", tr("Preview")), ("markdown", tr("Markdown"))], tr("Model card as")
        )
        self._choice.set_value("preview")
        describe(self._choice, tr("How the model card is shown; Markdown can be edited"))
        self._choice.chosen.connect(self._show_form)
        self.head.addWidget(self._choice)
        self.preview = MarkdownView(theme, tr("Model card"))
        self.source = QPlainTextEdit()
        self.source.setReadOnly(True)
        self.source.setProperty("frame", "none")
        self.source.setFont(mono_font(11))
        self.source.setAccessibleName(tr("Model card as Markdown"))
        inset = Card(surface="sunken", padding=14)
        frame = QWidget()
        self._stack = QStackedLayout(frame)
        self._stack.addWidget(self.preview)
        self._stack.addWidget(self.source)
        inset.layout_.addWidget(frame)
        self._note = Label(
            tr("Made from the run: its data, settings, results and limits."), "caption", "text2", wrap=True
        )
        self.layout_.addWidget(inset, 1)
        self.layout_.addWidget(self._note)
        export.changed.connect(self._show)
        self._show()

    def _show_form(self, shown: Shown) -> None:
        self._stack.setCurrentWidget(self.preview if shown == "preview" else self.source)

    def _show(self) -> None:
        self.preview.show_markdown(self._export.card)
        if self.source.toPlainText() != self._export.card:
            self.source.setPlainText(self._export.card)
