"""The Train page with real widgets over a fake engine."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.models.run_state import RunState
from app.pages.train.knob_row import KnobRow
from app.pages.train.page import TrainPage
from app.widgets.confirm_dialog import ConfirmDialog
from app.widgets.stage_list import StageList
from engine.events import CheckpointSaved, PhaseChanged, PhaseProgress, RunFailed, RunFinished
from engine.plan_file import read_plan
from tests.app.accessible import nameless, too_small
from tests.app.fake_engine import PlayedRun, SteppingRun, beginning, evaluated, step_finished
from tests.app.pages.conftest import Studio


@pytest.fixture
def page(studio: Studio) -> TrainPage:
    page = TrainPage(studio.theme, studio.session)
    studio.show(page)
    return page


def start(studio: Studio, page: TrainPage, run: SteppingRun | None = None) -> SteppingRun:
    """Press Train, and wait until the run is under way."""
    studio.load()
    studio.run = run or SteppingRun(steps=40, gate=threading.Semaphore(3))
    studio.qtbot.mouseClick(page.setup.panel.button, Qt.MouseButton.LeftButton)
    studio.qtbot.waitUntil(lambda: studio.session.run.step >= 3)
    return studio.run


def play(studio: Studio, *script: object) -> None:
    """Start a run that reports exactly this."""
    studio.load()
    studio.run = PlayedRun(script)
    studio.session.start_training()


def open_dialog() -> ConfirmDialog:
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, ConfirmDialog))


# ------------------------------------------------------------ before a run


def test_train_waits_for_data_and_a_model_and_says_so(studio: Studio, page: TrainPage) -> None:
    button = page.setup.panel.button
    assert not button.isEnabled()
    assert button.toolTip() == "Load preferences first."
    studio.load()
    assert button.isEnabled()
    assert "18 pairs to learn from, 2 held back" in page.setup.panel.lines[0].accessibleDescription()


def test_a_missing_thing_leads_to_its_page(studio: Studio, page: TrainPage) -> None:
    for line in page.setup.panel.lines[:2]:
        studio.qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert studio.wanted_pages == ["data", "model"]


def test_recipes_are_radio_buttons_that_turn_the_knobs(studio: Studio, page: TrainPage) -> None:
    strong, balanced = page.setup.recipes.card("strong"), page.setup.recipes.card("balanced")
    studio.qtbot.mouseClick(strong, Qt.MouseButton.LeftButton)
    assert studio.session.setup.value("training.beta") == 0.05
    assert strong.isChecked()
    assert not balanced.isChecked()


def test_a_purpose_changes_its_settings_and_says_why(studio: Studio, page: TrainPage) -> None:
    row = page.setup.purpose
    assert not row.reasons.isVisible()
    row.choice.setCurrentIndex([row.choice.itemText(i) for i in range(row.choice.count())].index("Helpfulness"))
    assert studio.session.setup.value("training.ld_alpha") == 0.5
    assert "prefer the longer reply" in row.reasons.text()
    assert page.setup.recipes.card("balanced").isChecked()
    studio.qtbot.mouseClick(page.setup.recipes.card("gentle"), Qt.MouseButton.LeftButton)
    assert studio.session.setup.value("training.ld_alpha") == 0.5


def test_a_turned_knob_is_named_and_can_be_reset(studio: Studio, page: TrainPage) -> None:
    card = page.setup.knobs
    assert card.match.text() == "Matches Balanced"
    studio.session.setup.set_value("adapter.r", 64)
    assert card.match.text() == "Changed from Balanced"
    studio.qtbot.mouseClick(card.reset_button, Qt.MouseButton.LeftButton)
    assert studio.session.setup.value("adapter.r") == 16
    assert not card.reset_button.isVisible()


def test_a_value_the_plan_refuses_is_marked_where_it_stands(studio: Studio, page: TrainPage) -> None:
    studio.load()
    studio.session.setup.set_value("adapter.alpha", 0.0)
    assert page.setup.advanced.header.isChecked()  # unfolded, else nobody would see it
    assert not page.setup.panel.button.isEnabled()
    assert page.setup.panel.button.toolTip() == "Correct the settings marked in red."
    studio.session.setup.set_value("adapter.alpha", 32.0)
    assert page.setup.panel.button.isEnabled()


def test_choosing_a_loss_shows_its_help_and_just_its_options(studio: Studio, page: TrainPage) -> None:
    advanced = page.setup.advanced
    advanced.header.setChecked(True)
    rows = advanced.loss.rows

    def shown() -> list[str]:
        return [key.removeprefix("training.") for key, row in rows.items() if row.isVisible()]

    assert shown() == ["label_smoothing", "f_divergence_type", "ld_alpha", "use_weighting"]
    box = advanced.loss.choice
    box.setFocus()
    studio.qtbot.keyClicks(box, "Sim")  # by keyboard, to the first that begins so
    studio.qtbot.waitUntil(lambda: studio.session.setup.value("training.loss_type") == ("simpo",))
    assert shown() == ["label_smoothing", "simpo_gamma"]
    assert "no original" in advanced.loss.help.text()
    assert "SimPO loss" in advanced.header.accessibleDescription()
    stages = page.setup.panel.findChild(StageList)
    assert stages is not None
    assert "compares with nothing" in stages.accessibleDescription()


def test_a_mix_says_its_weights_and_one_of_a_plan_s_own_is_offered(studio: Studio, page: TrainPage) -> None:
    advanced = page.setup.advanced
    advanced.header.setChecked(True)
    studio.session.setup.set_value("training.loss_type", ("sigmoid", "bco_pair", "sft"))
    assert advanced.loss.weights.text() == "0.8 × sigmoid + 0.2 × bco_pair + 1 × sft"
    studio.session.setup.set_value("training.loss_type", ("hinge", "ipo"))
    assert advanced.loss.choice.currentText() == "hinge + ipo"
    assert advanced.loss.weights.text() == "1 × hinge + 1 × ipo"
    studio.session.setup.set_value("training.loss_type", ("hinge",))
    assert not advanced.loss.weights.isVisible()


def test_ctrl_enter_trains_under_the_name_that_was_typed(studio: Studio, page: TrainPage) -> None:
    studio.load()
    studio.run = SteppingRun(steps=2)
    page.setup.name.setText("warm replies")
    studio.qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FINISHED)
    assert studio.session.run.name == "warm-replies"
    assert page.live.isVisible()


# ------------------------------------------------------------ a run under way


def test_preparation_is_told_before_the_first_step(studio: Studio, page: TrainPage) -> None:
    go_on = threading.Event()
    play(
        studio,
        PhaseChanged("scoring_reference", "Scoring with the original"),
        PhaseProgress("scoring_reference", 3, 12),
        lambda: go_on.wait(5),
    )
    studio.qtbot.waitUntil(lambda: page.live.progress.text.endswith("Scoring with the original, 3 of 12"))
    assert not page.live.pause_button.isEnabled()
    assert page.live.stop_button.isEnabled()
    go_on.set()


def test_progress_and_charts_follow_the_steps(studio: Studio, page: TrainPage) -> None:
    start(studio, page)
    assert page.live.badge.accessibleName() == "Training"
    assert page.live.progress.text.startswith("7%")
    (loss,) = page.live.charts.chart("loss").series
    assert loss.steps.tolist() == [1, 2, 3]
    assert [one.name for one in page.live.charts.chart("rewards").series] == ["Chosen", "Rejected"]


def test_a_chart_is_enlarged_by_its_number_and_shrinks_with_esc(studio: Studio, page: TrainPage) -> None:
    start(studio, page)
    charts = page.live.charts
    page.setFocus()
    studio.qtbot.keyClick(page, Qt.Key.Key_5)
    assert charts.enlarged == "logps"
    assert [one.name for one in charts.chart("logps").series] == ["Chosen", "Rejected"]
    assert not charts.chart("loss").isVisible()
    studio.qtbot.keyClick(charts.chart("logps"), Qt.Key.Key_Escape)
    assert charts.enlarged == ""
    assert charts.chart("loss").isVisible()
    assert not charts.chart("logps").isVisible()


def test_the_charts_that_are_shown_can_be_chosen(studio: Studio, page: TrainPage) -> None:
    start(studio, page)
    actions = {action.text(): action for action in page.live.chart_choice.menu_of_charts().actions()}
    with studio.qtbot.waitSignal(page.charts_chosen) as chosen:
        actions["Gradient norm"].trigger()
    assert chosen.args == [("loss", "margin", "accuracy", "rewards", "grad_norm")]
    assert page.live.charts.chart("grad_norm").series[0].values.tolist() == [1.0, 1.0, 1.0]
    page.live.charts.set_shown(["loss"])
    page.live.charts.set_shown_by_hand("loss", False)  # the last one stays
    assert page.live.charts.shown == ("loss",)


def test_space_pauses_and_goes_on(studio: Studio, page: TrainPage) -> None:
    run = start(studio, page)
    page.setFocus()
    studio.qtbot.keyClick(page, Qt.Key.Key_Space)
    assert page.live.badge.accessibleName() == "Pausing"
    assert run.gate is not None
    run.gate.release(40)
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.PAUSED)
    assert page.live.pause_button.text() == "Resume"
    assert "Paused at step" in page.live.banner.text
    studio.qtbot.keyClick(page, Qt.Key.Key_Space)
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FINISHED)


def test_space_belongs_to_the_focused_button_first(studio: Studio, page: TrainPage) -> None:
    start(studio, page)
    page.live.stop_button.setFocus(Qt.FocusReason.TabFocusReason)
    studio.qtbot.keyClick(page.live.stop_button, Qt.Key.Key_Space)
    assert not studio.session.run.is_pausing
    open_dialog().reject()


def test_stop_asks_once_and_then_saves(studio: Studio, page: TrainPage) -> None:
    run = start(studio, page)
    studio.qtbot.keyClick(page, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    dialog = open_dialog()
    studio.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert studio.session.run.state is RunState.RUNNING
    studio.qtbot.mouseClick(page.live.stop_button, Qt.MouseButton.LeftButton)
    dialog = next(widget for widget in page.live.findChildren(ConfirmDialog) if widget.isVisible())
    studio.qtbot.mouseClick(dialog.confirm_button, Qt.MouseButton.LeftButton)
    assert run.gate is not None
    run.gate.release(1)
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FINISHED)
    assert "Stopped at step 3 of 40 and saved" in page.live.banner.text
    assert page.live.new_button.isVisible()


def test_a_stopped_run_is_resumed_from_its_banner(studio: Studio, page: TrainPage) -> None:
    run = studio.session.run
    test_stop_asks_once_and_then_saves(studio, page)
    studio.run = SteppingRun(steps=4)
    run.resume()
    studio.qtbot.waitUntil(lambda: run.state is RunState.FINISHED)
    assert "Training finished" in page.live.banner.text


# ------------------------------------------------------------ how it ended


@pytest.mark.parametrize("held_back", [True, False])
def test_a_finished_run_says_what_was_measured(studio: Studio, page: TrainPage, held_back: bool) -> None:
    measured = [evaluated(3, 3)] if held_back else []
    play(
        studio, *beginning(3), step_finished(3, 3), *measured, RunFinished("finished", 3, "/runs/x", "/runs/x/a", 61.0)
    )
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FINISHED)
    said = "Held-back accuracy is 90%." if held_back else "Nothing was held back to test it on."
    assert page.live.banner.text == f"Training finished in 1 min 1 s {said} Chat with it before you export."
    page.live.banner.button("Compare replies").click()
    assert studio.wanted_pages == ["compare"]


def test_after_a_run_one_may_look_back_and_forth(studio: Studio, page: TrainPage) -> None:
    start(studio, page, SteppingRun(steps=3))
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FINISHED)
    studio.qtbot.mouseClick(page.live.new_button, Qt.MouseButton.LeftButton)
    assert page.setup.isVisible()
    studio.qtbot.mouseClick(page.setup.back_button, Qt.MouseButton.LeftButton)
    assert page.live.isVisible()


def test_a_failure_on_the_way_keeps_the_curves_and_offers_to_resume(studio: Studio, page: TrainPage) -> None:
    failure = RunFailed("The disk is full.", "Make room.", "Traceback: no space left")
    play(studio, *beginning(10), step_finished(1, 10), CheckpointSaved(1, "x"), failure)
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FAILED)
    assert page.live.isVisible()
    assert page.live.banner.text == "The disk is full. Make room."
    assert page.live.badge.accessibleName() == "Failed"
    assert page.live.banner.button("Resume").isVisible()


def test_a_failure_before_the_first_step_is_told_beside_the_settings(studio: Studio, page: TrainPage) -> None:
    play(studio, RunFailed("There is no file at /data/gone.jsonl.", "Choose another.", ""))
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FAILED)
    assert page.setup.isVisible()
    assert page.setup.banner.text == "There is no file at /data/gone.jsonl. Choose another."


def test_stopping_before_the_first_step_asks_nothing(studio: Studio, page: TrainPage) -> None:
    studio.load()
    studio.session.engine.begin_shutdown()
    studio.session.start_training()
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FINISHED)
    assert page.setup.isVisible()
    assert "Nothing was trained, and nothing is lost." in page.setup.banner.text


def test_every_control_can_be_found_and_hit(studio: Studio, page: TrainPage) -> None:
    start(studio, page)
    assert nameless(page) == []
    assert too_small(page) == []


@pytest.mark.parametrize("size", [(1036, 700), (1224, 900)])
def test_it_fits_the_smallest_window(studio: Studio, page: TrainPage, size: tuple[int, int]) -> None:
    play(studio, *beginning(10), step_finished(1, 10), RunFailed("The disk is full.", "Make room.", "Traceback"))
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FAILED)
    page.resize(*size)
    assert page.minimumSizeHint().width() <= size[0]
    assert page.minimumSizeHint().height() <= size[1]


def test_another_program_s_settings_are_taken_and_accounted_for(
    studio: Studio, page: TrainPage, tmp_path: Path
) -> None:
    path = tmp_path / "dpo.yaml"
    path.write_text("model_name_or_path: owner/model\nbeta: 0.25\noptim: adafactor\nlora_r: 8\nuse_peft: true\n")
    page.setup.load(path)
    studio.qtbot.waitUntil(page.setup.banner.isVisible)
    assert "Settings of TRL taken" in page.setup.banner.text
    assert (studio.session.setup.value("training.beta"), studio.session.setup.value("adapter.r")) == (0.25, 8)
    studio.qtbot.mouseClick(page.setup.banner.button("Show details"), Qt.MouseButton.LeftButton)
    details = page.setup.banner.findChild(QPlainTextEdit)
    assert details is not None
    assert "optim (adafactor): The optimizer is AdamW in float32." in details.toPlainText()


def test_a_saved_plan_gives_the_same_settings_again(studio: Studio, page: TrainPage, tmp_path: Path) -> None:
    assert not page.setup.save_button.isEnabled()
    studio.load()
    assert page.setup.save_button.isEnabled()
    studio.session.setup.set_value("training.beta", 0.45)
    page.setup.save(tmp_path / "mine.toml")
    studio.qtbot.waitUntil(page.setup.banner.isVisible)
    assert read_plan(tmp_path / "mine.toml") == studio.session.plan()
    studio.session.setup.reset()
    page.setup.load(tmp_path / "mine.toml")
    studio.qtbot.waitUntil(lambda: studio.session.setup.value("training.beta") == 0.45)


def test_a_file_that_is_no_plan_changes_nothing(studio: Studio, page: TrainPage, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("services: {}\n")
    page.setup.load(tmp_path / "x.yaml")
    studio.qtbot.waitUntil(page.setup.banner.isVisible)
    assert "holds no settings of TRL or LLaMA-Factory" in page.setup.banner.text
    assert not studio.session.setup.is_changed


def test_for_the_whole_model_the_adapter_s_knobs_are_out_of_sight(studio: Studio, page: TrainPage) -> None:
    def names() -> set[str]:
        return {row.knob.name for row in page.setup.findChildren(KnobRow) if row.isVisible()}

    page.setup.advanced.header.setChecked(True)
    assert {"What is tuned", "Adapter size", "Adapter scale", "Dropout"} <= names()
    studio.session.setup.set_value("training.tuning", "full")
    assert "What is tuned" in names()
    assert not {"Adapter size", "Adapter scale", "Dropout"} & names()
