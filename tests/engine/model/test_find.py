from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from engine.model.find import find_models, hub_cache
from engine.model.gguf.convert import convert_gguf
from tests.engine.model.tiny_gguf import Vocabulary, tiny_llama, write_gguf


@pytest.fixture(autouse=True)
def demo(tiny_model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for the built-in demo, one folder down as resources/demo holds it."""
    monkeypatch.setattr("engine.model.find.DEMO_FOLDER", tmp_path / "resources")
    return shutil.copytree(tiny_model_folder, tmp_path / "resources" / "demo-model")


def copy_to(place: Path, model: Path) -> Path:
    return shutil.copytree(model, place)


def snapshot(cache: Path, repository: str, revision: str, model: Path) -> Path:
    """A model as the Hugging Face libraries lay it into their cache."""
    return copy_to(cache / f"models--{repository.replace('/', '--')}" / "snapshots" / revision, model)


def test_models_come_in_the_order_of_nearness(tiny_model_folder: Path, home: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    copy_to(home / "models" / "one", tiny_model_folder)
    copy_to(home / "models" / "owner" / "two", tiny_model_folder)
    copy_to(tmp_path / "elsewhere" / "three", tiny_model_folder)
    snapshot(cache, "owner/four", "abc", tiny_model_folder)
    found = find_models(home, [tmp_path / "elsewhere"], {"HF_HUB_CACHE": str(cache)})
    assert [facts.name for facts in found] == ["demo-model", "one", "two", "three", "owner/four"]


def test_each_model_is_listed_once(tiny_model_folder: Path, home: Path, tmp_path: Path) -> None:
    copy_to(home / "models" / "one", tiny_model_folder)
    found = find_models(home, [home / "models", home / "models" / "one"], {"HF_HOME": str(tmp_path)})
    assert [facts.name for facts in found] == ["demo-model", "one"]


def test_what_is_no_model_is_passed_over(tiny_model_folder: Path, home: Path, tmp_path: Path) -> None:
    (home / "models" / "notes").mkdir(parents=True)
    (home / "models" / "notes" / "config.json").write_text("{}", encoding="utf-8")
    (home / "models" / "read me.txt").write_text("x", encoding="utf-8")
    copy_to(home / "models" / ".partial" / "half", tiny_model_folder)
    assert [facts.name for facts in find_models(home, [tmp_path / "gone"], {"HF_HOME": str(tmp_path)})] == [
        "demo-model"
    ]


def test_a_model_with_a_problem_is_listed_with_it(tiny_model_folder: Path, home: Path, tmp_path: Path) -> None:
    copy = copy_to(home / "models" / "silent", tiny_model_folder)
    (copy / "tokenizer.json").unlink()
    silent = find_models(home, [], {"HF_HOME": str(tmp_path)})[1]
    assert "no tokenizer" in silent.problem


def test_the_caches_main_revision_wins_over_newer_ones(tiny_model_folder: Path, home: Path, tmp_path: Path) -> None:
    for revision in ("old", "new"):
        snapshot(tmp_path, "owner/name", revision, tiny_model_folder)
    refs = tmp_path / "models--owner--name" / "refs"
    refs.mkdir()
    (refs / "main").write_text("old\n", encoding="utf-8")
    assert find_models(home, [], {"HF_HUB_CACHE": str(tmp_path)})[1].folder.name == "old"


def test_without_a_main_revision_the_latest_is_taken(tiny_model_folder: Path, home: Path, tmp_path: Path) -> None:
    for time, revision in enumerate(("z-first", "a-later")):
        os.utime(snapshot(tmp_path, "owner/name", revision, tiny_model_folder), (time, time))
    assert find_models(home, [], {"HF_HUB_CACHE": str(tmp_path)})[1].folder.name == "a-later"


@pytest.mark.parametrize(
    "environment,expected",
    [
        ({"HF_HUB_CACHE": "/a", "HF_HOME": "/b"}, "/a"),
        ({"HUGGINGFACE_HUB_CACHE": "/c", "HF_HOME": "/b"}, "/c"),
        ({"HF_HOME": "/b", "XDG_CACHE_HOME": "/d"}, "/b/hub"),
        ({"XDG_CACHE_HOME": "/d"}, "/d/huggingface/hub"),
        ({}, "~/.cache/huggingface/hub"),
    ],
)
def test_the_cache_is_where_hugging_face_puts_it(environment: dict[str, str], expected: str) -> None:
    assert hub_cache(environment) == Path(expected).expanduser()


def test_a_gguf_is_listed_until_its_folder_is_there(home: Path, tmp_path: Path) -> None:
    vocabulary = Vocabulary.of_bytes()
    place = tmp_path / "others" / "owner" / "name"
    place.mkdir(parents=True)
    file = write_gguf(place / "tiny.gguf", tiny_llama(vocabulary), vocabulary)
    environment = {"HF_HOME": str(tmp_path)}
    found = find_models(home, [tmp_path / "others"], environment)
    assert [(facts.name, facts.is_gguf) for facts in found] == [("demo-model", False), ("tiny", True)]
    convert_gguf(file, home / "models")
    found = find_models(home, [tmp_path / "others"], environment)
    assert [(facts.name, facts.is_gguf) for facts in found] == [("demo-model", False), ("tiny", False)]
