"""The chosen model's card: what it is, and how its chat template writes the selected pair."""

from __future__ import annotations

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from app.language.numbers import number
from app.language.translate import mark, tr, tr_marked
from app.models.model_choice import ModelChoice
from app.models.template_reading import TemplateReading
from app.pages.model.convert_panel import ConvertPanel
from app.pages.model.template_picker import TemplatePicker
from app.pages.model.verdict import kind_of
from app.pages.model.words import count_words, dtype_words, home_relative, short_name, size_words
from app.theme.fonts import mono_font
from app.theme.theme import Theme
from app.widgets.badge import Badge
from app.widgets.card import Card
from app.widgets.icon_label import IconLabel
from app.widgets.label import ElidedLabel, Label
from engine.model.facts import ModelFacts
from engine.model.preview import TemplatePreview

_UNKNOWN = mark("not stated")
_COLUMNS = 4


class FactsCard(Card):
    """Empty while nothing is chosen."""

    def __init__(self, theme: Theme, choice: ModelChoice, parent: QWidget | None = None) -> None:
        super().__init__(spacing=12, parent=parent)
        self._theme = theme
        self._choice = choice
        self._name = ElidedLabel("", "name")
        self._badge = Badge(theme, "")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(IconLabel(theme, "cube", "accent", 20))
        head.addWidget(self._name)
        head.addWidget(self._badge)
        head.addStretch(1)
        self.layout_.addLayout(head)
        self._problem = Label("", "body", "danger", wrap=True)
        self.layout_.addWidget(self._problem)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(10)
        self._values: dict[str, ElidedLabel] = {}
        self.layout_.addLayout(self._grid)
        self._picker = TemplatePicker(theme, choice.template)
        self.layout_.addWidget(self._picker)
        self._template = TemplateView(theme)
        self.layout_.addWidget(self._template, 1)
        self.convert_panel = ConvertPanel(theme, choice)
        self.layout_.addWidget(self.convert_panel, 1)

    def refresh(self) -> None:
        """Show the chosen model as it is known now."""
        facts = self._choice.chosen
        if facts is None:
            return
        self._name.setText(short_name(facts))
        kind = kind_of(facts, has_given_template=self._choice.has_given_template(facts))
        self._badge.set_badge(kind.word, kind.tone, "check" if kind.tone == "ok" else "warning")
        self._badge.setToolTip(kind.reason)
        self._problem.setText(facts.problem)
        self._problem.setVisible(bool(facts.problem))
        for position, (name, value) in enumerate(facts_in_words(facts)):
            self._show_fact(position, name, value)
        is_usable = not facts.problem and not facts.is_gguf
        self._picker.setVisible(is_usable and not facts.is_chat_model)
        self._picker.refresh(facts)
        self._template.setVisible(is_usable)
        self.convert_panel.setVisible(not facts.problem and facts.is_gguf)
        self.convert_panel.refresh()
        self._template.show_preview(self._choice.template)

    def _show_fact(self, position: int, name: str, value: str) -> None:
        label = self._values.get(name)
        if label is None:
            label = self._values[name] = ElidedLabel("", "body", weight=500)
            cell = QVBoxLayout()
            cell.setSpacing(2)
            cell.addWidget(Label(name, "caption", "text2"))
            cell.addWidget(label)
            self._grid.addLayout(cell, position // _COLUMNS, position % _COLUMNS)
            self._grid.setColumnStretch(position % _COLUMNS, 1)
        label.setText(value)
        label.setAccessibleName(f"{name}: {value}")


def facts_in_words(facts: ModelFacts) -> list[tuple[str, str]]:
    """The model's facts, two rows of four."""
    architecture = facts.architecture.removesuffix("ForCausalLM").removesuffix("LMHeadModel")
    return [
        (
            tr("Architecture"),
            tr("{architecture}, {layers} layers", architecture=architecture, layers=facts.layers)
            if facts.layers
            else architecture or tr_marked(_UNKNOWN),
        ),
        (tr("Parameters"), count_words(facts.parameters)),
        (tr("Stored as"), f"{dtype_words(facts.dtype)} {'GGUF' if facts.is_gguf else 'safetensors'}"),
        (
            tr("Context"),
            tr("{context_length:,} tokens", context_length=facts.context_length)
            if facts.context_length
            else tr_marked(_UNKNOWN),
        ),
        (tr("Vocabulary"), number(facts.vocabulary, ",") if facts.vocabulary else tr_marked(_UNKNOWN)),
        (tr("Licence"), facts.licence or tr_marked(_UNKNOWN)),
        (tr("On disk"), size_words(facts.size_bytes)),
        (tr("Where"), home_relative(facts.folder)),
    ]


class TemplateView(Card):
    """The real text of one pair in the model's template; what is scored is tinted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(tr("Chat template"), surface="sunken", padding=14, parent=parent)
        self._theme = theme
        self._preview: TemplatePreview | None = None
        self._note = Label("", "caption", "text2")
        self.head.addWidget(self._note)
        self._text = QTextEdit()
        self._text.setReadOnly(True)
        self._text.setProperty("frame", "none")
        self._text.setFont(mono_font(12))
        self._text.setAccessibleName(tr("The selected row as the model reads it"))
        self._text.setMinimumHeight(120)
        self.layout_.addWidget(self._text, 1)
        self._checks = QHBoxLayout()
        self._checks.setSpacing(8)
        self._end_check = Badge(theme, tr("One end token"), "ok", "check")
        self._prompt_check = Badge(theme, tr("Prompt unchanged"), "ok", "check")
        self._checks.addWidget(self._end_check)
        self._checks.addWidget(self._prompt_check)
        self._checks.addStretch(1)
        self.layout_.addLayout(self._checks)
        theme.changed.connect(self._paint_text)

    def show_preview(self, template: TemplateReading) -> None:
        """Show a rendered pair, or say what is missing."""
        preview = template.preview
        self._end_check.setVisible(preview is not None)
        self._prompt_check.setVisible(preview is not None)
        if preview is None:
            self._note.setText(_why_nothing(template))
            self._preview = None
            self._text.clear()
            return
        self._note.setText(tr("Row {row}. Only the tinted part is scored", row=preview.row))
        if preview.end_tokens == 1:
            self._end_check.set_badge(tr("One end token"), "ok", "check")
        else:
            self._end_check.set_badge(
                tr("{end_tokens} end tokens in a reply", end_tokens=preview.end_tokens), "warn", "warning"
            )
        if preview.same_prompt:
            self._prompt_check.set_badge(tr("Prompt unchanged"), "ok", "check")
        else:
            self._prompt_check.set_badge(tr("The template changes the prompt"), "warn", "warning")
        if preview != self._preview:
            self._preview = preview
            self._paint_text()

    def _paint_text(self) -> None:
        if self._preview is None:
            return
        colors = self._theme.colors
        self._text.clear()
        cursor = self._text.textCursor()
        plain = _format(colors.text)
        _insert(cursor, self._preview.prompt, plain)
        chosen, rejected = (text.rstrip("\n") for text in (self._preview.chosen, self._preview.rejected))
        _insert(cursor, chosen, _format(colors.text, colors.chosen_mark))
        if chosen and rejected:
            _insert(cursor, tr("\n\n— the same prompt, rejected reply —\n\n"), _format(colors.text3))
        _insert(cursor, rejected, _format(colors.text, colors.rejected_mark))
        self._text.moveCursor(QTextCursor.MoveOperation.Start)


def _why_nothing(template: TemplateReading) -> str:
    if template.is_missing:
        return tr("Choose a template to see a row in it")
    return tr("Reading the template…") if template.has_pair else tr("Load data to see it as this model reads it")


def _insert(cursor: QTextCursor, text: str, shape: QTextCharFormat) -> None:
    cursor.insertText(text, shape)


def _format(ink: str, background: str = "") -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setForeground(QColor(ink))
    if background:
        shape.setBackground(QColor(background))
    return shape
