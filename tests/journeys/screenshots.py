"""Pictures of every page with the built-in demo, as `python3 dev.py screenshots` takes them.

    python -m tests.journeys.screenshots [--output docs/pictures] [--size 1440x900] [--language de]

A real window, the real engine: it loads the demo, trains it, compares and exports. Each page is taken in the light and
in the dark theme. For other scales set QT_SCALE_FACTOR.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from engine.model.find import DEMO_FOLDER
from engine.offline import go_offline

_PATIENCE_SECONDS = 600
_PROMPT = "Which thing helps me to weigh flour?"


def main() -> int:
    """Walk the window through the whole job and save a picture of each stage."""
    arguments = _arguments()
    go_offline()
    with tempfile.TemporaryDirectory(prefix="dpo-studio-pictures-", ignore_cleanup_errors=True) as home:
        os.environ["DPO_STUDIO_HOME"] = home
        from app.application import Studio, make_application
        from app.language.languages import install_language

        application = make_application(["dpo-studio"])
        install_language(application, arguments.language)
        studio = Studio(Path(home))
        studio.window.resize(*arguments.size)
        studio.window.show()
        try:
            Photographer(studio, arguments.output, application.processEvents).walk()
        finally:
            studio.shut_down()
    return 0


class Photographer:
    """Drives a studio from its first page to the exported adapter."""

    def __init__(self, studio: object, output: Path, process_events: Callable[[], None]) -> None:
        from app.application import Studio

        assert isinstance(studio, Studio)
        self._studio = studio
        self._session = studio.session
        self._output = output
        self._process_events = process_events
        output.mkdir(parents=True, exist_ok=True)

    def walk(self) -> None:
        """Every stage in the user's order."""
        session, window = self._session, self._studio.window
        self._take("empty")
        self._studio.load_demo()
        self._wait(lambda: session.dataset.flags is not None and session.dataset.split is not None)
        self._take("data")
        window.show_page("model")
        choice = session.model_choice
        self._wait(lambda: choice.template.preview is not None and bool(choice.devices) and not choice.is_searching)
        self._take("model")
        self._collect_pairs()
        window.show_page("train")
        self._take("train-setup")
        session.start_training()
        self._wait(lambda: session.run.share_done > 0.6 or not session.run.state.is_active)
        self._take("train-live")
        self._wait(lambda: not session.run.state.is_active)
        self._take("train-done")
        window.show_page("pairs")
        self._wait(self._shows_margins)
        self._take("pairs")
        window.show_page("compare")
        session.ask(_PROMPT)
        self._wait(lambda: not session.chat.is_busy)
        self._take("compare")
        self._vote_blind()
        window.show_page("export")
        self._wait(lambda: session.export.may_export)
        session.export.start()
        self._wait(lambda: not session.engine.is_busy)
        self._take("export")
        self._compare_runs()

    def _compare_runs(self) -> None:
        """Two more runs with other settings, and all three laid over each other."""
        from app.pages.runs.page import RunsPage

        session = self._session
        for beta, rate, stops_at in ((0.05, 1e-3, 1.0), (0.3, 2e-4, 0.5)):
            session.setup.set_value("training.beta", beta)
            session.setup.set_value("training.learning_rate", rate)
            session.start_training()
            self._wait(lambda at=stops_at: session.run.share_done >= at or not session.run.state.is_active)
            session.run.stop()
            self._wait(lambda: not session.run.state.is_active)
        self._studio.window.show_page("runs")
        page = self._studio.window.findChild(RunsPage)
        assert page is not None
        self._wait(lambda: len(session.history.runs) == 3 and page.table.rowCount() == 3)
        newest, _, oldest = (run.folder for run in session.history.runs)
        session.history.rename(oldest, "as the demo has it")
        session.history.star([oldest], True)
        session.history.set_tags(newest, ("gentle",))
        for run in session.history.runs:
            page.marks.toggle(run.folder)
        self._wait(lambda: len(page.overlay.runs) == 3)
        self._take("runs")

    def _shows_margins(self) -> bool:
        from app.pages.pairs.margin_list import MarginList

        pairs = self._studio.window.findChild(MarginList)
        return pairs is not None and pairs.lines.rowCount() > 0

    def _collect_pairs(self) -> None:
        """Some picks in the Arena, by somebody who likes short replies."""
        session = self._session
        arena, setup = session.arena, session.arena_setup
        self._studio.window.show_page("arena")
        self._wait(lambda: arena.state == "setup")
        setup.change(about="short answers", goal=120)
        setup.choose_source("file")
        setup.prompts.choose_file(DEMO_FOLDER / "prompts_held_out.jsonl")
        self._take("arena-setup")
        setup.begin()
        self._wait(lambda: arena.state == "picking")
        while arena.pair_count < 37:
            self._wait(lambda: arena.shown is not None)
            first, second = (len(reply.text) for reply in arena.shown or ())
            arena.pick("skip" if arena.why_no_pick else "a" if first < second else "b")
        while arena.why_no_pick or arena.shown is None:
            self._wait(lambda: arena.shown is not None)
            if arena.why_no_pick:
                arena.pick("skip")
        self._take("arena")

    def _vote_blind(self) -> None:
        """A blind test on the held-back prompts, by somebody who likes short replies and is wrong now and then."""
        session = self._session
        blind = session.blind
        self._studio.window.show_page("blind")
        self._wait(lambda: blind.state == "setup")
        self._take("blind-setup")
        session.blind_setup.begin(session.chat.sampling)
        self._wait(lambda: blind.state == "voting")
        for number in range(18):
            self._wait(lambda: blind.shown is not None)
            first, second = (len(text) for text in blind.shown or ("", ""))
            shorter, longer = ("a", "b") if first < second else ("b", "a")
            blind.vote("same" if first == second else longer if number % 9 == 4 else shorter)
        self._wait(lambda: blind.shown is not None)
        self._take("blind")
        blind.reveal()
        self._take("blind-result")

    def _take(self, name: str) -> None:
        for choice in ("light", "dark"):
            self._studio.theme.choose(choice)
            self._settle()
            path = self._output / f"{name}-{choice}.png"
            self._studio.window.grab().save(str(path))
            sys.stdout.write(f"{path}\n")

    def _settle(self) -> None:
        """Let layouts, timers and repaints finish."""
        end = time.monotonic() + 0.4
        while time.monotonic() < end:
            self._process_events()
            time.sleep(0.01)

    def _wait(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE_SECONDS
        while not condition():
            if time.monotonic() > end:
                raise SystemExit("The window did not come to its next stage in time.")
            self._process_events()
            time.sleep(0.01)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py screenshots")
    parser.add_argument("--output", type=Path, default=Path("docs/pictures"))
    parser.add_argument("--size", type=_size, default=(1440, 900), help="logical pixels, as in 1100x700")
    parser.add_argument("--language", default="en", help="of the window's texts, as in de")
    return parser.parse_args()


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


if __name__ == "__main__":
    sys.exit(main())
