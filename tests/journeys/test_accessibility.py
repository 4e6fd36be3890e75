"""Every page with data in it, and every dialog: all controls have a name and a description, are reached and are hit."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.main_window import PAGES
from app.models.run_state import RunState
from app.pages.data.page import DataPage
from app.pages.train.page import TrainPage
from app.widgets.dialog import Dialog
from tests.app.accessible import beyond_tab, nameless, too_small, undescribed
from tests.journeys.conftest import Journey
from tests.journeys.test_pausing import KNOBS

_WALKS = (nameless, too_small, undescribed, beyond_tab)
_MOST_STOPS = 400


def _faults(root: QWidget) -> list[str]:
    QApplication.processEvents()
    return [f"{walk.__name__}: {fault}" for walk in _WALKS for fault in walk(root)]


def _tab_through(journey: Journey) -> list[QWidget]:
    """The stops of Tab, from the first one until it comes round; the focus is never nowhere."""
    journey.window.activateWindow()
    journey.wait(journey.window.isActiveWindow)
    journey.window.sidebar.item("data").setFocus(Qt.FocusReason.TabFocusReason)
    stops: list[QWidget] = []
    for _ in range(_MOST_STOPS):
        journey.qtbot.keyClick(QApplication.focusWidget() or journey.window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None, f"lost after {stops[-1].accessibleName() if stops else 'the first Tab'}"
        if focus in stops:
            return stops
        stops.append(focus)
    raise AssertionError("Tab does not come round.")


def test_pages_with_data_and_dialogs_can_be_used_by_everybody(
    journey: Journey, pairs: Path, tiny_model_folder: Path
) -> None:
    journey.load(pairs, tiny_model_folder)
    journey.train(**KNOBS)
    journey.wait_for(RunState.FINISHED)
    session, window = journey.session, journey.window
    session.ask("What is warm?")
    journey.wait(lambda: not session.chat.is_busy)
    session.blind.load()
    journey.wait(lambda: session.blind.state == "setup")
    session.blind_setup.begin(session.chat.sampling)
    window.show_page("blind")
    journey.wait(lambda: session.blind.shown is not None)
    session.blind.vote("a")
    window.show_page("runs")
    journey.wait(lambda: len(session.history.runs) == 1)
    faults: dict[str, list[str]] = {}
    for name in PAGES:
        window.show_page(name)
        found = _faults(window.page(name))
        stops = _tab_through(journey)
        inside = [one for one in stops if window.page(name).isAncestorOf(one)]
        found += [] if inside else ["Tab does not come into the page"]
        faults |= {name: found} if found else {}
    assert faults == {}


def test_every_dialog_gives_the_focus_back(journey: Journey, pairs: Path, tiny_model_folder: Path) -> None:
    with journey.qtbot.waitActive(journey.window):
        journey.window.activateWindow()
    journey.load(pairs, tiny_model_folder)
    studio, window, session = journey.studio, journey.window, journey.session
    data = window.page("data")
    assert isinstance(data, DataPage)
    train = window.page("train")
    assert isinstance(train, TrainPage)
    journey.wait(lambda: not data.copy.why_not)
    openers = {
        "data": (data.copy.ask, session.opening.ask),
        "train": (train.setup.ask_for_sweep,),
        "settings": (studio.projects.ask_for_new, studio.projects.ask_for_name, studio.palette.open),
    }
    faults: dict[str, list[str]] = {}
    for page, asks in openers.items():
        window.show_page(page)  # pyright: ignore[reportArgumentType]
        for ask in asks:
            item = window.sidebar.item("runs")
            item.setFocus(Qt.FocusReason.TabFocusReason)
            ask()
            journey.wait(lambda: any(one.isVisible() for one in window.findChildren(Dialog)))
            dialog = next(one for one in window.findChildren(Dialog) if one.isVisible())
            found = _faults(dialog)
            faults |= {dialog.windowTitle(): found} if found else {}
            journey.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
            journey.wait(lambda item=item: QApplication.focusWidget() is item)
    assert faults == {}
