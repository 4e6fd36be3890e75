"""What the window shows about a GGUF before it is converted, and where its folder will be. No torch."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.errors import EngineError
from engine.model.chat_template import read_json
from engine.model.facts import ModelFacts
from engine.model.gguf.families import family_of
from engine.model.gguf.header import GgufHeader, read_gguf_header

SOURCE_FILE = "source.json"


def inspect_gguf(path: Path) -> ModelFacts:
    """The facts about a GGUF; `problem` says why it cannot be converted. Raises `EngineError` when it is none."""
    header = read_gguf_header(path)
    embeddings = next((tensor for tensor in header.tensors if tensor.name == "token_embd.weight"), None)
    if embeddings is None:
        raise EngineError(
            f"{path.name} is no language model: it holds {header.values.get('general.type', 'something else')}.",
            "Choose the GGUF of a chat model.",
        )
    template = str(header.values.get("tokenizer.chat_template") or "")
    return ModelFacts(
        folder=path,
        name=path.stem,
        architecture=header.architecture,
        layers=_number(header, "block_count"),
        parameters=header.parameters,
        hidden_size=_number(header, "embedding_length"),
        vocabulary=embeddings.shape[0],
        context_length=_number(header, "context_length"),
        dtype=header.kind,
        size_bytes=path.stat().st_size,
        licence=str(header.values.get("general.license", "")),
        has_chat_template=bool(template),
        is_chat_model=bool(template),
        problem=_problem(header),
    )


def folder_of(path: Path, models: Path) -> Path:
    """Where the folder made of a GGUF lies."""
    return models / path.stem


def unpacked_bytes(facts: ModelFacts) -> int:
    """How large the folder made of a GGUF is: float32 stays, everything else takes two bytes a number."""
    return facts.parameters * (4 if facts.dtype == "F32" else 2)


def source_of(header: GgufHeader) -> dict[str, Any]:
    """What a folder remembers of the file that it was made of."""
    return {"gguf": header.path.name, "size": header.path.stat().st_size, "header_sha256": header.digest}


def made_from(folder: Path) -> dict[str, Any] | None:
    """What a folder remembers of the file that it was made of, None for one that was made of none."""
    return read_json(folder / SOURCE_FILE) or None


def is_converted(path: Path, models: Path) -> bool:
    """Whether a GGUF's folder is there already, told by the file's name and size alone."""
    source = made_from(folder_of(path, models)) or {}
    return (source.get("gguf"), source.get("size")) == (path.name, path.stat().st_size)


def _problem(header: GgufHeader) -> str:
    try:
        family_of(header)
    except EngineError as error:
        return error.message
    return ""


def _number(header: GgufHeader, name: str) -> int:
    value = header.setting(name, 0)
    return value if isinstance(value, int) else 0
