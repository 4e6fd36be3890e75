"""What happens outside the window while a run is under way and when it ends: staying awake, a notice, a sound."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from app.background.desktop_notice import WayToNotify, show_notice
from app.background.keep_awake import KeepAwake
from app.background.task import run_task
from app.language.translate import tr
from app.models.run import RunModel
from app.models.run_state import RunState
from app.settings import Settings
from app.widgets.mark import window_icon

_WORKING = (RunState.PREPARING, RunState.RUNNING, RunState.STOPPING)


class RunEnd(QObject):
    """Follows one run model and acts as the settings say at that moment."""

    def __init__(
        self,
        run: RunModel,
        window: QWidget,
        settings: Callable[[], Settings],
        awake: KeepAwake,
        notify: WayToNotify | None = None,
    ) -> None:
        super().__init__(window)
        self._run = run
        self._window = window
        self._settings = settings
        self._awake = awake
        self._notify = notify
        self._was_active = False
        self._tray: QSystemTrayIcon | None = None
        run.state_changed.connect(self.follow)

    def follow(self, state: RunState) -> None:
        """Act on the run's new state, or on changed settings."""
        if state in _WORKING and self._settings().keep_awake:
            self._awake.hold()
        else:
            self._awake.release()
        if self._was_active and not state.is_active:
            self._tell(state)
        self._was_active = state.is_active

    def close(self) -> None:
        """Let the system sleep, and take the sign out of the system's bar."""
        self._awake.release()
        if self._tray is not None:
            self._tray.hide()

    def _tell(self, state: RunState) -> None:
        settings = self._settings()
        if settings.sound_at_end:
            QApplication.beep()
        if not settings.notice_at_end or self._window.isActiveWindow():
            return
        QApplication.alert(self._window)
        title = tr("The run was stopped by an error") if state is RunState.FAILED else tr("The run has ended")
        text = tr("{name}, step {step:,}", name=self._run.name, step=self._run.step)
        way = self._notify
        if way is None:
            self._tell_in_bar(title, text)
            return

        def shown(is_shown: bool) -> None:
            if not is_shown:
                self._tell_in_bar(title, text)

        run_task(lambda _: show_notice(way, title, text), shown, lambda _: None, owner=self, doing=title)

    def _tell_in_bar(self, title: str, text: str) -> None:
        if QSystemTrayIcon.isSystemTrayAvailable():
            if self._tray is None:
                self._tray = QSystemTrayIcon(window_icon(), self)
                self._tray.setToolTip("DPO Studio")
            self._tray.show()
            self._tray.showMessage(title, text, window_icon())
