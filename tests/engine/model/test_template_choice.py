"""The templates to choose from: what they write, whom they suit, and that their end token ends a reply everywhere."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import torch
from transformers import AutoTokenizer

from engine.chat.generate import ReplyFinished, Sampling, generate_reply
from engine.chat.reply import end_token_ids
from engine.data.checks.model.registry import check_with_model, view_model
from engine.data.preference_pair import Message, PreferencePair
from engine.errors import EngineError, PlanError
from engine.export.tokenizer_files import copy_tokenizer
from engine.model.adapter import attach_fresh_adapter, save_adapter, stored_template
from engine.model.inspect import inspect_model
from engine.model.keeper import ModelKeeper
from engine.model.load import load_model, load_tokenizer, read_tokenizer
from engine.model.preview import preview_pair
from engine.model.template_choice import CHAT_TEMPLATES, suitable_templates, use_template
from engine.plan import AdapterPlan, DataPlan, ModelPlan, RunPlan
from engine.training.admission import require_inputs

TALK = [Message("system", "Be brief."), Message("user", "Why?"), Message("assistant", "So."), Message("user", "And?")]
PAIR = PreferencePair(1, (Message("user", "the cat?"),), (Message("assistant", "red"),), (Message("assistant", "dog"),))
WRITTEN = {
    "chatml": (
        "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nWhy?<|im_end|>\n"
        "<|im_start|>assistant\nSo.<|im_end|>\n<|im_start|>user\nAnd?<|im_end|>\n<|im_start|>assistant\n"
    ),
    "zephyr": (
        "<|system|>\nBe brief.<|im_end|>\n<|user|>\nWhy?<|im_end|>\n<|assistant|>\nSo.<|im_end|>\n"
        "<|user|>\nAnd?<|im_end|>\n<|assistant|>\n"
    ),
    "alpaca": (
        "Be brief.\n\n### Instruction:\nWhy?\n\n### Response:\nSo.<|im_end|>\n\n"
        "### Instruction:\nAnd?\n\n### Response:\n"
    ),
    "plain": "Be brief.\n\nUser:\nWhy?\n\nAssistant:\nSo.<|im_end|>\n\nUser:\nAnd?\n\nAssistant:\n",
    "llama3": (
        "<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nBe brief.<|eot_id|>"
        "<|start_header_id|>user<|end_header_id|>\n\nWhy?<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n"
        "So.<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nAnd?<|eot_id|>"
        "<|start_header_id|>assistant<|end_header_id|>\n\n"
    ),
    "gemma": (
        "<bos><start_of_turn>user\nBe brief.\n\nWhy?<end_of_turn>\n<start_of_turn>model\nSo.<end_of_turn>\n"
        "<start_of_turn>user\nAnd?<end_of_turn>\n<start_of_turn>model\n"
    ),
}


@pytest.fixture
def base_folder(tiny_model_folder: Path, tmp_path: Path) -> Path:
    """A base model: no chat template, and an end token of its own that ends texts, not turns."""
    folder = shutil.copytree(tiny_model_folder, tmp_path / "base")
    (folder / "chat_template.jinja").unlink(missing_ok=True)
    settings: dict[str, Any] = json.loads((folder / "tokenizer_config.json").read_text(encoding="utf-8"))
    settings.pop("chat_template", None)
    settings["eos_token"] = "<|endoftext|>"
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")
    for name in ("config.json", "generation_config.json"):
        document = json.loads((folder / name).read_text(encoding="utf-8")) | {"eos_token_id": 0}
        (folder / name).write_text(json.dumps(document), encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", CHAT_TEMPLATES)
def test_a_conversation_is_written_as_published(name: str, tiny_model_folder: Path) -> None:
    tokenizer = AutoTokenizer.from_pretrained(tiny_model_folder)
    tokenizer.add_special_tokens({"additional_special_tokens": list(CHAT_TEMPLATES[name].needs)})
    use_template(tokenizer, name)
    messages = [message.as_dict() for message in TALK]
    assert tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True) == WRITTEN[name]


def test_only_what_the_tokenizer_knows_is_offered(base_folder: Path) -> None:
    tokenizer = read_tokenizer(base_folder)
    assert suitable_templates(tokenizer) == ("chatml", "zephyr", "alpaca", "plain")
    with pytest.raises(EngineError, match=r"Llama 3 needs .*<\|eot_id\|>.*chatml, zephyr"):
        use_template(tokenizer, "llama3")
    tokenizer.eos_token = None
    assert suitable_templates(tokenizer) == ("chatml",)
    with pytest.raises(EngineError, match="Alpaca needs an end token"):
        use_template(tokenizer, "alpaca")


def test_a_first_token_that_the_tokenizer_adds_is_written(tiny_model_folder: Path) -> None:
    class Llama:
        """A tokenizer that puts its first token before every text, as Llama's do."""

        bos_token_id, eos_token_id, unk_token_id = 1, 2, None
        chat_template = ""

        def __call__(self, text: str, *, add_special_tokens: bool = True) -> dict[str, list[int]]:
            return {"input_ids": [1, 9] if add_special_tokens else [9]}

        def convert_tokens_to_ids(self, token: str) -> int:
            return 9

    llama = Llama()
    use_template(llama, "plain")
    assert llama.chat_template.startswith("{{ bos_token }}")
    use_template(llama, "gemma")
    assert not llama.chat_template.startswith("{{ bos_token }}")


@pytest.mark.parametrize("name", ["chatml", "alpaca"])
def test_the_end_token_ends_a_reply_where_it_is_chosen(name: str, base_folder: Path) -> None:
    """In the preview, in the checks of a reply's end, and in generation, whose model is made to write it at once."""
    assert inspect_model(base_folder).problem == ""
    tokenizer = load_tokenizer(base_folder, name)
    preview = preview_pair(tokenizer, PAIR)
    assert (preview.end_tokens, preview.same_prompt) == (1, True)
    flags = check_with_model([PAIR], view_model(base_folder, 64, name))
    assert flags["reply_end"].count == 0
    loaded = load_model(base_folder, "cpu", "float32", chat_template=name)
    end = tokenizer.eos_token_id
    assert end in end_token_ids(loaded)
    assert end == tokenizer.convert_tokens_to_ids("<|im_end|>" if name == "chatml" else "<|endoftext|>")
    with torch.no_grad():  # the first token that it writes is the one that ends a reply
        loaded.model.lm_head.weight = torch.nn.Parameter(torch.zeros_like(loaded.model.lm_head.weight))
        loaded.model.lm_head.bias = torch.nn.Parameter(torch.nn.functional.one_hot(torch.tensor(end), 320).float())
    *_, finished = generate_reply(loaded, [Message("user", "the cat?")], Sampling(temperature=0.0), lambda: False)
    assert isinstance(finished, ReplyFinished)
    assert (finished.reason, finished.tokens) == ("end", 0)


def test_without_a_template_a_run_is_refused_by_the_field_s_name(base_folder: Path, tiny_pairs_file: Path) -> None:
    plan = RunPlan(ModelPlan(str(base_folder)), DataPlan(str(tiny_pairs_file)))
    with pytest.raises(PlanError) as refused:
        require_inputs(plan)
    assert refused.value.field == "model.chat_template"
    require_inputs(RunPlan(ModelPlan(str(base_folder), chat_template="plain"), DataPlan(str(tiny_pairs_file))))
    with pytest.raises(PlanError, match=r"model\.chat_template cannot be 'chatlm'.*chatml"):
        ModelPlan(str(base_folder), chat_template="chatlm")
    with pytest.raises(EngineError, match="no chat template"):
        load_tokenizer(base_folder)


def test_an_adapter_remembers_its_template_and_is_spoken_to_in_it(base_folder: Path, tmp_path: Path) -> None:
    adapter = tmp_path / "adapter"
    loaded = load_model(base_folder, "cpu", "float32", chat_template="chatml")
    save_adapter(attach_fresh_adapter(loaded.model, AdapterPlan(r=2), 1), adapter, 0.1, chat_template="chatml")
    assert stored_template(adapter) == "chatml"
    keeper = ModelKeeper()
    assert keeper.acquire(base_folder, "cpu", "float32", adapter).tokenizer.eos_token == "<|im_end|>"
    weights = keeper.acquire(base_folder, "cpu", "float32", adapter).causal_model
    plain = keeper.acquire(base_folder, "cpu", "float32", adapter, chat_template="plain")
    assert plain.tokenizer.eos_token == "<|endoftext|>"
    assert plain.causal_model is weights  # another template is no reason to load the weights anew


def test_the_template_goes_along_with_an_export(base_folder: Path, tiny_model_folder: Path, tmp_path: Path) -> None:
    for number, folder in enumerate((base_folder, tiny_model_folder)):
        target = tmp_path / str(number)
        target.mkdir()
        copy_tokenizer(folder, target, "chatml")
        exported = AutoTokenizer.from_pretrained(target)
        messages = [message.as_dict() for message in TALK]
        written = exported.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)
        assert written == WRITTEN["chatml"]
        assert exported.eos_token == "<|im_end|>"
