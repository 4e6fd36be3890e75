"""`main.py import-gguf`: a GGUF file as a model folder, made once and used from then on."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from app.command_line.output import Output
from engine.storage.home import home_folder


def import_gguf(arguments: Namespace, output: Output) -> int:
    """Write the folder, or find it written already. Returns 0."""
    from engine.model.gguf.convert import convert_gguf

    file: Path = arguments.file
    models: Path = arguments.output or home_folder() / "models"
    output.sentence(f"Unpacking {file.name}.")
    folder = convert_gguf(
        file, models, lambda done, total: output.progress(done // 1_000_000, total // 1_000_000, "million numbers")
    )
    output.sentence(f"The model is in {folder}")
    output.document({"event": "gguf_imported", "folder": str(folder.absolute())})
    return 0
