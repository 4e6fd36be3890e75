"""Keeps the computer from going to sleep by itself, by the system's own means, and lets go in the end.

Linux: `systemd-inhibit`. macOS: `caffeinate`. Both are small programs that hold the system awake while they live;
they end when this one does, even if it is killed. Windows: `SetThreadExecutionState`.
"""

from __future__ import annotations

import ctypes
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

_log = logging.getLogger(__name__)
_CONTINUOUS, _SYSTEM_REQUIRED = 0x80000000, 0x00000001  # winbase.h, ES_*


def way_to_stay_awake(platform: str = sys.platform) -> Sequence[str] | None:
    """The program with its arguments that holds this system awake; empty on Windows, None where there is no way."""
    if platform == "win32":
        return ()
    if platform == "darwin":
        program = shutil.which("caffeinate")
        return (program, "-i", "-w", str(os.getpid())) if program else None
    program = shutil.which("systemd-inhibit")
    # `cat` ends with its input, which the system closes when this program is gone, however it went.
    return (program, "--what=idle:sleep", "--who=DPO Studio", "--why=Training", "cat") if program else None


class KeepAwake:
    """`hold()` while there is work, `release()` after it; both may be called twice. Use it from one thread."""

    def __init__(self, way: Sequence[str] | None) -> None:
        self._way = way
        self._process: subprocess.Popen[bytes] | None = None
        self._is_held_by_call = False

    @property
    def is_held(self) -> bool:
        """Whether the system is held awake now."""
        return self._is_held_by_call or (self._process is not None and self._process.poll() is None)

    def hold(self) -> None:
        """Hold the system awake; where that fails it may sleep, and the log says why."""
        if self._way is None or self._is_held_by_call or self._process is not None:
            return  # what did not work a moment ago is tried again with the next run
        if not self._way:
            self._is_held_by_call = _tell_windows(_CONTINUOUS | _SYSTEM_REQUIRED)
            return
        try:
            self._process = subprocess.Popen(
                list(self._way), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        except OSError as error:
            _log.warning("The computer could not be kept awake: %s", error)

    def release(self) -> None:
        """Let the system sleep again."""
        if self._is_held_by_call:
            _tell_windows(_CONTINUOUS)
            self._is_held_by_call = False
        process, self._process = self._process, None
        if process is None:
            return
        if process.poll() is not None:
            _log.warning("The system did not let itself be kept awake (exit code %s).", process.returncode)
        process.terminate()
        if process.stdin is not None:
            process.stdin.close()
        process.wait()


def _tell_windows(flags: int) -> bool:
    if sys.platform != "win32":
        return False
    return bool(ctypes.windll.kernel32.SetThreadExecutionState(ctypes.c_uint(flags)))
