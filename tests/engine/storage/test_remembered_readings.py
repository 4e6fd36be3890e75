"""Answers about a shape are there for the next file of that shape, and never in the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from engine.data.formats.pairing import PAIRINGS
from engine.data.options import TIES, ReadingOptions
from engine.errors import EngineError
from engine.storage.remembered_readings import RememberedReadings

MAPPED = ReadingOptions("all", "honesty", {"prompt": "q", "chosen": "a", "rejected": "b"}, "keep")
names = some.text(min_size=1, max_size=8).filter(lambda name: name.isprintable())


def test_an_answer_is_found_by_the_columns_in_any_order(tmp_path: Path) -> None:
    RememberedReadings(tmp_path / "new").remember(["b", "a", "q"], MAPPED)
    known = RememberedReadings(tmp_path / "new")
    assert known
    assert known.find(("q", "a", "b")) == MAPPED
    assert known.find(("q", "a")) is None


@given(
    some.builds(
        ReadingOptions,
        pairing=some.sampled_from([None, *PAIRINGS]),
        axis=names | some.just(""),
        columns=some.fixed_dictionaries({"chosen": names, "rejected": names}) | some.just({}),
        ties=some.sampled_from(TIES),
    ),
    some.sets(names, min_size=1),
)
def test_whatever_is_remembered_is_found(
    tmp_path_factory: pytest.TempPathFactory, options: ReadingOptions, columns: set[str]
) -> None:
    home = tmp_path_factory.mktemp("home")
    RememberedReadings(home).remember(columns, options)
    assert RememberedReadings(home).find(columns) == options


def test_a_second_answer_takes_the_place_of_the_first_and_can_be_forgotten(tmp_path: Path) -> None:
    known = RememberedReadings(tmp_path)
    known.remember(["a"], MAPPED)
    known.remember(["z"], ReadingOptions())
    known.remember(["a"], ReadingOptions(ties="keep"))
    assert known.find(["a"]) == ReadingOptions(ties="keep")
    known.forget(["a"])
    assert known.find(["a"]) is None
    assert known.find(["z"]) == ReadingOptions()
    assert [path.name for path in tmp_path.iterdir()] == ["readings.json"]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"readings": 3}',
        '{"readings": [1, {"shape": ["a"]}]}',
        json.dumps({"readings": [{"shape": ["a"], "pairing": "odd", "axis": "", "columns": {}, "ties": "drop"}]}),
        json.dumps(
            {"readings": [{"shape": ["a"], "pairing": None, "axis": "", "columns": {"x": "y"}, "ties": "drop"}]}
        ),
    ],
)
def test_a_damaged_file_remembers_nothing_and_is_written_anew(tmp_path: Path, content: str) -> None:
    (tmp_path / "readings.json").write_text(content)
    known = RememberedReadings(tmp_path)
    assert not known
    assert known.find(["a"]) is None
    known.remember(["a"], MAPPED)
    assert known.find(["a"]) == MAPPED


def test_only_so_many_are_kept_and_the_oldest_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.storage.remembered_readings._MOST_KEPT", 2)
    known = RememberedReadings(tmp_path)
    for name in "abc":
        known.remember([name], MAPPED)
    assert [known.find([name]) is not None for name in "abc"] == [False, True, True]


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file in the way")
    with pytest.raises(EngineError, match="remembered"):
        RememberedReadings(tmp_path / "home").remember(["a"], MAPPED)
