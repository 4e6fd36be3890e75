"""The Arena's page with real widgets over a fake engine: picking, editing, writing and undoing by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.pages.arena.page import ArenaPage
from engine.chat.generate import ReplyFinished
from tests.app.accessible import beyond_tab, nameless, too_small, undescribed
from tests.app.fake_engine import ScriptedJob
from tests.app.pages.arena.picking import CTRL, kept, key, keys, ready, said
from tests.app.pages.conftest import Studio


def test_picks_by_key_are_pairs_at_once(studio: Studio, picking: ArenaPage) -> None:
    shown: list[tuple[str, str]] = []
    for pressed in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_0, Qt.Key.Key_9, Qt.Key.Key_S):
        ready(studio, picking)
        a, b = (pane.text for pane in picking.picking.replies.both)
        shown.append((a, b))
        key(studio, pressed)
    assert [one.choice for one in studio.session.arena.picks] == ["a", "b", "same", "both_bad", "skip"]
    assert said(studio) == [shown[0], (shown[1][1], shown[1][0])]
    assert kept(studio)[0].prompt == studio.session.arena.picks[0].messages
    assert picking.picking.progress.accessibleDescription() == "2 of 200"


def test_a_pick_lights_up_and_what_comes_meanwhile_is_not_taken(studio: Studio, picking: ArenaPage) -> None:
    prompt = picking.picking.prompt.reading.text
    key(studio, Qt.Key.Key_1)
    assert picking.picking.controls.sides["a"].is_cast
    assert picking.picking.prompt.reading.text == prompt
    for pressed in (Qt.Key.Key_1, Qt.Key.Key_E, Qt.Key.Key_W, Qt.Key.Key_R, Qt.Key.Key_P):
        key(studio, pressed)
    assert len(studio.session.arena.picks) == 1
    ready(studio, picking)
    assert not picking.picking.controls.sides["a"].is_cast
    assert picking.picking.prompt.reading.text != prompt


def test_e_asks_which_is_better_and_edits_that_one(studio: Studio, picking: ArenaPage) -> None:
    a, b = (pane.text for pane in picking.picking.replies.both)
    key(studio, Qt.Key.Key_E)
    assert picking.picking.controls.sides["b"].text() == "Edit B"
    assert picking.picking.controls.note.text().startswith("Which one is better?")
    key(studio, Qt.Key.Key_2)
    assert picking.picking.editor.isVisible()
    assert picking.picking.editor.text == b
    keys(studio, " 12 o'clock")  # digits are letters here
    key(studio, Qt.Key.Key_Return, CTRL)
    assert said(studio) == [(f"{b} 12 o'clock", a)]
    (one,) = studio.session.arena.picks
    assert (one.choice, one.written) == ("b", f"{b} 12 o'clock")
    assert one.replies is not None
    assert one.replies[1].text == b
    ready(studio, picking)
    assert not picking.picking.editor.isVisible()
    key(studio, Qt.Key.Key_1)  # the keyboard is back where one picks
    assert len(studio.session.arena.picks) == 2


def test_esc_leaves_what_is_written_for_the_next_time(studio: Studio, picking: ArenaPage) -> None:
    key(studio, Qt.Key.Key_E)
    key(studio, Qt.Key.Key_Escape)
    assert picking.picking.controls.sides["b"].text() == "B is better"
    key(studio, Qt.Key.Key_W)
    keys(studio, "Ask me.")
    key(studio, Qt.Key.Key_Escape)
    assert not picking.picking.editor.isVisible()
    assert studio.session.arena.picks == ()
    key(studio, Qt.Key.Key_W)
    assert picking.picking.editor.text == "Ask me."


def test_ones_own_reply_is_chosen_over_both(studio: Studio, picking: ArenaPage) -> None:
    a, b = (pane.text for pane in picking.picking.replies.both)
    key(studio, Qt.Key.Key_W)
    assert not picking.picking.editor.keep_button.isEnabled()
    keys(studio, "Ask me.")
    key(studio, Qt.Key.Key_Return, CTRL)
    assert said(studio) == [("Ask me.", a), ("Ask me.", b)]
    assert studio.session.arena.pair_count == 2


def test_ctrl_z_takes_the_last_pick_back_with_its_pairs(studio: Studio, picking: ArenaPage) -> None:
    assert not picking.undo_button.isEnabled()
    prompt, panes = picking.picking.prompt.reading.text, [pane.text for pane in picking.picking.replies.both]
    key(studio, Qt.Key.Key_1)
    ready(studio, picking)
    key(studio, Qt.Key.Key_W)
    keys(studio, "Mine")
    key(studio, Qt.Key.Key_Return, CTRL)
    ready(studio, picking)
    assert len(kept(studio)) == 3
    key(studio, Qt.Key.Key_Z, CTRL)
    assert len(kept(studio)) == 1
    key(studio, Qt.Key.Key_Z, CTRL)
    assert (kept(studio), studio.session.arena.picks) == ([], ())
    assert picking.picking.prompt.reading.text == prompt
    assert [pane.text for pane in picking.picking.replies.both] == panes
    assert not picking.undo_button.isEnabled()


def test_a_typed_prompt_is_asked_next_and_counted_by_its_topic(studio: Studio, picking: ArenaPage) -> None:
    before = picking.picking.prompt.reading.text
    key(studio, Qt.Key.Key_P)
    keys(studio, "Open on 1 May?")
    picking.picking.entry.topic.setFocus()
    keys(studio, "brevity")
    key(studio, Qt.Key.Key_Return)
    ready(studio, picking)
    assert picking.picking.prompt.reading.text == "Open on 1 May?"
    key(studio, Qt.Key.Key_2)
    ready(studio, picking)
    assert picking.picking.prompt.reading.text == before
    assert kept(studio)[0].prompt_text == "Open on 1 May?"
    assert "Brevity: 1  ·  12 wait" in picking.picking.coverage.words.splitlines()


def test_equal_replies_are_told_and_the_next_seeds_offered(studio: Studio, page: ArenaPage) -> None:
    usual = studio.arena
    both = [ReplyFinished("before", "Yes.", 1, 0.1, "end"), ReplyFinished("after", "Yes. ", 1, 0.1, "end")]
    studio.arena = lambda _: ScriptedJob(both)
    page.begin_button.click()
    keys(studio, "Open?")
    key(studio, Qt.Key.Key_Return, CTRL)
    ready(studio, page)
    assert page.picking.controls.note.text().startswith("Both replies say the same. Draw again (R)")
    key(studio, Qt.Key.Key_1)
    assert studio.session.arena.picks == ()
    studio.arena = usual
    key(studio, Qt.Key.Key_R)
    ready(studio, page)
    assert page.picking.controls.note.text() == ""
    (_, _, first), (_, prompt, second) = studio.arena_asked
    assert prompt == "Open?"
    assert {one.seed for one in first}.isdisjoint({one.seed for one in second})
    key(studio, Qt.Key.Key_1)
    assert len(kept(studio)) == 1


def test_equal_replies_can_be_edited_without_asking_which(studio: Studio, page: ArenaPage) -> None:
    both = [ReplyFinished("before", "Yes.", 1, 0.1, "end"), ReplyFinished("after", "Yes.", 1, 0.1, "end")]
    studio.arena = lambda _: ScriptedJob(both)
    page.begin_button.click()
    keys(studio, "Open?")
    key(studio, Qt.Key.Key_Return, CTRL)
    ready(studio, page)
    key(studio, Qt.Key.Key_E)
    key(studio, Qt.Key.Key_Return, CTRL)
    assert page.picking.editor.isVisible()  # nothing was changed
    keys(studio, " Till 5.")
    key(studio, Qt.Key.Key_Return, CTRL)
    assert said(studio) == [("Yes. Till 5.", "Yes.")]


def test_m_shows_the_marks_of_both_replies(studio: Studio, page: ArenaPage) -> None:
    both = [ReplyFinished("before", "- One\n- Two", 4, 0.1, "end"), ReplyFinished("after", "One.", 2, 0.1, "end")]
    studio.arena = lambda _: ScriptedJob(both)
    page.begin_button.click()
    keys(studio, "Open?")
    key(studio, Qt.Key.Key_Return, CTRL)
    ready(studio, page)
    panes = page.picking.replies
    assert all(pane.view.formatted.isVisible() for pane in panes.both)
    key(studio, Qt.Key.Key_M)
    assert all(pane.view.written.isVisible() for pane in panes.both)
    assert panes.as_written_button.isChecked()
    assert not too_small(page)
    key(studio, Qt.Key.Key_2)
    assert said(studio) == [("One.", "- One\n- Two")]  # what is kept is what was written


def test_a_cut_reply_is_told(studio: Studio, page: ArenaPage) -> None:
    long = [ReplyFinished("before", "On and", 1, 0.1, "length"), ReplyFinished("after", "Yes.", 1, 0.1, "end")]
    studio.arena = lambda _: ScriptedJob(long)
    page.begin_button.click()
    keys(studio, "Open?")
    key(studio, Qt.Key.Key_Return, CTRL)
    ready(studio, page)
    assert page.picking.controls.note.text().startswith("Reply A was cut")
    key(studio, Qt.Key.Key_2)
    replies = studio.session.arena.picks[0].replies
    assert replies is not None
    assert [reply.was_cut for reply in replies] == [True, False]


def test_the_goal_makes_data_the_next_step_and_the_pairs_open(studio: Studio, page: ArenaPage) -> None:
    studio.session.arena_setup.change(goal=2, about="tone")
    studio.session.arena_setup.choose_source("suites")
    page.begin_button.click()
    for count in range(2):
        ready(studio, page)
        assert page.open_button.isVisible() == bool(count)
        key(studio, Qt.Key.Key_1)
    studio.qtbot.waitUntil(lambda: not page.picking.is_lit)
    page.open_button.click()
    studio.qtbot.waitUntil(lambda: studio.session.dataset.path == studio.session.arena.pairs_path)
    assert studio.session.dataset.pair_count == 2
    assert studio.wanted_pages == ["data"]
    assert studio.session.arena.pick("a")
    page.hide()  # what is open follows
    studio.qtbot.waitUntil(lambda: studio.session.dataset.pair_count == 3 and studio.session.dataset.path is not None)


def test_nothing_on_the_page_tells_who_is_who(studio: Studio, picking: ArenaPage) -> None:
    for pane in picking.picking.replies.both:
        texts = pane.reading.accessibleName() + pane.accessibleName() + pane.toolTip()
        assert "tiny-chat" not in texts
    assert nameless(picking) == []
    assert too_small(picking) == []
    assert undescribed(picking) == []
    assert beyond_tab(picking) == []


@pytest.mark.parametrize("where", ["pane", "button"])
def test_keys_count_wherever_the_focus_is_on_the_page(studio: Studio, picking: ArenaPage, where: str) -> None:
    places = {"pane": picking.picking.replies.both[1].reading, "button": picking.set_up_button}
    places[where].setFocus(Qt.FocusReason.OtherFocusReason)
    key(studio, Qt.Key.Key_2)
    assert studio.session.arena.picks[0].choice == "b"
    assert QApplication.focusWidget() is places[where]
