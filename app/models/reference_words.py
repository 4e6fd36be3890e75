"""What a run is measured against, in words for the Train page."""

from __future__ import annotations

from app.language.translate import tr
from app.models.example_words import ExampleWords
from engine.events import ReferenceChecked

_SHOWN = 12  # digits of a hash: enough to compare by eye


def reference_words(card: ReferenceChecked) -> str:
    """What the reference is, with its hashes."""
    weights = tr("weights {weights_sha256}", weights_sha256=card.weights_sha256[:_SHOWN])
    match card.what:
        case "none":
            return tr(
                "None: this loss compares with nothing. Training began from {model}, {weights}",
                model=card.model,
                weights=weights,
            )
        case "base model":
            return tr("{model} as it is, {weights}", model=card.model, weights=weights)
        case "initial_adapter":
            adapter = tr("adapter {adapter_sha256}", adapter_sha256=card.adapter_sha256[:_SHOWN])
            return tr(
                "{model} with the adapter that training began from, {weights}, {adapter}",
                model=card.model,
                weights=weights,
                adapter=adapter,
            )
        case "warmed_up":
            return tr(
                "{model} as the warm-up left it, {weights}, warmed up {adapter_sha256}",
                model=card.model,
                weights=weights,
                adapter_sha256=card.adapter_sha256[:_SHOWN],
            )


def proof_words(card: ReferenceChecked, words: ExampleWords) -> str:
    """How it is known that the model began as its reference; empty where there is none."""
    if card.what == "none":
        return ""
    examples = words.count(card.checked_pairs)
    return tr("Before the first update both agreed bit for bit on {examples}", examples=examples)


def whole_card(card: ReferenceChecked, words: ExampleWords) -> str:
    """All of it with whole hashes, for a tooltip."""
    lines = [reference_words(card), tr("Weights: sha256 {weights_sha256}", weights_sha256=card.weights_sha256)]
    if card.adapter_sha256:
        what = tr("Warmed up") if card.what == "warmed_up" else tr("Adapter")
        lines.append(tr("{what}: sha256 {adapter_sha256}", what=what, adapter_sha256=card.adapter_sha256))
    if proof := proof_words(card, words):
        lines.append(
            tr(
                "{proof}; stored scores were off by {stored_difference:.2g} nats at most.",
                proof=proof,
                stored_difference=card.stored_difference,
            )
        )
    return "\n".join(lines)
