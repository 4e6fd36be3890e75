"""The window's first picture waits for nothing that it does not show."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_LATER = ("torch", "transformers", "peft", "numpy", "pyqtgraph", "pyarrow")


def test_the_window_is_imported_without_what_only_later_pages_need(
    project_root: Path, process_environment: dict[str, str]
) -> None:
    code = f"import sys, app.application; print([name for name in {_LATER} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=project_root,
        env=process_environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"
