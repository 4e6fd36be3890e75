"""Replies with thumbs through the commands: checked, trained on, scored, listed and exported."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line.test_commands import run, write_plan
from tests.engine.tiny_runs import write_pairs
from tests.engine.training.thumbs import write_thumbs


@pytest.fixture
def thumbs(tmp_path: Path) -> Path:
    return write_thumbs(tmp_path / "thumbs.jsonl", 24)


def test_check_names_thumbs_and_advises_on_their_balance(thumbs: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (report,) = run("check", thumbs, "--json", capfd=capfd).lines
    assert (report["rows"], report["pairs"], report["unpaired"]) == (24, 0, 0)
    assert report["thumbs"] == {"up": 16, "down": 8}
    assert all(not flag["count"] for flag in report["flags"].values())
    told = run("check", thumbs, capfd=capfd).stdout
    assert "24 replies with thumbs, 16 up and 8 down" in told
    assert "undesirable_weight from 1.50 to 2.00" in told


def test_check_flags_thumbs_of_one_kind_copies_and_replies_with_both(
    tmp_path: Path, tiny_model_folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    row = '{{"prompt": "Is it {}?", "completion": "Yes.", "label": {}}}\n'
    path = tmp_path / "up.jsonl"
    path.write_text("".join(row.format(number, "true") for number in range(12)))
    (report,) = run("check", path, "--model", tiny_model_folder, "--json", capfd=capfd).lines
    assert report["flags"]["one_sided_thumbs"]["count"] == 12
    assert report["flags"]["reply_end"]["count"] == 0
    path.write_text("".join(row.format(number, "true") for number in (1, 2, 1)) + row.format(2, "false"))
    (report,) = run("check", path, "--json", capfd=capfd).lines
    assert report["flags"]["exact_duplicates"] == {"count": 1, "rows": [3]}
    assert report["flags"]["contradictions"] == {"count": 2, "rows": [2, 4]}
    assert report["flags"]["one_sided_thumbs"]["count"] == 0


def test_a_plan_for_thumbs_trains_scores_lists_and_exports(
    thumbs: Path, tmp_path: Path, tiny_model_folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    plan = write_plan(tmp_path, tiny_model_folder, thumbs, 'loss_type = "kto"\nundesirable_weight = 1.2\n')
    told = run("train", plan, "--output", tmp_path / "run", capfd=capfd)
    assert told.code == 0, told.stderr
    assert "replies with thumbs" in told.stdout
    assert "KL" in told.stdout
    machine = ("--device", "cpu", "--dtype", "float32", "--json")
    scored = run(
        "score", thumbs, "--model", tiny_model_folder, "--adapter", tmp_path / "run" / "adapter", *machine, capfd=capfd
    )
    *lines, summary = scored.lines
    assert [line["is_up"] for line in lines] == [index % 3 > 0 for index in range(24)]
    assert all(line["margin"] == (line["reward"] if line["is_up"] else -line["reward"]) for line in lines)
    assert (summary["pairs"], summary["thumbs"], summary["beta"]) == (24, 24, 0.3)
    assert summary["accuracy"] == sum(line["margin"] > 0 for line in lines) / 24
    ranked, *suspects = run("pairs", tmp_path / "run", "--json", capfd=capfd).lines
    assert ranked["pairs"] == ranked["looked_at"] == 24
    assert all(suspect["prompt"] for suspect in suspects)
    assert run("export", tmp_path / "run", "--to", "adapter", "--output", tmp_path / "out", capfd=capfd).code == 0
    card = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    assert "Kahneman-Tversky" in card
    assert "Reward under thumbs down" in card


def test_pairs_are_refused_with_the_key_that_says_how(
    tmp_path: Path, tiny_model_folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    plan = write_plan(tmp_path, tiny_model_folder, write_pairs(tmp_path / "pairs.jsonl"), 'loss_type = "kto"\n')
    shown = run("train", plan, "--output", tmp_path / "run", capfd=capfd)
    assert shown.code == 1
    assert "data.thumbs_from_pairs" in shown.stderr
