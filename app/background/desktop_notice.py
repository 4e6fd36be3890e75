"""A notice of the system's own, shown by whatever the desktop has for it; no sign in its bar is needed.

Linux: `notify-send`, or else `gdbus`, both of which speak to org.freedesktop.Notifications. Elsewhere Qt does it.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence

_log = logging.getLogger(__name__)
_NAME = "DPO Studio"
_PLACE = "/org/freedesktop/Notifications"
_CALL = "org.freedesktop.Notifications.Notify"
_SECONDS = 5.0

WayToNotify = Callable[[str, str], Sequence[str]]
"""From a title and a text to the program with its arguments that shows them."""


def way_to_notify(
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
    which: Callable[[str], str | None] = shutil.which,
) -> WayToNotify | None:
    """How this system shows a notice from outside its bar; None where Qt has to do it, or nobody would hear it."""
    if not platform.startswith("linux") or not environment.get("DBUS_SESSION_BUS_ADDRESS"):
        return None
    if program := which("notify-send"):
        return lambda title, text: (program, f"--app-name={_NAME}", "--icon=dpo-studio", "--", title, text)
    if program := which("gdbus"):
        call = (program, "call", "--session", f"--dest={_CALL.rpartition('.')[0]}", f"--object-path={_PLACE}")
        return lambda title, text: (
            *call, f"--method={_CALL}", _quoted(_NAME), "uint32 0", _quoted("dpo-studio"),
            _quoted(title), _quoted(text), "@as []", "@a{sv} {}", "int32 -1",
        )  # fmt: skip
    return None


def show_notice(way: WayToNotify, title: str, text: str) -> bool:
    """Show it; False, with a line in the log, where nobody on this desktop shows notices. For a thread of the pool."""
    try:
        done = subprocess.run(list(way(title, text)), capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        _log.warning("The notice could not be shown: %s", error)
        return False
    if done.returncode != 0:
        _log.warning("The notice could not be shown: %s", done.stderr.decode(errors="replace").strip())
    return done.returncode == 0


def _quoted(text: str) -> str:
    """A text as gdbus reads it; JSON's escapes are GVariant's."""
    return json.dumps(text, ensure_ascii=False)
