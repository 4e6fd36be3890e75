"""Every format that is read, and which of them a file is in."""

from __future__ import annotations

from collections.abc import Sequence

from engine.data.formats.alpaca import ALPACA, ALPACA_RANKED
from engine.data.formats.annotations import ALPACA_EVAL, AUTO_J, JUDGE_BENCH, LLM_COMPARATOR, PANDALM, SAFE_RLHF
from engine.data.formats.arena import ARENA_BATTLE, ARENA_LOG, ARENA_TABLE
from engine.data.formats.chain import CHAIN
from engine.data.formats.cloud import GEMINI, NOVA
from engine.data.formats.columns import COLUMNS
from engine.data.formats.conversation_sides import CONVERSATION_SIDES
from engine.data.formats.fine_grained import FINE_GRAINED
from engine.data.formats.format import Fields, Format
from engine.data.formats.librechat import LIBRECHAT
from engine.data.formats.nemo import NEMO_ALIGNER, NEMO_RL
from engine.data.formats.oasst import OASST_MESSAGES, OASST_TREE
from engine.data.formats.open_webui import OPEN_WEBUI
from engine.data.formats.openai import OPENAI
from engine.data.formats.rated_chats import ANYTHING_LLM, CHAT_UI
from engine.data.formats.scored import SCORED_REPLIES, ULTRAFEEDBACK
from engine.data.formats.sharegpt import SHAREGPT
from engine.data.formats.spelled_vote import SPELLED_VOTE
from engine.data.formats.styles import STYLES
from engine.data.formats.swift import SWIFT
from engine.data.formats.transcript import TRANSCRIPT
from engine.data.formats.trl import TRL_CONVERSATIONAL, TRL_CONVERSATIONAL_IMPLICIT, TRL_IMPLICIT, TRL_STANDARD
from engine.data.formats.unpaired import KTO_CONVERSATION, TRL_UNPAIRED

# Of two formats that are equally sure of a file, the earlier one wins.
FORMATS: tuple[Format, ...] = (
    OPENAI,
    CHAIN,
    NOVA,
    GEMINI,
    NEMO_RL,
    NEMO_ALIGNER,
    PANDALM,
    AUTO_J,
    ALPACA_EVAL,
    SAFE_RLHF,
    JUDGE_BENCH,
    LLM_COMPARATOR,
    FINE_GRAINED,
    ARENA_BATTLE,
    ARENA_TABLE,
    ARENA_LOG,
    ULTRAFEEDBACK,
    OASST_TREE,
    OASST_MESSAGES,
    STYLES,
    OPEN_WEBUI,
    LIBRECHAT,
    ANYTHING_LLM,
    CHAT_UI,
    SHAREGPT,
    ALPACA,
    ALPACA_RANKED,
    CONVERSATION_SIDES,
    SWIFT,
    TRANSCRIPT,
    TRL_CONVERSATIONAL,
    TRL_STANDARD,
    COLUMNS,
    SCORED_REPLIES,
    SPELLED_VOTE,
    TRL_CONVERSATIONAL_IMPLICIT,
    TRL_IMPLICIT,
    TRL_UNPAIRED,
    KTO_CONVERSATION,
)


def recognise(rows: Sequence[Fields], formats: Sequence[Format] = FORMATS) -> Format | None:
    """The format that is surest of these rows, taken together; None when none knows any of them."""
    best = max(formats, key=lambda form: sum(form.confidence(row) for row in rows))
    return best if any(best.confidence(row) > 0.0 for row in rows) else None


def is_recognised(row: Fields) -> bool:
    """Whether any format knows this row."""
    return recognise([row]) is not None


def format_named(name: str) -> Format:
    """The format with this name. Raises KeyError for an unknown one."""
    for form in FORMATS:
        if form.name == name:
            return form
    raise KeyError(name)


def format_title(name: str) -> str:
    """A format's name for people."""
    return next((form.title for form in FORMATS if form.name == name), name)
