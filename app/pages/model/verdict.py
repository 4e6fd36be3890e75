"""Whether a model suits: a word for the list, and the reason for it."""

from __future__ import annotations

from dataclasses import dataclass

from app.language.engine_words import tr_engine
from app.language.translate import mark, tr, tr_marked
from app.pages.model.words import size_words
from app.theme.tokens import Tone
from engine.forecast.memory import MemoryForecast
from engine.forecast.memory import Verdict as FitVerdict
from engine.model.facts import ModelFacts

_FIT_WORDS: dict[FitVerdict, tuple[str, Tone]] = {
    "fits": (mark("Fits"), "ok"),
    "tight": (mark("Tight"), "warn"),
    "will not fit": (mark("Too large"), "danger"),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A word, its tone, and one sentence."""

    word: str
    tone: Tone
    reason: str


def verdict(facts: ModelFacts, fit: MemoryForecast, *, has_given_template: bool = False) -> Verdict:
    """What stands beside a model in the list: the first thing that is in the way, or that it fits."""
    if facts.problem:
        return Verdict(tr("Cannot be trained"), "danger", tr_engine(facts.problem))
    if not facts.is_chat_model and not has_given_template:
        return Verdict(tr("Not a chat model"), "neutral", not_a_chat_model(facts))
    word, tone = _FIT_WORDS[fit.verdict]
    needed, free = size_words(fit.parts.total), size_words(fit.available)
    return Verdict(
        tr_marked(word),
        tone,
        tr("Training it takes about {needed}; {free} are free on the chosen device.", needed=needed, free=free),
    )


def kind_of(facts: ModelFacts, *, has_given_template: bool = False) -> Verdict:
    """What stands beside the chosen model's name, where its size is told elsewhere."""
    if facts.problem:
        return Verdict(tr("Cannot be trained"), "danger", tr_engine(facts.problem))
    if has_given_template:
        return Verdict(
            tr("Template chosen"), "ok", tr("Conversations are written for it by the template that you chose.")
        )
    if not facts.is_chat_model:
        return Verdict(tr("Not a chat model"), "warn", not_a_chat_model(facts))
    return Verdict(tr("Chat model"), "ok", tr("It was taught to answer in turns."))


def not_a_chat_model(facts: ModelFacts) -> str:
    """Why: no template, or one whose end token the model was not taught to write."""
    if not facts.has_chat_template:
        return tr("It has no chat template, so it is not known how a conversation is written for it.")
    return tr("Its end token closes no turn of its template: it was probably never taught to stop there.")
