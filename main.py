"""DPO Studio: the window, or the command line when given a command."""

from __future__ import annotations

import multiprocessing
import os
import sys

from app.command_line.arguments import parse_arguments
from engine.offline import go_offline

# Progress bars and advice of libraries, where they are not ours, would only be in the way.
_QUIET = {"HF_HUB_DISABLE_PROGRESS_BARS": "1", "TRANSFORMERS_VERBOSITY": "error", "TOKENIZERS_PARALLELISM": "false"}


def start() -> int:
    """The entry point of an installed program; both commands, with and without a terminal, come here."""
    multiprocessing.freeze_support()
    for name in ("stdout", "stderr"):
        # Windows gives a program without a terminal none of them, and libraries write there unasked.
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  # open as long as the process
    return main(sys.argv[1:])


def main(arguments: list[str]) -> int:
    """Run what the arguments ask for and return the exit code."""
    go_offline()
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    parsed = parse_arguments(arguments)
    if parsed.command:
        from app.command_line.main import run_command

        return run_command(parsed)
    return _open_window(demo=parsed.demo)


def _open_window(demo: bool) -> int:
    if not _has_display():
        sys.stderr.write("There is no display here, so no window can open. See the commands: python main.py --help\n")
        return 2
    if sys.platform == "win32":
        # On Windows, torch's libraries fail to load once Qt's are there (pytorch#166628).
        import torch  # noqa: F401  # pyright: ignore[reportUnusedImport]
    try:
        from app.application import run_window
    except ImportError as error:
        sys.stderr.write(f"The window cannot open: {error}. 'python3 dev.py run' installs what is missing.\n")
        return 1
    return run_window(demo=demo)


def _has_display() -> bool:
    variables = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in variables)


if __name__ == "__main__":
    sys.exit(start())
