from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from engine.data.find_pairs import Found, find_pairs
from engine.data.pair_store import PairStore
from tests.app.models.pairs import make_pair, make_store


@pytest.fixture
def store(tmp_path: Path) -> PairStore:
    pairs = [make_pair(1, "What is iron?"), make_pair(2, "What is gold?", chosen="A METAL."), make_pair(3, "And tin?")]
    return make_store(tmp_path, pairs)


def found(store: PairStore, text: str, rows: set[int] | None = None) -> list[int]:
    told: list[Found] = []
    find_pairs(store, text, rows, told.append)
    assert told[-1].share == 1.0
    return [index for news in told for index in news.indices]


def test_prompts_and_replies_are_searched_in_any_case(store: PairStore) -> None:
    assert found(store, "IRON") == [0]
    assert found(store, " metal ") == [1]
    assert found(store, "") == [0, 1, 2]
    assert found(store, "gold?", {1}) == []
    assert found(store, "what", {2, 3}) == [1]
    assert found(store, "", {2, 3}) == [1, 2]


def test_what_is_found_is_told_while_the_search_goes_on(store: PairStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.data.find_pairs._SECONDS", 0.0)
    told: list[Found] = []
    find_pairs(store, "what", None, told.append)
    assert [news.indices for news in told] == [array("I", [0]), array("I", [1]), array("I"), array("I")]
    assert [news.share for news in told] == [0.0, 1 / 3, 2 / 3, 1.0]
