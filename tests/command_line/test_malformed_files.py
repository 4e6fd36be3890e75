"""Hundreds of broken files through `main.py check`: never a crash, a hang or a traceback, always a sentence."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

import main as program
from tests.malformed.binaries import all_binaries
from tests.malformed.texts import GOOD, all_texts

CASES = [*all_texts(), *all_binaries()]
LONGEST_SECONDS = 10.0
# What an exception's name or a programmer's word in a message would look like.
_RAW = re.compile(r"Traceback|\b[A-Z]\w*(?:Error|Exception)\b|nobody foresaw|\bNoneType\b|<class ")
SAMPLE = (
    "trl lines cut off after 5 tenths",
    "nested lists",
    "prompt nested far too deep",
    "high half in chosen",
    "null bytes at the end",
    "an error page",
    "Parquet with a footer of zeros",
    "Arrow stream with eight wrong bytes, number 3",
    "a gzip of half a gigabyte of nothing",
    "a pickle of protocol 4",
)


def test_there_are_hundreds_of_them_each_with_its_own_name_and_content() -> None:
    names = Counter(name for name, _ in CASES)
    assert [name for name, count in names.items() if count > 1] == []
    assert len({content for _, content in CASES}) >= 200


@pytest.mark.parametrize("name, content", CASES, ids=[name for name, _ in CASES])
def test_a_broken_file_ends_in_a_sentence(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str, content: bytes
) -> None:
    path = tmp_path / "answers.json"
    path.write_bytes(content)
    began = time.monotonic()
    code = program.main(["check", str(path), "--json"])
    assert time.monotonic() - began < LONGEST_SECONDS, name
    shown = capfd.readouterr()
    expect_a_sentence(code, shown.out, shown.err)


@pytest.mark.parametrize("name", SAMPLE)
def test_a_process_of_its_own_ends_the_same(tmp_path: Path, project_root: Path, name: str) -> None:
    path = tmp_path / "answers.json"
    path.write_bytes(dict(CASES)[name])
    environment = {**os.environ, "DPO_STUDIO_HOME": str(tmp_path / "home")}
    ended = subprocess.run(
        [sys.executable, "main.py", "check", str(path), "--json"],
        cwd=project_root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    expect_a_sentence(ended.returncode, ended.stdout, ended.stderr)


@pytest.mark.parametrize(
    "before, after",
    [
        (b"", b""),
        (b'{"prompt": "p", "chosen": "', b'", "rejected": "b"}\n'),
        (b"[" + GOOD.encode() + b', {"a": "', b'"}]'),
    ],
    ids=["nothing but letters", "a reply", "an item of a list"],
)
def test_a_hundred_megabytes_on_one_line(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], before: bytes, after: bytes
) -> None:
    path = tmp_path / "answers.json"
    with path.open("wb") as file:
        file.write(before)
        for _ in range(100):
            file.write(b"a" * (1 << 20))
        file.write(after)
    began = time.monotonic()
    code = program.main(["check", str(path), "--json"])
    assert time.monotonic() - began < LONGEST_SECONDS
    shown = capfd.readouterr()
    expect_a_sentence(code, shown.out, shown.err)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("kind", ["pipe", "endless", "folder", "missing"])
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, capfd: pytest.CaptureFixture[str], kind: str) -> None:
    path = tmp_path / "answers.json"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "endless":
        path.symlink_to("/dev/zero")
    elif kind == "folder":
        path.mkdir()
    assert program.main(["check", str(path), "--json"]) == 1
    shown = capfd.readouterr()
    expect_a_sentence(1, shown.out, shown.err)


def expect_a_sentence(code: int, out: str, err: str) -> None:
    """A report that names every row that was left out, or one sentence that names the file."""
    assert not _RAW.search(err), err
    if code == 0:
        report = json.loads(out)
        for skipped in report["skipped"]:
            assert 1 <= skipped["row"] <= report["rows"]
            assert skipped["reason"].endswith("."), skipped
            assert not _RAW.search(skipped["reason"]), skipped
        assert report["rows"] <= report["pairs"] + report["ties"] + report["unpaired"] + len(report["skipped"])
        return
    assert code == 1
    failure = json.loads(out)
    told = f"{failure['message']} {failure['hint']}"
    assert "answers.json" in failure["message"]
    assert told.endswith("."), told
    assert not _RAW.search(told), told
