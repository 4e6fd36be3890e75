"""Every format in which a copy can be saved, in the order in which people see them."""

from __future__ import annotations

from engine.data.writers.copy_format import CopyFormat
from engine.data.writers.openai_jsonl import OPENAI_JSONL
from engine.data.writers.parquet import PARQUET
from engine.data.writers.trl_jsonl import TRL_JSONL

COPY_FORMATS: tuple[CopyFormat, ...] = (TRL_JSONL, OPENAI_JSONL, PARQUET)
