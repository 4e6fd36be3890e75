"""The two sides of a comparison in words: before and after training."""

from __future__ import annotations

from app.language.translate import tr
from engine.chat.generate import Side


def side_word(side: Side) -> str:
    """As it stands in "Reply before training"."""
    return tr("before", "training") if side == "before" else tr("after", "training")
