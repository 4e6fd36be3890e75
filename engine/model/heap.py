"""What the C library does with memory that a pass let go: on Linux it goes back to the system, page by page, in vain.

The next pass asks for the same again, and each fresh page costs a fault: a microsecond or more, in a virtual machine
three. Where activations come and go several hundred megabytes at a time, that is a few hundredths of the time.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import platform
from collections.abc import Generator

# From malloc.h. Blocks above the first are mapped by themselves (32 MiB is the most that glibc takes); free memory at
# the heap's end stays up to the second.
_M_MMAP_THRESHOLD, _M_TRIM_THRESHOLD = -3, -1
_LARGEST_IN_HEAP, _KEPT, _KEPT_AFTERWARDS = 32 << 20, (1 << 31) - 1, 64 << 20


@contextlib.contextmanager
def kept_heap() -> Generator[None]:
    """Freed memory stays with the process inside the block and goes back to the system at its end.

    Only glibc knows how; what a person set in the environment stays, and other systems do as they always do.
    """
    if platform.libc_ver()[0] != "glibc" or {"MALLOC_TRIM_THRESHOLD_", "MALLOC_MMAP_THRESHOLD_"} & os.environ.keys():
        yield
        return
    library = ctypes.CDLL(None)
    library.mallopt(_M_MMAP_THRESHOLD, _LARGEST_IN_HEAP)
    library.mallopt(_M_TRIM_THRESHOLD, _KEPT)
    try:
        yield
    finally:
        # What glibc itself would have come to after the first block of 32 MiB; its own rule is off from here on.
        library.mallopt(_M_TRIM_THRESHOLD, _KEPT_AFTERWARDS)
        library.malloc_trim(0)
