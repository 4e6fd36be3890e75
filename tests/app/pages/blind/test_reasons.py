"""Why one reply was better, said on the blind test's page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.pages.blind.page import BlindPage
from tests.app.pages.blind.voting import press, ready
from tests.app.pages.conftest import Studio


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
