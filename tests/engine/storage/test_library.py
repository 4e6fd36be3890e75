from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from engine.storage.library import RunLibrary
from engine.storage.run_remarks import RunRemarks, write_remarks

PLAN = '[model]\npath = "/models/tiny"\n[data]\npath = "/data/pairs.jsonl"\n'


def make_run(parent: Path, name: str, **manifest: object) -> Path:
    folder = parent / "runs" / name
    folder.mkdir(parents=True)
    (folder / "plan.toml").write_text(PLAN)
    (folder / "manifest.json").write_text(json.dumps({"state": "finished", **manifest}))
    return folder


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "index" / "library.sqlite"


def test_lists_runs_of_all_parents_newest_first(tmp_path: Path, database: Path) -> None:
    make_run(tmp_path / "a", "one", created="2026-01-01T00:00:00", step=5, total_steps=10, seconds=1.5, device="cpu")
    make_run(tmp_path / "b", "two", created="2026-02-01T00:00:00", state="failed", error={"message": "Out of room."})
    with RunLibrary(database) as library:
        newest, oldest = library.refresh([tmp_path / "a", tmp_path / "b", tmp_path / "absent"])
    assert (newest.name, newest.state, newest.error) == ("two", "failed", "Out of room.")
    assert (oldest.step, oldest.total_steps, oldest.seconds, oldest.device) == (5, 10, 1.5, "cpu")
    assert (oldest.model, oldest.data) == ("/models/tiny", "/data/pairs.jsonl")


def test_the_list_outlives_the_process(tmp_path: Path, database: Path) -> None:
    make_run(tmp_path, "one")
    with RunLibrary(database) as library:
        listed = library.refresh([tmp_path])
    with RunLibrary(database) as library:
        assert library.runs() == listed != []


def test_changes_and_deletions_on_disk_are_followed(tmp_path: Path, database: Path) -> None:
    first = make_run(tmp_path, "one", state="running")
    second = make_run(tmp_path, "two")
    with RunLibrary(database) as library:
        library.refresh([tmp_path])
        (first / "manifest.json").write_text(json.dumps({"state": "stopped", "step": 2}))
        shutil.rmtree(second)
        assert [(run.name, run.state) for run in library.refresh([tmp_path])] == [("one", "stopped")]


