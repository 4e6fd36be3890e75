"""Which weights an adapter was made for: a digest of what a model's tensors hold, however its files are cut.

A model that was saved anew is the same model: in other shards, in float32 instead of bfloat16, with its tied output
layer written out, under other names. So each tensor is digested by itself, its numbers rounded to bfloat16, and the
digests are sorted. Rounding to float16 loses other bits, so a model stored in it is compared with its like alone.
Needs no torch.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy

from engine.errors import EngineError
from engine.model.chat_template import read_json
from engine.model.inspect import model_name
from engine.model.weight_files import TensorEntry, read_header, read_weight_files
from engine.storage.atomic import write_json
from engine.storage.home import home_folder

SETTINGS_FILE = "dpo_studio.json"
_CACHE_FILE = "base_weights.json"
_MOST_KEPT = 200
_CHUNK_BYTES = 2**24
# Computed from the configuration, and stored by some versions of the libraries only.
_DERIVED = (".rotary_emb.inv_freq", ".attn.bias", ".attn.masked_bias")


@dataclass(frozen=True, slots=True)
class BaseWeights:
    """A model's name and the digest of its weights; `base_numbers` says in which format they were compared."""

    base: str
    base_sha256: str
    base_numbers: str

    def differs_from(self, other: BaseWeights) -> bool:
        """Whether these are surely other weights."""
        return self.base_numbers == other.base_numbers and self.base_sha256 != other.base_sha256


def base_weights(folder: Path, home: Path | None = None) -> BaseWeights:
    """The digest of a model's weights, remembered in the data folder while its files stay as they are.

    Raises `EngineError` when the folder holds no weights that can be read.
    """
    cache = (home or home_folder()) / _CACHE_FILE
    key, state = str(folder.resolve()), _files_state(folder)
    known = read_json(cache)
    entry: Mapping[str, Any] = known.get(key) or {}
    if entry.get("state") == state:
        return BaseWeights(model_name(folder), str(entry["base_sha256"]), str(entry["base_numbers"]))
    found = _digest(folder)
    others = {name: value for name, value in known.items() if name != key}
    kept = dict(list(others.items())[1 - _MOST_KEPT :])
    _remember(cache, {**kept, key: {"state": state, **asdict(found)}})
    return found


def recorded_base(adapter: Path) -> BaseWeights | None:
    """What an adapter's folder says it was made for; None for one that was made elsewhere."""
    settings = read_json(adapter / SETTINGS_FILE)
    values = [settings.get(name) for name in ("base", "base_sha256", "base_numbers")]
    return BaseWeights(*map(str, values)) if all(isinstance(value, str) and value for value in values) else None


def require_base(adapter: Path, folder: Path, home: Path | None = None) -> None:
    """Raise `EngineError` when an adapter was made for other weights than those of a model's folder."""
    wanted = recorded_base(adapter)
    if wanted is None:
        return
    found = base_weights(folder, home)
    if wanted.differs_from(found):
        raise EngineError(
            f"The adapter in {adapter} was made for other weights: those of {wanted.base} (sha256 "
            f"{wanted.base_sha256[:12]}), and the model in {folder} has others (sha256 {found.base_sha256[:12]}).",
            f"Choose the folder of {wanted.base} that it was trained on, or another adapter.",
            f"wanted {wanted}\nfound {found}",
        )


def _digest(folder: Path) -> BaseWeights:
    files = read_weight_files(folder)
    if files is None or files.missing:
        raise EngineError(f"{folder} lacks some or all of its weights.", "Fetch the model again, all of its files.")
    config = read_json(folder / "config.json")
    is_tied = bool(config.get("tie_word_embeddings") or (config.get("text_config") or {}).get("tie_word_embeddings"))
    digests: list[bytes] = []
    dtypes: set[str] = set()
    for file in files.files:
        for name, entry in read_header(file).items():
            if not name.endswith(_DERIVED) and not (is_tied and name == "lm_head.weight"):
                digests.append(_tensor_digest(file, entry))
                dtypes.add(entry.dtype)
    whole = hashlib.sha256(b"".join(sorted(digests))).hexdigest()
    return BaseWeights(model_name(folder), whole, "float16" if "F16" in dtypes else "bfloat16")


def _tensor_digest(file: Path, entry: TensorEntry) -> bytes:
    digest = hashlib.sha256(repr(entry.shape).encode())
    for chunk in _chunks(file, entry):
        digest.update(_rounded(chunk) if entry.dtype == "F32" else chunk)
    return digest.digest()


def _chunks(file: Path, entry: TensorEntry) -> Iterator[bytes]:
    with file.open("rb") as stream:
        stream.seek(entry.begin)
        left = entry.end - entry.begin
        while left > 0 and (chunk := stream.read(min(left, _CHUNK_BYTES))):
            left -= len(chunk)
            yield chunk


def _rounded(chunk: bytes) -> bytes:
    """Float32 numbers as bfloat16, to the nearest, halves to even."""
    bits = numpy.frombuffer(chunk, "<u4")
    return ((bits + (0x7FFF + ((bits >> 16) & 1))) >> 16).astype("<u2").tobytes()


def _files_state(folder: Path) -> list[list[Any]]:
    """As JSON gives it back."""
    files = sorted([*folder.glob("*.safetensors"), *folder.glob("*.json")])
    return [[path.name, path.stat().st_size, path.stat().st_mtime_ns] for path in files]


def _remember(cache: Path, document: Mapping[str, Any]) -> None:
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        write_json(cache, json.loads(json.dumps(document)))
    except OSError:
        return  # it is computed again the next time
