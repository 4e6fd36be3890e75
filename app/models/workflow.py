"""How far each of the five steps is, in the words of the sidebar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.language.translate import tr, tr_count
from app.models.run_state import RunState
from app.models.session import PageName, Session

StepStatus = Literal["waiting", "next", "running", "done", "attention"]
ORDER: tuple[PageName, ...] = ("data", "model", "train", "compare", "export")
STEP_OF: dict[PageName, PageName] = {
    "blind": "compare",
    "pairs": "train",
}  # pages that belong to the step of another one


@dataclass(frozen=True, slots=True)
class StepState:
    """One step's sign, its line of text, and how far it is while it runs."""

    status: StepStatus = "waiting"
    text: str = ""
    share: float = 0.0


def step_states(session: Session) -> dict[PageName, StepState]:
    """All five; the first that is still to be done is the next one."""
    states = {
        "data": _data(session),
        "model": _model(session),
        "train": _train(session),
        "compare": _compare(session),
        "export": _export(session),
    }
    ordered: dict[PageName, StepState] = {page: states[page] for page in ORDER}
    for page, state in ordered.items():
        if state.status == "waiting":
            ordered[page] = StepState("next", state.text)
            break
        if state.status == "running":
            break
    return ordered


def arena_text(session: Session) -> str:
    """How far the Arena's pairs are, or what it is for."""
    arena = session.arena
    if not arena.has_begun:
        return tr("Collect your own pairs")
    return tr("{pair_count:,} of {goal:,} pairs", pair_count=arena.pair_count, goal=arena.plan.goal)


def _data(session: Session) -> StepState:
    dataset = session.dataset
    if dataset.state == "loading":
        return StepState(
            "running", tr("Reading, {pair_count:,} pairs", pair_count=dataset.pair_count), dataset.read_share
        )
    if dataset.state == "empty":
        return StepState()
    return StepState("attention" if dataset.check.needs_a_look else "done", dataset.words.brief(dataset.kept_count))


def _model(session: Session) -> StepState:
    chosen = session.model_choice.chosen
    if chosen is None:
        return StepState()
    return StepState("done" if session.model_choice.folder else "attention", chosen.name)


def _train(session: Session) -> StepState:
    run = session.run
    match run.state:
        case RunState.IDLE:
            return StepState("waiting", tr("Not started") if session.may_train else "")
        case RunState.PREPARING:
            return StepState("running", tr("Preparing"), 0.0)
        case RunState.RUNNING | RunState.STOPPING:
            return StepState(
                "running",
                tr("Step {step:,} of {total_steps:,}", step=run.step, total_steps=run.total_steps),
                run.share_done,
            )
        case RunState.PAUSED:
            return StepState("running", tr("Paused at step {step:,}", step=run.step), run.share_done)
        case RunState.FINISHED:
            return StepState("done", tr("Done, {step:,} steps", step=run.step))
        case RunState.FAILED:
            return StepState("attention", tr("Stopped by an error"))


def _compare(session: Session) -> StepState:
    blind = session.blind
    if blind.state == "voting" and not blind.is_complete:
        return StepState("waiting", tr("{votes:,} of {total:,} votes", votes=len(blind.votes), total=blind.total))
    if blind.votes:
        return StepState("done", tr_count("{count:,} vote", "{count:,} votes", len(blind.votes)))
    turns = len(session.chat.turns)
    if not turns:
        return StepState()
    text = tr_count("{count} turn", "{count} turns", turns)
    return StepState("done" if session.has_after else "waiting", text)


def _export(session: Session) -> StepState:
    from app.models.export import ExportState

    match session.export.state:
        case ExportState.WRITING:
            return StepState("running", tr("Writing"), 0.0)
        case ExportState.VERIFIED:
            return StepState("done", tr("Adapter exported"))
        case ExportState.FAILED:
            return StepState("attention", tr("Not exported"))
        case _:
            return StepState()
