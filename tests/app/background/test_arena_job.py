"""The Arena's replies, with a real model: each is what one alone would be, and what cannot be answered says so."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.background.arena_job import ArenaJob
from app.background.subject import ChatSubject
from engine.chat.generate import ReplyFinished, Sampling, generate_reply
from engine.data.preference_pair import Message
from engine.errors import EngineError
from engine.model.keeper import ModelKeeper
from engine.model.load import load_model

_QUESTION = (Message("user", "why is the dog red?"),)


def answer(subject: ChatSubject, *samplings: Sampling) -> list[ReplyFinished]:
    first, second = samplings
    events = list(ArenaJob(subject, _QUESTION, (first, second)).events(ModelKeeper()))
    assert all(isinstance(event, ReplyFinished) for event in events)
    return [event for event in events if isinstance(event, ReplyFinished)]


def test_each_reply_is_what_its_seed_and_temperature_give_alone(tiny_model_folder: Path) -> None:
    samplings = (Sampling(0.8, 0.95, 24, 1), Sampling(1.4, 0.95, 24, 2))
    subject = ChatSubject(tiny_model_folder, device="cpu", dtype="float32", voices=("original", "original"))
    replies = {reply.side: reply for reply in answer(subject, *samplings)}
    loaded = load_model(tiny_model_folder, "cpu", "float32")
    for side, sampling in zip(("before", "after"), samplings, strict=True):
        *_, alone = generate_reply(loaded, _QUESTION, sampling, lambda: False, voice="original")
        assert isinstance(alone, ReplyFinished)
        assert (replies[side].text, replies[side].reason) == (alone.text, alone.reason)
    assert replies["before"].text != replies["after"].text


def test_a_prompt_that_is_longer_than_the_context_is_told(tiny_model_folder: Path) -> None:
    subject = ChatSubject(tiny_model_folder, device="cpu", voices=("original", "original"))
    long = (Message("user", "why " * 5000),)
    with pytest.raises(EngineError, match="but the model reads"):
        list(ArenaJob(subject, long, (Sampling(), Sampling())).events(ModelKeeper()))


def test_a_template_that_fails_is_told(tiny_model_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "refusing"
    shutil.copytree(tiny_model_folder, folder)
    (folder / "chat_template.jinja").write_text("{{ raise_exception('only on Sundays') }}", encoding="utf-8")
    subject = ChatSubject(folder, device="cpu", voices=("original", "original"))
    with pytest.raises(EngineError, match=r"chat template refused .* only on Sundays"):
        list(ArenaJob(subject, _QUESTION, (Sampling(), Sampling())).events(ModelKeeper()))
