"""The program as a wheel installs it, away from its source: it brings along all that it needs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

_SOURCES = ("app", "docs", "engine", "resources", "main.py", "pyproject.toml", "setup.py", "README.md", "LICENSE")

_OPEN_WINDOW = """
import sys
from pathlib import Path
from importlib.metadata import entry_points
(entry,) = entry_points(group="gui_scripts", name="dpo-studio-window")
start = entry.load()
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase
from app.application import make_application
application = make_application(["dpo-studio"])

def look():
    from engine.model.find import DEMO_FOLDER
    (window,) = [widget for widget in application.topLevelWidgets() if widget.isVisible()]
    print(Path(sys.modules["app.application"].__file__).parents[1])
    print("fonts", "Inter" in QFontDatabase.families())
    from app.models.manual import read_manual
    print("demo", (DEMO_FOLDER / "model" / "model.safetensors").is_file())
    print("manual", "Train" in [chapter.title for chapter in read_manual()])
    window.close()

QTimer.singleShot(200, look)
sys.argv = ["dpo-studio"]
sys.exit(start())
"""


@pytest.fixture(scope="module")
def installed(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's content and its scripts in `bin`."""
    source = tmp_path_factory.mktemp("source")
    for name in _SOURCES:
        origin = project_root / name
        if origin.is_dir():
            shutil.copytree(origin, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(origin, source / name)
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    wheel = [*pip, "wheel", "--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir", str(source), str(source)]
    subprocess.run(wheel, check=True)
    (built,) = source.glob("*.whl")
    subprocess.run([*pip, "install", "--no-index", "--no-deps", "--target", str(folder), str(built)], check=True)
    return folder


@pytest.fixture
def environment(installed: Path, process_environment: dict[str, str]) -> dict[str, str]:
    paths = os.pathsep.join([process_environment["PYTHONPATH"], str(installed)])
    return {**process_environment, "PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen"}


def test_the_window_opens_with_its_fonts_icons_and_demo(
    installed: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    command = [sys.executable, "-c", _OPEN_WINDOW]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [str(installed), "fonts True", "demo True", "manual True"]


def test_the_demo_trains_from_the_command_line(installed: Path, environment: dict[str, str], tmp_path: Path) -> None:
    script = shutil.which("dpo-studio", path=str(installed / "bin"))
    assert script is not None
    command = [script, "train", str(installed / "resources" / "demo" / "plan.toml"), "--json"]
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        events = (json.loads(line)["event"] for line in process.stdout)
        assert "step_finished" in events  # reads on until it comes; one is enough
        process.kill()


def test_all_resources_come_along_but_what_only_developers_need(installed: Path, project_root: Path) -> None:
    manual = {Path("manual") / file.name for file in (project_root / "docs").glob("*.md")}
    assert _files(installed / "resources") == manual | {
        file
        for file in _files(project_root / "resources")
        if not file.is_relative_to("demo/generator") and file.suffix != ".ts"
    }
    folders = {path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")}
    assert folders - {"__pycache__"} == {"app", "bin", "engine", "main.py", "resources"}


def _files(folder: Path) -> set[Path]:
    return {
        path.relative_to(folder) for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }
