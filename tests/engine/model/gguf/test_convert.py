"""Families that are converted say what llama.cpp says of the same file; what cannot be told truly is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import gguf
import numpy as np
import pytest
import torch
from gguf.quants import dequantize, quantize
from safetensors.torch import load_file
from transformers import AutoModelForCausalLM, AutoTokenizer
from transformers.modeling_rope_utils import ROPE_INIT_FUNCTIONS

from engine.errors import EngineError
from engine.model.gguf import convert
from engine.model.gguf.convert import convert_gguf
from engine.model.gguf.facts import inspect_gguf
from engine.model.gguf.rope import llama3_factors
from engine.model.inspect import inspect_model
from tests.engine.model.gguf.family_files import FAMILY_FILES, HEAD_SIZE, random_family_model, write_family_gguf
from tests.engine.model.tiny_gguf import LlamaCpp, Vocabulary

BYTES = Vocabulary.of_bytes()
TEXT = "Here are three:\n\n1. One, and the others of the same kind\n\n2. Two"
Q4_1 = gguf.GGMLQuantizationType.Q4_1


def _write(path: Path, family: str = "llama", **options: Any) -> tuple[Path, Any]:
    made = FAMILY_FILES[family]
    model = random_family_model(made, len(BYTES.tokens))
    return write_family_gguf(path, made, model, BYTES, **options), model


@pytest.mark.parametrize("family", FAMILY_FILES)
def test_it_says_what_llama_cpp_says(family: str, tmp_path: Path) -> None:
    file, model = _write(tmp_path / f"{family}.gguf", family)
    folder = convert_gguf(file, tmp_path / "models")
    ours: Any = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
    ids: list[int] = AutoTokenizer.from_pretrained(folder)(TEXT, add_special_tokens=False)["input_ids"]
    with torch.no_grad():
        logps_TV = ours(torch.tensor([ids])).logits[0].log_softmax(-1)
        assert torch.allclose(logps_TV, model(torch.tensor([ids])).logits[0].log_softmax(-1), atol=1e-4)
    server = LlamaCpp(file)
    compared = 0
    for end in range(1, len(ids) + 1):
        theirs = server.likeliest(ids[:end], count=5)
        # llama.cpp keeps its key-value cache in float16.
        assert [float(logps_TV[end - 1, token]) for token in theirs] == pytest.approx(list(theirs.values()), abs=0.03)
        compared += bool(theirs)
    assert compared > len(ids) // 2


def test_quantised_weights_are_unpacked_into_bfloat16(tmp_path: Path) -> None:
    file, model = _write(tmp_path / "small.gguf", "qwen2", quantization=Q4_1)
    facts = inspect_gguf(file)
    assert (facts.dtype, facts.licence, facts.problem, facts.is_gguf) == ("Q4_1", "apache-2.0", "", True)
    weights = load_file(convert_gguf(file, tmp_path / "models") / "model.safetensors")
    expected = dequantize(quantize(model.state_dict()["model.layers.0.mlp.up_proj.weight"].numpy(), Q4_1), Q4_1)
    assert torch.equal(weights["model.layers.0.mlp.up_proj.weight"], torch.from_numpy(expected).to(torch.bfloat16))


def test_a_large_model_comes_in_several_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "_SHARD_BYTES", 200_000)
    file, model = _write(tmp_path / "large.gguf")
    folder = convert_gguf(file, tmp_path / "models")
    assert len(list(folder.glob("model-*.safetensors"))) > 1
    facts = inspect_model(folder)
    assert facts.problem == ""
    assert facts.parameters == sum(weight.numel() for weight in model.parameters())
    loaded: Any = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
    assert torch.equal(loaded.model.norm.weight, model.model.norm.weight)


def test_llama_3_stretches_positions_as_its_factors_say(tmp_path: Path) -> None:
    factors = llama3_factors(5000.0, HEAD_SIZE, 8.0, 8192).astype(np.float32)
    file, _ = _write(tmp_path / "stretched.gguf", extra={"rope_freqs.weight": factors})
    folder = convert_gguf(file, tmp_path / "models")
    config: Any = AutoModelForCausalLM.from_pretrained(folder).config
    theirs, _ = ROPE_INIT_FUNCTIONS["llama3"](config, torch.device("cpu"))
    plain = 5000.0 ** -(np.arange(0, HEAD_SIZE, 2) / HEAD_SIZE)
    assert theirs.numpy() == pytest.approx(plain / factors, rel=1e-5)


def test_other_factors_are_refused(tmp_path: Path) -> None:
    odd = np.linspace(1, 3, HEAD_SIZE // 2, dtype=np.float32)
    file, _ = _write(tmp_path / "odd.gguf", extra={"rope_freqs.weight": odd})
    with pytest.raises(EngineError, match="not those of Llama 3"):
        convert_gguf(file, tmp_path / "models")
    assert not list((tmp_path / "models").iterdir())


def test_a_weight_that_its_kind_does_not_have_is_refused(tmp_path: Path) -> None:
    file, _ = _write(tmp_path / "more.gguf", extra={"blk.0.attn_gate.weight": np.zeros((32, 32), np.float32)})
    with pytest.raises(EngineError, match=r"too many.*blk\.0\.attn_gate\.weight"):
        convert_gguf(file, tmp_path / "models")


def test_an_unknown_kind_is_listed_with_the_reason(tmp_path: Path) -> None:
    file, _ = _write(tmp_path / "plain.gguf")
    odd = tmp_path / "odd.gguf"
    # The same length, so that nothing else in the file moves.
    odd.write_bytes(file.read_bytes().replace(b"llama", b"lamma"))
    assert "kind lamma" in inspect_gguf(odd).problem
    with pytest.raises(EngineError, match="kind lamma"):
        convert_gguf(odd, tmp_path / "models")


def test_an_unknown_splitting_is_refused(tmp_path: Path) -> None:
    file, _ = _write(tmp_path / "split.gguf", splitting="porridge")
    with pytest.raises(EngineError, match="'porridge'"):
        convert_gguf(file, tmp_path / "models")


@pytest.mark.parametrize("keep", [0.0, 0.02, 0.5, 0.999])
def test_a_file_that_is_cut_short_is_refused(keep: float, tmp_path: Path) -> None:
    whole, _ = _write(tmp_path / "whole.gguf")
    content = whole.read_bytes()
    short = tmp_path / "short.gguf"
    short.write_bytes(content[: int(len(content) * keep)])
    with pytest.raises(EngineError, match=r"cut short|cannot be read|damaged"):
        convert_gguf(short, tmp_path / "models")


def test_giving_up_leaves_nothing_and_a_second_time_nothing_is_done(tmp_path: Path) -> None:
    file, _ = _write(tmp_path / "once.gguf")
    heard: list[tuple[int, int]] = []

    def give_up(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(EngineError):
        convert_gguf(file, tmp_path / "models", give_up)
    assert not list((tmp_path / "models").iterdir())
    folder = convert_gguf(file, tmp_path / "models", lambda done, total: heard.append((done, total)))
    assert heard[-1][0] == heard[-1][1]
    assert json.loads((folder / "source.json").read_text(encoding="utf-8"))["gguf"] == "once.gguf"
    heard.clear()
    assert convert_gguf(file, tmp_path / "models", lambda done, total: heard.append((done, total))) == folder
    assert heard == []


def test_a_folder_of_the_users_own_is_left_alone(tmp_path: Path) -> None:
    file, _ = _write(tmp_path / "mine.gguf")
    mine = tmp_path / "models" / "mine" / "notes.txt"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine", encoding="utf-8")
    with pytest.raises(EngineError, match="something else"):
        convert_gguf(file, tmp_path / "models")
    assert mine.read_text(encoding="utf-8") == "mine"
