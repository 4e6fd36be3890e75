"""What the window asks of mends again and again costs it nothing."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.models.dataset import Dataset
from app.models.mending import Mending
from engine.data.mends.find import together
from engine.data.mends.mend import Repair
from tests.app.models.pairs import write_pairs

_SAME = {"prompt": "Which?", "chosen": "This.", "rejected": "This."}


def test_what_can_go_is_put_together_once_and_beside_the_window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []

    def watched(repairs: Sequence[Sequence[Repair]]) -> list[Repair]:
        threads.append(threading.current_thread())
        return together(repairs)

    monkeypatch.setattr("app.models.mending.together", watched)
    dataset = Dataset()
    dataset.edits.keep_in(tmp_path / "edits.jsonl")
    mending = Mending(dataset)
    dataset.open(write_pairs(tmp_path / "pairs.jsonl", 4, [_SAME, _SAME]))
    qtbot.waitUntil(lambda: mending.plain_count == 2, timeout=30_000)
    assert mending.plain_offer
    assert len(threads) == 1
    assert threads[0] is not threading.current_thread()
    qtbot.waitUntil(lambda: dataset.split is not None and not dataset.is_following, timeout=30_000)
    mending.mend_plain()
    assert dataset.edits.dropped_indices().tolist() == [4, 5]
    assert mending.plain_count == 0
    qtbot.waitUntil(lambda: not dataset.is_following, timeout=30_000)
