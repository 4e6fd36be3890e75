from __future__ import annotations

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
