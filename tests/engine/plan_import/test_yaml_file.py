from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from engine.errors import EngineError
from engine.plan_import.from_file import import_plan
from engine.plan_import.yaml_file import read_settings


@pytest.mark.parametrize(
    "text",
    ["", "[1, 2]", "just words", "a: [", "a: !!python/object/apply:os.system [ls]", "\x00", "{" * 3000, "a: 1\n b: 2"],
)
def test_what_holds_no_settings_is_refused_in_words(text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text)
    with pytest.raises(EngineError) as caught:
        read_settings(path)
    assert caught.value.hint


def test_a_file_that_would_grow_while_it_is_read_is_refused(tmp_path: Path) -> None:
    lines = ["a0: &a0 {k: 1}", *(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, 40))]
    path = tmp_path / "x.yaml"
    path.write_text("\n".join(lines))
    with pytest.raises(EngineError, match="refers to parts of itself"):
        read_settings(path)


def test_settings_of_neither_program_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "compose.yaml"
    path.write_text("services:\n  web: {image: nginx}\n")
    with pytest.raises(EngineError, match="TRL or LLaMA-Factory"):
        import_plan(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.binary(max_size=200))
def test_any_bytes_are_settings_or_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(content)
    with contextlib.suppress(EngineError):
        assert read_settings(path)
