from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.models.run_state import RunState
from engine.storage.fingerprint import hash_adapter
from tests.app.pages.conftest import Studio, studio

__all__ = ["studio"]


def test_what_is_missing_is_said_in_one_sentence(studio: Studio, tmp_path: Path) -> None:
    setup = studio.session.blind_setup
    assert setup.why_not_begin.startswith("Train first")
    studio.load()
    studio.session.start_training()
    assert setup.why_not_begin == "A run is under way. Begin when it has ended."
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FINISHED)
    assert setup.why_not_begin == ""
    setup.choose_source("file")
    assert setup.why_not_begin == "Choose a file with prompts."
    setup.choose_file(tmp_path / "prompts.txt")
    assert setup.why_not_begin == ""
    setup.choose_source("suites")
    for suite in setup.prompts.suites:
        setup.prompts.choose_suite(suite.name, False)
    assert setup.why_not_begin == "Choose at least one suite."
    setup.prompts.choose_suite("tone", True)
    assert setup.why_not_begin == ""


def test_who_is_compared_is_the_run_s_model_with_its_adapter(studio: Studio) -> None:
    studio.load()
    studio.session.start_training()
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FINISHED)
    who = studio.session.blind_setup.contestants
    assert who is not None
    assert (who.model, who.model_name) == ("/models/tiny-chat", "tiny-chat")
    assert (who.adapter, who.run) == ("/runs/fake/adapter", "balanced-01")


def test_a_large_file_is_read_in_a_process_of_its_own(studio: Studio, tmp_path: Path) -> None:
    studio.load()
    studio.session.start_training()
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FINISHED)
    studio.session.blind.load()
    studio.qtbot.waitUntil(lambda: studio.session.blind.state == "setup")
    path = tmp_path / "prompts.txt"
    path.write_text("".join(f"What is {number}? {'x' * 200}\n" for number in range(6000)), encoding="utf-8")
    assert path.stat().st_size > 2**20
    setup = studio.session.blind_setup
    setup.choose_file(path)
    setup.prompts.set_count(7)
    setup.begin(studio.session.chat.sampling)
    assert setup.is_reading
    studio.qtbot.waitUntil(lambda: not setup.is_reading, timeout=60_000)
    assert studio.session.blind.total == 7


def test_a_test_knows_the_weights_that_it_is_about(studio: Studio, tmp_path: Path) -> None:
    studio.load()
    studio.session.start_training()
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FINISHED)
    studio.session.blind.load()
    studio.qtbot.waitUntil(lambda: studio.session.blind.state == "setup")
    adapter = tmp_path / "adapter"
    adapter.mkdir()
    (adapter / "adapter_model.safetensors").write_bytes(b"weights")
    finished = studio.session.run.finished
    assert finished is not None
    studio.session.run.finished = replace(finished, adapter=str(adapter))
    studio.session.blind_setup.choose_source("suites")
    studio.session.blind_setup.begin(studio.session.chat.sampling)
    studio.qtbot.waitUntil(lambda: studio.session.blind.test is not None)
    test = studio.session.blind.test
    assert test is not None
    assert test.contestants.adapter_sha256 == hash_adapter(adapter) != hash_adapter(tmp_path)
