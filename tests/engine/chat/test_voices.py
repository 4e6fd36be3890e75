"""Any two of the model and its adapters speak in turns, each as plain transformers and peft would."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from peft import PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer

from engine.chat.decoder import Decoder
from engine.chat.generate import Sampling
from engine.chat.reply import Reply
from engine.data.preference_pair import Message
from engine.errors import EngineError
from engine.model.adapter import attach_fresh_adapter, save_adapter
from engine.model.keeper import ModelKeeper
from engine.model.load import LoadedModel, load_model
from engine.model.voice import voices_of
from engine.plan import AdapterPlan

QUESTION = [Message("user", "Why is the cat red?")]
GREEDY = Sampling(temperature=0.0, max_new_tokens=24)

MakeAdapter = Callable[..., Path]


@pytest.fixture
def make_adapter(tiny_model_folder: Path, tmp_path: Path) -> MakeAdapter:
    """Writes a random adapter under a name, of a rank, from a seed."""

    def make(name: str, rank: int, seed: int, folder: Path = tiny_model_folder) -> Path:
        model = load_model(folder, "cpu", "float32").model
        model = attach_fresh_adapter(model, AdapterPlan(r=rank, alpha=32.0), seed=seed)
        random = torch.Generator().manual_seed(seed)
        for parameter_name, parameter in model.named_parameters():
            if "lora_B" in parameter_name:
                size = 1.0 if folder == tiny_model_folder else 0.01
                parameter.data = size * torch.randn(parameter.shape, generator=random)
        save_adapter(model, tmp_path / name, 0.1)
        return tmp_path / name

    return make


def both(loaded: LoadedModel, left: Path | None, right: Path | None) -> tuple[list[int], list[int]]:
    """The tokens that the two sides write, side by side."""
    _, _, (first, second) = voices_of(left, right)
    replies = Reply(loaded, QUESTION, GREEDY, "before", first), Reply(loaded, QUESTION, GREEDY, "after", second)
    list(Decoder(loaded, replies).write(lambda: False))
    return replies[0].token_ids, replies[1].token_ids


def by_transformers(folder: Path, adapter: Path | None, dtype: torch.dtype = torch.float32) -> list[int]:
    """The tokens that `generate` writes with nothing of ours, without the one that ends the reply."""
    tokenizer: Any = AutoTokenizer.from_pretrained(folder)
    model: Any = AutoModelForCausalLM.from_pretrained(folder, dtype=dtype)
    if adapter is not None:
        model = PeftModel.from_pretrained(model, str(adapter))
    model.eval()
    turns = [{"role": message.role, "content": message.content} for message in QUESTION]
    text = tokenizer.apply_chat_template(turns, tokenize=False, add_generation_prompt=True)
    ids = tokenizer(text, add_special_tokens=False, return_tensors="pt")
    with torch.no_grad():
        written = model.generate(**ids, max_new_tokens=GREEDY.max_new_tokens, do_sample=False)
    tokens: list[int] = written[0, ids["input_ids"].shape[1] :].tolist()
    return tokens[:-1] if tokens[-1] == tokenizer.eos_token_id else tokens


@pytest.mark.parametrize(
    "left, right",
    [(None, None), (None, "one"), ("one", None), ("one", "two"), ("two", "one"), ("two", "two")],
)
def test_each_pane_writes_what_transformers_and_peft_write(
    tiny_model_folder: Path, make_adapter: MakeAdapter, left: str | None, right: str | None
) -> None:
    adapters = {"one": make_adapter("one", 4, 1), "two": make_adapter("two", 2, 2)}
    paths = [adapters[name] if name else None for name in (left, right)]
    adapter, beside, _ = voices_of(*paths)
    loaded = ModelKeeper().acquire(tiny_model_folder, "cpu", "float32", adapter, beside)
    assert both(loaded, *paths) == tuple(by_transformers(tiny_model_folder, path) for path in paths)


@pytest.mark.smollm2
def test_both_panes_of_a_real_model_in_bfloat16_write_what_transformers_and_peft_write(
    smollm2_folder: Path, make_adapter: MakeAdapter, monkeypatch: pytest.MonkeyPatch
) -> None:
    adapter = make_adapter("real", 4, 1, smollm2_folder)
    loaded = ModelKeeper().acquire(smollm2_folder, "cpu", "bfloat16", adapter)
    widest = [0]
    forward = loaded.model.forward

    def noted(*args: Any, **kwargs: Any) -> Any:
        widest[0] = max(widest[0], len(kwargs["input_ids"]))
        return forward(*args, **kwargs)

    monkeypatch.setattr(loaded.model, "forward", noted)
    for question in ("What is DPO?", "List three colours."):
        monkeypatch.setattr("tests.engine.chat.test_voices.QUESTION", [Message("user", question)])
        theirs = tuple(by_transformers(smollm2_folder, path, torch.bfloat16) for path in (None, adapter))
        assert both(loaded, None, adapter) == theirs
    assert widest == [2]  # they were rows of one batch


def test_three_voices_differ_and_share_one_copy_of_the_weights(
    tiny_model_folder: Path, make_adapter: MakeAdapter
) -> None:
    one, two = make_adapter("one", 4, 1), make_adapter("two", 2, 2)
    keeper = ModelKeeper()
    loaded = keeper.acquire(tiny_model_folder, "cpu", "float32", two, one)
    weights = {parameter.data_ptr() for name, parameter in loaded.model.named_parameters() if ".lora_" not in name}
    written = {tuple(ids) for ids in (*both(loaded, one, two), by_transformers(tiny_model_folder, None))}
    assert len(written) == 3
    again = keeper.acquire(tiny_model_folder, "cpu", "float32", one)
    assert again is loaded
    assert {p.data_ptr() for name, p in again.model.named_parameters() if ".lora_" not in name} == weights
    assert again.beside is None
    assert both(again, None, one) == tuple(by_transformers(tiny_model_folder, path) for path in (None, one))


def test_a_second_adapter_that_changed_on_the_disk_is_read_anew(
    tiny_model_folder: Path, make_adapter: MakeAdapter
) -> None:
    one, two, three = make_adapter("one", 4, 1), make_adapter("two", 2, 2), make_adapter("three", 2, 3)
    keeper = ModelKeeper()
    keeper.acquire(tiny_model_folder, "cpu", "float32", one, two)
    shutil.rmtree(two)
    shutil.copytree(three, two)
    loaded = keeper.acquire(tiny_model_folder, "cpu", "float32", one, two)
    assert both(loaded, two, one)[0] == by_transformers(tiny_model_folder, three)


def test_a_second_adapter_that_does_not_fit_is_refused_by_name(
    tiny_model_folder: Path, make_adapter: MakeAdapter, tmp_path: Path
) -> None:
    one = make_adapter("one", 4, 1)
    (tmp_path / "none").mkdir()
    keeper = ModelKeeper()
    with pytest.raises(EngineError, match="none"):
        keeper.acquire(tiny_model_folder, "cpu", "float32", one, tmp_path / "none")
    assert keeper.loaded is None
    assert keeper.acquire(tiny_model_folder, "cpu", "float32", one).beside is None
