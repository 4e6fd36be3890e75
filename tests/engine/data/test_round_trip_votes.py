"""What is written as votes, ranks, labels and branching chats is read back as the same pairs."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.formats.registry import FORMATS
from engine.data.preference_pair import PreferencePair
from engine.data.reader import read_preferences
from tests.engine.data import examples
from tests.engine.data.test_round_trip import FORMATS as WRITTEN_ELSEWHERE

Rows = list[dict[str, Any]]
_OASST = {"user_id": "u", "lang": "en", "deleted": False}


def texts_of(pair: PreferencePair) -> tuple[str, str, str]:
    return pair.prompt_text, pair.chosen_text, pair.rejected_text


def in_order(pair: PreferencePair, first: bool) -> tuple[str, str, str]:
    """The prompt and the replies as they stand side by side; `first` says that the chosen one stands first."""
    prompt, chosen, rejected = texts_of(pair)
    return (prompt, chosen, rejected) if first else (prompt, rejected, chosen)


def compared(prompt_key: str, replies: tuple[str, str], verdict: Callable[[bool], dict[str, Any]]) -> Any:
    def write(pair: PreferencePair, first: bool, _: int) -> Rows:
        prompt, one, other = in_order(pair, first)
        return [{prompt_key: prompt, replies[0]: one, replies[1]: other, **verdict(first)}]

    return write


def as_arena_battle(pair: PreferencePair, first: bool, _: int) -> Rows:
    prompt, one, other = in_order(pair, first)
    sides = ([{"role": "user", "content": prompt}, {"role": "assistant", "content": text}] for text in (one, other))
    winner = "model_a" if first else "model_b"
    return [{"conversation_a": next(sides), "conversation_b": next(sides), "winner": winner, "turn": 1}]


def as_arena_table(pair: PreferencePair, first: bool, _: int) -> Rows:
    prompt, one, other = (json.dumps([text]) for text in in_order(pair, first))
    outcome = {"winner_model_a": int(first), "winner_model_b": int(not first), "winner_tie": 0}
    return [{"prompt": prompt, "response_a": one, "response_b": other, **outcome}]


def as_arena_log(pair: PreferencePair, first: bool, _: int) -> Rows:
    prompt, one, other = in_order(pair, first)
    states = [{"offset": 0, "messages": [["USER", prompt], ["ASSISTANT", text]]} for text in (one, other)]
    return [{"type": "leftvote" if first else "rightvote", "states": states, "tstamp": 1.0}]


def as_ultrafeedback(pair: PreferencePair, first: bool, _: int) -> Rows:
    prompt, one, other = in_order(pair, first)
    replies = [{"response": one, "overall_score": 5 + first}, {"response": other, "overall_score": 6 - first}]
    return [{"instruction": prompt, "completions": replies, "source": "s"}]


def as_scored(pair: PreferencePair, first: bool, _: int) -> Rows:
    prompt, one, other = in_order(pair, first)
    return [{"prompt": prompt, "answers": [{"answer": one, "rank": 2 - first}, {"answer": other, "rank": 1 + first}]}]


def as_fine_grained(pair: PreferencePair, first: bool, _: int) -> Rows:
    prompt, one, other = in_order(pair, first)
    return [{"question": prompt, "prediction 1": one, "prediction 2": other, "preference": [1 if first else 2]}]


def as_oasst_tree(pair: PreferencePair, first: bool, number: int) -> Rows:
    prompt, one, other = in_order(pair, first)
    replies = [
        {"text": text, "role": "assistant", "rank": rank, "replies": [], **_OASST}
        for text, rank in ((one, int(not first)), (other, int(first)))
    ]
    root = {"text": prompt, "role": "prompter", "replies": replies, **_OASST}
    return [{"message_tree_id": str(number), "prompt": root}]


def as_oasst_messages(pair: PreferencePair, first: bool, number: int) -> Rows:
    prompt, one, other = in_order(pair, first)
    root = {"message_id": f"q{number}", "parent_id": None, "text": prompt, "role": "prompter", "rank": None}
    replies = [
        {"message_id": f"{side}{number}", "parent_id": f"q{number}", "text": text, "role": "assistant", "rank": rank}
        for side, text, rank in (("a", one, int(not first)), ("b", other, int(first)))
    ]
    return [*replies, root] if first else [root, *replies]


def as_chain(pair: PreferencePair, _: bool, number: int) -> Rows:
    prompt, chosen, rejected = texts_of(pair)
    return [{"id": number, "parent_id": None, "prompt": prompt, "answer": chosen, "rejected_answer": rejected}]


def as_styles(pair: PreferencePair, _: bool, __: int) -> Rows:
    prompt, chosen, rejected = texts_of(pair)
    return [{"prompt": prompt, "chosen": [chosen], "rejected": [rejected]}]


def as_alpaca_ranked(pair: PreferencePair, _: bool, __: int) -> Rows:
    prompt, chosen, rejected = texts_of(pair)
    return [{"instruction": prompt, "input": "", "output": [chosen, rejected]}]


def as_nemo_aligner(pair: PreferencePair, _: bool, __: int) -> Rows:
    prompt, chosen, rejected = texts_of(pair)
    baked = f"<extra_id_0>System\n\n<extra_id_1>User\n{prompt}\n<extra_id_1>Assistant\n"
    return [{"prompt": baked, "chosen_response": f"{chosen}\n<extra_id_1>", "rejected_response": rejected}]


def labelled(write: Callable[[str, str, bool], dict[str, Any]]) -> Any:
    """A good and a bad reply to one prompt, each in a row of its own."""

    def rows(pair: PreferencePair, first: bool, _: int) -> Rows:
        prompt, chosen, rejected = texts_of(pair)
        made = [write(prompt, chosen, True), write(prompt, rejected, False)]
        return made if first else made[::-1]

    return rows


def as_kto(prompt: str, reply: str, good: bool) -> dict[str, Any]:
    return {
        "conversations": [{"from": "human", "value": prompt}, {"from": "gpt", "value": reply}],
        "kto_tag": good,
    }


def as_chat_ui(prompt: str, reply: str, good: bool) -> dict[str, Any]:
    turns = [{"from": "user", "content": prompt}, {"from": "assistant", "content": reply, "score": 1 if good else -1}]
    return {"title": "t", "created_at": "-", "updated_at": "-", "messages": turns}


def as_open_webui(pair: PreferencePair, first: bool, _: int) -> Rows:
    prompt, chosen, rejected = texts_of(pair)
    messages = {
        "q": {"id": "q", "parentId": None, "role": "user", "content": prompt},
        "a": {"id": "a", "parentId": "q", "role": "assistant", "content": chosen},
        "b": {"id": "b", "parentId": "q", "role": "assistant", "content": rejected},
    }
    meta, rating = ({"message_id": "a"}, 1) if first else ({"message_id": "b"}, "-1")
    snapshot = {"chat": {"chat": {"history": {"messages": messages, "currentId": "a"}}}}
    return [{"type": "rating", "data": {"rating": rating}, "meta": meta, "snapshot": snapshot}]


def as_librechat(pair: PreferencePair, first: bool, number: int) -> Rows:
    prompt, chosen, rejected = texts_of(pair)
    rated = {"feedback": {"rating": "thumbsUp" if first else "thumbsDown"}}
    replies = [
        {"messageId": name, "parentMessageId": "q", "isCreatedByUser": False, "text": text, **thumb}
        for name, text, thumb in (("a", chosen, rated if first else {}), ("b", rejected, {} if first else rated))
    ]
    asked = {"messageId": "q", "parentMessageId": "0", "isCreatedByUser": True, "text": prompt}
    return [{"conversationId": str(number), "messages": [asked, *replies]}]


WRITERS: dict[str, Callable[[PreferencePair, bool, int], Rows]] = {
    "pandalm": compared("instruction", ("response1", "response2"), lambda first: {"annotator1": 1 if first else 2}),
    "auto_j": compared("prompt", ("response 1", "response 2"), lambda first: {"label": int(not first)}),
    "alpaca_eval": compared("instruction", ("output_1", "output_2"), lambda first: {"preference": 1 if first else 2}),
    "safe_rlhf": compared("prompt", ("response_0", "response_1"), lambda first: {"better_response_id": int(not first)}),
    "judge_bench": compared(
        "question", ("response_A", "response_B"), lambda first: {"label": "A>B" if first else "B>A"}
    ),
    "llm_comparator": compared(
        "input_text", ("output_text_a", "output_text_b"), lambda first: {"score": 1 if first else -1}
    ),
    "spelled_vote": compared("question", ("answer_1", "answer_2"), lambda first: {"winner": "first" if first else "2"}),
    "fine_grained": as_fine_grained,
    "arena_battle": as_arena_battle,
    "arena_table": as_arena_table,
    "arena_log": as_arena_log,
    "ultrafeedback": as_ultrafeedback,
    "scored_replies": as_scored,
    "oasst_tree": as_oasst_tree,
    "oasst_messages": as_oasst_messages,
    "chain": as_chain,
    "styles": as_styles,
    "alpaca_ranked": as_alpaca_ranked,
    "nemo_aligner": as_nemo_aligner,
    "trl_unpaired": labelled(lambda prompt, reply, good: {"prompt": prompt, "completion": reply, "label": good}),
    "kto_conversation": labelled(as_kto),
    "anything_llm": labelled(
        lambda prompt, reply, good: {"prompt": prompt, "response": reply, "rating": "GOOD" if good else "BAD"}
    ),
    "chat_ui": labelled(as_chat_ui),
    "open_webui": as_open_webui,
    "librechat": as_librechat,
}
# These strip the space around a text, and know speakers and marks by their names.
_plain = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20)


@pytest.mark.parametrize("name", WRITERS)
@given(data=st.data(), as_list=st.booleans())
@settings(max_examples=25, deadline=None)
def test_pairs_come_back_as_they_were_voted(name: str, data: st.DataObject, as_list: bool) -> None:
    kind = examples.pairs(_plain if name == "nemo_aligner" else examples.texts, single_turn=True)
    pairs = data.draw(st.lists(kind, min_size=1, max_size=4, unique_by=lambda pair: pair.prompt_text))
    pairs = [pair for pair in pairs if pair.chosen != pair.rejected] or [examples.pair()]
    rows = [row for number, pair in enumerate(pairs) for row in WRITERS[name](pair, data.draw(st.booleans()), number)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "no-extension-tells")
        path.write_text(json.dumps(rows) if as_list else "\n".join(map(json.dumps, rows)), encoding="utf-8")
        read = read_preferences(path)
    assert read.format == name
    assert [(pair.prompt, pair.chosen, pair.rejected) for pair in read.pairs] == [
        (pair.prompt, pair.chosen, pair.rejected) for pair in pairs
    ]
    assert (read.unpaired, read.ties, read.skipped) == (0, 0, ())


def test_every_format_is_written_and_read_back() -> None:
    written = {name.split(maxsplit=1)[0] for name in (*WRITERS, *WRITTEN_ELSEWHERE)}
    # Where the prompt ends is not written in such a file, so it cannot be read back to the letter.
    assert {form.name for form in FORMATS} - written == {"trl_implicit"}
