"""A model's tokenizer, file by file, so that what is exported tokenizes exactly as the model did in training."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from engine.model.chat_template import read_chat_template, read_json

_VERBATIM = (
    "tokenizer.json",
    "tokenizer.model",
    "tekken.json",
    "vocab.json",
    "vocab.txt",
    "merges.txt",
    "special_tokens_map.json",
    "added_tokens.json",
    "chat_template.jinja",
    "chat_template.json",
)
_TEMPLATES = ("chat_template.jinja", "chat_template.json")
_SETTINGS = "tokenizer_config.json"
_PATHS = ("name_or_path", "_name_or_path", "tokenizer_file", "vocab_file")


def copy_tokenizer(model: Path, target: Path, chat_template: str = "") -> None:
    """Copy the files as they are, but for the settings: those are written for readers of transformers 4 and 5.

    transformers 4 does not know the class name that transformers 5 writes, and looks for the template among the
    settings. Paths of this machine are taken out. A template of `CHAT_TEMPLATES` that was chosen for the model takes
    the place of its own, with the token that ends a reply.
    """
    for name in _VERBATIM if not chat_template else [name for name in _VERBATIM if name not in _TEMPLATES]:
        if (model / name).is_file():
            shutil.copyfile(model / name, target / name)
    settings: dict[str, Any] = read_json(model / _SETTINGS)
    for key in _PATHS:
        settings.pop(key, None)
    if settings.get("tokenizer_class", "TokenizersBackend") == "TokenizersBackend":
        settings["tokenizer_class"] = "PreTrainedTokenizerFast"
    settings.setdefault("chat_template", read_chat_template(model))
    if chat_template:
        settings |= _as_chosen(model, chat_template)
    text = json.dumps(settings, indent=2, ensure_ascii=False) + "\n"
    (target / _SETTINGS).write_text(text, encoding="utf-8")


def _as_chosen(model: Path, chat_template: str) -> dict[str, str]:
    """The settings that make others write and end a reply as training did."""
    from engine.model.load import load_tokenizer

    tokenizer = load_tokenizer(model, chat_template)
    return {"chat_template": tokenizer.chat_template, "eos_token": tokenizer.eos_token}
