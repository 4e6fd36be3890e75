"""What the Runs page can be told by keys and from the palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from app.models.run_columns import COLUMNS
from app.widgets.command import Command

if TYPE_CHECKING:
    from app.models.run_history import RunHistory
    from app.pages.runs.page import RunsPage


def add_run_commands(page: RunsPage, history: RunHistory) -> None:
    """Those of the page, and those of its table, whose keys mean something else in the fields below it."""
    work, table, exports = page.work, page.list.table, page.exports

    def why_no_run() -> str:
        return "" if page.list.current is not None else "There is no run in the list."

    def search() -> None:
        page.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    on_table = partial(Command, table, reach="widget")
    on_table("Mark the run", work.toggle_mark, "Space", about="To compare it with others", why_not=why_no_run)
    on_table("Open the run", work.open, ("Return", "Enter"), about="On the Train page", why_not=work.why_not_open)
    on_table("Star the run", work.toggle_star, "S", why_not=why_no_run)
    on_table("Rename the run", page.list.rename, "F2", why_not=why_no_run)
    to_bin = "To the system's bin; can be undone"
    on_table("Delete runs", work.delete, "Del", about=to_bin, why_not=work.why_not_delete)
    on_page = partial(Command, page)
    on_page("New run", page.new_run_wanted.emit, "Ctrl+R", about="The settings for the next run")
    on_page("Search the runs", search, ("/", QKeySequence.StandardKey.Find))
    no_marks = "No run is marked."
    on_page("Take all marks of runs away", page.marks.clear, why_not=lambda: "" if len(page.marks) else no_marks)
    on_page("Resume the run", work.resume, why_not=work.why_not_resume)
    on_page("Duplicate the run as a new plan", work.duplicate, why_not=why_no_run)
    undo = QKeySequence.StandardKey.Undo
    on_page("Bring deleted runs back", history.undo_delete, undo, why_not=lambda: history.why_not_undo)
    on_page("Save the list of runs as CSV", exports.ask_for_list, why_not=why_no_run)
    on_page("Save the metrics of runs as CSV", exports.ask_for_metrics, why_not=why_no_run)
    on_page("Write TensorBoard event files of runs", exports.ask_for_events, why_not=why_no_run)
    for column in COLUMNS:
        if column.title:
            on_page(f"Sort runs by {column.title.lower()}", partial(page.list.sort_by, column.name))
