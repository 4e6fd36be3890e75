"""How every table looks: whole rows, no grid, a quiet head that is not clickable."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.language.translate import tr
from app.theme.tokens import METRICS


def dress_table(table: QTableView, head: QHeaderView) -> None:
    """Give a table the design's look, with `head` above its columns. Widths are fixed until the page says otherwise."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    lines = table.verticalHeader()
    lines.hide()
    lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    lines.setDefaultSectionSize(METRICS.row_height)
    table.setHorizontalHeader(head)
    head.setFixedHeight(METRICS.head_height)
    head.setHighlightSections(False)
    head.setSectionsClickable(False)
    head.setAccessibleName(tr("Columns"))
    head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
