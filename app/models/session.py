"""One project as the window has it open: its data, model, settings, run, chat and export, and the engine below them.

Every page is built from a session and draws what it finds here; pages never talk to each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from app.background.jobs import ChatSubject, JobMakers
from app.background.run_thread import EngineThread
from app.background.task import cancel_tasks, run_task, wait_for_tasks
from app.language.translate import tr
from app.models.arena_setup import make_arena
from app.models.blind_setup import BlindSetup
from app.models.blind_test import BlindTestModel
from app.models.chat import ChatModel
from app.models.chat_pairs import ChatPairs
from app.models.chat_rewards import ChatRewards, Judge
from app.models.data_opening import DataOpening
from app.models.dataset import Dataset
from app.models.export import ExportModel, ExportState
from app.models.later_checks import LaterChecks
from app.models.model_choice import ModelChoice
from app.models.one_answer import OneAnswer
from app.models.outlook import RunOutlook
from app.models.pair_rewards import PairRewards
from app.models.panes import Panes
from app.models.past_run import PastRun, newest_run
from app.models.reward_report import RewardReportModel
from app.models.run import RunModel
from app.models.run_history import RunHistory
from app.models.run_opening import RunOpening
from app.models.run_state import RunState
from app.models.setup import SetupModel
from app.models.sweep import SweepModel
from engine.chat.generate import Side
from engine.errors import EngineError
from engine.events import Remedy
from engine.model.find import DEMO_FOLDER
from engine.plan import DataPlan, ModelPlan, RunPlan
from engine.plan_file import read_plan
from engine.storage.home import home_folder
from engine.storage.project import Project
from engine.storage.run_folder import new_run_folder

PageName = Literal["data", "model", "train", "compare", "blind", "arena", "export", "pairs", "runs", "settings"]

_FOR_PLAN_FILES = ("evaluation_path", "max_pairs", "seed")  # of the data, nothing in the window sets these


class Session(QObject):
    """Owns the view-models and the engine thread.

    `changed` follows any of them. `page_wanted` asks the window to show another page.
    """

    changed = Signal()
    page_wanted = Signal(object)

    def __init__(
        self,
        project: Project,
        parent: QObject | None = None,
        *,
        engine: EngineThread | None = None,
        jobs: JobMakers | None = None,
        home: Path | None = None,
    ) -> None:
        super().__init__(parent)
        jobs, home = jobs or JobMakers(), home or home_folder()
        self.project = project
        self.engine = engine or EngineThread(self)
        self.dataset = Dataset(self)
        self.dataset.edits.keep_in(project.edits_path)
        self.opening = DataOpening(self.dataset, self)
        self.model_choice = ModelChoice(self)
        self.setup = SetupModel(self)
        self.later_checks = LaterChecks(self.dataset, self.model_choice, self.setup, self)
        self.run = RunModel(self.engine, self, train_job=jobs.train, resume_job=jobs.resume)
        self.history = RunHistory(home / "library.sqlite", (project.folder, home, home / "sweeps"), self)
        self.run_opening = RunOpening(self.run, self._why_run_is_needed, self)
        self.sweep = SweepModel(self.run, self.run_opening, project.folder / "sweep.json", home / "sweeps", parent=self)
        self.panes = Panes(project, self.run, self.model_choice, self)
        self.chat = ChatModel(self.engine, self, make_job=jobs.chat)
        self.chat_pairs = ChatPairs(self.chat, project.data_folder / "chat-pairs.jsonl", self)
        self.chat_rewards = ChatRewards(self.chat, self.engine, self._judge, self, make_job=jobs.reward)
        self.pair_rewards = PairRewards(self.dataset.selection, self.run, self.engine, self, make_job=jobs.pair_reward)
        self.reward_report = RewardReportModel(self.run, self.dataset, self.engine, self, make_job=jobs.reward_report)
        self.prompt_text = OneAnswer(self.engine, self)
        self._make_prompt_text_job = jobs.prompt_text
        self.blind = BlindTestModel(self.engine, project.votes_path, self, make_job=jobs.blind)
        self.blind_setup = BlindSetup(self.blind, self.run, self.model_choice, self)
        self.arena, self.arena_setup = make_arena(project, self.engine, self.run, self.model_choice, jobs.arena, self)
        self.export = ExportModel(self.engine, self, make_job=jobs.export)
        self.outlook = RunOutlook(self.dataset, self.model_choice, self.setup, self.run, self.plan, self)
        self.run.state_changed.connect(self._run_changed)
        self.dataset.changed.connect(self._suit_loss)
        for model in (
            self.dataset,
            self.model_choice,
            self.setup,
            self.run,
            self.chat,
            self.blind,
            self.arena,
            self.export,
        ):
            model.changed.connect(self.changed)
        self.panes.changed.connect(self.changed)

    def _suit_loss(self) -> None:
        if self.dataset.path is not None:
            self.setup.suit_data(self.dataset.thumbs if self.dataset.holds_thumbs else None)

    def open_demo(self) -> None:
        """Load the built-in pairs and model, with the settings that suit them. Raises `EngineError` when missing."""
        plan = read_plan(DEMO_FOLDER / "plan.toml")
        self.setup.adopt(plan, tr("the demo's settings"))
        self.dataset.set_evaluation_share(plan.data.evaluation_share)
        self.dataset.open(Path(plan.data.path))
        self.model_choice.choose_demo()

    def restore_last_run(self) -> None:
        """Bring back the project's latest run in the background: to compare, to export, or to go on with.

        Also a sweep that was not finished.
        """
        self.sweep.load()
        self.panes.load()
        self.arena_setup.panes.load()
        runs = self.project.runs_folder
        run_task(
            lambda _: newest_run(runs), self._restored, lambda _: None, owner=self, doing=tr("Reading the last run")
        )

    def _restored(self, past: PastRun | None) -> None:
        if past is not None:
            self.run.restore(past)

    def _why_run_is_needed(self) -> str:
        return tr("Its adapter is being exported.") if self.export.state is ExportState.WRITING else ""

    def begin_like(self, plan: RunPlan, title: str) -> str:
        """Take a run's settings, its data and its model for the next one; returns in a sentence what is gone of them.

        The device stays as it is chosen, and edits are those of the project.
        """
        self.setup.adopt(plan, title)
        self.dataset.set_evaluation_share(plan.data.evaluation_share)
        data, model = Path(plan.data.path), Path(plan.model.path)
        gone: list[str] = []
        if not data.exists():
            gone.append(tr("Its preference file is gone: {data}.", data=data))
        elif (self.dataset.path, self.dataset.options) != (data, plan.reading):
            self.dataset.open(data, plan.reading)
        if model.is_dir():
            self.model_choice.choose_folder(model)
            if self.model_choice.chosen is not None and self.model_choice.chosen.folder == model:
                self.model_choice.template.choose(plan.model.chat_template)
        else:
            gone.append(tr("Its model is gone: {model}.", model=model))
        default = DataPlan(plan.data.path)
        if left_out := [f"data.{key}" for key in _FOR_PLAN_FILES if getattr(plan.data, key) != getattr(default, key)]:
            gone.append(tr("Left out, since only a plan file can set it: {left_out}.", left_out=", ".join(left_out)))
        return " ".join(gone)

    # ------------------------------------------------------------ training

    @property
    def may_train(self) -> bool:
        """Whether the Train button does something."""
        return not self.why_not_train

    @property
    def why_not_train(self) -> str:
        """What is missing before a run can start, in one sentence; empty when nothing is."""
        if self.run.state.is_active:
            return tr("A run is under way.")
        if self.dataset.path is None or not self.dataset.pair_count:
            return tr("Load preferences first.")
        if not self.dataset.kept_count:
            return tr("Everything is dropped. Restore some of it first.")
        if self.dataset.edits.why_not_train:
            return self.dataset.edits.why_not_train
        if self.model_choice.folder is None:
            return tr("Choose a model first.")
        if self.setup.errors:
            return tr("Correct the settings marked in red.")
        return ""

    def plan(self) -> RunPlan:
        """The run that Train would start. Raises `PlanError` when something is missing or wrong."""
        model = ModelPlan(
            str(self.model_choice.folder or ""),
            device=self.model_choice.device,
            chat_template=self.model_choice.template.name,
        )
        options = self.dataset.options
        data = DataPlan(
            str(self.dataset.path or ""),
            evaluation_share=self.dataset.evaluation_share,
            pairing=options.pairing or "",
            axis=options.axis,
            ties=options.ties,
            columns=options.columns,
            edits_path=str(self.dataset.edits.log_path or ""),
            # Whoever chooses such a loss for pairs is told beside it what becomes of them.
            thumbs_from_pairs=self.setup.takes_thumbs and not options.thumbs,
        )
        return self.setup.plan(model, data)

    def start_training(self, name: str = "") -> None:
        """Begin a run in a new folder of the project. Raises `EngineError` when it cannot be."""
        if self.why_not_train:
            raise EngineError(self.why_not_train, "")
        plan = self.plan()
        self.run.start(plan, new_run_folder(self.project.folder, name or self.suggested_name()))

    def start_sweep(self, betas: Sequence[float], rates: Sequence[float]) -> None:
        """Begin a run for each beta with each learning rate. Raises `EngineError` when it cannot be."""
        if self.why_not_train:
            raise EngineError(self.why_not_train, "")
        self.sweep.start(self.plan(), betas, rates)

    def adopt_remedy(self, remedy: Remedy) -> None:
        """Take the run's settings for the next one, changed as an alarm's remedy says."""
        if self.run.plan is None:
            return
        changes = {key.partition(".")[2]: value for key, value in remedy.plan_changes}
        plan = replace(self.run.plan, training=replace(self.run.plan.training, **changes))
        self.setup.adopt(plan, tr("the last run with one change"))

    def suggested_name(self) -> str:
        """A name for the next run, such as balanced-03."""
        runs = self.project.runs_folder
        count = sum(1 for path in runs.iterdir() if path.is_dir()) if runs.is_dir() else 0
        return f"{self.setup.base.name or 'run'}-{count + 1:02d}"

    # ------------------------------------------------------------ comparing

    @property
    def chat_subject(self) -> ChatSubject | None:
        """Whom Compare asks: the two that are chosen, or else the chosen model as it is."""
        return self.panes.subject

    @property
    def has_after(self) -> bool:
        """Whether somebody answers at the right; a paused run does."""
        return self.panes.speaker("after") is not None

    @property
    def why_not_chat(self) -> str:
        """Why no prompt can be sent now, in one sentence; empty when one can."""
        if self.chat_subject is None:
            return tr("Choose a model first.")
        if self.run.state is RunState.RUNNING:
            return tr("The model is training. Pause the run to talk to it.")
        if not self.run.state.may_chat:
            return tr("The run needs the model. Ask again in a moment.")
        return ""

    def ask(self, prompt: str) -> None:
        """Send a prompt to both sides, or to the original alone before anything is trained."""
        subject = self.chat_subject
        if subject is not None and not self.why_not_chat:
            self._name_speakers()
            self.chat.send(prompt, subject, with_after=self.has_after)

    def ask_again(self, index: int, prompt: str) -> None:
        """Ask a turn of the chat anew, perhaps in other words."""
        subject = self.chat_subject
        if subject is not None and not self.why_not_chat:
            self._name_speakers()
            self.chat.ask_again(index, prompt, subject, with_after=self.has_after)

    def show_prompt_text(self, index: int, side: Side) -> None:
        """Have `prompt_text` answer with what one side's model read in a turn of the chat."""
        subject = self.chat_subject
        if subject is not None and not self.why_not_chat:
            self.prompt_text.ask(self._make_prompt_text_job(subject, self.chat.messages(index, side)))

    def _judge(self) -> Judge | None:
        subject, judge = self.chat_subject, self.panes.judge
        if subject is None or judge is None or self.why_not_chat or not self.has_after:
            return None
        return Judge(subject, judge.beta)

    def _name_speakers(self) -> None:
        before, after, judge = self.panes.speaker("before"), self.panes.speaker("after"), self.panes.judge
        self.chat.names = (before.name if before else "", after.name if after else "")
        self.chat.judge, self.chat.beta = (judge.name, judge.beta) if judge else ("", None)

    # ------------------------------------------------------------ collecting

    def open_collected(self) -> None:
        """Open the pairs that were collected in the Arena, on the Data page."""
        self.page_wanted.emit("data")
        self.dataset.open(self.arena.pairs_path)

    def leave_arena(self) -> None:
        """Read the collected pairs again where they are open and have changed meanwhile."""
        if self.arena.take_news() and self.dataset.path == self.arena.pairs_path:
            self.dataset.open(self.arena.pairs_path, self.dataset.options)

    # ------------------------------------------------------------ closing

    def begin_shutdown(self) -> None:
        """Stop and save whatever is under way; `engine.finished` tells when it is safe to leave."""
        self.later_checks.stop()
        self.outlook.stop()
        self.chat_rewards.close()
        self.pair_rewards.stop()
        self.reward_report.stop()
        cancel_tasks()
        self.engine.begin_shutdown()

    def shut_down(self) -> None:
        """The same, and wait; for reading and searching in the background, too."""
        self.begin_shutdown()
        self.engine.shut_down()
        wait_for_tasks()

    def _run_changed(self, state: RunState) -> None:
        if state in (RunState.PREPARING, RunState.RUNNING):
            self.chat_rewards.stop()
            self.pair_rewards.stop()
            self.reward_report.give_way()
            self.prompt_text.give_up()
            self.chat.stop()  # also what still waits: after the run another model would answer
        self.blind.set_held(state.is_active)
        self.arena.follow_run()
        folder = self.run.folder if self.run.adapter else None
        if state is RunState.FINISHED:
            self.panes.load()
            self.arena_setup.panes.load()
            self.export.offer(folder, self._export_folder(), self.run.tuned_part)
        elif state in (RunState.PREPARING, RunState.IDLE):
            self.export.offer(None, Path())
        if not state.is_active:
            self.history.look()

    def _export_folder(self) -> Path:
        """A folder that does not exist yet, so that exporting twice overwrites nothing."""
        folder = self.project.folder / "exports" / f"{self.run.name}-{self.run.tuned_part}"
        count = 2
        candidate = folder
        while candidate.exists():
            candidate = folder.with_name(f"{folder.name}-{count}")
            count += 1
        return candidate
