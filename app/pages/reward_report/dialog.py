"""The reward report of a run: what to report on, the scoring, and the report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.language.translate import mark, tr, tr_marked
from app.models.reward_report import JudgedPairs, RewardReportModel
from app.pages.reward_report.result_view import ResultView
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.describe import describe
from app.widgets.dialog import Dialog
from app.widgets.label import Label
from app.widgets.segmented_control import SegmentedControl
from app.widgets.work_line import WorkLine

_WIDTH, _WIDE = 560, 940
_REPORTS = mark("Web page (*.html);;Markdown (*.md)")


class RewardReportDialog(Dialog):
    """Nothing is scored before a person asks for it. `noted(text, tone)` when something was saved.

    Esc first ends the scoring, then closes the dialog.
    """

    noted = Signal(str, str)

    def __init__(
        self, theme: Theme, model: RewardReportModel, run: Path, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, tr("How far can the rewards of {title} be believed?", title=title), _WIDTH, parent)
        self._model = model
        self._run = run
        self._stage = ("", "")  # what is shown, and the problem below it
        options: list[tuple[JudgedPairs, str]] = [("held_back", tr("Held back from the run"))]
        if not model.why_not_file:
            options.append(("file", tr("All pairs of the open file")))
        self.pairs: SegmentedControl[JudgedPairs] = SegmentedControl(theme, options, tr("Pairs"))
        describe(self.pairs, tr("Pairs that were trained on flatter the model; those held back do not"))
        self.pairs.set_value("held_back")
        self.group_by = QLineEdit()
        self.group_by.setPlaceholderText(tr("Such as topic, or meta.topic; may stay empty"))
        self.group_by.setAccessibleName(tr("Group by a column"))
        self.group_by.setAccessibleDescription(tr("The column of the file that tells groups of pairs apart"))
        self.problem = Label("", "body", "danger", wrap=True)
        self.work = WorkLine(theme, tr("Scoring the pairs"))
        self.work.cancelled.connect(model.stop)
        self.report = ResultView(theme)
        self.report.chart.noted.connect(self.noted)
        self.close_button = Button(theme, tr("Close"), key="Esc")
        self.close_button.clicked.connect(self.reject)
        self.again_button = Button(theme, tr("Report on other pairs"))
        self.again_button.clicked.connect(model.stop)
        self.save_button = Button(theme, tr("Save report…"), icon="download-simple")
        self.save_button.clicked.connect(self._ask_where)
        self.start_button = Button(theme, tr("Score the pairs"), "primary", key="↵")
        self.start_button.setDefault(True)
        self.start_button.clicked.connect(self._start)
        self._setup = self._build_setup()
        self._build()
        model.changed.connect(self._refresh)
        model.saved.connect(self._say_saved)
        model.stop()  # what another dialog reported is not of this run

    def reject(self) -> None:
        """End the scoring, or close."""
        if self._model.is_busy:
            self._model.stop()
        else:
            super().reject()

    def save(self, path: Path) -> None:
        """Write the report that is in sight."""
        self._model.save(path)

    def _build_setup(self) -> QWidget:
        about = tr(
            "The trained model's rewards are compared with what people chose: how often they are right, for which "
            "groups and lengths, and whether a margin means what it says. The report needs the model, so nothing "
            "else can be asked of it meanwhile."
        )
        setup = QWidget()
        layout = QVBoxLayout(setup)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(Label(about, "body", "text2", wrap=True))
        layout.addWidget(Label(tr("Pairs"), "caption", "text2"))
        layout.addWidget(self.pairs)
        layout.addWidget(Label(tr("Group by a column"), "caption", "text2"))
        layout.addWidget(self.group_by)
        return setup

    def _build(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        for button in (self.close_button, self.again_button, self.save_button, self.start_button):
            foot.addWidget(button)
        for part in (self._setup, self.work, self.report, self.problem):
            self.layout_of_body.addWidget(part)
        self.layout_of_body.addSpacing(8)
        self.layout_of_body.addLayout(foot)

    def _start(self) -> None:
        self._model.begin(self._run, self.pairs.value or "held_back", self.group_by.text())

    def _refresh(self) -> None:
        model = self._model
        reported, is_busy = model.reported, model.is_busy
        is_new = reported is not None and self.report.isHidden()
        if reported is not None and is_new:
            self.report.show_report(reported)
        self.work.setVisible(is_busy)
        self.work.show_share(model.share, model.progress)
        is_done = reported is not None and not is_busy
        is_asking = not is_busy and reported is None
        self.report.setVisible(is_done)
        for part in (self._setup, self.start_button):
            part.setVisible(is_asking)
        self.close_button.setVisible(not is_busy)
        for button in (self.again_button, self.save_button):
            button.setVisible(is_done)
        self.start_button.setEnabled(not model.why_not)
        self.problem.setText(model.problem or (model.why_not if is_asking else ""))
        self.problem.setVisible(bool(self.problem.text()))
        stage = ("work" if is_busy else "result" if is_done else "setup", self.problem.text())
        if stage != self._stage:
            self._stage = stage
            self._fit()
            focus = {"work": self.work.button, "result": self.report.kind, "setup": self.pairs}[stage[0]]
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self) -> None:
        """The same as for every dialog, no higher than its texts need."""
        super().open()
        self._fit()

    def _fit(self) -> None:
        """As large as what is shown, in the middle of its window."""
        width = _WIDE if self._stage[0] == "result" else _WIDTH
        self.setFixedWidth(width)
        self.layout_of_body.activate()
        self.resize(width, self.layout_of_body.totalHeightForWidth(width))
        if (parent := self.parentWidget()) is not None:
            self.move(parent.window().mapToGlobal(parent.window().rect().center()) - self.rect().center())

    def _ask_where(self) -> None:
        suggested = f"{self._run.name}-rewards.html"
        name, _ = QFileDialog.getSaveFileName(self, tr("Save the report"), suggested, tr_marked(_REPORTS))
        if name:
            self.save(Path(name))

    def _say_saved(self, path: Path) -> None:
        self.noted.emit(tr("The report is saved as {name}.", name=path.name), "ok")


def open_reward_report(
    theme: Theme, model: RewardReportModel, run: Path, title: str, parent: QWidget, noted: Callable[[str, str], object]
) -> None:
    """Open the dialog over a page; `noted` is told what was saved."""
    dialog = RewardReportDialog(theme, model, run, title, parent)
    dialog.noted.connect(noted)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
