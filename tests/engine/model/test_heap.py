"""The heap during a run: no page is fetched from the system twice, and all of it goes back afterwards."""

from __future__ import annotations

import platform
from collections.abc import Callable

import psutil
import pytest
import torch

from engine.model.heap import kept_heap

_BLOCK, _BLOCKS = 16 << 20, 16


def _come_and_go() -> None:
    """Blocks of memory, all there at once, written to, and let go."""
    blocks = [torch.ones(_BLOCK, dtype=torch.uint8) for _ in range(_BLOCKS)]
    del blocks


def _faults_of(work: Callable[[], None]) -> int:
    resource = pytest.importorskip("resource")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    work()
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc can be told")
def test_memory_stays_for_the_next_pass_and_goes_back_after_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("MALLOC_TRIM_THRESHOLD_", "MALLOC_MMAP_THRESHOLD_"):
        monkeypatch.delenv(name, raising=False)
    process = psutil.Process()
    with kept_heap():
        for _ in range(5):  # aligned blocks do not fit into each other's holes at once
            _come_and_go()
        assert _faults_of(_come_and_go) < _BLOCK * _BLOCKS // 4096 // 10
        held = process.memory_info().rss
    assert process.memory_info().rss < held - _BLOCK * _BLOCKS // 2


def test_what_a_person_set_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MALLOC_TRIM_THRESHOLD_", "131072")
    monkeypatch.setattr("ctypes.CDLL", lambda _: pytest.fail("the library must be left alone"))
    with kept_heap():
        pass
