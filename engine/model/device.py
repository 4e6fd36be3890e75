"""Which devices this machine can train on, and in which number format."""

from __future__ import annotations

import contextlib
import ctypes
import os
import platform
from collections.abc import Generator
from dataclasses import dataclass

import psutil
import torch

from engine.errors import EngineError


@dataclass(frozen=True, slots=True)
class DeviceInfo:
    """A device by torch's name (`cpu`, `mps`, `cuda:0`), with a label for people and its memory in bytes."""

    name: str
    label: str
    memory_bytes: int
    supports_bfloat16: bool


def available_devices() -> tuple[DeviceInfo, ...]:
    """Every device that can be used now, the fastest kind first; the CPU is always there."""
    devices: list[DeviceInfo] = []
    if torch.cuda.is_available():
        for index in range(torch.cuda.device_count()):
            properties = torch.cuda.get_device_properties(index)
            # Compute capability 8.0 (Ampere) is the first with bfloat16 products.
            devices.append(DeviceInfo(f"cuda:{index}", properties.name, properties.total_memory, properties.major >= 8))
    memory = psutil.virtual_memory().total
    if torch.backends.mps.is_available():
        devices.append(DeviceInfo("mps", "Apple GPU", memory, _mps_supports_bfloat16()))
    devices.append(DeviceInfo("cpu", _processor_name(), memory, cpu_supports_bfloat16()))
    return tuple(devices)


def choose_device(name: str = "auto") -> DeviceInfo:
    """The device asked for, or for `auto` the fastest one. `cuda` means its first card.

    Raises `EngineError` naming what this machine has.
    """
    devices = available_devices()
    if name == "auto":
        return devices[0]
    wanted = "cuda:0" if name == "cuda" else name
    for device in devices:
        if device.name == wanted:
            return device
    present = ", ".join(device.name for device in devices)
    raise EngineError(f"The device {name!r} is not on this computer.", f"Choose one of: auto, {present}.")


def choose_dtype(name: str, device: DeviceInfo) -> str:
    """`bfloat16` or `float32`: as asked for, or for `auto` bfloat16 where the device computes in it."""
    if name == "auto":
        return "bfloat16" if device.supports_bfloat16 else "float32"
    if name not in ("bfloat16", "float32"):
        raise EngineError(f"The number format {name!r} is unknown.", "Choose auto, bfloat16 or float32.")
    return name


def peak_memory_bytes(device: str) -> int:
    """The most memory used so far: of the card on CUDA, of the whole process elsewhere."""
    if device.startswith("cuda"):
        return int(torch.cuda.max_memory_allocated(device))
    if device == "mps":
        return int(torch.mps.driver_allocated_memory())
    return _process_peak_bytes()


def free_memory_bytes(device: str) -> int:
    """What a device could give now: of the card on CUDA, with what torch keeps there unused; else of the machine."""
    if device.startswith("cuda"):
        kept = torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
        return int(torch.cuda.mem_get_info(device)[0]) + int(kept)
    return int(psutil.virtual_memory().available)


def synchronize(device: str) -> None:
    """Wait until a device has done what it was told, so that a clock means something."""
    if device.startswith("cuda"):
        torch.cuda.synchronize(device)
    elif device == "mps":
        torch.mps.synchronize()


@contextlib.contextmanager
def seeded(seed: int, device: str) -> Generator[None]:
    """Draw random numbers from `seed` inside the block, and leave torch's global state as it was."""
    with torch.random.fork_rng(devices=[device] if device.startswith("cuda") else []):
        torch.manual_seed(seed)
        yield


@contextlib.contextmanager
def computing_threads(count: int) -> Generator[None]:
    """Compute on the CPU with this many threads inside the block: how a sum is shared out decides how it is rounded."""
    before = torch.get_num_threads()
    torch.set_num_threads(count)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def release_device_memory(device: str) -> None:
    """Give back what is kept for work that is over: torch's blocks on cards, the heap's holes where glibc has them."""
    if device.startswith("cuda"):
        torch.cuda.empty_cache()
    elif device == "mps":
        torch.mps.empty_cache()
    elif platform.system() == "Linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)) is not None:
        trim(0)


def bound_kernel_cache() -> None:
    """Let oneDNN, and torch in front of it, keep the kernels of two or three lengths.

    A pass uses about 50, each takes 0.4 ms to make again. Both keep 1024 by themselves, so every new length of a
    micro-batch would leave about 15 MB behind, in the middle of the heap. Must come before a model computes for the
    first time; a limit that a person set stays.
    """
    for name in ("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "LRU_CACHE_CAPACITY"):
        os.environ.setdefault(name, "128")


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error means that a device had no memory left; each kind of device says it in its own way."""
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    text = str(error).lower()
    return isinstance(error, RuntimeError) and ("out of memory" in text or "can't allocate" in text)


def cpu_supports_bfloat16() -> bool:
    """Whether the processor has bfloat16 products (AVX512-BF16, AMX, or their Arm kin); else float32 is faster."""
    supported: bool = torch.ops.mkldnn._is_mkldnn_bf16_supported()  # noqa: SLF001  # no public way to ask
    return supported and _has_native_bfloat16()


def _has_native_bfloat16() -> bool:
    # oneDNN also emulates bfloat16 on plain AVX512, slower than float32.
    capabilities = torch.backends.cpu.get_cpu_capability()
    if platform.machine().lower() in ("arm64", "aarch64"):
        return True
    if not capabilities.startswith("AVX512"):
        return False
    checks = (torch.cpu._is_avx512_bf16_supported, torch.cpu._is_amx_tile_supported)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    return any(check() for check in checks)


def _mps_supports_bfloat16() -> bool:
    return tuple(int(part) for part in (platform.mac_ver()[0] or "0").split(".")[:1]) >= (14,)


def _processor_name() -> str:
    return f"CPU, {psutil.cpu_count(logical=False) or psutil.cpu_count() or 1} cores"


def _process_peak_bytes() -> int:
    information = psutil.Process().memory_info()
    peak = getattr(information, "peak_wset", 0)  # Windows
    if peak:
        return int(peak)
    import resource

    usage = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(usage if platform.system() == "Darwin" else usage * 1024)
