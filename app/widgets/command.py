"""One thing that the window can do: its name, its keys, what it is for, and when it can be done.

The keys work because the command exists, and the command palette lists the commands that exist: there is no second
list of shortcuts that could say something else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QHelpEvent, QKeySequence
from PySide6.QtWidgets import QToolTip, QWidget

Reach = Literal["window", "page", "widget"]
_ONE_LINE = 40  # letters of a tooltip that leave room for the keys beside them
Keys = str | QKeySequence.StandardKey
_CONTEXTS: dict[Reach, Qt.ShortcutContext] = {
    "window": Qt.ShortcutContext.WindowShortcut,
    "page": Qt.ShortcutContext.WidgetWithChildrenShortcut,
    "widget": Qt.ShortcutContext.WidgetShortcut,
}


class Command(QAction):
    """Belongs to `owner`; its keys act where `reach` says.

    That is the whole window, the owner and what it holds, or the owner alone. `why_not` says in a sentence why it
    cannot be done now; empty when it can. `by_key` is for keys that mean something else, too, such as Space on a
    button: then the keys call it instead.
    """

    def __init__(
        self,
        owner: QWidget,
        name: str,
        do: Callable[[], object],
        keys: Keys | Sequence[Keys] = (),
        *,
        about: str = "",
        reach: Reach = "page",
        why_not: Callable[[], str] | None = None,
        by_key: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(name, owner)
        self._owner = owner
        self._do = do
        self._why_not = why_not
        self.about = about
        self.shown_on: tuple[QWidget, ...] = ()
        several = [keys] if isinstance(keys, str | QKeySequence.StandardKey) else list(keys)
        self.setShortcuts([QKeySequence(one) for one in several if one != ""])
        self.setShortcutContext(_CONTEXTS[reach])
        self.setMenuRole(QAction.MenuRole.NoRole)  # macOS would move one called Settings by itself
        self._by_key = by_key or self.run
        self.triggered.connect(lambda _=False: self._by_key())
        owner.addAction(self)

    @property
    def owner(self) -> QWidget:
        """The widget it belongs to."""
        return self._owner

    @property
    def keys(self) -> str:
        """The first of its keys as people read them, such as "Ctrl K"; empty when it has none."""
        return keys_as_read(self.shortcut())

    @property
    def why_not(self) -> str:
        """Why it cannot be done now, in one sentence; empty when it can."""
        return self._why_not() if self._why_not else ""

    def show_keys_on(self, *widgets: QWidget) -> None:
        """Say the keys in the tooltip of the controls that do the same, whatever else the tooltip says by then."""
        self.shown_on = (*self.shown_on, *widgets)
        for widget in widgets:
            widget.installEventFilter(self)

    def tip_of(self, widget: QWidget) -> str:
        """A control's tooltip with the keys."""
        tip = widget.toolTip() or self.text()
        return tip if self.keys in tip else f"{tip}\n{self.keys}" if len(tip) > _ONE_LINE else f"{tip} ({self.keys})"

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and isinstance(watched, QWidget):
            QToolTip.showText(event.globalPos(), self.tip_of(watched), watched)
            return True
        return False

    def run(self) -> None:
        """Do it, if it can be done now."""
        if not self.why_not:
            self._do()


def keys_as_read(keys: QKeySequence) -> str:
    """A shortcut in the design's writing: a space between its keys instead of a plus, ⌘K on macOS."""
    text = keys.toString(QKeySequence.SequenceFormat.NativeText)
    parts = text.replace("++", "+plus").split("+")
    return " ".join("+" if part == "plus" else part for part in parts)


def commands_below(root: QWidget) -> list[Command]:
    """The commands of a widget and of all it holds, in the order in which they were made."""
    return root.findChildren(Command)
