"""Hashes change with whatever decides a model's numbers."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from engine.storage.fingerprint import hash_adapter, hash_data, hash_file, hash_weights


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("config.json", "adapter_config.json", "model-1.safetensors", "model-2.safetensors"):
        (tmp_path / name).write_text(name)
    return tmp_path


def test_a_file_hashes_as_sha256(folder: Path) -> None:
    assert hash_file(folder / "config.json") == hashlib.sha256(b"config.json").hexdigest()


@pytest.mark.parametrize("name", ["config.json", "adapter_config.json", "model-2.safetensors", "adapter_model.bin"])
def test_weights_and_configuration_count(folder: Path, name: str) -> None:
    before = hash_weights(folder)
    (folder / name).write_text("other")
    assert hash_weights(folder) != before


def test_a_renamed_part_counts(folder: Path) -> None:
    before = hash_weights(folder)
    (folder / "model-2.safetensors").rename(folder / "model-3.safetensors")
    assert hash_weights(folder) != before


def test_notes_do_not_count(folder: Path) -> None:
    before = hash_weights(folder)
    (folder / "README.md").write_text("a note")
    assert hash_weights(folder) == before


def test_a_data_set_that_is_a_folder_is_hashed_by_all_its_files(tmp_path: Path) -> None:
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "one.arrow").write_bytes(b"1")
    before = hash_data(tmp_path)
    assert before == hash_data(tmp_path)
    (tmp_path / "part" / "one.arrow").write_bytes(b"2")
    assert hash_data(tmp_path) != before


def test_an_adapter_is_known_by_its_weights_alone(tmp_path: Path) -> None:
    (tmp_path / "adapter_model.safetensors").write_bytes(b"1")
    before = hash_adapter(tmp_path)
    (tmp_path / "adapter_config.json").write_text("peft writes the layers in another order each time")
    assert hash_adapter(tmp_path) == before
    (tmp_path / "adapter_model.safetensors").write_bytes(b"2")
    assert hash_adapter(tmp_path) != before
