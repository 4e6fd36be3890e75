from __future__ import annotations

import json
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from engine.errors import EngineError
from engine.model.inspect import inspect_model, model_name
from tests.tiny_model import CHAT_TEMPLATE


@pytest.fixture
def folder(tiny_model_folder: Path, tmp_path: Path) -> Path:
    """A copy of the tiny model to take apart."""
    return shutil.copytree(tiny_model_folder, tmp_path / "model")


def change(path: Path, **changes: Any) -> None:
    """Set keys of a JSON file; None takes a key out."""
    document = json.loads(path.read_text(encoding="utf-8")) | changes
    kept = {key: value for key, value in document.items() if value is not None}
    path.write_text(json.dumps(kept), encoding="utf-8")


def without_template(folder: Path) -> None:
    (folder / "chat_template.jinja").unlink(missing_ok=True)
    change(folder / "tokenizer_config.json", chat_template=None)


def split_weights(folder: Path) -> None:
    """Store the weights as two shards with an index, as large models are."""
    from safetensors.torch import load_file, save_file

    weights = load_file(folder / "model.safetensors")
    (folder / "model.safetensors").unlink()
    names = sorted(weights)
    shards = {"model-1-of-2.safetensors": names[:9], "model-2-of-2.safetensors": names[9:]}
    for file, held in shards.items():
        save_file({name: weights[name] for name in held}, folder / file)
    weight_map = {name: file for file, held in shards.items() for name in held}
    (folder / "model.safetensors.index.json").write_text(json.dumps({"weight_map": weight_map}), encoding="utf-8")


def test_a_chat_models_facts(tiny_model_folder: Path) -> None:
    facts = inspect_model(tiny_model_folder)
    # Embedding 320 x 32; each layer: q and o 32 x 32, k and v 16 x 32, three of 32 x 64, two norms; the last norm.
    assert facts.parameters == 320 * 32 + 2 * (2 * 32 * 32 + 2 * 16 * 32 + 3 * 32 * 64 + 2 * 32) + 32
    assert (facts.architecture, facts.layers, facts.hidden_size) == ("LlamaForCausalLM", 2, 32)
    assert (facts.vocabulary, facts.context_length, facts.dtype) == (320, 512, "float32")
    assert facts.size_bytes == (tiny_model_folder / "model.safetensors").stat().st_size
    assert facts.has_chat_template
    assert facts.is_chat_model
    assert facts.problem == ""
    assert facts.name == tiny_model_folder.name


def test_shards_count_as_one_model(folder: Path) -> None:
    whole = inspect_model(folder)
    split_weights(folder)
    assert inspect_model(folder).parameters == whole.parameters


def test_a_missing_shard_is_a_problem_with_its_name(folder: Path) -> None:
    split_weights(folder)
    (folder / "model-2-of-2.safetensors").unlink()
    assert inspect_model(folder).problem == ("Only 1 of 2 weight files are there: model-2-of-2.safetensors is missing.")


def test_a_tied_output_head_counts_once(folder: Path) -> None:
    from safetensors.torch import load_file, save_file

    whole = inspect_model(folder)
    weights = load_file(folder / "model.safetensors")
    weights["lm_head.weight"] = weights["model.embed_tokens.weight"].clone()
    save_file(weights, folder / "model.safetensors")
    assert inspect_model(folder).parameters == whole.parameters
    change(folder / "config.json", tie_word_embeddings=False)
    assert inspect_model(folder).parameters == whole.parameters + 320 * 32


def test_a_model_without_a_template_is_no_chat_model_but_can_be_given_one(folder: Path) -> None:
    without_template(folder)
    facts = inspect_model(folder)
    assert not facts.has_chat_template
    assert not facts.is_chat_model
    assert facts.problem == ""


@pytest.mark.parametrize("place", ["inline", "named", "jinja", "json"])
def test_a_template_is_found_wherever_it_may_stand(folder: Path, place: str) -> None:
    without_template(folder)
    if place == "inline":
        change(folder / "tokenizer_config.json", chat_template=CHAT_TEMPLATE)
    elif place == "named":
        named = [{"name": "tool_use", "template": "x"}, {"name": "default", "template": CHAT_TEMPLATE}]
        change(folder / "tokenizer_config.json", chat_template=named)
    elif place == "jinja":
        (folder / "chat_template.jinja").write_text(CHAT_TEMPLATE, encoding="utf-8")
    else:
        (folder / "chat_template.json").write_text(json.dumps({"chat_template": CHAT_TEMPLATE}), encoding="utf-8")
    assert inspect_model(folder).is_chat_model


def test_a_base_model_that_carries_a_template_is_no_chat_model(folder: Path) -> None:
    (folder / "generation_config.json").unlink(missing_ok=True)
    change(folder / "tokenizer_config.json", eos_token="<|endoftext|>")
    facts = inspect_model(folder)
    assert facts.has_chat_template
    assert not facts.is_chat_model


def test_an_end_token_may_be_named_by_the_generation_settings_alone(folder: Path) -> None:
    change(folder / "tokenizer_config.json", eos_token={"content": "<|endoftext|>"})
    (folder / "generation_config.json").write_text('{"eos_token_id": [0, 2]}', encoding="utf-8")
    assert inspect_model(folder).is_chat_model


