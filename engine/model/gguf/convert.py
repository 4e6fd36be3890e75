"""A GGUF file turned once into an ordinary model folder, which then loads as any other."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import save_file

from engine.errors import EngineError
from engine.model.gguf.facts import SOURCE_FILE, folder_of, made_from, source_of
from engine.model.gguf.families import family_config, family_of
from engine.model.gguf.header import GgufHeader, read_gguf_header
from engine.model.gguf.tokenizer import build_tokenizer, tokenizer_config
from engine.model.gguf.weights import read_weights, stored_dtype, weight_bytes
from engine.storage.atomic import write_json

Progress = Callable[[int, int], None]
_SHARD_BYTES = 2_000_000_000
_CARD = """---
license: {licence}
---

# {name}

Made by DPO Studio from `{file}`, a GGUF stored as {kind}. The weights have the values that quantisation left, so
replies differ a little from those of the original weights.
"""


def convert_gguf(path: Path, models: Path, progress: Progress | None = None) -> Path:
    """Turn a GGUF into a folder of its own in `models`, and return it; done already, nothing is done.

    The folder appears whole or not at all. `progress` hears (numbers done, numbers in all), and may raise to give up.
    Raises `EngineError` when the file's kind of model, tokenizer or storage format is not known here, something else
    is in the folder's place, or the disk is full.
    """
    header = read_gguf_header(path)
    folder, source = folder_of(path, models), source_of(header)
    if folder.exists():
        if made_from(folder) == source:
            return folder
        raise EngineError(
            f"There is something else at {folder} already, so the model was not written.",
            "Rename the GGUF or that folder, and try again.",
        )
    try:
        models.mkdir(parents=True, exist_ok=True)
        _require_room(header, models)
        # The temporary folder is a neighbour, so that the final rename stays on one disk.
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=models, ignore_cleanup_errors=True) as name:
            finished = Path(name, "finished")
            finished.mkdir()
            write_model(header, finished, progress)
            _write_card(header, finished)
            write_json(finished / SOURCE_FILE, source)
            finished.replace(folder)
    except (OSError, SafetensorError) as error:
        raise EngineError(
            f"The model could not be stored in {models}: the folder cannot be written, or the disk is full.",
            "Make room there, or choose another data folder by setting DPO_STUDIO_HOME.",
            str(error),
        ) from error
    return folder


def write_model(header: GgufHeader, folder: Path, progress: Progress | None = None) -> None:
    """Write configuration, tokenizer and weights; raises `EngineError` before anything is written if it is refused."""
    family = family_of(header)
    config = family_config(header, family)
    dtype = stored_dtype(header)
    try:
        tokenizer, settings = build_tokenizer(header), tokenizer_config(header)
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise EngineError(
            f"{header.path.name} lacks a part of its tokenizer.", "Fetch the file again.", repr(error)
        ) from error
    tokenizer.save(str(folder / "tokenizer.json"))
    write_json(folder / "tokenizer_config.json", settings)
    name = str(dtype).removeprefix("torch.")
    write_json(folder / "config.json", {**config, "dtype": name, "torch_dtype": name})
    write_json(folder / "generation_config.json", _token_ids(header))
    _write_shards(folder, _counted(read_weights(header, family, config, dtype), header.parameters, progress))


def _token_ids(header: GgufHeader) -> dict[str, Any]:
    """The ids that begin, end and fill; some chat models end a turn by another token than a text."""
    values = header.values
    ends = [values.get(f"tokenizer.ggml.{name}_token_id") for name in ("eos", "eot")]
    known = list(dict.fromkeys(end for end in ends if end is not None))
    return {
        "bos_token_id": values.get("tokenizer.ggml.bos_token_id"),
        "eos_token_id": known[0] if len(known) == 1 else known,
        "pad_token_id": values.get("tokenizer.ggml.padding_token_id"),
    }


def _counted(
    weights: Iterator[tuple[str, torch.Tensor]], total: int, progress: Progress | None
) -> Iterator[tuple[str, torch.Tensor]]:
    done = 0
    for name, weight in weights:
        yield name, weight
        done += weight.numel()
        if progress:
            progress(done, total)


def _write_shards(folder: Path, weights: Iterator[tuple[str, torch.Tensor]]) -> None:
    """One file, or several with an index, so that never more than one of them is in memory."""
    shards: list[list[str]] = []
    held: dict[str, torch.Tensor] = {}
    total = 0

    def write() -> None:
        shards.append(list(held))
        save_file(held, folder / f"part-{len(shards)}.safetensors", metadata={"format": "pt"})
        held.clear()

    for name, weight in weights:
        size = weight.numel() * weight.element_size()
        if held and sum(tensor.numel() * tensor.element_size() for tensor in held.values()) + size > _SHARD_BYTES:
            write()
        held[name] = weight
        total += size
    write()
    if len(shards) == 1:
        (folder / "part-1.safetensors").replace(folder / "model.safetensors")
        return
    places: dict[str, str] = {}
    for number, names in enumerate(shards, 1):
        file = f"model-{number:05d}-of-{len(shards):05d}.safetensors"
        (folder / f"part-{number}.safetensors").replace(folder / file)
        places.update(dict.fromkeys(names, file))
    write_json(folder / "model.safetensors.index.json", {"metadata": {"total_size": total}, "weight_map": places})


def _require_room(header: GgufHeader, models: Path) -> None:
    needed, free = weight_bytes(header, stored_dtype(header)), shutil.disk_usage(models).free
    if needed > free:
        raise EngineError(
            f"Unpacked, {header.path.name} takes {needed / 1e9:.1f} GB, and {free / 1e9:.1f} GB are free in {models}.",
            "Make room there, or choose another data folder by setting DPO_STUDIO_HOME.",
        )


def _write_card(header: GgufHeader, folder: Path) -> None:
    values = header.values
    card = _CARD.format(
        licence=values.get("general.license", "unknown"),
        name=values.get("general.name") or folder.name,
        file=header.path.name,
        kind=header.kind,
    )
    (folder / "README.md").write_text(card, encoding="utf-8")
