"""The one door for people who work on DPO Studio, with nothing but Python's standard library.

python3 dev.py run [--demo]          set up if need be, and open the window
python3 dev.py test [pytest ...]     all tests, or what pytest's own arguments select
python3 dev.py check                 format, lint, types, import boundaries
python3 dev.py bench NAME [...]      a benchmark from benchmarks/
python3 dev.py screenshots           real windows, saved as PNG in docs/pictures/
python3 dev.py translations          texts of the source into the catalogues, and those compiled
python3 dev.py get-model smollm2     a small real model for the app's Model page
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "packaging"))

if sys.version_info < (3, 11):
    sys.exit(f"DPO Studio needs Python 3.11 or newer, and this is {sys.version_info[0]}.{sys.version_info[1]}.")

from development.environment import Environment
from development.say import CannotGoOnError, run_program, say
from development.smollm2 import make_model, make_model_for_tests
from development.system import QT_LIBRARIES, TEST_LIBRARIES, has_display, need_libraries, window_libraries
from development.translations import update_translations

NO_DISPLAY = """There is no display here, so no window can open. The same engine works from the command line:
    {python} main.py train resources/demo/plan.toml
    {python} main.py --help"""


def run(environment: Environment, arguments: list[str]) -> int:
    """Open the window; `arguments` go to main.py. Returns 2 where there is no display."""
    environment.prepare()
    if not has_display():
        say(NO_DISPLAY.format(python=environment.python.relative_to(ROOT)))
        return 2
    need_libraries(QT_LIBRARIES | window_libraries())
    say("Opening the window.")
    return run_program([environment.python, "main.py", *arguments], ROOT)


def test(environment: Environment, arguments: list[str]) -> int:
    """Run the tests without a display and with a data folder that is thrown away."""
    need_libraries(QT_LIBRARIES | TEST_LIBRARIES)
    environment.prepare("test")
    model = make_model_for_tests(environment)
    with tempfile.TemporaryDirectory(prefix="dpo-studio-home-", ignore_cleanup_errors=True) as home:
        variables = {
            "DPO_STUDIO_HOME": home,
            "DPO_STUDIO_SMOLLM2": str(model),
            # One thread, so that what else runs on the machine does not make threads wait for each other.
            "OMP_NUM_THREADS": os.environ.get("OMP_NUM_THREADS", "1"),
            "QT_QPA_PLATFORM": "offscreen",
        }
        say("Running the tests.")
        return run_program([environment.python, "-m", "pytest", *arguments], ROOT, variables)


def check(environment: Environment, _: list[str]) -> int:
    """Run every check, so that one failure does not hide the next."""
    environment.prepare("test", "check")
    checks = {
        "format": ["ruff", "format", "--check", "."],
        "lint": ["ruff", "check", "."],
        "types": ["pyright"],
        "import boundaries": ["lint-imports"],
    }
    failed: list[str] = []
    for name, (program, *options) in checks.items():
        say(f"Checking {name}.")
        if run_program([environment.program(program), *options], ROOT) != 0:
            failed.append(name)
    say(f"Not clean: {', '.join(failed)}." if failed else "All clean.")
    return 1 if failed else 0


def bench(environment: Environment, arguments: list[str]) -> int:
    """Run `benchmarks/NAME.py`; without a name that exists, list those that do."""
    names = sorted(path.stem for path in (ROOT / "benchmarks").glob("[!_]*.py"))
    if not arguments or arguments[0] not in names:
        raise CannotGoOnError(f"Name one of the benchmarks: {', '.join(names) or 'there are none yet'}.")
    environment.prepare("test")
    return run_program([environment.python, "-m", f"benchmarks.{arguments[0]}", *arguments[1:]], ROOT)


def screenshots(environment: Environment, arguments: list[str]) -> int:
    """Take the manual's pictures, in memory where there is no display."""
    need_libraries(QT_LIBRARIES)
    environment.prepare("test")
    variables = {} if has_display() else {"QT_QPA_PLATFORM": "offscreen"}
    return run_program([environment.python, "-m", "tests.journeys.screenshots", *arguments], ROOT, variables)


def translations(environment: Environment, _: list[str]) -> int:
    """Update and compile the catalogues of the window's texts; returns 1 while an entry wants its translation."""
    environment.prepare()
    return update_translations(environment)


def get_model(environment: Environment, _: list[str]) -> int:
    """Store SmolLM2 where the app looks for models."""
    environment.prepare()
    question = "from engine.storage.home import home_folder; print(home_folder() / 'models')"
    answer = subprocess.run([environment.python, "-c", question], cwd=ROOT, capture_output=True, text=True, check=True)
    folder = make_model(environment, Path(answer.stdout.strip()))
    say(f"SmolLM2 is ready: choose it on the Model page, or write its path into a plan.\n    {folder}")
    return 0


COMMANDS = {
    "run": run,
    "test": test,
    "check": check,
    "bench": bench,
    "screenshots": screenshots,
    "translations": translations,
    "get-model": get_model,
}


def main(arguments: list[str]) -> int:
    """Carry out one command and return its exit code: 1 when something is missing, 2 for wrong usage."""
    parser = argparse.ArgumentParser(
        prog="dev.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=COMMANDS)
    chosen, rest = parser.parse_known_args(arguments[:1])[0], arguments[1:]
    if chosen.command == "get-model" and rest != ["smollm2"]:
        parser.error("get-model knows one model: smollm2")
    try:
        return COMMANDS[chosen.command](Environment(ROOT), rest)
    except CannotGoOnError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
