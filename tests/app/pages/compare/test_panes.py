"""Who answers on either side of Compare: chosen by keyboard, remembered, and named where it was somebody else."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from PySide6.QtCore import Qt

from app.models.panes import ORIGINAL, THIS_RUN
from app.pages.compare.page import ComparePage
from app.pages.compare.pane_head import PaneHead
from engine.plan import DataPlan, ModelPlan, RunPlan
from engine.plan_file import write_plan
from engine.storage.run_folder import RunFolder
from tests.app.accessible import nameless, too_small
from tests.app.pages.compare.asking import BOTH, REWARDED, ask
from tests.app.pages.conftest import Studio
from tests.app.run_folders import write_run


def a_run(studio: Studio, name: str, model: str = "/models/tiny-chat", *, step: int = 0) -> RunFolder:
    """A run on the disk, with a checkpoint that can speak where `step` is given."""
    run = write_run(studio.session.project.runs_folder / f"20260101-000000-{name}", "finished")
    run.plan_path.unlink()
    write_plan(RunPlan(ModelPlan(model), DataPlan("/data/pairs.jsonl")), run.plan_path)
    if step:
        (run.adapter / "adapter_config.json").touch()
        (run.checkpoints / f"step-{step:06d}").mkdir(exist_ok=True)
        (run.checkpoints / f"step-{step:06d}" / "trainable.safetensors").touch()
    return run


def look(studio: Studio, wanted: str = "brisk-01") -> None:
    studio.session.panes.load()
    studio.qtbot.waitUntil(lambda: any(one.name == wanted for one in studio.session.panes.speakers))


def offered(head: PaneHead) -> list[str]:
    return [head.name.itemText(index) for index in range(head.name.count())]


def model_of(studio: Studio) -> str:
    subject = studio.session.chat_subject
    assert subject is not None
    return str(subject.folder)


def test_any_two_can_be_chosen_by_keyboard(studio: Studio, trained: ComparePage) -> None:
    a_run(studio, "brisk-01", model_of(studio))
    a_run(studio, "of-another-model", "/models/another")
    look(studio)
    head = trained.conversation.before
    assert offered(head) == [Path(model_of(studio)).name, studio.session.run.name, "brisk-01"]
    head.name.setFocus(Qt.FocusReason.TabFocusReason)
    studio.qtbot.keyClick(head.name, Qt.Key.Key_End)
    subject = studio.session.chat_subject
    assert subject is not None
    assert subject.adapter == studio.session.run.adapter
    assert subject.beside == studio.session.project.runs_folder / "20260101-000000-brisk-01" / "adapter"
    assert subject.voices == ("beside", "trained")
    # "Before" would be wrong, and the right one's training gives both rewards.
    assert (head.badge.accessibleName(), trained.conversation.after.badge.accessibleName()) == ("Left", "Right")
    assert "gives the rewards" in trained.conversation.after.note.text()
    assert "gives the rewards" not in head.note.text()
    assert nameless(trained) == []
    assert too_small(trained) == []


def test_the_choice_is_remembered_until_it_is_gone(studio: Studio, trained: ComparePage) -> None:
    run = a_run(studio, "brisk-01", model_of(studio))
    look(studio)
    key = "runs/20260101-000000-brisk-01/adapter"
    studio.session.panes.choose("before", key)
    kept = json.loads((studio.session.project.folder / "panes.json").read_text(encoding="utf-8"))
    assert kept == {"before": key, "after": THIS_RUN}
    shutil.rmtree(run.path)
    studio.session.panes.load()

    def is_original() -> bool:
        speaker = studio.session.panes.speaker("before")
        return speaker is not None and speaker.key == ORIGINAL

    studio.qtbot.waitUntil(is_original)


def test_a_reply_names_its_writer_once_another_stands_above(studio: Studio, trained: ComparePage) -> None:
    a_run(studio, "brisk-01", model_of(studio))
    look(studio)
    studio.rewards = []
    ask(studio, trained, "Are you open?", *BOTH)
    (turn,) = trained.conversation.turns
    assert not turn.after.status.startswith(studio.session.run.name)
    studio.session.panes.choose("after", "runs/20260101-000000-brisk-01/adapter")
    assert turn.after.status.startswith(f"{studio.session.run.name}: ")
    assert not turn.before.status.startswith(Path(model_of(studio)).name)


def test_an_earlier_run_can_answer_before_this_session_trains(studio: Studio, page: ComparePage) -> None:
    a_run(studio, "brisk-01", model_of(studio))
    look(studio)
    assert not studio.session.has_after
    assert "Nothing trained yet" in offered(page.conversation.after)
    studio.session.panes.choose("after", "runs/20260101-000000-brisk-01/adapter")
    assert studio.session.has_after
    assert not page.conversation.train_first.isVisible()
    assert "Nothing trained yet" not in offered(page.conversation.after)


def test_whose_reward_it_is_is_said(studio: Studio, trained: ComparePage) -> None:
    assert REWARDED.beta
    turn = studio.session.chat
    ask(studio, trained, "Are you open?", *BOTH)
    assert turn.turns[0].judge == studio.session.run.name
