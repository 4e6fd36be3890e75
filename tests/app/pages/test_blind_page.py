"""The blind test's page with real widgets over a fake engine."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from app.models.run_state import RunState
from app.pages.blind.page import BlindPage
from app.pages.blind.vote_button import VoteButton
from engine.chat.generate import ReplyFinished
from engine.data.reader import read_preferences
from engine.errors import EngineError
from engine.plan import ModelPlan
from engine.plan_file import write_plan
from engine.storage.fingerprint import hash_data
from engine.storage.manifest import update_manifest
from engine.storage.run_folder import RunFolder
from engine.storage.vote_log import VoteLog
from tests.app.accessible import nameless, too_small
from tests.app.fake_engine import ScriptedJob, SteppingRun
from tests.app.pages.conftest import Studio, blind_replies

DEMO_MODEL = Path(__file__).parents[3] / "resources" / "demo" / "model"
KEYS = {
    "a": Qt.Key.Key_1,
    "b": Qt.Key.Key_2,
    "same": Qt.Key.Key_0,
    "both_bad": Qt.Key.Key_9,
    "skip": Qt.Key.Key_S,
}


@pytest.fixture
def page(studio: Studio) -> BlindPage:
    page = BlindPage(studio.theme, studio.session)
    studio.load()
    studio.show(page)
    studio.qtbot.waitUntil(lambda: studio.session.blind.state == "setup")
    return page


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


@pytest.fixture
def voting(studio: Studio, page: BlindPage) -> BlindPage:
    """The page with a test of thirty built-in prompts under way."""
    train(studio)
    studio.session.blind_setup.choose_source("suites")
    page.begin_button.click()
    ready(studio, page)
    return page


def ready(studio: Studio, page: BlindPage) -> None:
    """Wait until both replies are in sight and none lights up any more."""
    studio.qtbot.waitUntil(lambda: all(pane.text for pane in page.voting.panes) and not page.voting.is_lit)


def press(studio: Studio, page: BlindPage, choice: str) -> None:
    """One vote by its key, from wherever the keyboard is."""
    votes = len(studio.session.blind.votes)
    focus = QApplication.focusWidget()
    assert focus is not None
    studio.qtbot.keyClick(focus, KEYS[choice])
    assert len(studio.session.blind.votes) == votes + 1
    studio.qtbot.waitUntil(lambda: not page.voting.is_lit)


def test_before_training_it_says_train_first(studio: Studio, page: BlindPage) -> None:
    assert not page.begin_button.isEnabled()
    assert page.setup.reason.text().startswith("Train first")
    page.setup.train_button.click()
    assert studio.wanted_pages == ["train"]


def test_votes_by_key_from_the_first_to_the_last(studio: Studio, voting: BlindPage) -> None:
    blind = studio.session.blind
    for choice in ("a", "b", "same", "both_bad", "skip"):
        ready(studio, voting)
        press(studio, voting, choice)
    assert [vote.choice for vote in blind.votes] == ["a", "b", "same", "both_bad", "skip"]
    assert blind.number == 5


@pytest.mark.parametrize("where", ["pane", "button", "text"])
def test_keys_count_wherever_the_focus_is_on_the_page(studio: Studio, voting: BlindPage, where: str) -> None:
    places = {
        "pane": voting.voting.panes[1].reading,
        "button": voting.reveal_button,
        "text": voting.voting.panes[0].reading.view,
    }
    places[where].setFocus(Qt.FocusReason.OtherFocusReason)
    press(studio, voting, "b")
    assert studio.session.blind.votes[0].choice == "b"


def test_a_vote_lights_up_before_the_next_prompt(studio: Studio, voting: BlindPage) -> None:
    prompt = voting.voting.prompt.reading.text
    focus = QApplication.focusWidget()
    assert focus is not None
    studio.qtbot.keyClick(focus, Qt.Key.Key_1)
    button = voting.voting.buttons["a"]
    assert isinstance(button, VoteButton)
    assert button.is_cast
    assert voting.voting.prompt.reading.text == prompt
    studio.qtbot.keyClick(focus, Qt.Key.Key_1)  # nobody has read the next one yet
    assert len(studio.session.blind.votes) == 1
    studio.qtbot.waitUntil(lambda: not voting.voting.is_lit)
    assert not button.is_cast
    assert voting.voting.prompt.reading.text != prompt


def test_the_mouse_votes_too_and_leaves_the_focus_alone(studio: Studio, voting: BlindPage) -> None:
    focus = QApplication.focusWidget()
    studio.qtbot.mouseClick(voting.voting.buttons["same"], Qt.MouseButton.LeftButton)
    assert studio.session.blind.votes[0].choice == "same"
    assert QApplication.focusWidget() is focus


def test_ctrl_z_takes_the_last_vote_back(studio: Studio, voting: BlindPage) -> None:
    prompt, panes = voting.voting.prompt.reading.text, [pane.text for pane in voting.voting.panes]
    assert not voting.undo_button.isEnabled()
    press(studio, voting, "a")
    ready(studio, voting)
    assert voting.undo_button.isEnabled()
    focus = QApplication.focusWidget()
    assert focus is not None
    studio.qtbot.keyClick(focus, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert studio.session.blind.votes == ()
    assert voting.voting.prompt.reading.text == prompt
    assert [pane.text for pane in voting.voting.panes] == panes


def test_nothing_on_the_page_tells_who_is_who(studio: Studio, voting: BlindPage) -> None:
    shown = " ".join(
        f"{widget.accessibleName()} {widget.toolTip()} {widget.text()}" for widget in voting.findChildren(QPushButton)
    )
    for pane in voting.voting.panes:
        shown += pane.reading.accessibleName() + pane.accessibleName()
    for word in ("before", "after", "original", "trained", "words", "tokens"):
        assert word not in shown.replace("Show result so far", "").lower()
    assert not voting.voting.result.isVisible()


def test_no_reply_is_shown_before_both_are_there(studio: Studio, page: BlindPage) -> None:
    gate = threading.Event()
    usual = studio.blind

    def slow(prompt: str) -> ScriptedJob:
        first, second = usual(prompt).script
        return ScriptedJob([first, lambda: gate.wait(5), second])

    studio.blind = slow
    train(studio)
    studio.session.blind_setup.choose_source("suites")
    page.begin_button.click()
    studio.qtbot.waitUntil(lambda: bool(studio.asked))
    studio.qtbot.wait(80)
    assert [pane.text for pane in page.voting.panes] == ["", ""]
    assert not page.voting.buttons["a"].isEnabled()
    assert page.voting.buttons["skip"].isEnabled()
    gate.set()
    ready(studio, page)
    assert page.voting.buttons["a"].isEnabled()


def test_the_result_so_far_is_out_of_sight_and_waits_for_ten_votes(studio: Studio, voting: BlindPage) -> None:
    assert not voting.voting.result.isVisible()
    voting.voting.result_button.click()
    assert voting.voting.result.isVisible()
    blind = studio.session.blind
    while blind.tally.decided < 10:
        assert "%" not in voting.voting.result.words
        studio.qtbot.waitUntil(lambda: blind.shown is not None)
        trial = blind.trial
        assert trial is not None
        blind.vote(trial.after_side)
    studio.qtbot.waitUntil(lambda: "100%" in voting.voting.result.words)
    assert "Better." in voting.voting.result.words


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


def test_the_end_says_who_won_and_reveals_the_sides(studio: Studio, voting: BlindPage) -> None:
    assert voting.reveal_button.text() == "Cancel test"
    finish(studio, voting, 12)
    assert "12 of 12 votes with a preference, 100%" in voting.result.words
    assert voting.result.words.startswith("The trained model is better")
    assert voting.result.votes.rowCount() == 12
    assert voting.result.bar.accessibleDescription().startswith("100%, 95% range")
    assert voting.result.go_on_button.isVisible()
    voting.result.go_on_button.click()
    assert voting.voting.isVisible()
    ready(studio, voting)
    press(studio, voting, "b")


def test_votes_become_pairs_of_the_project(studio: Studio, voting: BlindPage) -> None:
    finish(studio, voting, 11)
    voting.result.pairs_button.click()
    studio.qtbot.waitUntil(voting.banner.isVisible)
    (path,) = studio.session.project.data_folder.glob("blind-test-*.jsonl")
    read = read_preferences(path)
    assert len(read.pairs) == 11
    assert all(pair.chosen_text.startswith("Yes: ") for pair in read.pairs)
    button = next(b for b in voting.banner.findChildren(QPushButton) if b.text() == "Open as data")
    button.click()
    assert studio.wanted_pages == ["data"]
    studio.qtbot.waitUntil(lambda: studio.session.dataset.path == path and studio.session.dataset.split is not None)


def test_the_report_and_the_votes_can_be_kept(studio: Studio, voting: BlindPage, tmp_path: Path) -> None:
    finish(studio, voting, 3)
    for name, begins in (
        ("report.html", "<!doctype html>"),
        ("report.md", "# Blind test: balanced-01 against tiny-chat"),
    ):
        voting.save_report(tmp_path / name)
        studio.qtbot.waitUntil((tmp_path / name).exists)
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
    voting.export_votes(tmp_path / "votes.jsonl")
    studio.qtbot.waitUntil(lambda: "3 votes saved" in voting.banner.text)
    assert len((tmp_path / "votes.jsonl").read_text(encoding="utf-8").splitlines()) == 3
    own = studio.session.project.votes_path
    before = own.read_bytes()
    voting.export_votes(own)
    studio.qtbot.waitUntil(lambda: "project's own file" in voting.banner.text)
    assert own.read_bytes() == before
    voting.save_report(tmp_path / "nowhere" / "report.html")
    studio.qtbot.waitUntil(lambda: "could not be saved" in voting.banner.text)


def test_prompts_that_cannot_be_read_are_told(studio: Studio, page: BlindPage, tmp_path: Path) -> None:
    train(studio)
    (tmp_path / "prices.csv").write_text("article,price\nmug,7\n", encoding="utf-8")
    studio.session.blind_setup.choose_file(tmp_path / "prices.csv")
    page.begin_button.click()
    studio.qtbot.waitUntil(page.banner.isVisible)
    assert page.banner.text.startswith("prices.csv holds no prompts.")
    assert studio.session.blind.state == "setup"
    assert page.begin_button.isEnabled()


def test_the_held_back_prompts_of_the_run_are_asked(studio: Studio, page: BlindPage) -> None:
    train(studio)
    page.begin_button.click()
    ready(studio, page)
    assert studio.session.dataset.split is not None
    assert studio.session.blind.total == studio.session.dataset.split.held_back == 2
    log = VoteLog(studio.session.project.votes_path)
    assert log.latest is not None
    assert log.latest.source == "held back from support_tone.jsonl, not used for training"


def test_data_that_changed_since_the_run_is_told(studio: Studio, page: BlindPage) -> None:
    train(studio)
    with studio.pairs.open("a", encoding="utf-8") as file:
        file.write(studio.pairs.read_text(encoding="utf-8").splitlines()[0].replace("Question", "Other") + "\n")
    page.begin_button.click()
    studio.qtbot.waitUntil(page.banner.isVisible)
    assert "support_tone.jsonl has changed since the run started" in page.banner.text
    assert studio.session.blind.state == "setup"


def test_the_last_vote_can_be_taken_back_before_the_result(studio: Studio, page: BlindPage) -> None:
    train(studio)
    page.begin_button.click()
    for _ in range(2):
        ready(studio, page)
        press(studio, page, "a")
    assert studio.session.blind.is_complete
    assert not page.voting.buttons["a"].isEnabled()
    assert page.undo_button.isEnabled()
    page.undo_button.click()
    ready(studio, page)
    press(studio, page, "b")
    page.reveal_button.click()
    assert studio.session.blind.state == "result"
    assert [vote.choice for vote in studio.session.blind.votes] == ["a", "b"]
    page.another_button.click()
    assert page.setup.isVisible()
    assert page.setup.past_button.isVisible()


def test_a_failure_offers_to_skip_the_prompt(studio: Studio, page: BlindPage) -> None:
    def refuse() -> None:
        raise EngineError("The prompt has 900 tokens.", "Shorten it.")

    usual = studio.blind
    studio.blind = lambda _: ScriptedJob([refuse])
    train(studio)
    studio.session.blind_setup.choose_source("suites")
    page.begin_button.click()
    studio.qtbot.waitUntil(page.banner.isVisible)
    assert page.banner.text.startswith("The prompt has 900 tokens.")
    studio.blind = usual
    skip = next(b for b in page.banner.findChildren(QPushButton) if b.text() == "Skip this prompt")
    skip.click()
    ready(studio, page)
    assert not page.banner.isVisible()
    assert studio.session.blind.votes[0].choice == "skip"


def test_a_new_run_holds_the_test_up(studio: Studio, voting: BlindPage) -> None:
    studio.qtbot.waitUntil(lambda: not studio.session.engine.is_busy)
    gate = threading.Semaphore(0)
    studio.run = SteppingRun(steps=2, gate=gate)
    studio.session.start_training()
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.RUNNING)
    made = len(studio.asked)
    for _ in range(made):
        ready(studio, voting)
        press(studio, voting, "same")
    assert not voting.voting.buttons["a"].isEnabled()
    assert len(studio.asked) == made
    gate.release(5)
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FINISHED)
    ready(studio, voting)
    # The test goes on with the adapter that it began with.
    assert studio.session.blind.test is not None


def test_equal_replies_are_said_to_be_equal(studio: Studio, page: BlindPage) -> None:
    ends = [ReplyFinished("before", "Yes.", 1, 0.1, "end"), ReplyFinished("after", "Yes.", 1, 0.1, "end")]
    studio.blind = lambda prompt: ScriptedJob(ends) if "Question" in prompt else blind_replies(prompt)
    train(studio)
    page.begin_button.click()
    ready(studio, page)
    assert page.voting.note.text() == "Both replies say the same."
    studio.session.blind.reveal()
    studio.session.blind_setup.choose_source("suites")
    page.begin_button.click()
    studio.qtbot.waitUntil(lambda: not studio.session.blind_setup.is_reading)
    ready(studio, page)
    assert page.voting.note.text() == ""


def test_a_test_without_a_vote_can_be_given_up(studio: Studio, voting: BlindPage) -> None:
    voting.reveal_button.click()
    assert studio.session.blind.state == "setup"
    assert voting.setup.isVisible()
    assert voting.begin_button.isEnabled()
    assert not voting.setup.past_button.isVisible()


def test_escape_leads_back_and_keeps_everything(studio: Studio, voting: BlindPage) -> None:
    press(studio, voting, "a")
    focus = QApplication.focusWidget()
    assert focus is not None
    studio.qtbot.keyClick(focus, Qt.Key.Key_Escape)
    assert studio.wanted_pages == ["compare"]
    voting.hide()
    voting.show()
    ready(studio, voting)
    assert len(studio.session.blind.votes) == 1


def test_every_control_can_be_found_and_hit(studio: Studio, voting: BlindPage) -> None:
    for _ in range(2):
        assert nameless(voting) == []
        assert too_small(voting) == []
        voting.voting.result_button.click()
    finish(studio, voting, 2)
    assert nameless(voting) == []
    assert too_small(voting) == []


def test_reasons_are_chosen_by_keyboard_and_go_with_the_vote(studio: Studio, voting: BlindPage) -> None:
    reasons = voting.voting.reasons
    focus = QApplication.focusWidget()
    assert focus is not None
    studio.qtbot.keyClick(focus, Qt.Key.Key_R)
    assert reasons.chips[0].hasFocus()
    studio.qtbot.keyClick(reasons.chips[0], Qt.Key.Key_Space)
    studio.qtbot.keyClick(reasons.chips[0], Qt.Key.Key_R)
    assert reasons.chips[1].hasFocus()
    press(studio, voting, "a")
    assert studio.session.blind.votes[0].reasons == ("Friendlier",)
    assert reasons.reasons == ()
    ready(studio, voting)
    press(studio, voting, "b")
    assert studio.session.blind.votes[1].reasons == ()


def test_a_reason_in_other_words(studio: Studio, voting: BlindPage) -> None:
    reasons = voting.voting.reasons
    assert not reasons.edit.isVisible()
    reasons.other.click()
    assert reasons.edit.hasFocus()
    studio.qtbot.keyClicks(reasons.edit, "12 facts  fewer")  # digits are text here, not votes
    assert studio.session.blind.votes == ()
    studio.qtbot.keyClick(reasons.edit, Qt.Key.Key_Return)
    assert not reasons.edit.hasFocus()
    press(studio, voting, "b")
    assert studio.session.blind.votes[0].reasons == ("12 facts fewer",)
    assert not reasons.edit.isVisible()
    voting.undo_button.click()  # the vote comes back with its reasons
    assert reasons.reasons == ("12 facts fewer",)
    reasons.edit.setFocus()
    studio.qtbot.keyClick(reasons.edit, Qt.Key.Key_Escape)
    assert reasons.reasons == ()
    assert studio.wanted_pages == []


def test_the_result_says_which_reasons_were_given(studio: Studio, voting: BlindPage) -> None:
    voting.voting.reasons.chips[2].click()
    press(studio, voting, "a")
    side = studio.session.blind.votes[0].winner
    voting.reveal_button.click()
    counts = "trained 1, original 0" if side == "after" else "trained 0, original 1"
    assert voting.result.reasons.text() == f"Reasons you gave: Shorter ({counts})."


def test_lines_of_votes_that_say_nothing_are_told_once(studio: Studio) -> None:
    studio.session.project.votes_path.write_text("{half\n[]\n", encoding="utf-8")
    page = BlindPage(studio.theme, studio.session)
    studio.load()
    studio.show(page)
    studio.qtbot.waitUntil(lambda: studio.session.blind.state == "setup")
    assert "2 lines of votes.jsonl could not be read" in page.banner.text
    page.banner.clear()
    page.refresh()
    assert not page.banner.isVisible()
