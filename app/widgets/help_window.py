"""The manual beside the work: its chapters at the left, with a search, and what is read at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.language.translate import tr
from app.models.manual import Chapter, Place, follow, search
from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.card import Card
from app.widgets.label import Label
from app.widgets.markdown_view import MarkdownView
from app.widgets.search_field import SearchField

_SIZE = QSize(900, 680)
_CONTENTS_WIDTH = 232
_ROW = QSize(0, 30)


class HelpWindow(QWidget):
    """A window of its own, so that it can stay open; Esc closes it. `keys` is Markdown put below a page's chapter."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._chapters: Sequence[Chapter] = ()
        self._shown: Chapter | None = None
        self._keys = ""
        self.setWindowTitle(tr("Help"))
        self.setAccessibleName(tr("Help"))
        self.setAutoFillBackground(True)
        self.resize(_SIZE)
        self.setMinimumSize(560, 360)
        self.search = SearchField(theme, tr("Search the manual"))
        self.search.setAccessibleDescription(tr("Lists the chapters that have all the words. Esc empties it."))
        self.search.searched.connect(self._list_found)
        self.contents = QListWidget()
        self.contents.setFont(ui_font(13))
        self.contents.setProperty("rows", "padded")
        self.contents.setAccessibleName(tr("Chapters"))
        self.contents.setAccessibleDescription(tr("Up and Down go from chapter to chapter."))
        self.contents.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.contents.currentItemChanged.connect(self._chosen)
        self.nothing = Label(tr("No chapter has all these words."), "body", "text2", wrap=True)
        self.text = MarkdownView(theme, tr("Chapter"))
        self.text.setAccessibleDescription(tr("Links lead to other chapters."))
        self.text.setFont(ui_font(14))
        self.text.link_chosen.connect(self._follow)
        self._lay_out()

    @property
    def shown(self) -> Chapter | None:
        """The chapter in sight."""
        return self._shown

    def listed(self) -> list[Chapter]:
        """The chapters in the list, in order."""
        items = (self.contents.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.contents.count()))
        return [item for item in items if isinstance(item, Chapter)]

    def show_manual(self, chapters: Sequence[Chapter], place: Place | None, keys: str = "") -> None:
        """Open the manual at a place, the beginning where there is none."""
        self._chapters, self._keys = chapters, keys
        self.search.clear()
        self._list(chapters)
        self._read(place or Place(chapters[0]), with_keys=True)
        self.show()
        self.activateWindow()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.search)
        left.addWidget(self.nothing)
        left.addWidget(self.contents, 1)
        side = QWidget()
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        side.setFixedWidth(_CONTENTS_WIDTH)
        card = Card(padding=18)
        card.layout_.addWidget(self.text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*(METRICS.card_padding,) * 4)
        layout.setSpacing(METRICS.card_gap)
        layout.addWidget(side)
        layout.addWidget(card, 1)

    # ------------------------------------------------------------ the list

    def _list_found(self, words: str) -> None:
        found = search(words, self._chapters)
        self._list(found if words.strip() else self._chapters)
        if words.strip() and found:
            self._read(Place(found[0]))
        self.text.mark(words.split())

    def _list(self, chapters: Sequence[Chapter]) -> None:
        self.contents.blockSignals(True)
        self.contents.clear()
        for title, are_pages in ((tr("Pages"), True), (tr("Topics"), False)):
            group = [one for one in chapters if one.is_page == are_pages]
            if group:
                self._add_head(title)
            for chapter in group:
                item = QListWidgetItem(chapter.title, self.contents)
                item.setData(Qt.ItemDataRole.UserRole, chapter)
                item.setSizeHint(_ROW)
                item.setToolTip(chapter.title)
        self.contents.blockSignals(False)
        self.contents.setVisible(bool(chapters))
        self.nothing.setVisible(not chapters)
        self._select_shown()

    def _add_head(self, title: str) -> None:
        head = QListWidgetItem(title, self.contents)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        head.setFont(ui_font(12, 600))
        head.setSizeHint(_ROW)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        chapter = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if isinstance(chapter, Chapter):
            self._read(Place(chapter))
            self.text.mark(self.search.text().split())

    # ------------------------------------------------------------ the text

    def _read(self, place: Place, *, with_keys: bool = False) -> None:
        self._shown = place.chapter
        self.text.mark(())
        self.text.show_markdown(place.chapter.text + (self._keys if with_keys else ""))
        self.text.go_to_heading(place.heading)
        self._select_shown()

    def _select_shown(self) -> None:
        self.contents.blockSignals(True)
        for row in range(self.contents.count()):
            item = self.contents.item(row)
            if item.data(Qt.ItemDataRole.UserRole) == self._shown:
                self.contents.setCurrentItem(item)
        self.contents.blockSignals(False)

    def _follow(self, link: str) -> None:
        place = follow(link, self._shown, self._chapters) if self._shown is not None else None
        if place is not None:
            self._read(place)
