"""Work in a process of its own: what it tells, how it ends, how it is ended."""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from app.background.beside import CancelledError, run_beside, run_here
from engine.data.compressed import unpacked_file
from engine.errors import EngineError

Run = Callable[..., Any]


def count(last: int, tell: Callable[[int], None]) -> int:
    for number in range(last):
        tell(number)
    return os.getpid()


def refuse(tell: Callable[[int], None]) -> None:
    raise EngineError("It is no use.", "Do something else.", "the cause")


def stumble(tell: Callable[[int], None]) -> None:
    raise ZeroDivisionError("by nought")


def go_on_for_ever(tell: Callable[[int], None]) -> None:
    while True:
        time.sleep(0.01)
        tell(os.getpid())


def unpack(path: Path, tell: Callable[[str], None]) -> None:
    with unpacked_file(path) as plain:
        tell(str(plain))
        time.sleep(30)


def vanish(tell: Callable[[int], None]) -> None:
    os._exit(7)


def priorities(tell: Callable[[int], None]) -> list[int]:
    ask = "import psutil; print(int(psutil.Process().nice()))"
    spawned = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    return [int(psutil.Process().nice()), int(spawned.stdout)]


def never() -> bool:
    return False


@pytest.mark.parametrize("run, is_here", [(run_here, True), (run_beside, False)])
def test_what_is_told_arrives_in_order_and_the_result_last(run: Run, is_here: bool) -> None:
    told: list[int] = []
    assert (run(count, (50,), told.append, never) == os.getpid()) is is_here
    assert told == [*range(50)]


@pytest.mark.parametrize("run", [run_here, run_beside])
def test_a_refusal_comes_through_whole(run: Run) -> None:
    with pytest.raises(EngineError) as caught:
        run(refuse, (), print, never)
    assert (caught.value.message, caught.value.hint, caught.value.details) == (
        "It is no use.",
        "Do something else.",
        "the cause",
    )


def test_an_error_that_nobody_foresaw_is_told_with_its_traceback() -> None:
    with pytest.raises(EngineError, match="ZeroDivisionError: by nought") as caught:
        run_beside(stumble, (), print, never)
    assert "in stumble" in caught.value.details


def test_the_window_goes_first() -> None:
    ours = int(psutil.Process().nice())
    expected = psutil.BELOW_NORMAL_PRIORITY_CLASS if sys.platform == "win32" else min(19, ours + 10)
    assert run_beside(priorities, (), print, never) == [expected, expected]
    assert int(psutil.Process().nice()) == ours


@pytest.mark.parametrize("run", [run_here, run_beside])
def test_cancelling_ends_it(run: Run) -> None:
    told: list[int] = []
    with pytest.raises(CancelledError):
        run(go_on_for_ever, (), told.append, lambda: len(told) > 3)
    if run is run_beside:
        assert not psutil.pid_exists(told[0])


def test_a_process_that_is_ended_from_outside_is_told() -> None:
    with pytest.raises(EngineError, match="ended from outside") as caught:
        run_beside(vanish, (), print, never)
    assert caught.value.details == "exit code 7"


def test_cancelling_leaves_nothing_that_was_unpacked(tmp_path: Path) -> None:
    packed = tmp_path / "table.gz"
    packed.write_bytes(gzip.compress(b"what nobody else should read"))
    told: list[Path] = []

    def note(plain: str) -> None:
        told.append(Path(plain))
        assert told[0].read_bytes() == b"what nobody else should read"

    with pytest.raises(CancelledError):
        run_beside(unpack, (packed,), note, lambda: bool(told))
    assert not told[0].parent.exists()
    assert not told[0].parent.parent.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_process_that_cannot_be_waited_for_hides_no_error() -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system then lets nobody wait for a process
    try:
        with pytest.raises(EngineError, match="It is no use"):
            run_beside(refuse, (), print, never)
    finally:
        signal.signal(signal.SIGCHLD, before)
