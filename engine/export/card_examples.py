"""What a model card says by what was learnt from: pairs, or single replies with thumbs."""

from __future__ import annotations

from dataclasses import dataclass

from engine.plan import TrainingPlan


@dataclass(frozen=True, slots=True)
class CardExamples:
    """Parts of a card; the nouns stand after a number, `noun` in the singular."""

    method: str
    tag: str
    introduced: str
    noun: str
    measures: tuple[tuple[str, str], ...]
    limit: str


_PAIRS = CardExamples(
    method="Direct Preference Optimization (arXiv 2305.18290)",
    tag="dpo",
    introduced="preference pair",
    noun="pair",
    measures=(
        ("eval_rewards/accuracies", "Accuracy: chosen reply preferred"),
        ("eval_rewards/chosen", "Reward of chosen replies"),
        ("eval_rewards/rejected", "Reward of rejected replies"),
        ("eval_logps/chosen", "Log-probability of chosen replies"),
        ("eval_logps/rejected", "Log-probability of rejected replies"),
    ),
    limit="The results say which of two given replies the model finds likelier. They do not say how good its own "
    "replies are: compare them yourself.",
)
_THUMBS = CardExamples(
    method="Kahneman-Tversky Optimization (arXiv 2402.01306)",
    tag="kto",
    introduced="thumb",
    noun="thumb",
    measures=(
        ("eval_rewards/accuracies", "Accuracy: reward on the thumb's side"),
        ("eval_rewards/chosen", "Reward under thumbs up"),
        ("eval_rewards/rejected", "Reward under thumbs down"),
        ("eval_logps/chosen", "Log-probability under thumbs up"),
        ("eval_logps/rejected", "Log-probability under thumbs down"),
        ("eval_kl", "Divergence from before training (nats)"),
    ),
    limit="The results say whether the model finds given replies likelier or less likely than before, as their thumbs "
    "want it. They do not say how good its own replies are: compare them yourself.",
)


def examples_of(plan: TrainingPlan) -> CardExamples:
    """Those that a plan learns from."""
    return _THUMBS if plan.loss.takes_thumbs else _PAIRS
