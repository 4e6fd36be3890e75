"""Who answers on either side of Compare: any two of the original, this run, its checkpoints, and other runs."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.background.subject import ChatSubject
from app.background.task import run_task
from app.language.engine_words import tr_engine
from app.language.translate import tr
from app.models.model_choice import ModelChoice
from app.models.run import RunModel
from app.models.run_state import RunState
from app.models.trained_voices import TrainedVoice, trained_voices
from engine.chat.generate import Side
from engine.errors import EngineError
from engine.model.voice import Voice, voices_of
from engine.storage.atomic import write_text
from engine.storage.project import Project
from engine.storage.run_folder import RunFolder

ORIGINAL = "original"
THIS_RUN = "this run"
_ON_LOAN = (ORIGINAL, THIS_RUN)  # the voices that a paused run can lend
_USUAL: dict[Side, str] = {"before": ORIGINAL, "after": THIS_RUN}


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who may answer. `key` is what is remembered, `beta` the one that its training used.

    `place` is where its adapter lies, for a paused run where it will: what is kept of who wrote a reply.
    """

    key: str
    name: str
    note: str
    adapter: Path | None = None
    beta: float | None = None
    place: Path | None = None


class Panes(QObject):
    """The choice is remembered in the project, in the file `kept_in`. `failed(EngineError)` when it could not be.

    All have one base: the run's model where there is a run, or with `of_chosen_model` the one that is chosen now.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        project: Project,
        run: RunModel,
        model: ModelChoice,
        parent: QObject | None = None,
        *,
        kept_in: str = "panes.json",
        of_chosen_model: bool = False,
    ) -> None:
        super().__init__(parent)
        self._is_of_chosen = of_chosen_model
        self._folder = project.folder
        self._path = project.folder / kept_in
        self._runs = project.runs_folder
        self._run = run
        self._model = model
        self._found: tuple[TrainedVoice, ...] = ()
        self._wanted: dict[Side, str] = _remembered(self._path)

    def load(self) -> None:
        """Look in the background for the adapters that the project has by now."""
        runs = self._runs
        run_task(
            lambda _: trained_voices(runs),
            self._take,
            self.failed.emit,
            owner=self,
            doing=tr("Looking for trained models"),
        )

    def _take(self, found: tuple[TrainedVoice, ...]) -> None:
        self._found = found
        self.changed.emit()

    # ------------------------------------------------------------ who may answer

    @property
    def why_fixed(self) -> str:
        """Why nobody else can be chosen now, in one sentence; empty when one can."""
        if self._run.state is RunState.PAUSED:
            return tr("A paused run lends its own model only. Choose another when it has ended.")
        return ""

    def why_not_on_loan(self, *speakers: Speaker | None) -> str:
        """Why a paused run cannot lend its model for these, in one sentence; empty when it can, or none is paused."""
        run, base = self._run, self._base
        if run.state is not RunState.PAUSED or run.plan is None or base is None:
            return ""
        is_own = base.folder == Path(run.plan.model.path)
        if is_own and all(speaker is None or speaker.key in _ON_LOAN for speaker in speakers):
            return ""
        return tr(
            "The paused run lends its own model only: choose the original or this run, or wait until it has ended."
        )

    @property
    def speakers(self) -> list[Speaker]:
        """All who have the same model; none without a model."""
        base = self._base
        if base is None:
            return []
        folder, run = base.folder, self._run
        chosen = self._model.chosen
        name = chosen.name.rsplit("/", 1)[-1] if chosen and chosen.folder == folder else folder.name
        speakers = [Speaker(ORIGINAL, name, tr("original"))]
        if run.plan is not None and self._has_run and Path(run.plan.model.path) == folder:
            paused = tr(" so far, paused") if run.state is RunState.PAUSED else ""
            note = tr(
                "{tuned_part}, step {step:,}{paused}",
                tuned_part=tr_engine(run.plan.training.tuned_part),
                step=run.step,
                paused=paused,
            )
            place = run.adapter or (RunFolder(run.folder).adapter if run.folder else None)
            speakers.append(Speaker(THIS_RUN, run.name, note, run.adapter, run.plan.training.beta, place))
        fitting = [voice for voice in self._found if voice.model == folder]
        speakers += [
            self._speaker(voice, tr("checkpoint") if voice.step else tr("before preferences"))
            for voice in fitting
            if self._is_checkpoint_of_run(voice)
        ]
        others = (voice for voice in fitting if voice.run != run.folder and voice.step is None)
        return speakers + [self._speaker(voice, tr("another run")) for voice in others]

    def speaker(self, side: Side) -> Speaker | None:
        """Who answers on a side; None where nobody was trained."""
        key = _USUAL[side] if self.why_fixed and not self._is_of_chosen else self._wanted[side]
        by_key = {speaker.key: speaker for speaker in self.speakers}
        return by_key.get(key) or by_key.get(_USUAL[side])

    def key_of(self, adapter: Path) -> str | None:
        """How a trained run of this project is remembered; None for one that is not the project's."""
        return adapter.relative_to(self._folder).as_posix() if adapter.is_relative_to(self._folder) else None

    @property
    def judge(self) -> Speaker | None:
        """Whose training says what a reply is worth: the trained one's, the right one's where both are."""
        for side in ("after", "before"):
            speaker = self.speaker(side)
            if speaker is not None and speaker.key != ORIGINAL:
                return speaker
        return None

    @property
    def are_usual(self) -> bool:
        """Whether the original stands at the left and a trained model, or nobody yet, at the right."""
        before, after = self.speaker("before"), self.speaker("after")
        return (before is None or before.key == ORIGINAL) and (after is None or after.key != ORIGINAL)

    @property
    def subject(self) -> ChatSubject | None:
        """What the engine is to load so that both can answer; None without a model."""
        return self.subject_of(self.speaker("before"), self.speaker("after"))

    def subject_of(self, left: Speaker | None, right: Speaker | None) -> ChatSubject | None:
        """What the engine is to load so that these two can answer; None without a model."""
        base = self._base
        if base is None:
            return None
        if self._run.state is RunState.PAUSED:
            return replace(base, voices=(_voice_on_loan(left), _voice_on_loan(right)))
        adapter, beside, voices = voices_of(left.adapter if left else None, right.adapter if right else None)
        return replace(base, adapter=adapter, beside=beside, voices=voices)

    def choose(self, side: Side, key: str) -> None:
        """Let another one answer, from the next prompt on."""
        self._wanted[side] = key
        try:
            write_text(self._path, json.dumps(self._wanted, indent=2) + "\n")
        except OSError as error:
            self.failed.emit(
                EngineError(
                    tr("Who answers could not be remembered: {path} cannot be written.", path=self._path),
                    tr("The choice holds until the window closes."),
                    str(error),
                )
            )
        self.changed.emit()

    # ------------------------------------------------------------ inside

    @property
    def _has_run(self) -> bool:
        return self._run.adapter is not None or self._run.state is RunState.PAUSED

    @property
    def _base(self) -> ChatSubject | None:
        """The run's model, else the one that is chosen."""
        plan, chosen = self._run.plan, self._model.folder
        is_other = self._is_of_chosen and plan is not None and chosen not in (None, Path(plan.model.path))
        if plan is not None and self._has_run and not is_other:
            model = plan.model
            return ChatSubject(
                Path(model.path),
                None,
                model.device,
                model.dtype,
                chat_template=model.chat_template,
                load_in_4bit=model.load_in_4bit,
            )
        if chosen is None:
            return None
        return ChatSubject(chosen, None, self._model.device, chat_template=self._model.template.name)

    def _is_checkpoint_of_run(self, voice: TrainedVoice) -> bool:
        return voice.run == self._run.folder and voice.step is not None

    def _speaker(self, voice: TrainedVoice, note: str) -> Speaker:
        key = voice.adapter.relative_to(self._folder).as_posix()
        return Speaker(key, voice.name, note, voice.adapter, voice.beta, voice.adapter)


def _voice_on_loan(speaker: Speaker | None) -> Voice:
    return "original" if speaker is not None and speaker.key == ORIGINAL else "trained"


def _remembered(path: Path) -> dict[Side, str]:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return {side: str(kept.get(side, usual)) for side, usual in _USUAL.items()}
    except (OSError, ValueError, AttributeError):
        return dict(_USUAL)
