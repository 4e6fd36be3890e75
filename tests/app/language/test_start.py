"""The program starts in the language of its settings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.settings import Settings, save_settings
from tests.app.language.catalogue import ROOT

_START = r"""
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton
from app.application import run_window
from engine.offline import go_offline

go_offline()

def opened(studio):
    print(*(item.text() for item in studio.window.sidebar.findChildren(QAbstractButton)), sep="\n", flush=True)
    QTimer.singleShot(100, studio.window.close)

sys.exit(run_window(["dpo-studio"], opened=opened))
"""


@pytest.mark.parametrize("language, title", [("de", "Einstellungen"), ("en", "Settings")])
def test_the_window_opens_in_the_chosen_language(language: str, title: str, tmp_path: Path) -> None:
    save_settings(Settings(language=language), tmp_path)  # pyright: ignore[reportArgumentType]
    environment = {**os.environ, "DPO_STUDIO_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _START]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    assert title in done.stdout.splitlines()
