"""What a run is measured against, in words for the Train page."""

from __future__ import annotations

from app.models.words import counted
from engine.events import ReferenceChecked

_SHOWN = 12  # digits of a hash: enough to compare by eye


def reference_words(card: ReferenceChecked) -> str:
    """What the reference is, with its hashes."""
    weights = f"weights {card.weights_sha256[:_SHOWN]}"
    match card.what:
        case "none":
            return f"None: this loss compares with nothing. Training began from {card.model}, {weights}"
        case "base model":
            return f"{card.model} as it is, {weights}"
        case "initial_adapter":
            adapter = f"adapter {card.adapter_sha256[:_SHOWN]}"
            return f"{card.model} with the adapter that training began from, {weights}, {adapter}"
        case "warmed_up":
            return f"{card.model} as the warm-up left it, {weights}, warmed up {card.adapter_sha256[:_SHOWN]}"


def proof_words(card: ReferenceChecked) -> str:
    """How it is known that the model began as its reference; empty where there is none."""
    if card.what == "none":
        return ""
    return f"Before the first update both agreed bit for bit on {counted(card.checked_pairs, 'pair')}"


def whole_card(card: ReferenceChecked) -> str:
    """All of it with whole hashes, for a tooltip."""
    lines = [reference_words(card), f"Weights: sha256 {card.weights_sha256}"]
    if card.adapter_sha256:
        what = "Warmed up" if card.what == "warmed_up" else "Adapter"
        lines.append(f"{what}: sha256 {card.adapter_sha256}")
    if proof := proof_words(card):
        lines.append(f"{proof}; stored scores were off by {card.stored_difference:.2g} nats at most.")
    return "\n".join(lines)
