from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.data.checks.model.registry import MODEL_CHECKS, check_beside, check_with_model, view_model
from engine.data.checks.registry import CHECKS
from engine.errors import EngineError
from tests.engine.data.examples import pair
from tests.tiny_model import SPECIAL_TOKENS

LONG = pair(chosen="red " * 90, row=2)


def test_a_model_s_view_says_what_its_files_say(tiny_model_folder: Path) -> None:
    view = view_model(tiny_model_folder, 64)
    assert set(view.special_tokens) == set(SPECIAL_TOKENS)
    assert view.stop_ids == {2}
    assert (view.max_length, view.context_length) == (64, 512)


def test_more_stop_tokens_are_found_in_the_generation_settings(tiny_model_folder: Path, tmp_path: Path) -> None:
    for file in tiny_model_folder.iterdir():
        (tmp_path / file.name).symlink_to(file)
    (tmp_path / "generation_config.json").unlink(missing_ok=True)
    (tmp_path / "generation_config.json").write_text(json.dumps({"eos_token_id": [0, 2]}))
    assert view_model(tmp_path, 64).stop_ids == {0, 2}


def test_every_check_answers_for_the_same_pass(tiny_model_folder: Path) -> None:
    flags = check_with_model([pair(row=1), LONG], view_model(tiny_model_folder, 64))
    assert list(flags) == [check.name for check in MODEL_CHECKS]
    assert {name: flag.rows for name, flag in flags.items() if flag.count} == {"cut_replies": (2,)}


def test_it_tells_how_far_it_is(tiny_model_folder: Path) -> None:
    told: list[int] = []
    check_beside([pair(row=row) for row in range(1, 131)], tiny_model_folder, 64, "", told.append)
    assert told == [0, 64, 128]


def test_a_folder_that_is_no_model_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(EngineError):
        view_model(tmp_path, 64)


def test_names_are_unique_and_explained() -> None:
    names = [check.name for check in (*CHECKS, *MODEL_CHECKS)]
    assert len(set(names)) == len(names)
    assert all(check.why.endswith(".") and check.title for check in MODEL_CHECKS)


def test_every_check_is_in_the_manual(project_root: Path) -> None:
    text = (project_root / "docs" / "data-check.md").read_text(encoding="utf-8")
    assert all(f"| `{check.name}` |" in text for check in (*CHECKS, *MODEL_CHECKS))
