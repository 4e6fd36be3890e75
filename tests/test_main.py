from __future__ import annotations

import os
import sys
from types import ModuleType

import pytest

import main as program
from engine.offline import SWITCHES


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Stands in for the window; notes with which `demo` it was opened."""
    calls: list[bool] = []
    application = ModuleType("app.application")

    def run_window(demo: bool) -> int:
        calls.append(demo)
        return 7

    application.run_window = run_window  # pyright: ignore[reportAttributeAccessIssue]
    monkeypatch.setitem(sys.modules, "app.application", application)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return calls


@pytest.mark.parametrize("arguments, demo", [([], False), (["--demo"], True)])
def test_without_a_command_the_window_opens(opened: list[bool], arguments: list[str], demo: bool) -> None:
    assert program.main(arguments) == 7
    assert opened == [demo]


def test_a_command_opens_no_window(opened: list[bool], capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["check", "/nowhere/pairs.json"]) == 1
    assert opened == []


def test_everything_is_offline_before_anything_else(monkeypatch: pytest.MonkeyPatch, opened: list[bool]) -> None:
    for name in SWITCHES:
        monkeypatch.delenv(name)
    # Libraries that other tests imported would be too early here.
    for name in ("huggingface_hub", "transformers", "peft", "accelerate", "datasets", "trl"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    program.main([])
    assert all(os.environ[name] == value for name, value in SWITCHES.items())


def test_a_window_that_cannot_be_loaded_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setitem(sys.modules, "app.application", None)
    assert program.main([]) == 1
    shown = capsys.readouterr().err
    assert shown.startswith("The window cannot open:")
    assert len(shown.splitlines()) == 1


def test_a_program_without_a_terminal_can_still_write(monkeypatch: pytest.MonkeyPatch, opened: list[bool]) -> None:
    monkeypatch.setattr(sys, "argv", ["dpo-studio-window"])
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert program.start() == 7
    for stream in (sys.stdout, sys.stderr):
        stream.write("heard by nobody")
        stream.close()
