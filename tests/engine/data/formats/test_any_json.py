"""Every format, with any JSON in any of its places: a row gives what it holds or a reason, never another exception."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.formats.registry import FORMATS, recognise
from tests.engine.data import examples
from tests.engine.data.test_malformed_files import never_another_exception

PAIR = examples.pair()
TURNS = examples.openai_turns(PAIR.prompt + PAIR.chosen)
REPLY = {"text": "a", "role": "assistant", "rank": 0, "message_id": "a", "replies": []}
ROOT = {"text": "q", "role": "prompter", "message_id": "q", "replies": [REPLY, {**REPLY, "rank": 1}]}
STATE = {"offset": 0, "messages": [["Human", "q"], ["Assistant", "a"]]}
CHAT = {
    "u": {"id": "u", "parentId": None, "role": "user", "content": "q"},
    "a": {"id": "a", "parentId": "u", "role": "assistant", "content": "a", "annotation": {"rating": -1}},
    "b": {"id": "b", "parentId": "u", "role": "assistant", "content": "b"},
}
SNAPSHOT = {"chat": {"chat": {"history": {"messages": CHAT}}}}

ROWS: dict[str, dict[str, Any]] = {
    "openai": examples.as_openai(PAIR),
    "chain": {"id": 1, "parent_id": None, "prompt": "q", "answer": "a", "rejected": "b", "rejected_prompt": ""},
    "nova": examples.as_nova(PAIR),
    "gemini": examples.as_gemini(PAIR),
    "nemo_rl": examples.as_nemo_rl(PAIR),
    "nemo_aligner": {"prompt": "<extra_id_1>User\nq\n", "chosen_response": "a", "rejected_response": "b"},
    "pandalm": {"instruction": "q", "input": "", "response1": "a", "response2": "b", "annotator1": 1, "annotator2": 2},
    "auto_j": {"prompt": "q", "response 1": "a", "response 2": "b", "label": 0},
    "alpaca_eval": {"instruction": "q", "output_1": "a", "output_2": "b", "preference": 1.5},
    "safe_rlhf": {"prompt": "q", "response_0": "a", "response_1": "b", "better_response_id": 0},
    "judge_bench": {"question": "q", "response_A": "a", "response_B": "b", "label": "A>B"},
    "llm_comparator": {"input_text": "q", "output_text_a": "a", "output_text_b": "b", "score": 0.5},
    "fine_grained": {
        "question": "q",
        "passages": [["t", "s"]],
        **{f"prediction {number}": f"{number}" for number in range(1, 5)},
        "preference": [1, 0, 2, 1, 1, 2],
    },
    "arena_battle": {"conversation_a": TURNS, "conversation_b": TURNS, "winner": "model_a"},
    "arena_table": {
        "prompt": '["q"]',
        "response_a": '["a"]',
        "response_b": ["b"],
        "winner_model_a": 1,
        "winner_model_b": 0,
        "winner_tie": 0,
    },
    "arena_log": {"type": "leftvote", "states": [STATE, STATE], "state": STATE},
    "ultrafeedback": {"instruction": "q", "completions": [{"response": text, "overall_score": 1} for text in "ab"]},
    "oasst_tree": {"message_tree_id": "q", "prompt": ROOT},
    "oasst_messages": {"message_id": "q", "parent_id": None, "text": "q", "role": "prompter", "rank": None},
    "styles": {"prompt": "q", "chosen": ["a"], "rejected": ["b"]},
    "open_webui": {"data": {"rating": 1}, "meta": {"message_id": "a"}, "snapshot": SNAPSHOT},
    "librechat": {
        "conversationId": "c",
        "messages": [
            {"messageId": "u", "parentMessageId": "0", "isCreatedByUser": True, "text": "q"},
            {"messageId": "a", "parentMessageId": "u", "content": [], "feedback": {"rating": "thumbsUp"}},
        ],
    },
    "anything_llm": {"prompt": "q", "response": "a", "rating": "GOOD"},
    "chat_ui": {
        "title": "t",
        "created_at": "-",
        "messages": [{"from": "user", "content": "q"}, {"from": "assistant", "content": "a", "score": 1}],
    },
    "sharegpt": examples.as_sharegpt(PAIR),
    "alpaca": examples.as_alpaca(PAIR),
    "alpaca_ranked": {"instruction": "q", "input": "", "output": ["a", "b"]},
    "conversation_sides": examples.as_conversation_sides(PAIR),
    "swift": examples.as_swift(PAIR),
    "transcript": examples.as_transcript(PAIR),
    "trl_conversational": examples.as_trl_conversational(PAIR),
    "trl": examples.as_trl(PAIR),
    "columns": examples.as_question(PAIR),
    "scored_replies": {"prompt": "q", "answers": [{"answer": "a", "rank": 1}, {"answer": "b", "rank": 2}]},
    "spelled_vote": {"prompt": "q", "response_a": "a", "response_b": "b", "winner": "A"},
    "trl_conversational_implicit": examples.as_trl_implicit(PAIR),
    "trl_implicit": {"chosen": "q. a", "rejected": "q. b"},
    "trl_unpaired": {"prompt": "q", "completion": "a", "label": True},
    "kto_conversation": {"messages": TURNS, "label": False},
}

scalars = (
    st.none()
    | st.booleans()
    | st.integers(-2, 3)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=3)
)
values = (
    scalars
    | st.lists(scalars | st.just({}) | st.lists(scalars, max_size=2), max_size=3)
    | st.dictionaries(st.sampled_from(["role", "content", "text", "rank", "messages", "a"]), scalars, max_size=2)
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value inside a row."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way for key, inner in items for way in [(*path, key), *places(inner, (*path, key))]]


def changed(row: dict[str, Any], path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    copy = json.loads(json.dumps(row))
    inner = copy
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return copy


def test_there_is_a_row_of_every_format() -> None:
    assert set(ROWS) == {form.name for form in FORMATS}


@pytest.mark.parametrize("name", ROWS)
def test_each_row_is_told_by_its_content(name: str) -> None:
    found = recognise([ROWS[name]])
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("name", ROWS)
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_any_json_in_any_place_never_ends_in_another_exception(name: str, data: st.DataObject) -> None:
    row = ROWS[name]
    broken = changed(row, data.draw(st.sampled_from(places(row))), data.draw(values))
    never_another_exception(json.dumps([row, row, broken]).encode())
