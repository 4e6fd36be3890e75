"""Rewards on the Compare page: the bar, and the tint of every word."""

from __future__ import annotations

import re
import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor

from app.background.jobs import ReplyScored
from app.pages.compare.page import ComparePage
from app.pages.compare.token_view import TokenView, tint_strength
from engine.chat.best_of import Candidate, CandidatesRanked
from engine.evaluation.reply_reward import ReplyReward, TokenReward
from tests.app.accessible import nameless, too_small, undescribed
from tests.app.pages.compare.asking import BOTH, REWARDED, YES, ask
from tests.app.pages.conftest import Studio


def test_the_reward_and_its_words(studio: Studio, trained: ComparePage) -> None:
    studio.rewards = [ReplyScored("before", REWARDED), ReplyScored("after", YES)]
    ask(studio, trained, "Are you open?", *BOTH)
    turn = trained.conversation.turns[0]
    studio.qtbot.waitUntil(lambda: turn.after.reward.number.text() == "+0.14")
    assert turn.before.reward.number.text() == "+0.12"
    trained.new_button.setFocus()
    studio.qtbot.keyClick(trained.new_button, Qt.Key.Key_T)
    assert turn.after.tokens.isVisible()
    assert not turn.after.view.isVisible()
    assert turn.after.tokens.text == "Yes</s>⏎"
    tokens = turn.before.tokens
    tokens.setFocus()
    studio.qtbot.keyClick(tokens, Qt.Key.Key_Right)
    assert turn.before.reward.note.text() == "“Thank”  +2.00 nats: 5% before, 37% after"
    studio.qtbot.keyClick(tokens, Qt.Key.Key_Right)
    assert turn.before.reward.note.text() == "“ you 🧡”  −0.05 nats: 14% before, 13% after"
    studio.qtbot.keyClick(tokens, Qt.Key.Key_End)
    assert tokens.accessibleDescription() == "“ for asking.”  −0.75 nats: 37% before, 17% after"
    assert nameless(trained) == []
    assert too_small(trained) == []
    studio.qtbot.keyClick(trained.new_button, Qt.Key.Key_T)
    assert turn.before.view.isVisible()


def test_the_words_are_tinted_and_tell_their_numbers_under_the_pointer(studio: Studio, trained: ComparePage) -> None:
    studio.rewards = [ReplyScored("before", REWARDED), ReplyScored("after", YES)]
    ask(studio, trained, "Are you open?", *BOTH)
    turn = trained.conversation.turns[0]
    turn.before.reward.tokens_button.click()
    studio.qtbot.waitUntil(turn.before.tokens.isVisible)
    tokens = turn.before.tokens
    tints: list[str] = []
    for place in (1, 7, 15):
        cursor = QTextCursor(tokens.document())
        cursor.setPosition(place)
        tints.append(cursor.charFormat().background().color().name())
    colors = studio.theme.colors
    assert tints == [colors.chosen_fill.lower(), "#000000", colors.rejected_fill.lower()]
    for place, word in ((1, "“Thank”"), (7, "“ you 🧡”"), (15, "“ for asking.”")):
        cursor = QTextCursor(tokens.document())
        cursor.setPosition(place)
        studio.qtbot.mouseMove(tokens.viewport(), tokens.cursorRect(cursor).center() + QPoint(2, 0))
        studio.qtbot.waitUntil(lambda word=word: turn.before.reward.note.text().startswith(word))


@pytest.mark.parametrize("nats,strength", [(0.0, 0.0), (0.11, 0.0), (-1.0, 0.58), (5.0, 0.58), (0.5, 0.313)])
def test_the_tint_grows_with_the_log_ratio(nats: float, strength: float) -> None:
    assert tint_strength(nats) == pytest.approx(strength, abs=1e-3)


def test_a_long_reply_is_tinted_in_one_go(studio: Studio) -> None:
    words = tuple(TokenReward(f" word{n}", -2.0, -2.0 + (n % 5) - 2) for n in range(1024))
    view = TokenView(studio.theme, "Words")
    studio.qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    start = time.perf_counter()
    view.show_reward(ReplyReward(words, 0.1))
    assert time.perf_counter() - start < 1.0  # 0.02 s; laid out anew after each token it took 3.5 s
    assert view.text.count("word") == 1024


def test_the_numbers_of_the_words_add_up_to_the_reward_in_sight(studio: Studio, trained: ComparePage) -> None:
    studio.rewards = [ReplyScored("before", REWARDED), ReplyScored("after", YES)]
    ask(studio, trained, "Are you open?", *BOTH)
    turn = trained.conversation.turns[0]
    for view, beta in ((turn.before, REWARDED.beta), (turn.after, YES.beta)):
        studio.qtbot.waitUntil(lambda view=view: view.reward.reward is not None)
        view.reward.tokens_button.setChecked(True)
        told: list[str] = []
        view.tokens.pointed.connect(told.append)
        view.tokens.setFocus()
        studio.qtbot.keyClick(view.tokens, Qt.Key.Key_Home)
        while len(told) < 2 or told[-1] != told[-2]:
            studio.qtbot.keyClick(view.tokens, Qt.Key.Key_Right)
        numbers = [float(re.findall(r"([+−][\d.]+) nats", words)[0].replace("−", "-")) for words in dict.fromkeys(told)]
        assert len(numbers) > 1
        shown = float(view.reward.number.text().replace("−", "-"))
        assert beta * sum(numbers) == pytest.approx(shown, abs=0.005 + beta * 0.005 * len(numbers))


def test_the_best_of_several_and_the_others_rewards(studio: Studio, trained: ComparePage) -> None:
    trained.sampling.best_of.box.setValue(2)
    assert studio.session.chat.best_of == 2
    best, other = Candidate("Yes", 1, "end", YES), Candidate("Thank you 🧡 for asking.", 4, "length", REWARDED)
    ask(studio, trained, "Are you open?", CandidatesRanked("after", (best, other)), *BOTH)
    (turn,) = trained.conversation.turns
    row = turn.after.candidates
    assert row.isVisible()
    assert not turn.before.candidates.isVisible()
    assert row.title.text() == "Best of 2 by reward"
    assert row.choice is not None
    assert [row.choice.itemText(place) for place in range(2)] == ["+0.14  Yes", "+0.12  Thank you 🧡 for asking."]
    assert turn.after.reward.number.text() == "+0.14"
    row.choice.setFocus()
    studio.qtbot.keyClick(row.choice, Qt.Key.Key_Down)
    assert turn.after.text == "Thank you 🧡 for asking."
    assert turn.after.reward.number.text() == "+0.12"
    turn.after.prefer_button.click()
    assert not row.choice.isEnabled()
    assert row.choice.toolTip() == "A preferred reply stays as it is. Take the preference back first."
    assert nameless(trained) == []
    assert undescribed(trained) == []
    assert too_small(trained) == []
