"""How a person votes on the blind test's page, over a fake engine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.models.run_state import RunState
from app.pages.blind.page import BlindPage
from engine.plan import ModelPlan
from engine.plan_file import write_plan
from engine.storage.fingerprint import hash_data
from engine.storage.manifest import update_manifest
from engine.storage.run_folder import RunFolder
from tests.app.fake_engine import SteppingRun
from tests.app.pages.conftest import Studio

DEMO_MODEL = Path(__file__).parents[4] / "resources" / "demo" / "model"


KEYS = {
    "a": Qt.Key.Key_1,
    "b": Qt.Key.Key_2,
    "same": Qt.Key.Key_0,
    "both_bad": Qt.Key.Key_9,
    "skip": Qt.Key.Key_S,
}


def train(studio: Studio) -> None:
    studio.run = SteppingRun(steps=2)
    studio.session.start_training()
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FINISHED)
    run = studio.session.run
    assert run.plan is not None
    assert run.folder is not None
    folder = RunFolder(run.folder)  # what the prompts that were held back are read from
    folder.create()
    write_plan(replace(run.plan, model=ModelPlan(str(DEMO_MODEL))), folder.plan_path)
    update_manifest(folder.manifest_path, {"data": {"sha256": hash_data(studio.pairs)}})


def ready(studio: Studio, page: BlindPage) -> None:
    """Wait until both replies are in sight and none lights up any more; what was held back is read with torch."""
    is_ready = lambda: all(pane.text for pane in page.voting.replies.both) and not page.voting.is_lit  # noqa: E731
    studio.qtbot.waitUntil(is_ready, timeout=30_000)


def press(studio: Studio, page: BlindPage, choice: str) -> None:
    """One vote by its key, from wherever the keyboard is."""
    votes = len(studio.session.blind.votes)
    focus = QApplication.focusWidget()
    assert focus is not None
    studio.qtbot.keyClick(focus, KEYS[choice])
    assert len(studio.session.blind.votes) == votes + 1
    studio.qtbot.waitUntil(lambda: not page.voting.is_lit)


def finish(studio: Studio, page: BlindPage, votes: int) -> None:
    """Prefer the trained model that often, then stop and see."""
    blind = studio.session.blind
    for _ in range(votes):
        studio.qtbot.waitUntil(lambda: blind.shown is not None)
        trial = blind.trial
        assert trial is not None
        blind.vote(trial.after_side)
    page.reveal_button.click()
    assert blind.state == "result"
    assert page.result.isVisible()
