from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.chat.decoder import Decoder
from engine.chat.generate import ReplyFinished, Sampling, TextGenerated, generate_reply
from engine.chat.reply import Reply, prompt_ids
from engine.data.preference_pair import Message
from engine.errors import EngineError
from engine.model.load import LoadedModel, load_model
from engine.model.voice import Voice

QUESTION = [Message("user", "Why is the cat on the sun?")]
GREEDY = Sampling(temperature=0.0, max_new_tokens=24)


def never() -> bool:
    return False


def after(calls: int) -> Callable[[], bool]:
    """A stop that is asked for once it was looked at `calls` times."""
    looks = iter(range(calls))
    return lambda: next(looks, None) is None


def last(events: Iterator[TextGenerated | ReplyFinished]) -> ReplyFinished:
    finished = list(events)[-1]
    assert isinstance(finished, ReplyFinished)
    return finished


def written_ids(loaded: LoadedModel, sampling: Sampling, *, voice: Voice = "trained") -> list[int]:
    reply = Reply(loaded, QUESTION, sampling, "after", voice)
    list(Decoder(loaded, [reply]).write(never))
    return reply.token_ids


def transformers_ids(loaded: LoadedModel, sampling: Sampling) -> list[int]:
    """What `generate` of transformers writes, its end token left out."""
    prompt = torch.tensor([prompt_ids(loaded, QUESTION)])
    loaded.model.eval()
    output = loaded.model.generate(
        input_ids=prompt,
        attention_mask=torch.ones_like(prompt),
        do_sample=False,
        max_new_tokens=sampling.max_new_tokens,
        repetition_penalty=sampling.repetition_penalty,
    )[0, prompt.shape[1] :].tolist()
    end = loaded.tokenizer.eos_token_id
    return output[: output.index(end)] if end in output else output


def favour(loaded: LoadedModel, token: int) -> None:
    """Make a token the likeliest one everywhere."""
    model = loaded.model
    hook: Callable[..., Any] = lambda _module, _inputs, logits: logits.index_fill(-1, torch.tensor([token]), 1e4)  # noqa: E731
    model.lm_head.register_forward_hook(hook)


def test_greedy_equals_transformers_token_for_token(plain: LoadedModel) -> None:
    ids = written_ids(plain, GREEDY)
    assert len(ids) == 24
    assert ids == transformers_ids(plain, GREEDY)


def test_greedy_with_a_penalty_equals_transformers(plain: LoadedModel) -> None:
    sampling = Sampling(temperature=0.0, max_new_tokens=24, repetition_penalty=10.0)
    ids = written_ids(plain, sampling)
    assert ids == transformers_ids(plain, sampling)
    assert ids != written_ids(plain, GREEDY)


def test_greedy_with_an_adapter_equals_transformers_with_peft(adapted: LoadedModel) -> None:
    with_adapter, without = written_ids(adapted, GREEDY), written_ids(adapted, GREEDY, voice="original")
    assert with_adapter != without
    assert with_adapter == transformers_ids(adapted, GREEDY)
    with adapted.reference():
        assert without == transformers_ids(adapted, GREEDY)


@pytest.mark.smollm2
def test_greedy_equals_transformers_on_a_real_model(smollm2_folder: Path) -> None:
    loaded = load_model(smollm2_folder, "cpu", "float32")
    sampling = Sampling(temperature=0.0, max_new_tokens=20)
    assert written_ids(loaded, sampling) == transformers_ids(loaded, sampling)


def test_pieces_make_up_the_reply(plain: LoadedModel) -> None:
    events = list(generate_reply(plain, QUESTION, Sampling(max_new_tokens=30, seed=3), never))
    finished = events[-1]
    assert isinstance(finished, ReplyFinished)
    assert "".join(event.text for event in events[:-1]) == finished.text
    assert finished.side == "after"
    assert finished.seconds > 0
    counts = [event.tokens for event in events]
    assert counts == sorted(counts)


def test_the_same_seed_writes_the_same_and_another_something_else(plain: LoadedModel) -> None:
    first = written_ids(plain, Sampling(temperature=1.0, max_new_tokens=30, seed=3))
    assert first == written_ids(plain, Sampling(temperature=1.0, max_new_tokens=30, seed=3))
    assert first != written_ids(plain, Sampling(temperature=1.0, max_new_tokens=30, seed=4))


def test_a_reply_ends_at_the_tokenizers_end_token(plain: LoadedModel) -> None:
    favour(plain, plain.tokenizer.eos_token_id)
    finished = last(generate_reply(plain, QUESTION, GREEDY, never))
    assert (finished.reason, finished.text, finished.tokens) == ("end", "", 0)


def test_a_reply_ends_at_every_end_token_of_the_generation_settings(plain: LoadedModel) -> None:
    plain.model.generation_config.eos_token_id = [2, 77]
    favour(plain, 77)
    assert last(generate_reply(plain, QUESTION, GREEDY, never)).reason == "end"


def test_a_reply_stops_at_its_length(plain: LoadedModel) -> None:
    finished = last(generate_reply(plain, QUESTION, Sampling(temperature=0.0, max_new_tokens=5), never))
    assert (finished.reason, finished.tokens) == ("length", 5)


def test_a_reply_stops_when_asked_and_keeps_what_it_has(plain: LoadedModel) -> None:
    finished = last(generate_reply(plain, QUESTION, GREEDY, after(3)))
    assert (finished.reason, finished.tokens) == ("stopped", 3)
    assert finished.text


def test_a_reply_stops_where_the_context_ends(plain: LoadedModel) -> None:
    prompt_length = len(prompt_ids(plain, QUESTION))
    plain.model.config.max_position_embeddings = prompt_length + 4
    finished = last(generate_reply(plain, QUESTION, GREEDY, never))
    assert (finished.reason, finished.tokens) == ("context", 4)


def test_a_prompt_longer_than_the_context_is_refused(plain: LoadedModel) -> None:
    with pytest.raises(EngineError, match=r"The prompt has [\d,]+ tokens, but the model reads 512 at most"):
        list(generate_reply(plain, [Message("user", "why " * 600)], GREEDY, never))


def test_full_memory_is_told_as_a_sentence(plain: LoadedModel, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(plain.model, "forward", full)
    with pytest.raises(EngineError, match="memory of cpu is full"):
        list(generate_reply(plain, QUESTION, GREEDY, never))


@pytest.mark.parametrize(
    "wrong", [{"temperature": -1.0}, {"top_p": 0.0}, {"top_p": 1.1}, {"max_new_tokens": 0}, {"seed": -1}]
)
def test_impossible_settings_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(EngineError):
        Sampling(**wrong)


def test_importing_the_chat_needs_no_torch() -> None:
    program = "import sys, engine.chat.generate, engine.chat.compare, engine.score; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
