"""What a person may ask of a run while it runs. Safe to call from any thread; the run reads it between steps."""

from __future__ import annotations

import threading
from collections import deque

from engine.events import Remedy


class RunControl:
    """Pause, resume, stop and checkpoint requests for one run.

    A stop releases a pause, so that a paused run can be stopped.
    """

    def __init__(self) -> None:
        self._may_run = threading.Event()
        self._may_run.set()
        self._stop = threading.Event()
        self._checkpoint = threading.Event()
        self._remedies: deque[Remedy] = deque()

    def pause(self) -> None:
        """Ask the run to pause after the current step."""
        if not self._stop.is_set():
            self._may_run.clear()

    def resume(self) -> None:
        """Let a paused run go on."""
        self._may_run.set()

    def stop(self) -> None:
        """Ask the run to save and end after the current step."""
        self._stop.set()
        self._may_run.set()

    def request_checkpoint(self) -> None:
        """Ask for a checkpoint after the current step."""
        self._checkpoint.set()

    def take_checkpoint_request(self) -> bool:
        """Say whether a checkpoint was asked for, and forget the request."""
        requested = self._checkpoint.is_set()
        self._checkpoint.clear()
        return requested

    def apply(self, remedy: Remedy) -> None:
        """Ask for a remedy that counts from the next update on; one that ends the run also releases a pause."""
        self._remedies.append(remedy)
        if remedy.keeps_best:
            self._may_run.set()

    def take_remedy(self) -> Remedy | None:
        """The remedy that was asked for first, and forget it; None when there is none."""
        return self._remedies.popleft() if self._remedies else None

    @property
    def pause_requested(self) -> bool:
        """Whether the run should be pausing now."""
        return not self._may_run.is_set()

    @property
    def stop_requested(self) -> bool:
        """Whether the run should be ending now."""
        return self._stop.is_set()

    def wait_while_paused(self, timeout: float | None = None) -> bool:
        """Block until the run may go on (or was stopped); False when `timeout` seconds passed first."""
        return self._may_run.wait(timeout)
