from __future__ import annotations

from pathlib import Path

import pytest

from engine.model.inspect import inspect_model
from tests.command_line.test_commands import run
from tests.engine.model.tiny_gguf import Vocabulary, tiny_llama, write_gguf


def test_a_gguf_becomes_a_model_folder(tmp_path: Path, home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    vocabulary = Vocabulary.of_bytes()
    file = write_gguf(tmp_path / "tiny.gguf", tiny_llama(vocabulary), vocabulary)
    shown = run("import-gguf", file, "--json", capfd=capfd)
    assert shown.code == 0
    assert shown.lines == [{"event": "gguf_imported", "folder": str(home / "models" / "tiny")}]
    assert inspect_model(home / "models" / "tiny").problem == ""


def test_another_file_is_refused_in_a_sentence(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.gguf").write_text("not at all", encoding="utf-8")
    shown = run("import-gguf", tmp_path / "notes.gguf", capfd=capfd)
    assert shown.code == 1
    assert "is no GGUF file" in shown.stderr
