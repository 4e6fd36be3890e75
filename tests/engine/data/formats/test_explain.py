from __future__ import annotations

from typing import Any

import pytest

from engine.data.formats.explain import why_no_preferences

NEEDS = "Training needs a chosen and a rejected reply for each prompt."


@pytest.mark.parametrize(
    "row, message",
    [
        ({"prompt": "a", "chosen": "b"}, f"a.json has no rejected replies. {NEEDS}"),
        ({"input": {}, "preferred_output": []}, f"a.json has no rejected replies. {NEEDS}"),
        ({"prompt": "a", "rejected": "b"}, f"a.json has no chosen replies. {NEEDS}"),
        (
            {"text": "a", "chosen": "b", "rejected": "c"},
            "a.json has two replies in each row but no prompt that is known; its fields are text, chosen, rejected.",
        ),
        (
            {"response1": "a", "response2": "b", "annotator1": 1},
            f"a.json holds votes between two replies and does not say which one was chosen. {NEEDS}",
        ),
        ({"text": "a"}, f"a.json holds no preferences: its fields are text. {NEEDS}"),
        ({}, f"a.json holds no preferences: its rows are empty. {NEEDS}"),
        (
            {str(number): 0 for number in range(9)},
            f"a.json holds no preferences: its fields are 0, 1, 2, 3, 4, 5, 6, 7, …. {NEEDS}",
        ),
    ],
)
def test_the_sentence_says_what_is_missing(row: dict[str, Any], message: str) -> None:
    error = why_no_preferences("a.json", [row])
    assert error.message == message
    assert '"chosen"' in error.hint


@pytest.mark.parametrize(
    "row, what",
    [
        ({"id": "1", "run_id": "2", "key": "correct", "score": 1, "comment": None}, "LangSmith feedback"),
        ({"id": "1", "traceId": "2", "name": "output", "dataType": "NUMERIC", "value": 1}, "Langfuse scores"),
        ({"internal": [["q", "a"]], "visible": [["q", "a"]], "metadata": {}}, "text-generation-webui"),
        ({"sender": "User", "text": "q", "isCreatedByUser": "true", "messageId": "1"}, "LibreChat table"),
    ],
)
def test_exports_without_preferences_are_named(row: dict[str, Any], what: str) -> None:
    error = why_no_preferences("a.json", [row])
    assert what in error.message
    assert error.hint.endswith(".")
