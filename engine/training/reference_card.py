"""The reference card: what a run's rewards are measured against, for the person who looks on and for the manifest."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from engine.events import ReferenceChecked, ReferenceKind
from engine.model.inspect import model_name
from engine.plan import RunPlan
from engine.storage.run_folder import RunFolder

if TYPE_CHECKING:
    from engine.training.invariant import Agreement


def reference_card(
    plan: RunPlan, folder: RunFolder, weights: str, adapter: str, agreement: Agreement
) -> ReferenceChecked:
    """The card of a run whose model passed the step-0 invariant; the hashes are those of what it started from."""
    model = model_name(Path(plan.model.path))
    return ReferenceChecked(_kind(plan, folder), model, weights, adapter, agreement.pairs, agreement.stored_difference)


def card_entry(card: ReferenceChecked) -> dict[str, Any]:
    """The manifest's entry; `sha256` is that of the adapter, as resuming compares it."""
    return {
        "what": card.what,
        "model": card.model,
        "weights_sha256": card.weights_sha256,
        "sha256": card.adapter_sha256,
        "checked_pairs": card.checked_pairs,
        "stored_difference": card.stored_difference,
    }


def recorded_card(manifest: Mapping[str, Any]) -> ReferenceChecked | None:
    """The card that a manifest keeps; None in a run that began before there was one, or did not get that far."""
    entry: Any = manifest.get("reference")
    if not isinstance(entry, Mapping) or "checked_pairs" not in entry or entry["what"] not in get_args(ReferenceKind):
        return None
    return ReferenceChecked(
        what=entry["what"],
        model=str(entry["model"]),
        weights_sha256=str(entry["weights_sha256"]),
        adapter_sha256=str(entry["sha256"]),
        checked_pairs=int(entry["checked_pairs"]),
        stored_difference=float(entry["stored_difference"]),
    )


def card_sentence(card: ReferenceChecked) -> str:
    """The card in words, for a log or a terminal."""
    model = f"{card.model} (sha256 {card.weights_sha256[:12]})"
    match card.what:
        case "none":
            return f"No reference: the loss compares with nothing. Training starts from {model}."
        case "base model":
            what = f"{model} as it is"
        case "initial_adapter":
            what = f"{model} with the adapter that training starts from (sha256 {card.adapter_sha256[:12]})"
        case "warmed_up":
            what = f"{model} as the warm-up stage left it (sha256 {card.adapter_sha256[:12]})"
    pairs = "1 pair" if card.checked_pairs == 1 else f"{card.checked_pairs} pairs"
    return f"The reference is {what}. On {pairs} the model and its reference agree bit for bit."


def _kind(plan: RunPlan, folder: RunFolder) -> ReferenceKind:
    if not plan.training.loss.needs_reference:
        return "none"
    if folder.start == folder.warmed_up:
        return "warmed_up"
    return "initial_adapter" if plan.adapter.path else "base model"
