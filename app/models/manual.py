"""The manual as the window shows it: its chapters in reading order, which one belongs to a page, and a search in them.

The texts are those of `docs/`; an installed package carries them in `resources/manual`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_PAGES_FILE = "window.md"
_FIRST = (
    "recipes.md",
    "losses.md",
    "alarms.md",
    "data-check.md",
    "pair-explorer.md",
    "plan-file.md",
    "run-folder.md",
    "command-line.md",
)
# A page's own text, where its heading is not the page's name.
_ELSEWHERE = {"blind": ("Compare", "Blind test"), "pairs": ("Which labels are wrong?", "In the window")}
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)\n*")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the manual in Markdown, without pictures. `is_page` tells a page of the window from a topic."""

    title: str
    text: str
    file: str
    is_page: bool = False

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings in it, in order."""
        return tuple(re.findall(r"^#+ (.+)$", self.text, flags=re.MULTILINE))


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the manual to read: a chapter, from one of its headings on; an empty heading is its beginning."""

    chapter: Chapter
    heading: str = ""


def manual_folder() -> Path:
    """Where the manual's files lie: beside the source, or in the package."""
    packed = _ROOT / "resources" / "manual"
    return packed if packed.is_dir() else _ROOT / "docs"


def read_manual(folder: Path | None = None) -> tuple[Chapter, ...]:
    """All chapters: the window's pages, then the topics. None where the files are missing.

    Raises `OSError` when a file that is there cannot be read.
    """
    folder = folder or manual_folder()
    names = {path.name for path in folder.glob("*.md")}
    pages = _pages((folder / _PAGES_FILE).read_text(encoding="utf-8")) if _PAGES_FILE in names else ()
    topics = [name for name in _FIRST if name in names]
    topics += sorted(names - {_PAGES_FILE, *topics})
    return (*pages, *(_topic(folder / name) for name in topics))


def place_of(page: str, name: str, chapters: Sequence[Chapter]) -> Place | None:
    """Where a page is explained: `page` is its name in code, `name` the one that people read."""
    title, heading = _ELSEWHERE.get(page, (name, ""))
    found = next((one for one in chapters if one.title == title), None)
    return Place(found, heading) if found is not None else None


def follow(link: str, current: Chapter, chapters: Sequence[Chapter]) -> Place | None:
    """Where a link of a chapter leads within the manual; None when it leads out of it."""
    file, _, anchor = link.partition("#")
    file = file or current.file
    for chapter in chapters:
        heading = next((one for one in chapter.headings if _slug(one) == anchor), "")
        if chapter.file == file and (heading or not anchor):
            return Place(chapter, heading)
    return next((Place(chapter) for chapter in chapters if chapter.file == file), None)


def search(words: str, chapters: Sequence[Chapter]) -> list[Chapter]:
    """The chapters that have all of the words; those with one in a heading come first. No words find everything."""
    wanted = words.casefold().split()
    found = [one for one in chapters if all(word in _plain(one.text) for word in wanted)]
    return sorted(found, key=lambda one: not any(word in _plain(" ".join(one.headings)) for word in wanted))


def _plain(markdown: str) -> str:
    return _LINK.sub(r"\1", markdown).replace("*", "").replace("`", "").casefold()


def _pages(text: str) -> tuple[Chapter, ...]:
    parts = re.split(r"^## ", _without_pictures(text), flags=re.MULTILINE)
    pages = [Chapter(part.partition("\n")[0], f"# {part}", _PAGES_FILE, is_page=True) for part in parts[1:]]
    return (_first_page(parts[0]), *pages)


def _first_page(text: str) -> Chapter:
    return Chapter(text.partition("\n")[0].lstrip("# "), text, _PAGES_FILE, is_page=True)


def _topic(path: Path) -> Chapter:
    text = _without_pictures(path.read_text(encoding="utf-8"))
    return Chapter(text.partition("\n")[0].lstrip("# "), text, path.name)


def _without_pictures(text: str) -> str:
    return _PICTURE.sub("", text)


def _slug(heading: str) -> str:
    """A heading's anchor, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.casefold()).replace(" ", "-")