def test_unchanged_runs_are_not_read_again(tmp_path: Path, database: Path) -> None:
    manifest = make_run(tmp_path, "one", step=1) / "manifest.json"
    with RunLibrary(database) as library:
        library.refresh([tmp_path])
        before = manifest.stat()
        manifest.write_text(manifest.read_text().replace("1", "2"))
        os.utime(manifest, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert library.refresh([tmp_path])[0].step == 1


@pytest.mark.parametrize("rubbish", [b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_index_is_made_anew(tmp_path: Path, database: Path, rubbish: bytes) -> None:
    make_run(tmp_path, "one")
    database.parent.mkdir()
    database.write_bytes(rubbish)
    with RunLibrary(database) as library:
        assert len(library.refresh([tmp_path])) == 1
    with RunLibrary(database) as library:
        assert len(library.runs()) == 1


def test_without_a_place_for_the_index_it_lives_in_memory(tmp_path: Path) -> None:
    make_run(tmp_path, "one")
    (tmp_path / "file").write_text("")
    with RunLibrary(tmp_path / "file" / "library.sqlite") as library:
        assert len(library.refresh([tmp_path])) == 1


def test_an_index_of_another_version_is_made_anew(tmp_path: Path, database: Path) -> None:
    import sqlite3

    database.parent.mkdir()
    connection = sqlite3.connect(database)
    connection.execute("CREATE TABLE runs (something TEXT)")
    connection.execute("PRAGMA user_version = 99")
    connection.commit()
    connection.close()
    make_run(tmp_path, "one")
    with RunLibrary(database) as library:
        assert len(library.refresh([tmp_path])) == 1


def test_an_index_that_another_process_holds_is_left_alone(tmp_path: Path, database: Path) -> None:
    import sqlite3

    make_run(tmp_path, "one")
    with RunLibrary(database) as library:
        library.refresh([tmp_path])
    holder = sqlite3.connect(database, isolation_level=None)
    holder.execute("PRAGMA user_version = 99")
    holder.execute("BEGIN EXCLUSIVE")
    with RunLibrary(database, patience=0.1) as library:
        assert len(library.refresh([tmp_path])) == 1
    holder.execute("ROLLBACK")
    assert holder.execute("SELECT count(*) FROM runs").fetchone() == (1,)
    holder.close()


@pytest.mark.parametrize("manifest", ["", "[]", '{"state": 3, "step": "many", "error": "text"}'])
def test_a_damaged_run_is_listed_all_the_same(tmp_path: Path, database: Path, manifest: str) -> None:
    folder = make_run(tmp_path, "one")
    (folder / "manifest.json").write_text(manifest)
    (folder / "plan.toml").write_text("[")
    with RunLibrary(database) as library:
        (run,) = library.refresh([tmp_path])
    assert (run.name, run.step, run.model) == ("one", 0, "")


def test_two_windows_may_share_the_index(tmp_path: Path, database: Path) -> None:
    make_run(tmp_path, "one")
    with RunLibrary(database) as first, RunLibrary(database) as second:
        assert first.refresh([tmp_path]) == second.refresh([tmp_path]) == second.runs()


def test_runs_of_another_project_stay_in_the_index(tmp_path: Path, database: Path) -> None:
    make_run(tmp_path / "a", "one")
    make_run(tmp_path / "b", "two")
    with RunLibrary(database) as library:
        library.refresh([tmp_path / "a"])
        assert [run.name for run in library.refresh([tmp_path / "b"])] == ["two"]
        assert {run.name for run in library.runs()} == {"one", "two"}


def test_what_was_added_to_a_run_comes_back_when_the_index_is_lost(tmp_path: Path, database: Path) -> None:
    folder = make_run(tmp_path, "20261124-101500-one")
    with RunLibrary(database) as library:
        (run,) = library.refresh([tmp_path])
        assert (run.title, run.starred, run.tags) == ("one", False, ())
        write_remarks(folder, RunRemarks("The good one", starred=True, tags=("short", "ipo"), note="Keep."))
        library.refresh([tmp_path])
    database.unlink()
    with RunLibrary(database) as library:
        (run,) = library.refresh([tmp_path])
    assert (run.title, run.starred, run.tags, run.note) == ("The good one", True, ("short", "ipo"), "Keep.")
    assert run.created.startswith("2026-11-24T10:15:00")


def test_a_run_whose_process_was_killed_is_interrupted_and_was_running_before(tmp_path: Path, database: Path) -> None:
    folder = make_run(tmp_path, "one", state="running", step=3, total_steps=9)
    code = (
        "import sys, time; from pathlib import Path; from engine.storage.lock import only_one\n"
        "with only_one(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    )
    root = Path(__file__).parents[3]
    process = subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE, cwd=root, text=True)
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "held\n"
        with RunLibrary(database) as library:
            assert library.refresh([tmp_path])[0].state == "running"
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
    with RunLibrary(database) as library:
        assert library.runs()[0].state == "interrupted"
        (run,) = library.refresh([tmp_path])
    assert (run.state, run.step, run.total_steps) == ("interrupted", 3, 9)


def test_a_refresh_that_nobody_wants_any_more_keeps_what_it_read(tmp_path: Path, database: Path) -> None:
    for name in ("one", "two", "three"):
        make_run(tmp_path, name)
    answers = iter((True, False))
    with RunLibrary(database) as library:
        assert len(library.refresh([tmp_path], lambda: next(answers))) == 1
        assert len(library.refresh([tmp_path])) == 3


def test_the_runs_of_a_sweep_are_listed_under_its_name(tmp_path: Path, database: Path) -> None:
    make_run(tmp_path, "20260101-101010-alone")
    sweep = tmp_path / "runs" / "20260102-101010-tone"
    for name in ("beta-0.1", "beta-0.3"):
        make_run(tmp_path, f"{sweep.name}/{name}")
    (sweep / "plan.toml").write_text(PLAN)
    with RunLibrary(database) as library:
        found = {(run.title, run.sweep) for run in library.refresh([tmp_path])}
        assert found == {("alone", ""), ("beta-0.1", "tone"), ("beta-0.3", "tone")}
        shutil.rmtree(sweep / "beta-0.3")
        assert {run.title for run in library.refresh([tmp_path])} == {"alone", "beta-0.1"}
        assert {run.title for run in library.runs()} == {"alone", "beta-0.1"}


def test_only_the_runs_of_some_projects(tmp_path: Path, database: Path) -> None:
    make_run(tmp_path / "a", "one")
    make_run(tmp_path / "b", "two")
    with RunLibrary(database) as library:
        library.refresh([tmp_path / "a", tmp_path / "b"])
        assert [run.name for run in library.runs([tmp_path / "b"])] == ["two"]


def test_it_says_how_many_folders_are_read(tmp_path: Path, database: Path) -> None:
    for name in ("one", "two"):
        make_run(tmp_path, name)
    told: list[tuple[int, int]] = []
    with RunLibrary(database) as library:
        library.refresh([tmp_path], tell=lambda done, total: told.append((done, total)))
        make_run(tmp_path, "three")
        library.refresh([tmp_path], tell=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2), (1, 1)]
