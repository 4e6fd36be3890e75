"""The commands with the real engine and a tiny model, through the same door as `python main.py`."""

from __future__ import annotations

import json
import logging
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import main as program

# A process in which Qt cannot be imported: whoever tries fails.
WITHOUT_QT = (
    "import runpy, sys; sys.modules['PySide6'] = sys.modules['pyqtgraph'] = None; "
    "sys.argv = ['main.py', *sys.argv[1:]]; runpy.run_path('main.py', run_name='__main__')"
)


@dataclass(frozen=True)
class Shown:
    """What one command printed, and its exit code."""

    code: int
    stdout: str
    stderr: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Every line of stdout, which must all be JSON."""
        return [json.loads(line) for line in self.stdout.splitlines()]


def run(*arguments: object, capfd: pytest.CaptureFixture[str]) -> Shown:
    """One command inside this process: quick, since torch is imported once."""
    capfd.readouterr()
    code = program.main([str(argument) for argument in arguments])
    shown = capfd.readouterr()
    return Shown(code, shown.out, shown.err)


def write_plan(folder: Path, model: Path, pairs: Path, extra: str = "") -> Path:
    plan = folder / "plan.toml"
    plan.write_text(
        f'[model]\npath = "{model.as_posix()}"\ndtype = "float32"\ndevice = "cpu"\n'
        f'[data]\npath = "{pairs.as_posix()}"\nevaluation_share = 0.25\nmax_length = 128\n'
        f"[training]\nbatch_size = 4\nlearning_rate = 1e-3\nbeta = 0.3\n{extra}"
    )
    return plan


@pytest.fixture(scope="module")
def finished_run(
    tiny_model_folder: Path, tiny_pairs_file: Path, tmp_path_factory: pytest.TempPathFactory, project_root: Path
) -> Path:
    """The folder of a run trained by the command line, in a process of its own that has no Qt."""
    folder = tmp_path_factory.mktemp("finished")
    plan = write_plan(folder, tiny_model_folder, tiny_pairs_file)
    environment = {**os.environ, "DPO_STUDIO_HOME": str(folder / "home")}
    command = [sys.executable, "-c", WITHOUT_QT, "train", str(plan), "--output", str(folder / "run"), "--json"]
    finished = subprocess.run(
        command, cwd=project_root, env=environment, capture_output=True, text=True, check=False, timeout=240
    )
    assert finished.returncode == 0, finished.stderr
    (folder / "stdout.jsonl").write_text(finished.stdout)
    return folder / "run"


def test_train_prints_one_event_a_line_and_ends_in_run_finished(finished_run: Path) -> None:
    lines = [json.loads(line) for line in (finished_run.parent / "stdout.jsonl").read_text().splitlines()]
    assert lines[-1]["event"] == "run_finished"
    assert lines[-1]["outcome"] == "finished"
    steps = [line for line in lines if line["event"] == "step_finished"]
    assert [line["step"] for line in steps] == list(range(1, steps[0]["total_steps"] + 1))
    assert {"loss", "rewards/margins", "rewards/accuracies", "logps/chosen", "grad_norm"} <= steps[0].keys()


def test_train_leaves_a_complete_run_folder(finished_run: Path) -> None:
    names = {path.name for path in finished_run.iterdir()}
    assert {"plan.toml", "metrics.jsonl", "adapter", "checkpoints", "manifest.json", "log.txt"} <= names
    assert json.loads((finished_run / "adapter" / "dpo_studio.json").read_text())["beta"] == 0.3


def test_train_tells_a_person_what_it_does(
    tmp_path: Path, home: Path, tiny_model_folder: Path, tiny_pairs_file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    plan = write_plan(tmp_path, tiny_model_folder, tiny_pairs_file)
    shown = run("train", plan, capfd=capfd)
    assert shown.code == 0
    assert "Held-back pairs after update" in shown.stdout
    (folder,) = (home / "runs").iterdir()
    assert str(folder) in shown.stdout
    assert "{" not in shown.stdout


def test_pairs_lists_the_worst_of_a_run(
    finished_run: Path, tiny_pairs_file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    shown = run("pairs", finished_run, "--worst", 3, "--json", capfd=capfd)
    summary, *worst = shown.lines
    assert shown.code == 0
    assert summary["event"] == "pairs_ranked"
    assert summary["looked_at"] == summary["pairs"] == len(tiny_pairs_file.read_text().splitlines())
    assert len(worst) == 3
    means = [line["mean_margin"] for line in worst]
    assert means == sorted(means)
    assert sum(mean < 0 for mean in means) == min(3, summary["suspected"])
    said = [json.loads(line)["prompt"] for line in tiny_pairs_file.read_text().splitlines()]
    assert [line["prompt"] for line in worst] == [said[line["row"] - 1] for line in worst]
    spoken = run("pairs", finished_run, "--worst", 1, capfd=capfd).stdout
    assert f"row {worst[0]['row']}: mean margin" in spoken


def test_pairs_of_a_folder_without_margins_says_what_to_do(
    finished_run: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plan.toml").write_bytes((finished_run / "plan.toml").read_bytes())
    shown = run("pairs", tmp_path, capfd=capfd)
    assert shown.code == 1
    assert "keeps no margins" in shown.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot send Ctrl+C to one process")
def test_ctrl_c_saves_and_resume_goes_on(
    tmp_path: Path,
    tiny_model_folder: Path,
    tiny_pairs_file: Path,
    project_root: Path,
    process_environment: dict[str, str],
    capfd: pytest.CaptureFixture[str],
) -> None:
    plan = write_plan(tmp_path, tiny_model_folder, tiny_pairs_file, "epochs = 400\nevaluate_every = 5000\n")
    folder = tmp_path / "run"
    command = [sys.executable, "main.py", "train", str(plan), "--output", str(folder), "--json"]
    with subprocess.Popen(
        command, cwd=project_root, env=process_environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if json.loads(line)["event"] == "step_finished":
                process.send_signal(signal.SIGINT)
                break
        rest = [json.loads(line) for line in process.stdout]
    assert process.returncode == 130
    assert (rest[-1]["event"], rest[-1]["outcome"]) == ("run_finished", "stopped")
    stopped_at = rest[-1]["step"]

    plan_in_run = folder / "plan.toml"
    total = stopped_at + 3  # the rest of 400 epochs would teach this test nothing
    assert "epochs = 400" in plan_in_run.read_text()
    resumed = subprocess.Popen(
        [sys.executable, "main.py", "resume", str(folder), "--json"],
        cwd=project_root,
        env=process_environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    with resumed:
        assert resumed.stdout is not None
        steps: list[int] = []
        for line in resumed.stdout:
            event = json.loads(line)
            if event["event"] == "step_finished":
                steps.append(event["step"])
                if event["step"] == total:
                    resumed.terminate()
    assert steps[:3] == [stopped_at + 1, stopped_at + 2, stopped_at + 3]
    assert resumed.returncode == 130


def test_a_finished_run_is_not_resumed(finished_run: Path, capfd: pytest.CaptureFixture[str]) -> None:
    shown = run("resume", finished_run, "--json", capfd=capfd)
    assert shown.code == 1
    assert shown.lines[-1]["event"] == "run_failed"


def test_check_prints_one_object(tiny_pairs_file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    shown = run("check", tiny_pairs_file, "--json", capfd=capfd)
    assert shown.code == 0
    (report,) = shown.lines
    assert list(report) == ["format", "rows", "pairs", "unpaired", "ties", "skipped", "flags"]
    assert (report["rows"], report["pairs"], report["unpaired"], report["ties"]) == (24, 24, 0, 0)
    assert all(set(flag) == {"count", "rows"} for flag in report["flags"].values())


def test_check_names_rows_from_1_and_flags_by_name(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    rows = [
        {"prompt": "Is it red?", "chosen": "Yes.", "rejected": "It is red, yes."},
        {"prompt": "Is it blue?", "chosen": "No.", "rejected": "No."},
        {"prompt": "Is it long?", "chosen": "", "rejected": "No."},
    ]
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    (report,) = run("check", path, "--json", capfd=capfd).lines
    assert report["flags"]["identical_replies"] == {"count": 1, "rows": [2]}
    assert [row["row"] for row in report["skipped"]] == [3]
    sentences = run("check", path, capfd=capfd).stdout
    assert "3 rows" in sentences
    assert "row 3:" in sentences
    assert "rows 2)" in sentences


def test_check_reads_columns_pairings_and_axes_as_it_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "own.csv"
    path.write_text("q,good,bad\nIs it red?,Yes.,No.\nIs it blue?,No.,Yes.\n")
    mapping = ("--map", "prompt=q,chosen=good,rejected=bad")
    (report,) = run("check", path, *mapping, "--evaluation", path, "--json", capfd=capfd).lines
    assert (report["rows"], report["pairs"]) == (2, 2)
    assert report["flags"]["leakage"] == {"count": 2, "rows": [1, 2]}
    replies = [{"response": text, "overall_score": score} for text, score in (("a", 1), ("b", 3), ("c", 2))]
    path.write_text(json.dumps([{"instruction": "q", "completions": replies}]))
    (report,) = run("check", path, "--pairing", "all", "--axis", "overall", "--json", capfd=capfd).lines
    assert (report["format"], report["pairs"]) == ("ultrafeedback", 3)
    assert run("check", path, "--axis", "beauty", capfd=capfd).code == 1


def test_check_with_a_model_finds_pairs_that_do_not_fit(
    tmp_path: Path, tiny_model_folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    rows = [
        {"prompt": "Is it red?", "chosen": "Yes.", "rejected": "No."},
        {"prompt": "Is it long?", "chosen": "long " * 600, "rejected": "No."},
        {"prompt": "Why? " * 600, "chosen": "Yes.", "rejected": "No."},
    ]
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    (report,) = run("check", path, "--model", tiny_model_folder, "--json", capfd=capfd).lines
    assert report["flags"]["longer_than_context"] == {"count": 1, "rows": [2]}
    assert report["flags"]["unusable_with_model"] == {"count": 1, "rows": [3]}
    assert report["flags"]["cut_replies"] == {"count": 0, "rows": []}
    (report,) = run("check", path, "--model", tiny_model_folder, "--max-length", 64, "--json", capfd=capfd).lines
    assert report["flags"]["cut_replies"] == {"count": 1, "rows": [2]}
    assert report["flags"]["lost_replies"] == {"count": 1, "rows": [3]}
    assert report["flags"]["special_tokens"] == report["flags"]["reply_end"] == {"count": 0, "rows": []}


def test_score_uses_the_adapter_s_beta(
    finished_run: Path, tiny_model_folder: Path, tiny_pairs_file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    arguments = ("score", tiny_pairs_file, "--model", tiny_model_folder, "--adapter", finished_run / "adapter")
    machine = ("--device", "cpu", "--dtype", "float32", "--json")
    stored = run(*arguments, *machine, capfd=capfd)
    doubled = run(*arguments, "--beta", 0.6, *machine, capfd=capfd)
    assert stored.code == doubled.code == 0
    *pairs, summary = stored.lines
    assert [pair["row"] for pair in pairs] == list(range(1, 25))
    names = {"event", "row", "logps_chosen", "logps_rejected", "reward_chosen", "reward_rejected", "margin"}
    assert set(pairs[0]) == names
    assert (summary["event"], summary["pairs"], summary["beta"]) == ("summary", 24, 0.3)
    assert doubled.lines[0]["margin"] == pytest.approx(2 * pairs[0]["margin"], rel=1e-4)


def test_score_writes_a_report_and_never_over_another_file(
    finished_run: Path,
    tiny_model_folder: Path,
    tiny_pairs_file: Path,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    report = tmp_path / "rewards.md"
    arguments = ("score", tiny_pairs_file, "--model", tiny_model_folder, "--adapter", finished_run / "adapter")
    machine = ("--device", "cpu", "--dtype", "float32", "--json", "--report")
    scored = run(*arguments, *machine, report, capfd=capfd)
    assert scored.code == 0
    text = report.read_text(encoding="utf-8")
    assert f"**{scored.lines[-1]['accuracy']:.1%}** of 24 pairs (beta 0.3)" in text
    again = run(*arguments, *machine, report, capfd=capfd)
    assert again.code == 1
    assert "is there already" in again.stderr
    assert report.read_text(encoding="utf-8") == text
    lonely = run(*arguments, *machine[:-1], "--group", "topic", capfd=capfd)
    assert (lonely.code, "without a report" in lonely.stderr) == (1, True)
    grouped = run(*arguments, *machine, tmp_path / "groups.md", "--group", "prompt", capfd=capfd)
    assert grouped.code == 0
    assert "## By prompt" in (tmp_path / "groups.md").read_text(encoding="utf-8")
    nowhere = run(*arguments, *machine, tmp_path / "none" / "rewards.md", capfd=capfd)
    assert (nowhere.code, "There is no folder" in nowhere.stderr) == (1, True)


def test_score_ranks_replies_that_nobody_judged(
    finished_run: Path, tmp_path: Path, tiny_model_folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "replies.jsonl"
    file.write_text(json.dumps({"prompt": "Why?", "responses": ["The cat.", "No, the sun is red."]}) + "\n")
    arguments = ("score", file, "--model", tiny_model_folder, "--device", "cpu", "--dtype", "float32")
    trained = ("--adapter", finished_run / "adapter")
    shown = run(*arguments, *trained, "--json", capfd=capfd)
    ranked, summary = shown.lines
    assert [ranked["event"], summary["event"]] == ["replies_ranked", "ranking_summary"]
    assert sorted(reply["place"] for reply in ranked["replies"]) == [1, 2]
    assert ranked["replies"][0]["reward"] >= ranked["replies"][1]["reward"]
    assert "is best, reward" in run(*arguments, *trained, capfd=capfd).stdout
    refused = run(*arguments, *trained, "--rank", "--report", tmp_path / "report.md", capfd=capfd)
    assert (refused.code, "--report would change nothing" in refused.stderr) == (1, True)


def test_chat_writes_a_reply_and_the_same_one_again(
    finished_run: Path, tiny_model_folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    arguments = ("chat", "--model", tiny_model_folder, "--adapter", finished_run / "adapter", "--prompt", "Why?")
    options = ("--max-new-tokens", 12, "--temperature", 1, "--seed", 5, "--device", "cpu", "--dtype", "float32")
    first = run(*arguments, *options, capfd=capfd)
    assert first.code == 0
    assert first.stdout.endswith("\n")
    assert len(first.stdout) > 1
    assert run(*arguments, *options, capfd=capfd).stdout == first.stdout


def test_chat_keeps_the_best_of_several_and_tells_the_rewards_beside_it(
    finished_run: Path, tiny_model_folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    arguments = ("chat", "--model", tiny_model_folder, "--prompt", "Why?", "--best-of", 3, "--max-new-tokens", 8)
    options = ("--temperature", 1, "--device", "cpu", "--dtype", "float32")
    shown = run(*arguments, "--adapter", finished_run / "adapter", *options, capfd=capfd)
    assert shown.code == 0
    assert shown.stdout.strip()
    told = re.search(r"Best of 3: reward ([+-][\d.]+); the others ([+-][\d.]+), ([+-][\d.]+)\.", shown.stderr)
    assert told is not None
    rewards = [float(number) for number in told.groups()]
    assert rewards == sorted(rewards, reverse=True)
    refused = run(*arguments, *options, capfd=capfd)
    assert (refused.code, "Without an adapter" in refused.stderr) == (1, True)


def test_export_writes_what_plain_peft_loads(
    finished_run: Path, tmp_path: Path, tiny_model_folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    from peft import PeftModel
    from transformers import AutoModelForCausalLM

    shown = run("export", finished_run, "--to", "adapter", "--output", tmp_path / "out", capfd=capfd)
    assert shown.code == 0
    assert str(tmp_path / "out") in shown.stdout
    PeftModel.from_pretrained(AutoModelForCausalLM.from_pretrained(tiny_model_folder), str(tmp_path / "out"))
    again = run("export", finished_run, "--to", "adapter", "--output", tmp_path / "out", capfd=capfd)
    assert again.code == 1


def bad_lines(tmp_path: Path, model: Path, pairs: Path) -> dict[str, tuple[object, ...]]:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine")
    (tmp_path / "poem.json").write_text('["a", "b"]')
    (tmp_path / "typo.toml").write_text(
        f'[model]\npath = "{model.as_posix()}"\n[data]\npath = "{pairs.as_posix()}"\n[training]\nbeat = 1\n'
    )
    plan = write_plan(tmp_path, model, pairs)
    return {
        "no plan": ("train", tmp_path / "absent.toml"),
        "a key misspelt": ("train", tmp_path / "typo.toml"),
        "a folder in use": ("train", plan, "--output", tmp_path / "full"),
        "an unknown device": ("train", plan, "--output", tmp_path / "new", "--device", "cuda:7"),
        "no run": ("resume", tmp_path / "full"),
        "no file": ("check", tmp_path / "absent.json"),
        "no preferences": ("check", tmp_path / "poem.json"),
        "no model": ("score", pairs, "--model", tmp_path / "full"),
        "no model to check with": ("check", pairs, "--model", tmp_path / "full"),
    }


@pytest.mark.parametrize(
    "case",
    [
        *("no plan", "a key misspelt", "a folder in use", "an unknown device", "no run"),
        *("no file", "no preferences", "no model", "no model to check with"),
    ],
)
def test_bad_input_gives_one_line_and_never_a_traceback(
    case: str, tmp_path: Path, tiny_model_folder: Path, tiny_pairs_file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    arguments = bad_lines(tmp_path, tiny_model_folder, tiny_pairs_file)[case]
    for_people = run(*arguments, capfd=capfd)
    assert for_people.code == 1
    assert len(for_people.stderr.strip().splitlines()) == 1
    assert for_people.stderr.count(".") >= 1
    for_scripts = run(*arguments, "--json", capfd=capfd)
    assert for_scripts.code == 1
    assert for_scripts.lines[-1]["event"] == "run_failed"
    assert for_scripts.lines[-1]["message"] in for_people.stderr
    everything = for_people.stdout + for_people.stderr + for_scripts.stdout + for_scripts.stderr
    assert "Traceback" not in everything
    assert (tmp_path / "full" / "letter.txt").read_text() == "mine"


def test_a_misspelt_key_is_named_with_the_nearest(
    tmp_path: Path, tiny_model_folder: Path, tiny_pairs_file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    arguments = bad_lines(tmp_path, tiny_model_folder, tiny_pairs_file)["a key misspelt"]
    shown = run(*arguments, capfd=capfd)
    assert "training.beat" in shown.stderr
    assert "beta" in shown.stderr


def test_what_nobody_foresaw_is_a_sentence_and_a_log(
    tmp_path: Path,
    home: Path,
    tiny_pairs_file: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    def explode(*arguments: object, **options: object) -> None:
        raise ZeroDivisionError("of all things")

    monkeypatch.setattr("app.command_line.check.index_preferences", explode)
    handlers = list(logging.getLogger().handlers)
    shown = run("check", tiny_pairs_file, "--json", capfd=capfd)
    assert shown.code == 1
    log = home / "logs" / "command-line.log"
    assert "ZeroDivisionError: of all things" in shown.stderr
    assert str(log) in shown.stderr
    assert "Traceback" not in shown.stdout + shown.stderr
    assert "Traceback" in log.read_text()
    assert logging.getLogger().handlers == handlers


def test_a_data_folder_that_cannot_be_written_is_no_reason_to_fail(
    tmp_path: Path, tiny_pairs_file: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DPO_STUDIO_HOME", str(tmp_path / "file" / "home"))
    assert run("check", tiny_pairs_file, "--json", capfd=capfd).code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell's pipe")
def test_a_reader_that_leaves_early_gets_no_traceback(
    tiny_pairs_file: Path, project_root: Path, process_environment: dict[str, str]
) -> None:
    shown = subprocess.run(
        ["bash", "-c", f"'{sys.executable}' main.py check '{tiny_pairs_file}' | true; exit ${{PIPESTATUS[0]}}"],
        cwd=project_root,
        env=process_environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in shown.stderr
    assert "BrokenPipe" not in shown.stderr


def test_help_needs_no_library(project_root: Path) -> None:
    started = time.monotonic()
    shown = subprocess.run(
        [sys.executable, "-S", "main.py", "--help"], cwd=project_root, capture_output=True, text=True, check=False
    )
    assert shown.returncode == 0, shown.stderr
    assert time.monotonic() - started < 5
    for command in ("train", "resume", "check", "score", "pairs", "chat", "export"):
        assert f"\n    {command} " in shown.stdout


def test_without_a_display_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("other systems always have a display")
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    assert program.main([]) == 2
    assert "no display" in capsys.readouterr().err
