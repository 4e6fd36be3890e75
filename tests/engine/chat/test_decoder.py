"""Replies as rows of one batch: each writes what it would write alone, whatever stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.chat.decoder import Decoder
from engine.chat.generate import ReplyFinished, Sampling, TextGenerated
from engine.chat.reply import Reply
from engine.data.preference_pair import Message
from engine.errors import EngineError
from engine.model.adapter import attach_fresh_adapter
from engine.model.load import LoadedModel, load_model
from engine.model.voice import Voice, speaking
from engine.plan import AdapterPlan
from engine.preference.shared_prefix.attention import attention_of

SHORT = [Message("user", "Why is the cat red?")]
LONG = [Message("user", "The dog sits."), Message("assistant", "Why is it red?"), Message("user", "The sun is on it.")]


def never() -> bool:
    return False


def reply(loaded: LoadedModel, messages: Sequence[Message], voice: Voice, **changes: Any) -> Reply:
    wanted: dict[str, Any] = {"temperature": 0.0, "max_new_tokens": 24, **changes}
    sampling = Sampling(**wanted)
    return Reply(loaded, messages, sampling, "after", voice)


def gather(events: Iterator[TextGenerated | ReplyFinished], into: list[TextGenerated | ReplyFinished]) -> None:
    """Keep what came, also when an error ends it."""
    for event in events:
        into.append(event)  # noqa: PERF402


def by_transformers(loaded: LoadedModel, one: Reply) -> list[int]:
    """What `generate` of transformers and peft write, without the token that ends it."""
    prompt = torch.tensor([one.prompt_ids])
    with torch.no_grad(), speaking(loaded, one.voice):
        output = loaded.model.generate(input_ids=prompt, do_sample=False, max_new_tokens=24)
    written: list[int] = output[0, prompt.shape[1] :].tolist()
    return written[:-1] if written[-1] == loaded.tokenizer.eos_token_id else written


def passes(loaded: LoadedModel, monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, ...]]:
    """The shapes of all inputs that the model is given from now on."""
    shapes: list[tuple[int, ...]] = []
    forward = loaded.generation_model.forward

    def noted(*args: Any, **kwargs: Any) -> Any:
        shapes.append(tuple(kwargs["input_ids"].shape))
        return forward(*args, **kwargs)

    monkeypatch.setattr(loaded.generation_model, "forward", noted)
    return shapes


WISHES: list[tuple[list[Message], Voice, dict[str, Any]]] = [
    (SHORT, "original", {}),
    (LONG, "trained", {"max_new_tokens": 9}),
    (SHORT, "trained", {"temperature": 1.0, "seed": 3}),
    (LONG, "original", {"repetition_penalty": 2.0}),
    (SHORT, "trained", {"temperature": 1.0, "seed": 4, "max_new_tokens": 30}),
]


def test_rows_of_any_voice_and_length_write_what_they_write_alone(
    adapted: LoadedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone: list[list[int]] = []
    for messages, voice, changes in WISHES:
        one = reply(adapted, messages, voice, **changes)
        list(Decoder(adapted, [one]).write(never))
        alone.append(one.token_ids)
    together = [reply(adapted, messages, voice, **changes) for messages, voice, changes in WISHES]
    shapes = passes(adapted, monkeypatch)
    list(Decoder(adapted, together).write(never))
    assert [each.token_ids for each in together] == alone
    assert len({tuple(ids) for ids in alone}) >= 4
    assert (5, 1) in shapes  # in one batch, until the first of them ended
    assert shapes[-1] == (1, 1)


def test_in_bfloat16_rows_of_different_lengths_write_what_they_write_alone(
    tiny_model_folder: Path, adapted: LoadedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    half = load_model(tiny_model_folder, "cpu", "bfloat16")
    half.model = attach_fresh_adapter(half.model, AdapterPlan(r=4, alpha=64.0), seed=1)
    weights = {name: value for name, value in adapted.model.state_dict().items() if ".lora_" in name}
    half.model.load_state_dict(weights, strict=False)
    half.model.eval()
    wishes: list[tuple[list[Message], Voice]] = [(SHORT, "trained"), (LONG, "original"), (LONG, "trained")]
    alone = [reply(half, messages, voice, temperature=1.0) for messages, voice in wishes]
    for each in alone:
        list(Decoder(half, [each]).write(never))
    together = [reply(half, messages, voice, temperature=1.0) for messages, voice in wishes]
    shapes = passes(half, monkeypatch)
    list(Decoder(half, together).write(never))
    assert [each.token_ids for each in together] == [each.token_ids for each in alone]
    assert (3, 1) in shapes
    assert attention_of(half.causal_model) == "sdpa"


def test_replies_to_one_question_in_one_voice_read_it_once(
    adapted: LoadedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    several = [reply(adapted, LONG, "trained", temperature=1.0, seed=seed) for seed in range(3)]
    shapes = passes(adapted, monkeypatch)
    list(Decoder(adapted, several).write(never))
    assert [shape for shape in shapes if shape[1] > 1] == [(1, len(several[0].prompt_ids))]


def test_an_adapter_that_is_more_than_a_product_takes_turns_and_stays_right(
    plain: LoadedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain.model = attach_fresh_adapter(plain.model, AdapterPlan(r=4, alpha=64.0, dora=True), seed=1)
    random = torch.Generator().manual_seed(5)
    for name, parameter in plain.model.named_parameters():
        if "lora_B" in name:
            parameter.data = torch.randn(parameter.shape, generator=random)
        if "magnitude" in name:
            parameter.data *= 5 * torch.randn(parameter.shape, generator=random)
    plain.model.eval()
    replies = [reply(plain, SHORT, "original"), reply(plain, SHORT, "trained")]
    shapes = passes(plain, monkeypatch)
    list(Decoder(plain, replies).write(never))
    assert {rows for rows, _ in shapes} == {1}
    assert [each.token_ids for each in replies] == [by_transformers(plain, each) for each in replies]
    assert replies[0].token_ids != replies[1].token_ids


def test_memory_that_is_full_in_the_middle_is_told_and_what_was_written_is_kept(
    adapted: LoadedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    forward, left = adapted.generation_model.forward, iter(range(6))

    def full(*args: Any, **kwargs: Any) -> Any:
        if next(left, None) is None:
            raise RuntimeError("[enforce fail at alloc_cpu.cpp:117] DefaultCPUAllocator: can't allocate memory")
        return forward(*args, **kwargs)

    before = [module.training for module in adapted.model.modules()]
    monkeypatch.setattr(adapted.generation_model, "forward", full)
    monkeypatch.setattr("engine.chat.decoder.SLICE_SECONDS", 0.0)
    seen: list[TextGenerated | ReplyFinished] = []
    both = [reply(adapted, SHORT, "original"), reply(adapted, SHORT, "trained")]
    with pytest.raises(EngineError, match="memory of cpu is full"):
        gather(Decoder(adapted, both).write(never), seen)
    assert sum(isinstance(event, TextGenerated) for event in seen) > 2
    assert [module.training for module in adapted.model.modules()] == before


def test_a_reply_that_never_stops_ends_where_the_context_does(
    adapted: LoadedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.chat.reply.end_token_ids", lambda _: frozenset[int]())
    endless = reply(adapted, SHORT, "trained", max_new_tokens=2000)
    *_, end = Decoder(adapted, [endless]).write(never)
    assert isinstance(end, ReplyFinished)
    assert end.reason == "context"
    assert endless.length == 512
