"""What the Runs page can be told by keys and from the palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from app.language.translate import tr, tr_marked, within_sentence
from app.models.run_columns import COLUMNS
from app.widgets.command import Command

if TYPE_CHECKING:
    from app.models.run_history import RunHistory
    from app.pages.runs.page import RunsPage


def add_run_commands(page: RunsPage, history: RunHistory) -> None:
    """Those of the page, and those of its table, whose keys mean something else in the fields below it."""
    work, table, exports = page.work, page.list.table, page.exports

    def why_no_run() -> str:
        return "" if page.list.current is not None else tr("There is no run in the list.")

    def search() -> None:
        page.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    on_table = partial(Command, table, reach="widget")
    on_table(tr("Mark the run"), work.toggle_mark, "Space", about=tr("To compare it with others"), why_not=why_no_run)
    on_table(
        tr("Open the run"), work.open, ("Return", "Enter"), about=tr("On the Train page"), why_not=work.why_not_open
    ).show_keys_on(page.bar.open)
    on_table(
        tr("Compare the replies of runs"),
        work.compare,
        "C",
        about=tr("The two that are marked, or the current one and the original"),
        why_not=work.why_not_compare,
    ).show_keys_on(page.bar.compare)
    on_table(tr("Star the run"), work.toggle_star, "S", why_not=why_no_run)
    on_table(tr("Rename the run"), page.list.rename, "F2", why_not=why_no_run).show_keys_on(page.bar.rename)
    to_bin = tr("To the system's bin; can be undone")
    on_table(tr("Delete runs"), work.delete, "Del", about=to_bin, why_not=work.why_not_delete).show_keys_on(
        page.bar.delete
    )
    on_page = partial(Command, page)
    on_page(tr("New run"), page.new_run_wanted.emit, "Ctrl+R", about=tr("The settings for the next run")).show_keys_on(
        page.new_button
    )
    on_page(tr("Search the runs"), search, ("/", QKeySequence.StandardKey.Find)).show_keys_on(page.search)
    no_marks = tr("No run is marked.")
    on_page(tr("Take all marks of runs away"), page.marks.clear, why_not=lambda: "" if len(page.marks) else no_marks)
    on_page(tr("Resume the run"), work.resume, why_not=work.why_not_resume)
    on_page(tr("Duplicate the run as a new plan"), work.duplicate, why_not=why_no_run)
    on_page(
        tr("Reward report of the selected run"),
        page.show_reward_report,
        about=tr("How often its rewards are right, by group, length and margin"),
        why_not=work.why_not_report,
    )
    undo = QKeySequence.StandardKey.Undo
    on_page(tr("Bring deleted runs back"), history.undo_delete, undo, why_not=lambda: history.why_not_undo)
    on_page(tr("Save the list of runs as CSV"), exports.ask_for_list, why_not=why_no_run)
    on_page(tr("Save the metrics of runs as CSV"), exports.ask_for_metrics, why_not=why_no_run)
    on_page(tr("Write TensorBoard event files of runs"), exports.ask_for_events, why_not=why_no_run)
    for column in COLUMNS:
        if column.title:
            on_page(
                tr("Sort runs by {title}", title=within_sentence(tr_marked(column.title))),
                partial(page.list.sort_by, column.name),
            )
