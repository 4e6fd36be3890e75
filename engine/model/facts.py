"""What is known about a model on the disk before it is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """What the window and `check` show about a model folder, or about a GGUF file that can become one.

    `folder` is the folder, or the GGUF itself. `dtype` is the number format most of the weights are stored in; counts
    are 0 and texts empty where it is not said. `problem` tells in one sentence why the model cannot be trained as it
    is; empty when it can.
    """

    folder: Path
    name: str
    architecture: str
    layers: int
    parameters: int
    hidden_size: int
    vocabulary: int
    context_length: int
    dtype: str
    size_bytes: int
    licence: str
    has_chat_template: bool
    is_chat_model: bool
    problem: str

    @property
    def is_gguf(self) -> bool:
        """Whether this is a GGUF file, which is converted once before it is used."""
        return self.folder.suffix.lower() == ".gguf"
