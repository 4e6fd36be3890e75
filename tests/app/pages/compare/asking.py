"""Prompts for the Compare page, and what the fake engine answers."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.pages.compare.page import ComparePage
from engine.chat.generate import ReplyFinished, TextGenerated
from engine.evaluation.reply_reward import ReplyReward, TokenReward
from tests.app.pages.conftest import Studio

HTML = "<b>bold</b> <img src='file:///etc/passwd'> & <i>&lt;"


BOTH = (
    TextGenerated("before", "Thank you ", 2),
    TextGenerated("after", "Yes", 1),
    ReplyFinished("after", "Yes", 1, 0.1, "end"),
    ReplyFinished("before", "Thank you for asking.", 4, 0.2, "length"),
)
REWARDED = ReplyReward(
    (TokenReward("Thank", -3.0, -1.0), TokenReward(" you 🧡", -2.0, -2.05), TokenReward(" for asking.", -1.0, -1.75)),
    0.1,
)
YES = ReplyReward((TokenReward("Yes", -2.0, -1.0), TokenReward("</s>\n", -0.5, -0.1, is_ending=True)), 0.1)


def ask(studio: Studio, page: ComparePage, prompt: str, *replies: object) -> None:
    """Type a prompt, press Enter, and wait for the replies."""
    studio.replies = list(replies)
    page.prompt.edit.setPlainText(prompt)
    studio.qtbot.keyClick(page.prompt.edit, Qt.Key.Key_Return)
    studio.qtbot.waitUntil(lambda: not studio.session.chat.is_busy)
