"""How much of the processor a process may claim while others want it, too."""

from __future__ import annotations

import contextlib
import os
import sys

_STEPS = 10  # of 19: alone it is as fast as ever; of a core that others want too, it gets a tenth


def step_back() -> None:
    """Let whatever else runs go first: this process from now on, and those that it starts.

    Where the system refuses, the work is done all the same.
    """
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            import psutil

            with contextlib.suppress(psutil.Error):
                psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
        else:
            os.nice(_STEPS)
