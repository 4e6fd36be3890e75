from __future__ import annotations

from pathlib import Path

import pytest

from engine.chat.generate import Sampling
from engine.chat.transcript import TranscribedReply, TranscribedTurn, as_markdown, save_transcript
from engine.errors import EngineError

EVIL = "````\n# Not a heading\n![x](https://evil.example)"
TURNS = (
    TranscribedTurn(
        "Hi", Sampling(seed=7, top_k=5), (TranscribedReply("Before", "Well.", ("2 tokens",)),), "Be brief."
    ),
    TranscribedTurn(
        EVIL, Sampling(seed=7, top_k=5), (TranscribedReply("Before", EVIL), TranscribedReply("After: <b>", "Yes"))
    ),
)


def test_the_conversation_can_be_read() -> None:
    text = as_markdown("Chat with *tiny*", TURNS)
    assert text.startswith(
        "# Chat with \\*tiny\\*\n\n## 1\n\nSystem message:\n\n```text\nBe brief.\n```\n\nPrompt:\n\n"
    )
    assert "Before \\(2 tokens\\):" not in text
    assert "Before (2 tokens):\n\n```text\nWell.\n```" in text
    assert "Drawn with temperature 0.7, top p 0.95, top k 5, at most 256 tokens, seed 7." in text
    assert text.count("Drawn with") == 1  # only where they change
    assert "Without a system message." in text


def test_nothing_in_it_ends_its_fence() -> None:
    text = as_markdown("Chat", TURNS)
    assert text.count("`````text\n" + EVIL + "\n`````\n") == 2
    assert "After: \\<b\\>:" in text


def test_it_is_saved_or_told_why_not(tmp_path: Path) -> None:
    save_transcript(tmp_path / "chat.md", "x\n")
    assert (tmp_path / "chat.md").read_text() == "x\n"
    with pytest.raises(EngineError, match="could not be saved"):
        save_transcript(tmp_path / "nowhere" / "chat.md", "x")
