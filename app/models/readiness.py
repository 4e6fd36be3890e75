"""What the Ready panel says before a run: what is there, what is missing, and how much work it will be."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from app.language.engine_words import tr_engine
from app.language.translate import tr
from app.models.session import PageName, Session


@dataclass(frozen=True, slots=True)
class ReadyCheck:
    """One line: `state` decides its sign, `page` is where it can be put right."""

    page: PageName
    state: Literal["ok", "look", "missing"]
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Workload:
    """About how many updates a run makes; the exact split is the engine's."""

    training_pairs: int
    held_back: int
    steps_per_epoch: int
    epochs: int

    @property
    def steps(self) -> int:
        """Updates in all."""
        return self.steps_per_epoch * self.epochs


def ready_checks(session: Session) -> list[ReadyCheck]:
    """Data, model and device, in the user's order."""
    return [_data_check(session), _model_check(session), _device_check(session)]


def workload(session: Session) -> Workload | None:
    """None while there are no pairs, or a setting is wrong."""
    counts, setup = _split_counts(session), session.setup
    if counts is None or setup.errors:
        return None
    training, held_back = counts
    steps = math.ceil(training / int(setup.value("training.batch_size")))
    return Workload(training, held_back, steps, int(setup.value("training.epochs")))


def _split_counts(session: Session) -> tuple[int, int] | None:
    dataset = session.dataset
    if not dataset.pair_count:
        return None
    each = 2 if session.setup.takes_thumbs and not dataset.holds_thumbs else 1  # a pair is two thumbs
    if dataset.split is not None:
        return each * dataset.split.training, each * dataset.split.held_back
    held_back = round(dataset.kept_count * dataset.evaluation_share)
    return each * (dataset.kept_count - held_back), each * held_back


def _data_check(session: Session) -> ReadyCheck:
    path, counts = session.dataset.path, _split_counts(session)
    if path is None or counts is None:
        return ReadyCheck("data", "missing", tr("No data yet"), tr("Load a file of preference pairs"))
    training, held_back = counts
    examples = session.setup.words.brief(training)
    text = tr("{examples} to learn from, {held_back:,} held back", examples=examples, held_back=held_back)
    return ReadyCheck("data", "ok", path.name, text)


def _model_check(session: Session) -> ReadyCheck:
    chosen = session.model_choice.chosen
    if chosen is None:
        return ReadyCheck("model", "missing", tr("No model yet"), tr("Choose the model to teach"))
    if chosen.problem:
        return ReadyCheck("model", "missing", chosen.name, tr_engine(chosen.problem))
    if chosen.is_gguf:
        return ReadyCheck("model", "missing", chosen.name, tr("Convert the GGUF into a folder first"))
    if session.model_choice.template.is_missing:
        return ReadyCheck("model", "missing", chosen.name, tr("Choose a chat template for it"))
    return ReadyCheck("model", "ok", chosen.name, tr("The original files are never changed"))


def _device_check(session: Session) -> ReadyCheck:
    choice = session.model_choice
    if choice.folder is None:
        return ReadyCheck("model", "missing", tr("No device yet"), tr("Known once a model is chosen"))
    device = next((one for one in choice.devices if choice.device in ("auto", one.name)), None)
    if device is None:
        return ReadyCheck("model", "ok", tr("Fastest device"), tr("Found when training starts"))
    text = tr("Runs on this computer") if device.name != "cpu" else tr("No graphics card is used, so it takes longer")
    return ReadyCheck("model", "ok", tr_engine(device.label), text)
