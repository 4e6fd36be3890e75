"""One part of the window's benchmark, in a process of its own, asked for in JSON; then when the process was started."""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.application import Studio
    from benchmarks.sides.heartbeat import Heartbeat

Waiting = Generator[float | Callable[[], bool]]
"""What a part's script waits for: so many seconds, or until something is so."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What a script plays on; it writes what it finds into `figures`."""

    studio: Studio
    heartbeat: Heartbeat
    asked: dict[str, Any]
    began: float
    figures: dict[str, float] = field(default_factory=dict[str, float])


_TURN_SECONDS = 5.0
_SETTLING_SECONDS = 0.5  # after a change of page, before delays count
_LONG_RUN = 1_000_000
_ZOOM_SECONDS = 4.0


def main() -> int:
    """Open the real window, play the part's script in it, print its figures, close it."""
    asked, began = json.loads(sys.argv[1]), float(sys.argv[2])
    from engine.offline import go_offline

    go_offline()
    from app.application import run_window
    from benchmarks.sides.player import Player

    figures: dict[str, float] = {}
    script = {"start": _start, "memory": _memory, "demo": _train, "smollm2": _train, "zoom": _zoom, "growth": _growth}

    def opened(studio: Studio) -> None:
        from benchmarks.sides.heartbeat import Heartbeat

        heartbeat = Heartbeat(studio.window)
        playing = script[asked["part"]](Stage(studio, heartbeat, asked, began, figures))
        Player(playing, studio.window.close, studio.window).start()

    code = run_window(["bench"], opened=opened)
    print(json.dumps(figures))
    return code


def _start(stage: Stage) -> Waiting:
    """From the process's start to the first picture, and how long the loop is deaf in the two seconds after it."""
    yield lambda: stage.heartbeat.first_paint > 0
    stage.figures["on_screen_s"] = stage.heartbeat.first_paint - stage.began
    stage.heartbeat.begin()
    yield 2.0
    stage.figures["first_answer_ms"] = stage.heartbeat.end()["max_ms"]


def _memory(stage: Stage) -> Waiting:
    """Resident memory with the demo's pairs open and every page made, before a model is used."""
    from engine.model.find import DEMO_FOLDER

    yield 1.0
    stage.figures["resident_at_start_mb"] = _resident()
    stage.studio.session.dataset.open(DEMO_FOLDER / "pairs.jsonl")
    yield lambda: stage.studio.session.dataset.split is not None
    while stage.studio.window.make_next_page():
        yield 0.05
    yield 1.0
    stage.figures["resident_mb"] = _resident()


def _train(stage: Stage) -> Waiting:
    """The loop's delay while torch comes and the model is loaded, then while it trains with charts seen and hidden."""
    from benchmarks.sides.training_turns import TrainingTurns

    session, window = stage.studio.session, stage.studio.window
    stage.studio.load_demo()
    yield lambda: session.dataset.split is not None and not session.why_not_train
    if stage.asked["part"] == "smollm2":
        session.model_choice.choose_folder(Path(stage.asked["model"]))
        yield lambda: not session.why_not_train
    session.setup.set_value("training.epochs", 50)
    window.show_page("train")
    yield 1.0
    stage.heartbeat.begin()
    session.start_training()
    yield lambda: session.run.step > 1 or session.run.state.may_start
    if session.run.state.may_start:
        raise SystemExit("The run ended before it began.")
    stage.figures["loading_max_ms"] = stage.heartbeat.end()["max_ms"]
    turns = TrainingTurns(session.run)
    end = time.monotonic() + stage.asked["seconds"]
    while time.monotonic() < end:
        for name in ("seen", "hidden") if turns.count % 4 == 0 else ("hidden", "seen"):
            window.show_page("train" if name == "seen" else "data")
            yield _SETTLING_SECONDS
            stage.heartbeat.begin()
            turns.begin()
            yield _TURN_SECONDS
            turns.end(name, stage.heartbeat.end_delays())
    stage.figures.update(turns.figures())
    session.run.stop()
    yield lambda: session.run.state.may_start


def _zoom(stage: Stage) -> Waiting:
    """Frames a second of all charts, and of one alone, while a finished run of a million steps is zoomed."""
    from benchmarks.sides.long_run import play_long_run

    play_long_run(stage.studio.session.run, _LONG_RUN)
    stage.studio.window.show_page("train")
    yield 2.0
    from app.pages.train.page import TrainPage

    page = stage.studio.window.page("train")
    assert isinstance(page, TrainPage)
    charts = page.live.charts
    for name, enlarged in (("frames_per_second", ""), ("frames_per_second_of_one_chart", "rewards")):
        charts.enlarge(enlarged)
        yield 1.0
        painted: list[float] = []
        note = charts.chart("rewards").plot.repainted.connect(lambda times=painted: times.append(time.monotonic()))
        began, moves = time.monotonic(), 0
        while time.monotonic() - began < _ZOOM_SECONDS:
            factor = 0.9 if moves % 40 < 20 else 1 / 0.9
            charts.zoom.zoom(random.uniform(0.4, 0.6) * _LONG_RUN, factor, _LONG_RUN)
            moves += 1
            yield 0.0  # the loop paints, and comes back
        stage.figures[name] = len(painted) / (time.monotonic() - began)
        charts.disconnect(note)


def _growth(stage: Stage) -> Waiting:
    """What 10,000 steps and 1,000 changes of page add to the memory, after as many that warm it up a tenth."""
    from app.main_window import PAGES
    from benchmarks.sides.long_run import finish, play_steps

    run, window = stage.studio.session.run, stage.studio.window
    pages = list(PAGES)
    play_steps(run, 1, 1_000, 11_000)
    for number in range(100):
        window.show_page(pages[number % len(pages)])
        yield 0.0
    yield 1.0
    warm = _resident()
    for first in range(1_001, 11_001, 10):
        play_steps(run, first, first + 9, 11_000)
        window.show_page(pages[first // 10 % len(pages)])
        yield 0.0
    finish(run, 11_000)
    yield 1.0
    stage.figures["grown_mb"] = _resident() - warm


def _resident() -> float:
    import psutil

    return psutil.Process().memory_info().rss / 1e6


if __name__ == "__main__":
    sys.exit(main())
