from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from engine.storage.line_log import append_line, log_lines


def test_what_is_added_is_read(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    assert list(log_lines(path)) == []
    append_line(path, {"a": 1})
    append_line(path, {"b": "ü\n"}, to_disk=True)
    assert list(log_lines(path)) == [(b'{"a":1}', True), ('{"b":"ü\\n"}'.encode(), True)]


@pytest.mark.parametrize("torn", [b'{"b": "ha', b"\xff", b'{"b": ['])
def test_half_a_line_is_told_and_then_dropped(tmp_path: Path, torn: bytes) -> None:
    path = tmp_path / "log.jsonl"
    append_line(path, {"a": 1})
    with path.open("ab") as file:
        file.write(torn)
    assert [whole for _, whole in log_lines(path)] == [True, False]
    append_line(path, {"c": 3})
    assert list(log_lines(path)) == [(b'{"a":1}', True), (b'{"c":3}', True)]


def test_a_last_line_that_only_lacks_its_end_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_bytes(b'{"a":1}')
    append_line(path, {"c": 3})
    assert [line for line, _ in log_lines(path)] == [b'{"a":1}', b'{"c":3}']


_APPEND_UNDER_A_LIMIT = """
import resource, sys
from pathlib import Path
from engine.storage.line_log import append_line
path, limit, to_disk = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "True"
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    append_line(path, {"b": "x" * 3_000}, to_disk=to_disk)
except OSError as error:
    print(error.strerror)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="file sizes can be limited on POSIX only")
@pytest.mark.parametrize("to_disk", [False, True])
@pytest.mark.parametrize("room", [0, 7, 2_000])
def test_a_line_that_does_not_fit_leaves_nothing(tmp_path: Path, room: int, to_disk: bool) -> None:
    path = tmp_path / "log.jsonl"
    append_line(path, {"a": 1})
    before = path.read_bytes()
    arguments = [str(path), str(len(before) + room), str(to_disk)]
    command = [sys.executable, "-c", _APPEND_UNDER_A_LIMIT, *arguments]
    ended = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    assert ended.stdout.strip() == "File too large"
    assert path.read_bytes() == before
