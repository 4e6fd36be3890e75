"""The desktop's notices: the programs that show them, and a real bus whose notification service is called."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.background.desktop_notice import show_notice, way_to_notify

_BUS = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}

# On a private bus: listens for calls of Notify, sends two notices whatever becomes of them, tells what it heard.
_ON_A_BUS = """
import os, subprocess, time
from app.background.desktop_notice import show_notice, way_to_notify
listen = ["dbus-monitor", "--session", "interface='org.freedesktop.Notifications',member='Notify'"]
heard = subprocess.Popen(listen, stdout=subprocess.PIPE, text=True)
time.sleep(0.5)
way = way_to_notify(which=lambda name: "/usr/bin/gdbus" if name == "gdbus" else None)
print(show_notice(way, 'The run "brief" has ended', "balanced-03, ä"))
time.sleep(0.5)
heard.terminate()
print(heard.communicate()[0])
"""


def test_each_system_has_its_own_way() -> None:
    both = way_to_notify("linux", _BUS, lambda name: f"/bin/{name}")
    assert both is not None
    assert both("A", "B") == ("/bin/notify-send", "--app-name=DPO Studio", "--icon=dpo-studio", "--", "A", "B")
    one = way_to_notify("linux", _BUS, lambda name: "/bin/gdbus" if name == "gdbus" else None)
    assert one is not None
    assert one("A", "B")[0] == "/bin/gdbus"
    assert way_to_notify("linux", _BUS, lambda _: None) is None
    assert way_to_notify("linux", {}, lambda name: f"/bin/{name}") is None
    assert way_to_notify("darwin", _BUS, lambda name: f"/bin/{name}") is None


def test_a_program_that_fails_is_told(tmp_path: Path) -> None:
    assert not show_notice(lambda *_: ("/nowhere/notify-send",), "A", "B")
    assert not show_notice(lambda *_: (sys.executable, "-c", "raise SystemExit(1)"), "A", "B")
    assert show_notice(lambda title, _: (sys.executable, "-c", f"print({title!r})"), "A", "B")


@pytest.mark.skipif(
    not all(shutil.which(name) for name in ("dbus-run-session", "dbus-monitor", "gdbus")), reason="needs D-Bus"
)
def test_the_call_on_a_real_bus_has_what_is_to_be_shown(
    project_root: Path, process_environment: dict[str, str]
) -> None:
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", _ON_A_BUS],
        cwd=project_root,
        env=process_environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    for words in ("DPO Studio", 'The run "brief" has ended', "balanced-03, ä", "member=Notify"):
        assert words in done.stdout, done.stderr
