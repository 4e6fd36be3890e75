"""Devices and number formats, chosen by what is there and by hand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import torch

from engine.errors import EngineError
from engine.model import device as device_module
from engine.model.device import (
    DeviceInfo,
    available_devices,
    choose_device,
    choose_dtype,
    cpu_supports_bfloat16,
    peak_memory_bytes,
    seeded,
)


@pytest.fixture
def no_accelerator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)


@pytest.fixture
def two_cards(monkeypatch: pytest.MonkeyPatch, no_accelerator: None) -> None:
    """An Ampere card and an older one."""
    cards = [
        SimpleNamespace(name="New Card", total_memory=80 * 2**30, major=8),
        SimpleNamespace(name="Old Card", total_memory=16 * 2**30, major=7),
    ]
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    monkeypatch.setattr(torch.cuda, "get_device_properties", lambda index: cards[index])


def test_the_processor_is_always_there(no_accelerator: None) -> None:
    (cpu,) = available_devices()
    assert cpu.name == "cpu"
    assert cpu.memory_bytes > 2**28
    assert choose_device("auto") == choose_device("cpu") == cpu


def test_cards_come_first_and_any_can_be_named(two_cards: None) -> None:
    assert [device.name for device in available_devices()] == ["cuda:0", "cuda:1", "cpu"]
    assert choose_device("auto").label == "New Card"
    assert choose_device("cuda").name == "cuda:0"
    assert choose_device("cuda:1") == DeviceInfo("cuda:1", "Old Card", 16 * 2**30, supports_bfloat16=False)
    assert choose_device("cpu").name == "cpu"


def test_an_older_card_computes_in_float32(two_cards: None) -> None:
    assert choose_dtype("auto", choose_device("cuda:0")) == "bfloat16"
    assert choose_dtype("auto", choose_device("cuda:1")) == "float32"
    assert choose_dtype("bfloat16", choose_device("cuda:1")) == "bfloat16"


@pytest.mark.parametrize("release,dtype", [("14.2", "bfloat16"), ("13.6", "float32")])
def test_apples_gpu_is_taken_where_it_is(
    monkeypatch: pytest.MonkeyPatch, no_accelerator: None, release: str, dtype: str
) -> None:
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: True)
    monkeypatch.setattr(device_module.platform, "mac_ver", lambda: (release, ("", "", ""), ""))
    device = choose_device("auto")
    assert device.name == "mps"
    assert choose_dtype("auto", device) == dtype


@pytest.mark.parametrize("name", ["cuda", "cuda:7", "mps", "tpu", "", "CPU"])
def test_an_unknown_device_is_refused_with_those_that_are_there(no_accelerator: None, name: str) -> None:
    with pytest.raises(EngineError, match="not on this computer") as caught:
        choose_device(name)
    assert "auto, cpu" in caught.value.hint


def test_an_unknown_number_format_is_refused(no_accelerator: None) -> None:
    with pytest.raises(EngineError, match="float16"):
        choose_dtype("float16", choose_device("cpu"))


def test_the_processor_computes_in_what_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device_module.platform, "machine", lambda: "x86_64")
    monkeypatch.setattr(torch.backends.cpu, "get_cpu_capability", lambda: "AVX2")
    assert not cpu_supports_bfloat16()


def test_peak_memory_is_that_of_this_process() -> None:
    peak = peak_memory_bytes("cpu")
    assert 2**26 < peak < 2**40


def test_seeding_leaves_the_global_state_alone() -> None:
    torch.manual_seed(1)
    before = torch.get_rng_state()
    with seeded(5, "cpu"):
        first = torch.rand(3)
    with seeded(5, "cpu"):
        assert torch.equal(torch.rand(3), first)
    assert torch.equal(torch.get_rng_state(), before)


_MANY_LENGTHS = """
import ctypes
from engine.model.device import bound_kernel_cache
bound_kernel_cache()
import torch

class Heap(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in "a b c d e f g used free h".split()]

libc = ctypes.CDLL(None)
libc.mallinfo2.restype = Heap

def multiply(lengths):
    weight = torch.zeros(256, 128, dtype=torch.bfloat16)
    for length in lengths:
        torch.nn.functional.linear(torch.zeros(length, 128, dtype=torch.bfloat16), weight)
    return libc.mallinfo2().used

before = multiply(range(200, 400))
print(multiply(range(400, 700)) - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the heap is asked through glibc")
@pytest.mark.skipif(not cpu_supports_bfloat16(), reason="oneDNN computes bfloat16 only")
def test_new_lengths_leave_nothing_behind_once_the_kernel_caches_are_full(project_root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _MANY_LENGTHS], cwd=project_root, capture_output=True, text=True, check=True, timeout=120
    )
    assert int(done.stdout) < 10_000_000  # 300 lengths leave 75 MB and more in a cache without a bound
