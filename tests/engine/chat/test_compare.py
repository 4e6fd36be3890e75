from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from engine.chat.compare import compare_replies
from engine.chat.generate import ReplyFinished, Sampling, Side, TextGenerated, generate_reply
from engine.data.preference_pair import Message
from engine.model.adapter import attach_fresh_adapter
from engine.model.load import LoadedModel, load_model
from engine.plan import AdapterPlan

QUESTION = [Message("user", "Why is the cat red?")]
SAMPLING = Sampling(temperature=1.0, max_new_tokens=40, seed=9)


def never() -> bool:
    return False


def texts(events: Iterator[TextGenerated | ReplyFinished]) -> dict[Side, str]:
    return {event.side: event.text for event in events if isinstance(event, ReplyFinished)}


def test_each_side_writes_what_it_writes_alone(adapted: LoadedModel) -> None:
    both = texts(compare_replies(adapted, QUESTION, QUESTION, SAMPLING, never))
    after = texts(generate_reply(adapted, QUESTION, SAMPLING, never, "after", "trained"))
    before = texts(generate_reply(adapted, QUESTION, SAMPLING, never, "before", "original"))
    assert both == before | after
    assert both["before"] != both["after"]


def test_without_an_adapter_both_sides_agree(plain: LoadedModel) -> None:
    both = texts(compare_replies(plain, QUESTION, QUESTION, SAMPLING, never))
    assert both["before"] == both["after"] != ""


def test_each_side_has_its_own_conversation(plain: LoadedModel) -> None:
    other = [Message("user", "The dog sits."), Message("assistant", "Why?"), Message("user", "The sun.")]
    both = texts(compare_replies(plain, QUESTION, other, SAMPLING, never))
    assert both["before"] == texts(generate_reply(plain, QUESTION, SAMPLING, never))["after"]
    assert both["after"] == texts(generate_reply(plain, other, SAMPLING, never))["after"]


def test_the_sides_take_turns(adapted: LoadedModel) -> None:
    events = list(compare_replies(adapted, QUESTION, QUESTION, Sampling(temperature=0.0, max_new_tokens=400), never))
    first_end = next(index for index, event in enumerate(events) if isinstance(event, ReplyFinished))
    assert {event.side for event in events[:first_end]} == {"before", "after"}


def test_a_stop_ends_both_sides(adapted: LoadedModel) -> None:
    ends = list(compare_replies(adapted, QUESTION, QUESTION, SAMPLING, lambda: True))
    assert [(event.side, event.reason) for event in ends if isinstance(event, ReplyFinished)] == [
        ("before", "stopped"),
        ("after", "stopped"),
    ]


def test_a_model_in_bfloat16_with_its_float32_adapter_answers(tiny_model_folder: Path, adapted: LoadedModel) -> None:
    half = load_model(tiny_model_folder, "cpu", "bfloat16")
    half.model = attach_fresh_adapter(half.model, AdapterPlan(r=4, alpha=64.0), seed=1)
    weights = {name: value for name, value in adapted.model.state_dict().items() if ".lora_" in name}
    half.model.load_state_dict(weights, strict=False)
    both = texts(compare_replies(half, QUESTION, QUESTION, SAMPLING, never))
    assert both["before"] != both["after"]
