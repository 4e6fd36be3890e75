from __future__ import annotations

import pytest

from engine.data.column_guess import ReadingKind, guess_columns, guess_kind


@pytest.mark.parametrize(
    "columns, kind, guessed",
    [
        (
            ("id", "User Question", "betterReply", "worse_reply"),
            "pairs",
            {"prompt": "User Question", "chosen": "betterReply", "rejected": "worse_reply"},
        ),
        (
            ("question", "Answer 1", "Answer 2", "verdict", "system prompt"),
            "votes",
            {
                "prompt": "question",
                "response_a": "Answer 1",
                "response_b": "Answer 2",
                "winner": "verdict",
                "system": "system prompt",
            },
        ),
        (
            ("query", "reply", "thumbs"),
            "labels",
            {"prompt": "query", "completion": "reply", "label": "thumbs"},
        ),
    ],
)
def test_columns_are_guessed_by_their_words(
    columns: tuple[str, ...], kind: ReadingKind, guessed: dict[str, str]
) -> None:
    assert guess_kind(columns) == kind
    assert guess_columns(columns, kind) == guessed


def test_no_column_serves_twice_and_strangers_serve_nothing() -> None:
    assert guess_columns(("x", "good"), "pairs") == {"chosen": "good"}
    assert guess_columns(("1", "2"), "votes") == {"response_a": "1", "response_b": "2"}
