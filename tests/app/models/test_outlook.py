"""The forecast that the window shows: at once from files, then counted in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.background.run_thread import EngineThread
from app.models.example_words import PAIR_WORDS
from app.models.outlook_words import basis_words, duration_words, fix_words, lost_words, peak_words, verdict_words
from app.models.session import Session
from engine.forecast.duration import Duration
from engine.forecast.fixes import Fix
from engine.forecast.memory import MemoryForecast, MemoryParts
from engine.model.inspect import inspect_model
from engine.storage.project import default_project
from tests.app.fake_engine import wake_fake_engine
from tests.engine.tiny_runs import write_pairs


@pytest.fixture
def session(qtbot: QtBot, home: Path, tmp_path: Path, tiny_model_folder: Path) -> Iterator[Session]:
    session = Session(default_project(home), engine=EngineThread(wake=wake_fake_engine))
    session.dataset.open(write_pairs(tmp_path / "pairs.jsonl"))
    qtbot.waitUntil(lambda: session.dataset.flags is not None)
    session.model_choice.choose_folder(tiny_model_folder)
    qtbot.waitUntil(lambda: session.outlook.shown is not None)
    yield session
    session.shut_down()


def test_a_knob_is_followed_at_once(session: Session) -> None:
    def adapter() -> int:
        assert session.outlook.shown is not None
        return session.outlook.shown.memory.parts.adapter

    before = adapter()
    session.setup.set_value("adapter.r", 32)
    assert adapter() == pytest.approx(2 * before)
    session.outlook.apply(Fix("adapter.r", 16, 0))
    assert session.setup.value("adapter.r") == 16


def test_settings_that_contradict_each_other_leave_what_was_shown(session: Session) -> None:
    shown = session.outlook.shown
    session.setup.set_value("model.load_in_4bit", True)
    session.setup.set_value("training.tuning", "full")
    assert session.outlook.shown is not None
    assert shown is not None
    assert not session.outlook.is_counting
    session.setup.set_value("model.load_in_4bit", False)
    assert session.outlook.shown.memory.parts.gradients > shown.memory.parts.gradients


def test_nothing_is_counted_while_nobody_looks_or_something_is_missing(session: Session) -> None:
    assert not session.outlook.is_counting
    session.outlook.watch(watched=True)
    assert session.outlook.is_counting
    session.outlook.watch(watched=False)
    assert not session.outlook.is_counting


def test_what_does_not_fit_comes_with_what_to_change(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = inspect_model(session.model_choice.folder or Path())
    large = replace(facts, parameters=70_000_000_000, layers=80, hidden_size=8192, vocabulary=128_000)
    monkeypatch.setattr(type(session.model_choice), "chosen", property(lambda _: large))
    session.setup.set_value("adapter.r", 8)
    shown = session.outlook.shown
    assert shown is not None
    assert shown.memory.verdict == "will not fit"
    assert [fix.key for fix in shown.fixes] == ["data.max_length"]  # its adapter is too small to save much


@pytest.mark.slow
def test_the_pairs_are_counted_beside_the_window(qtbot: QtBot, session: Session) -> None:
    session.setup.set_value("data.max_length", 40)
    session.outlook.watch(watched=True)
    qtbot.waitUntil(lambda: not session.outlook.is_counting, timeout=120_000)
    assert session.outlook.failure is None
    shown = session.outlook.shown
    assert shown is not None
    assert shown.counted is not None
    assert shown.counted.data.cut_tokens > 0
    assert "Counted for your data" in basis_words(shown, is_counting=False)
    assert "tokens lost" in lost_words(shown.counted, 40, PAIR_WORDS)
    assert shown.memory.parts.program > 100_000_000
    # A knob turned makes it an estimate again, and another count follows.
    session.setup.set_value("adapter.r", 32)
    assert session.outlook.shown is not None
    assert session.outlook.shown.counted is None
    assert session.outlook.is_counting


def test_words() -> None:
    parts = MemoryParts(program=10**9, weights=2 * 10**9, adapter=0, gradients=0, optimizer=0)
    assert verdict_words(MemoryForecast(parts, 12 * 10**9)) == "Fits with 9.0 GB to spare"
    assert verdict_words(MemoryForecast(parts, 31 * 10**8)) == "Tight: 100.0 MB to spare"
    assert verdict_words(MemoryForecast(parts, 2 * 10**9)) == "Will not fit: 1.0 GB short"
    assert peak_words(MemoryForecast(parts, 12 * 10**9)) == "Peak about 3.0 GB of 12.0 GB free"
    assert fix_words(Fix("data.max_length", 512, 1_200_000_000)) == "Longest text 512: saves 1.2 GB"
    assert duration_words(Duration(10, 40)) == "under 1 min"
    assert duration_words(Duration(100, 300)) == "2–5 min"
    assert duration_words(Duration(1100, 1700)) == "20–30 min"
    assert duration_words(Duration(7200, 18000)) == "2–5 h"
