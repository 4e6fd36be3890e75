"""`main.py chat`: one prompt, one reply, written as it comes, or the best of several."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator
from threading import Event
from typing import TYPE_CHECKING

from app.command_line.interrupt import stop_on_signals
from app.command_line.output import Output
from engine.chat.best_of import BestOf, CandidatesRanked, Question, best_replies
from engine.chat.generate import ReplyFinished, Sampling, TextGenerated, generate_reply
from engine.data.preference_pair import Message
from engine.score import DEFAULT_BETA

if TYPE_CHECKING:
    from engine.model.load import LoadedModel


def chat(arguments: Namespace, output: Output) -> int:
    """Print the model's reply to the prompt; 130 when it was stopped halfway."""
    names = ("max_new_tokens", "temperature", "seed")
    sampling = Sampling(**{name: value for name in names if (value := getattr(arguments, name)) is not None})
    stopped = Event()
    with stop_on_signals(stopped.set):
        from engine.model.load import load_model

        device, dtype = arguments.device or "auto", arguments.dtype or "auto"
        loaded = load_model(arguments.model, device, dtype, arguments.adapter, arguments.chat_template)
        messages = [Message("user", arguments.prompt)]
        if arguments.best_of > 1:
            _best(_draw(arguments, loaded, messages, sampling, stopped.is_set), output)
        else:
            for event in generate_reply(loaded, messages, sampling, stopped.is_set):
                if isinstance(event, TextGenerated):
                    output.text(event.text)
    output.text("\n")
    return 130 if stopped.is_set() else 0


def _draw(
    arguments: Namespace,
    loaded: LoadedModel,
    messages: list[Message],
    sampling: Sampling,
    should_stop: Callable[[], bool],
) -> Iterator[TextGenerated | CandidatesRanked | ReplyFinished]:
    from engine.model.adapter import stored_beta

    beta = arguments.beta
    if beta is None:
        beta = stored_beta(arguments.adapter, DEFAULT_BETA) if arguments.adapter else DEFAULT_BETA
    question = Question("after", messages, "trained")
    return best_replies(loaded, [question], sampling, BestOf(arguments.best_of, beta), should_stop)


def _best(events: Iterator[TextGenerated | CandidatesRanked | ReplyFinished], output: Output) -> None:
    """The best reply to stdout, and how it compares with the others to stderr."""
    for event in events:
        match event:
            case TextGenerated():
                pass
            case CandidatesRanked():
                rewards = [f"{candidate.reward.reward:+.4f}" for candidate in event.candidates]
                others = f"; the others {', '.join(rewards[1:])}" if rewards[1:] else ""
                output.remark(f"Best of {len(rewards)}: reward {rewards[0]}{others}.")
            case ReplyFinished():
                output.text(event.text)
