"""A fine-tuned model as a folder of its own: weights, configuration, tokenizer."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import Any

from engine.export.tokenizer_files import copy_tokenizer
from engine.model.base_weights import SETTINGS_FILE, BaseWeights
from engine.storage.atomic import flush_files, replace_folder


def save_whole_model(
    model: Any,
    folder: Path,
    source: Path,
    beta: float,
    base: BaseWeights | None = None,
    chat_template: str = "",
) -> None:
    """Write a fine-tuned model as a folder that plain transformers loads, its tokenizer from `source` included.

    What an adapter has beside it stands there, too: the beta of its rewards, which weights it was made from, and the
    template of `CHAT_TEMPLATES` that was chosen for it. A folder that is there already is replaced once the new one is
    whole.
    """
    temporary = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(temporary, ignore_errors=True)
    model.save_pretrained(str(temporary))
    copy_tokenizer(source, temporary, chat_template)
    settings: dict[str, Any] = {"beta": beta, **(asdict(base) if base is not None else {})}
    if chat_template:
        settings["chat_template"] = chat_template
    (temporary / SETTINGS_FILE).write_text(json.dumps(settings) + "\n", encoding="utf-8")
    flush_files(temporary)
    replace_folder(temporary, folder)
