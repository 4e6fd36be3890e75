"""`main.py chat`: one prompt, one reply, written as it comes."""

from __future__ import annotations

from argparse import Namespace
from threading import Event

from app.command_line.interrupt import stop_on_signals
from app.command_line.output import Output
from engine.chat.generate import Sampling, TextGenerated, generate_reply
from engine.data.preference_pair import Message


def chat(arguments: Namespace, output: Output) -> int:
    """Print the model's reply to the prompt; 130 when it was stopped halfway."""
    names = ("max_new_tokens", "temperature", "seed")
    sampling = Sampling(**{name: value for name in names if (value := getattr(arguments, name)) is not None})
    stopped = Event()
    with stop_on_signals(stopped.set):
        from engine.model.load import load_model

        device, dtype = arguments.device or "auto", arguments.dtype or "auto"
        loaded = load_model(arguments.model, device, dtype, arguments.adapter, arguments.chat_template)
        for event in generate_reply(loaded, [Message("user", arguments.prompt)], sampling, stopped.is_set):
            if isinstance(event, TextGenerated):
                output.text(event.text)
    output.text("\n")
    return 130 if stopped.is_set() else 0
