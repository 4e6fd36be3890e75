"""What a model card says by what was trained: an adapter beside its base, or a whole model."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardKind:
    """Parts of a card; `introduction` and `loading` name the base as {base}, the former also the {method}.

    `settings` are the plan's tables that decided the result.
    """

    library: str
    tag: str
    introduction: str
    loading: str
    settings: tuple[str, ...]


ADAPTER = CardKind(
    library="peft",
    tag="lora",
    introduction="""\
A LoRA adapter for **{base}**, trained with {method} on {pairs}
by DPO Studio. It is a small add-on: the base model is needed too, and its licence{licence} applies.""",
    loading="""\
from peft import PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer

base = AutoModelForCausalLM.from_pretrained("{base}")  # or the folder of your copy
model = PeftModel.from_pretrained(base, "this folder")
tokenizer = AutoTokenizer.from_pretrained("this folder")""",
    settings=("adapter", "training", "data"),
)
WHOLE_MODEL = CardKind(
    library="transformers",
    tag="full-fine-tuning",
    introduction="""\
**{base}** with all of its weights trained by {method} on {pairs}
in DPO Studio. It is a whole model that needs no other; the base model's licence{licence} applies.""",
    loading="""\
from transformers import AutoModelForCausalLM, AutoTokenizer

model = AutoModelForCausalLM.from_pretrained("this folder")
tokenizer = AutoTokenizer.from_pretrained("this folder")""",
    settings=("training", "data"),
)
