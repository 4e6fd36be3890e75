"""A session over the fake engine, with data and a model in place, for tests of the pages that train and chat."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.background.jobs import JobMakers
from app.background.reward_report_job import ReportWanted
from app.background.run_thread import EngineThread
from app.background.subject import ChatSubject
from app.models.session import Session
from app.theme.theme import Theme
from engine.chat.generate import ReplyFinished, Sampling
from engine.data.preference_pair import Message, PreferencePair
from engine.model.facts import ModelFacts
from engine.storage.project import default_project
from tests.app.fake_engine import PlayedRun, ScriptedJob, SteppingRun, wake_fake_engine


def blind_replies(prompt: str) -> ScriptedJob:
    """What a blind test gets for a prompt: a long reply before training, a short one after."""
    before = ReplyFinished("before", f"Well, about {prompt} it depends on many things.", 9, 0.2, "end")
    return ScriptedJob([ReplyFinished("after", f"Yes: {prompt}", 3, 0.1, "end"), before])


def arena_replies(prompt: str) -> ScriptedJob:
    """What the Arena gets for a prompt: two different replies."""
    first = ReplyFinished("before", f"Yes: {prompt}", 3, 0.1, "end")
    return ScriptedJob([first, ReplyFinished("after", f"It depends: {prompt}", 5, 0.1, "end")])


@dataclass
class Studio:
    """`run` is what the next training plays, `replies` what the next chat or export reports.

    `rewards` is what scoring them reports, `pair_rewards` what scoring a pair of the data does (`rewarded_pairs` are
    those that were asked about), `prompt_text` what the engine says of a prompt's text. `reward_report` is what the
    job of a report reports, `reports_wanted` what was asked for.
    `blind` makes the jobs of a blind test; `asked` are the prompts that they were made for. `arena` makes those of the
    Arena, `arena_asked` says for what: who answers, the prompt, and how.
    """

    session: Session
    theme: Theme
    qtbot: QtBot
    pairs: Path
    run: SteppingRun | PlayedRun = field(default_factory=SteppingRun)
    replies: list[object] = field(default_factory=list[object])
    rewards: list[object] = field(default_factory=list[object])
    prompt_text: list[object] = field(default_factory=list[object])
    pair_rewards: list[object] = field(default_factory=list[object])
    rewarded_pairs: list[tuple[ChatSubject, PreferencePair, float]] = field(
        default_factory=list[tuple[ChatSubject, PreferencePair, float]]
    )
    reward_report: list[object] = field(default_factory=list[object])
    reports_wanted: list[ReportWanted] = field(default_factory=list[ReportWanted])
    blind: Callable[[str], ScriptedJob] = blind_replies
    asked: list[str] = field(default_factory=list[str])
    arena: Callable[[str], ScriptedJob] = arena_replies
    arena_asked: list[tuple[ChatSubject, str, tuple[Sampling, Sampling]]] = field(
        default_factory=list[tuple[ChatSubject, str, tuple[Sampling, Sampling]]]
    )
    wanted_pages: list[str] = field(default_factory=list[str])

    def load(self) -> None:
        """Open twenty pairs and choose a model."""
        self.session.dataset.open(self.pairs)
        self.qtbot.waitUntil(lambda: self.session.dataset.split is not None)
        self.session.model_choice.choose(facts())

    def show(self, page: QWidget) -> None:
        """Put the page on the screen at the design's size."""
        self.qtbot.addWidget(page)
        page.resize(1224, 900)
        page.show()
        page.activateWindow()
        self.qtbot.waitUntil(page.isActiveWindow)


def write_pairs(path: Path, count: int = 20) -> Path:
    lines = [{"prompt": f"Question {n}?", "chosen": "Yes.", "rejected": "Maybe, who knows?"} for n in range(count)]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def facts() -> ModelFacts:
    return ModelFacts(
        folder=Path("/models/tiny-chat"),
        name="tiny-chat",
        architecture="LlamaForCausalLM",
        layers=2,
        parameters=1000,
        hidden_size=32,
        vocabulary=320,
        context_length=512,
        dtype="float32",
        size_bytes=4000,
        licence="apache-2.0",
        has_chat_template=True,
        is_chat_model=True,
        problem="",
    )


@pytest.fixture
def studio(qtbot: QtBot, theme: Theme, home: Path, tmp_path: Path) -> Iterator[Studio]:
    pairs = write_pairs(tmp_path / "support_tone.jsonl")
    studio: Studio | None = None

    def run(*_: object) -> SteppingRun | PlayedRun:
        assert studio is not None
        return studio.run

    def replies(*_: object) -> ScriptedJob:
        assert studio is not None
        return ScriptedJob(studio.replies)

    def blind(_: object, messages: Sequence[Message], __: object) -> ScriptedJob:
        assert studio is not None
        studio.asked.append(messages[-1].content)
        return studio.blind(messages[-1].content)

    def arena(subject: ChatSubject, messages: Sequence[Message], samplings: tuple[Sampling, Sampling]) -> ScriptedJob:
        assert studio is not None
        studio.arena_asked.append((subject, messages[-1].content, samplings))
        return studio.arena(messages[-1].content)

    def rewards(*_: object) -> ScriptedJob:
        assert studio is not None
        return ScriptedJob(studio.rewards)

    def pair_reward(subject: ChatSubject, pair: PreferencePair, beta: float) -> ScriptedJob:
        assert studio is not None
        studio.rewarded_pairs.append((subject, pair, beta))
        return ScriptedJob(studio.pair_rewards)

    def reward_report(wanted: ReportWanted) -> ScriptedJob:
        assert studio is not None
        studio.reports_wanted.append(wanted)
        return ScriptedJob(studio.reward_report)

    def prompt_text(*_: object) -> ScriptedJob:
        assert studio is not None
        return ScriptedJob(studio.prompt_text)

    session = Session(
        default_project(home),
        engine=EngineThread(wake=wake_fake_engine),
        jobs=JobMakers(
            train=run,
            resume=run,
            chat=replies,
            export=replies,
            blind=blind,
            arena=arena,
            reward=rewards,
            prompt_text=prompt_text,
            pair_reward=pair_reward,
            reward_report=reward_report,
        ),
    )
    studio = Studio(session, theme, qtbot, pairs)
    session.page_wanted.connect(studio.wanted_pages.append)
    yield studio
    session.shut_down()
