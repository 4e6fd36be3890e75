"""What the model says to a fixed prompt as training goes on, beside what it said before and what the data prefers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.language.numbers import number
from app.language.translate import mark, tr, tr_count, tr_marked
from app.models.run import RunModel
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.card import Card, hairline
from app.widgets.chat_bubble import ChatBubble, bubble_row
from app.widgets.label import Label, LabelTone
from app.widgets.reply_text import ReplyText
from app.widgets.step_dots import StepDots
from engine.events import Sample, SamplesWritten

_WAITING = mark("The model answers some held-back prompts before the first step, and again every {every} steps.")
_LINE = 24  # characters that fit beside the charts


class SampleCard(Card):
    """Follows the run: the newest sample, unless a person looks at an earlier one."""

    def __init__(self, theme: Theme, run: RunModel, parent: QWidget | None = None) -> None:
        super().__init__(tr("Live sample"), parent=parent)
        self._run = run
        self._prompt = 0
        self._known: tuple[object, ...] = (self,)  # what was shown last; nothing yet
        self._step = Label("", "caption", "text2")
        self.head.addWidget(self._step)
        self.dots = StepDots(theme, tr("Step of the sample"))
        self.dots.valueChanged.connect(self._show)
        self._waiting = Label("", "body", "text2", wrap=True)
        self._bubble = ChatBubble(theme, line=_LINE)
        self._before = _Reply(theme, tr("Before training"), "text2")
        self._now = _Reply(theme, tr("Now"), "accent")
        self._preferred = _Reply(theme, tr("Preferred in your data"), "chosen")
        self._replies = (self._before, self._now, self._preferred)
        self.next_button = Button(theme, tr("Another prompt"), icon="arrow-counter-clockwise", size="compact")
        self.next_button.clicked.connect(self._next)
        self.as_written_button = Button(
            theme, icon="markdown-logo", kind="ghost", size="compact", name=tr("Show the replies as they were written")
        )
        self.as_written_button.setToolTip(tr("Show the replies as they were written, marks included (M)"))
        self.as_written_button.setCheckable(True)
        self.as_written_button.toggled.connect(self._show_as_written)
        self._build()
        run.changed.connect(self.refresh)
        self.refresh()

    @property
    def is_wanted(self) -> bool:
        """Whether the run writes samples at all."""
        plan = self._run.plan
        return bool(self._run.watch.samples) or (plan is not None and plan.training.sample_prompts > 0)

    @property
    def text(self) -> str:
        """Everything that is shown, for tests."""
        return "\n".join([self._bubble.text, *(reply.text for reply in self._replies if not reply.isHidden())])

    def refresh(self) -> None:
        """Show the run as it is now."""
        samples = self._run.watch.samples
        known = (self._run.plan, *map(id, samples))
        if known == self._known:  # the run says something many times a second
            return
        self._known = known
        self.dots.set_steps([written.step for written in samples])
        for widget in (self.dots, self._scroll):
            widget.setVisible(bool(samples))
        self._waiting.setVisible(not samples)
        plan = self._run.plan
        every = number(plan.training.sample_every, ",") if plan and plan.training.sample_every else "few"
        self._waiting.setText(tr_marked(_WAITING).format(every=every))
        self._show()

    def _show(self) -> None:
        samples = self._run.watch.samples
        if not samples:
            self._step.setText("")
            self.next_button.hide()
            self.as_written_button.hide()
            return
        shown = next((written for written in samples if written.step == self.dots.step), samples[-1])
        self._step.setText(tr("step {step:,}", step=shown.step))
        self.next_button.setVisible(len(shown.samples) > 1)
        sample = self._of(shown)
        first = self._of(samples[0])
        self._bubble.set_text(sample.prompt)
        self._before.set_reply(first)
        self._now.set_reply(sample)
        self._now.setVisible(shown.step > 0)
        self._preferred.set_text(sample.preferred, sample.preferred_tokens, is_cut=False)
        self.as_written_button.setVisible(not all(reply.is_plain for reply in self._replies))

    def toggle_form(self) -> None:
        """Show the replies as they were written, or formatted again, where that makes a difference."""
        if not self.as_written_button.isHidden():
            self.as_written_button.toggle()

    def _show_as_written(self, wanted: bool) -> None:
        for reply in self._replies:
            reply.view.set_as_written(wanted)

    def _of(self, written: SamplesWritten) -> Sample:
        return written.samples[self._prompt % len(written.samples)]

    def _next(self) -> None:
        self._prompt += 1
        self._show()

    def _build(self) -> None:
        inner = QWidget()
        inner.setProperty("clear", True)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        column.addLayout(bubble_row(self._bubble))
        for widget in (self._before, hairline(), self._now, hairline(), self._preferred):
            column.addWidget(widget)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inner)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(tr("Sample replies"))
        foot = QHBoxLayout()
        foot.addWidget(self.next_button)
        foot.addStretch(1)
        foot.addWidget(self.as_written_button)
        self.layout_.addWidget(self.dots)
        self.layout_.addWidget(self._waiting)
        self.layout_.addWidget(self._scroll, 1)
        self.layout_.addStretch(0)
        self.layout_.addLayout(foot)


class _Reply(QWidget):
    """A reply under its heading, with its length."""

    def __init__(self, theme: Theme, title: str, tone: LabelTone) -> None:
        super().__init__()
        self._title = title
        self._length = Label("", "caption", "text2")
        self.view = ReplyText(theme, title)
        head = QHBoxLayout()
        head.addWidget(Label(title, "caption", tone, weight=600))
        head.addStretch(1)
        head.addWidget(self._length)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.view)

    @property
    def text(self) -> str:
        """Heading and reply."""
        return f"{self._title}: {self.view.text}"

    @property
    def is_plain(self) -> bool:
        """Whether it looks as it was written."""
        return self.view.is_plain

    def set_reply(self, sample: Sample) -> None:
        """Show what the model said."""
        self.set_text(sample.reply, sample.tokens, is_cut=sample.is_cut)

    def set_text(self, text: str, tokens: int, *, is_cut: bool) -> None:
        """Show a text of so many tokens; one that was cut ends in "…"."""
        self.view.show_text((text.strip() or "(nothing)") + (" …" if is_cut else ""))
        self._length.setText(tr_count("{count:,} token", "{count:,} tokens", tokens))
        self.setAccessibleName(self.text)