def test_quantised_weights_are_a_problem(folder: Path) -> None:
    change(folder / "config.json", quantization_config={"quant_method": "gptq"})
    assert inspect_model(folder).problem == "Its weights are quantised (gptq), and training needs plain ones."


def test_a_missing_tokenizer_is_a_problem(folder: Path) -> None:
    (folder / "tokenizer.json").unlink()
    assert "no tokenizer" in inspect_model(folder).problem


def test_numbers_of_a_model_with_images_are_those_of_its_text_part(folder: Path) -> None:
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    nested = {"architectures": ["Gemma3ForConditionalGeneration"], "text_config": config}
    (folder / "config.json").write_text(json.dumps(nested), encoding="utf-8")
    assert inspect_model(folder).layers == 2


@pytest.mark.parametrize(
    "card,licence",
    [
        ("---\nlicense: apache-2.0\n---\n# Name\n", "apache-2.0"),
        ('---\nlicense: other\nlicense_name: "qwen-research"\n---\n', "qwen-research"),
        ("# Name\nlicense: mit\n", ""),
    ],
)
def test_the_licence_comes_from_the_cards_header(folder: Path, card: str, licence: str) -> None:
    (folder / "README.md").write_text(card, encoding="utf-8")
    assert inspect_model(folder).licence == licence


def test_the_licence_is_recognised_by_its_text(folder: Path) -> None:
    (folder / "LICENSE").write_text("\n   Apache License\n  Version 2.0", encoding="utf-8")
    assert inspect_model(folder).licence == "apache-2.0"


@pytest.mark.parametrize(
    "folder,name",
    [
        ("/home/me/models/SmolLM2-135M-Instruct", "SmolLM2-135M-Instruct"),
        ("/cache/models--Qwen--Qwen2.5-0.5B/snapshots/7ae557604adf67be50417f59c2c2f167def9a775", "Qwen/Qwen2.5-0.5B"),
        ("/app/resources/demo/model", "demo"),
    ],
)
def test_a_model_goes_by_the_name_that_tells_most(folder: str, name: str) -> None:
    assert model_name(Path(folder)) == name


REFUSED: dict[str, tuple[dict[str, str], str]] = {
    "empty folder": ({}, "there is no config.json"),
    "adapter": (
        {"adapter_config.json": '{"base_model_name_or_path": "org/base"}'},
        "an adapter.*changed about org/base",
    ),
    "diffusers": ({"model_index.json": "{}"}, "images or sound"),
    "sentence-transformers": ({"modules.json": "[]", "config.json": "{}"}, "compares texts"),
    "gguf": ({"model.Q4_K_M.gguf": "GGUF"}, "model.Q4_K_M.gguf is a GGUF"),
    "broken config": ({"config.json": "{oops"}, "config.json in .* cannot be read"),
    "config of another kind": ({"config.json": "[1, 2]"}, "config.json in .* cannot be read"),
    "classifier": (
        {"config.json": '{"architectures": ["BertForSequenceClassification"]}'},
        "BertForSequence.*cannot chat",
    ),
    "translator": (
        {"config.json": '{"architectures": ["T5ForConditionalGeneration"], "is_encoder_decoder": true}'},
        "T5ForConditionalGeneration, which does not continue a text",
    ),
    "no weights": ({"config.json": '{"architectures": ["LlamaForCausalLM"]}'}, "no weights"),
    "pickled weights": (
        {"config.json": '{"architectures": ["LlamaForCausalLM"]}', "pytorch_model.bin": "x"},
        "can run programs when opened",
    ),
    "LFS pointer": (
        {
            "config.json": '{"architectures": ["LlamaForCausalLM"]}',
            "model.safetensors": "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
        },
        "Git LFS pointer",
    ),
    "broken index": (
        {"config.json": '{"architectures": ["LlamaForCausalLM"]}', "model.safetensors.index.json": "[]"},
        "index.json cannot be read",
    ),
    "not safetensors": (
        {"config.json": '{"architectures": ["LlamaForCausalLM"]}', "model.safetensors": "<html>Not found</html>"},
        "no readable safetensors",
    ),
}


@pytest.mark.parametrize("files,reason", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_model_is_refused_with_the_reason(tmp_path: Path, files: dict[str, str], reason: str) -> None:
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(EngineError, match=reason) as caught:
        inspect_model(tmp_path)
    assert caught.value.hint


def test_weights_cut_short_are_refused(folder: Path) -> None:
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-100])
    with pytest.raises(EngineError, match="cut short"):
        inspect_model(folder)


def test_a_header_that_is_no_header_is_refused(folder: Path) -> None:
    header = json.dumps({"x": {"dtype": "F32"}}).encode()
    (folder / "model.safetensors").write_bytes(struct.pack("<Q", len(header)) + header)
    with pytest.raises(EngineError, match="no readable safetensors"):
        inspect_model(folder)


def test_a_missing_folder_and_a_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="no folder at"):
        inspect_model(tmp_path / "nothing")
    for name, reason in (("model.gguf", "is a GGUF"), ("notes.txt", "is a file")):
        (tmp_path / name).write_text("x", encoding="utf-8")
        with pytest.raises(EngineError, match=reason):
            inspect_model(tmp_path / name)


def test_looking_needs_no_torch() -> None:
    program = (
        "import sys, engine.model.find; sys.exit(bool({'torch', 'transformers', 'safetensors'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
