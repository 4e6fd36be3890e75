from __future__ import annotations

from PySide6.QtCore import Qt

from app.models.vote_table import VoteColumn, VoteTable
from tests.engine.evaluation.voting import made_test, vote_for, vote_on


def test_sides_are_revealed(qapp: object) -> None:
    test = made_test(3)
    table = VoteTable()
    table.set_votes((vote_for(test, 0, "after", "old", "new"), vote_on(test, 1, "same", "old", "new")))
    assert table.rowCount() == 2

    def cell(row: int, column: VoteColumn) -> object:
        return table.data(table.index(row, column))

    assert cell(0, VoteColumn.VOTE) == "Trained"
    assert cell(1, VoteColumn.VOTE) == "About the same"
    trained = VoteColumn.REPLY_A if test.trials[0].after_side == "a" else VoteColumn.REPLY_B
    assert cell(0, trained) == "Trained: new"


def test_a_reply_is_no_html_in_a_tooltip(qapp: object) -> None:
    test = made_test(1)
    table = VoteTable()
    table.set_votes((vote_for(test, 0, "after", "<img src=x>", "<b>"),))
    for column in (VoteColumn.REPLY_A, VoteColumn.REPLY_B):
        tooltip = str(table.data(table.index(0, column), Qt.ItemDataRole.ToolTipRole))
        assert "<img" not in tooltip
        assert "<b>" not in tooltip
