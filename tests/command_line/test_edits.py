"""`--edits` of `check` and `score`, and what training says of edits."""

from __future__ import annotations

import gc
import json
from pathlib import Path
from typing import Any

import pytest

import main as program
from app.command_line import check
from app.command_line.edits import describe_edits
from engine.data.checks.flag import Flag
from engine.data.checks.registry import check_data
from engine.data.edits.edit import Action, EditTarget, edit_at, pair_digest
from engine.data.edits.pair_edits import EditReport
from engine.data.preference_pair import PreferencePair
from engine.data.reader import PreferenceData, read_preferences
from engine.storage.edit_log import EditLog


@pytest.fixture
def edits(tiny_pairs_file: Path, tmp_path: Path) -> Path:
    """Drops the first pair, flips the second, and drops a pair that is not there."""
    first, second = read_preferences(tiny_pairs_file).pairs[:2]
    actions: tuple[Action, ...] = ("drop", "flip")
    made = [
        edit_at(EditTarget(pair.row, 0, pair_digest(pair)), action)
        for pair, action in zip((first, second), actions, strict=True)
    ]
    log = EditLog(tmp_path / "edits.jsonl")
    log.add(tiny_pairs_file, "all", [*made, edit_at(EditTarget(second.row, 0, "00"), "drop")])
    return log.path


def shown(capfd: pytest.CaptureFixture[str], *arguments: object) -> str:
    capfd.readouterr()
    assert program.main([str(argument) for argument in arguments]) == 0
    return capfd.readouterr().out


def documents(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_check_makes_them_first(tiny_pairs_file: Path, edits: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (plain,) = documents(shown(capfd, "check", tiny_pairs_file, "--json"))
    (edited,) = documents(shown(capfd, "check", tiny_pairs_file, "--edits", edits, "--json"))
    assert "edits" not in plain
    assert edited["edits"] == {"changed": 1, "dropped": 1, "stale": 1}
    assert edited["pairs"] == plain["pairs"] - 1
    told = shown(capfd, "check", tiny_pairs_file, "--edits", edits)
    assert "1 pair changed, 1 dropped" in told
    assert "Not made" in told


def test_check_edits_the_evaluation_file_too(
    tiny_pairs_file: Path, edits: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text(json.dumps({"prompt": "Unseen?", "chosen": "Yes.", "rejected": "No."}) + "\n")
    arguments = ("check", other, "--evaluation", tiny_pairs_file, "--edits", edits, "--json")
    (report,) = documents(shown(capfd, *arguments))
    assert report["edits"] == {"changed": 1, "dropped": 1, "stale": 1}


def test_score_makes_them_first(
    tiny_pairs_file: Path, tiny_model_folder: Path, edits: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    command = ("score", tiny_pairs_file, "--model", tiny_model_folder, "--device", "cpu", "--dtype", "float32")
    *plain, _ = documents(shown(capfd, *command, "--json"))
    *edited, summary = documents(shown(capfd, *command, "--json", "--edits", edits))
    assert [line["row"] for line in edited] == [line["row"] for line in plain[1:]]
    assert edited[0]["logps_chosen"] == pytest.approx(plain[1]["logps_rejected"], abs=1e-4)
    assert summary["stale_edits"] == 1
    assert "Not made" in shown(capfd, *command, "--edits", edits)


def test_a_log_that_is_not_there(tiny_pairs_file: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert program.main(["check", str(tiny_pairs_file), "--edits", str(tmp_path / "none.jsonl")]) == 1
    assert "There is no file" in capfd.readouterr().err


def test_nothing_is_said_where_nothing_was_edited() -> None:
    assert describe_edits(EditReport()) == ""
    assert describe_edits(EditReport(changed=2, stale=3)) == (
        "Edits: 2 pairs changed, 0 dropped. Not made, since the pairs no longer say what they said: 3."
    )


@pytest.mark.parametrize("edited", [False, True])
def test_check_keeps_the_pairs_on_the_disk(
    tiny_pairs_file: Path,
    edits: Path,
    home: Path,
    edited: bool,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alive: list[int] = []

    def look_and_check(data: PreferenceData) -> dict[str, Flag]:
        gc.collect()
        alive.append(sum(type(thing) is PreferencePair for thing in gc.get_objects()))
        assert [path.name for path in (home / "temporary").iterdir()]
        return check_data(data)

    monkeypatch.setattr(check, "check_data", look_and_check)
    gc.collect()
    before = sum(type(thing) is PreferencePair for thing in gc.get_objects())
    more = ("--edits", edits) if edited else ()
    (report,) = documents(shown(capfd, "check", tiny_pairs_file, "--json", *more))
    assert report["pairs"] > 20
    assert alive[0] - before < report["pairs"] / 10
    assert not [*(home / "temporary").iterdir()]


def test_check_works_where_the_data_folder_cannot_be_written(
    tiny_pairs_file: Path, home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (plain,) = documents(shown(capfd, "check", tiny_pairs_file, "--json"))
    (home / "temporary").rmdir()
    (home / "temporary").write_text("in the way", encoding="utf-8")
    (again,) = documents(shown(capfd, "check", tiny_pairs_file, "--json"))
    assert again == plain
