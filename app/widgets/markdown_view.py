"""A Markdown text as a page to read. Nothing in it is loaded or opened; who shows it may follow its links."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from app.theme.fonts import mono_font, ui_font
from app.theme.theme import Theme

_HEADINGS = {1: (18, 600), 2: (14, 600), 3: (13, 600)}
_ABOVE = {1: 0, 2: 16, 3: 12}
_AROUND = 6


class MarkdownView(QTextBrowser):
    """`show_markdown` leaves out a YAML header and any HTML. `link_chosen` carries a link's text, as it was written."""

    link_chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._markdown = ""
        self._marked: Sequence[str] = ()
        self.anchorClicked.connect(lambda link: self.link_chosen.emit(link.toString()))
        self.setOpenLinks(False)
        self.setProperty("frame", "none")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(ui_font(13))
        self.setAccessibleName(name)
        self.document().setDocumentMargin(2)
        theme.changed.connect(self._render)

    def show_markdown(self, markdown: str) -> None:
        """Show a text; scrolls to its beginning when it is another one."""
        if markdown != self._markdown:
            self._markdown = markdown
            self._render()
            self.verticalScrollBar().setValue(0)

    def go_to_heading(self, heading: str) -> None:
        """Scroll so that a heading stands at the top; an empty one is the beginning."""
        block = self.document().begin()
        while block.isValid() and heading:
            if block.blockFormat().headingLevel() and block.text() == heading:
                place = self.document().documentLayout().blockBoundingRect(block)
                self.verticalScrollBar().setValue(int(place.top()))
                return
            block = block.next()
        self.verticalScrollBar().setValue(0)

    def mark(self, words: Sequence[str]) -> None:
        """Tint every place where one of the words stands, and scroll to the first."""
        self._marked = words
        places = self._tint_marks()
        if places:
            block = self.document().findBlock(min(places))
            self.verticalScrollBar().setValue(int(self.document().documentLayout().blockBoundingRect(block).top()))

    def loadResource(self, type: int, name: QUrl | str) -> object:  # noqa: A002
        return None

    def _render(self) -> None:
        place = self.verticalScrollBar().value()
        features = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
        self.document().setMarkdown(without_yaml(self._markdown), features)
        block = self.document().begin()
        while block.isValid():
            self._dress_block(block)
            block = block.next()
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)
        self.moveCursor(QTextCursor.MoveOperation.Start)  # else it scrolls to its cursor when it is resized
        self.verticalScrollBar().setValue(place)
        self._tint_marks()

    def _tint_marks(self) -> list[int]:
        places: list[int] = []
        tint = QTextCharFormat()
        tint.setBackground(self._theme.color("accent_soft"))
        selections: list[QTextEdit.ExtraSelection] = []
        for word in self._marked:
            cursor = self.document().find(word, 0)
            while not cursor.isNull():
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = cursor, tint  # pyright: ignore[reportAttributeAccessIssue]
                selections.append(selection)
                places.append(cursor.selectionStart())
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(selections)
        return places

    def _dress_block(self, block: QTextBlock) -> None:
        cursor = QTextCursor(block)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        form = QTextBlockFormat()
        level = block.blockFormat().headingLevel()
        is_code = block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)
        form.setLineHeight(128.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if level in _HEADINGS:
            size, weight = _HEADINGS[level]
            self._set_font(block, ui_font(size, weight))
            form.setTopMargin(_ABOVE[level])
            form.setBottomMargin(6)
        elif is_code:
            self._set_font(block, mono_font(11))
            form.setBackground(self._theme.color("hover"))
            form.setBottomMargin(0)
            form.setNonBreakableLines(False)
        elif not cursor.currentTable() and not block.textList():
            form.setTopMargin(_AROUND)
            form.setBottomMargin(_AROUND)
        cursor.mergeBlockFormat(form)
        self._dress_code(block)

    def _dress_code(self, block: QTextBlock) -> None:
        """Our own fixed font for code within a line, which Markdown gives the system's."""
        pieces = block.begin()
        places: list[tuple[int, int, int]] = []
        while not pieces.atEnd():
            piece = pieces.fragment()
            if piece.charFormat().fontFixedPitch():
                places.append((piece.position(), piece.length(), QFontInfo(piece.charFormat().font()).pixelSize()))
            pieces += 1
        for start, length, size in places:
            cursor = QTextCursor(block)
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            form = QTextCharFormat()
            form.setFont(mono_font(size - 1), QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll)
            cursor.mergeCharFormat(form)

    def _set_font(self, block: QTextBlock, font: QFont) -> None:
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        form = QTextCharFormat()
        form.setFont(font)
        cursor.setCharFormat(form)  # not merged: Markdown's own size of a heading would win

    def _dress_table(self, table: QTextTable) -> None:
        form = table.format()
        form.setBorder(0)
        form.setCellPadding(5)
        form.setCellSpacing(0)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setFormat(form)


def without_yaml(markdown: str) -> str:
    """The text after a header between two lines of dashes, if there is one."""
    if not markdown.startswith("---\n"):
        return markdown
    end = markdown.find("\n---\n", 4)
    return markdown[end + 5 :].lstrip() if end >= 0 else markdown
