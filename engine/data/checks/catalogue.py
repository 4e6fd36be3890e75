"""Every check by its name, whatever it needs: for those who show what was found."""

from __future__ import annotations

from dataclasses import dataclass

from engine.data.checks.model.registry import MODEL_CHECKS
from engine.data.checks.registry import CHECKS


@dataclass(frozen=True, slots=True)
class ListedCheck:
    """A check's title for people, and in a sentence why its answer matters."""

    name: str
    title: str
    why: str


LISTED: tuple[ListedCheck, ...] = (
    *(ListedCheck(check.name, check.title, check.why) for check in CHECKS),
    ListedCheck(
        "leakage",
        "Leakage",
        "These prompts are trained on too, but for case and punctuation, so they make the evaluation look better.",
    ),
    *(ListedCheck(check.name, check.title, check.why) for check in MODEL_CHECKS),
)
