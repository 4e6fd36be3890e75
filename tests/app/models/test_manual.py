"""The manual as the window reads it: the project's own texts, every page explained, every link with an end."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.main_window import PAGES
from app.models.manual import Chapter, Place, follow, place_of, read_manual, search

CHAPTERS = read_manual()


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_the_window_is_explained(page: str) -> None:
    place = place_of(page, PAGES[page][0], CHAPTERS)  # pyright: ignore[reportArgumentType]
    assert place is not None
    assert not place.heading or place.heading in place.chapter.headings
    assert len(place.chapter.text) > 200


def test_every_file_of_the_manual_is_in_it_without_its_pictures(project_root: Path) -> None:
    assert {one.file for one in CHAPTERS} == {path.name for path in (project_root / "docs").glob("*.md")}
    assert not any("![" in one.text for one in CHAPTERS)


def test_every_link_within_the_manual_leads_to_its_heading() -> None:
    for chapter in CHAPTERS:
        for link in re.findall(r"\]\(([^)]*)\)", chapter.text):
            if not link.startswith("http"):
                place = follow(link, chapter, CHAPTERS)
                assert place is not None, f"{chapter.title}: {link}"
                assert ("#" in link) == bool(place.heading), f"{chapter.title}: {link}"


def test_a_link_out_of_the_manual_leads_nowhere() -> None:
    assert follow("https://example.org/data", CHAPTERS[0], CHAPTERS) is None


def test_a_search_wants_all_words_and_puts_headings_first() -> None:
    inside = Chapter("One", "# One\nSome *words* about [rates](x.md)\n", "one.md")
    head = Chapter("Rates", "# Rates\nwords\n", "two.md")
    assert search("RATES words", [inside, head]) == [head, inside]
    assert search("x.md", [inside, head]) == []
    assert search(" ", [inside, head]) == [inside, head]


def test_a_folder_without_a_manual_has_no_chapters(tmp_path: Path) -> None:
    assert read_manual(tmp_path) == ()
    assert place_of("data", "Data", ()) is None


def test_pages_are_the_sections_of_the_window_s_file(tmp_path: Path) -> None:
    (tmp_path / "window.md").write_text(
        "# All\n\nHi.\n\n## Data\n\n![a](b.png)\n\nOpen.\n\n### More\n", encoding="utf-8"
    )
    first, data = read_manual(tmp_path)
    assert (first.title, first.text) == ("All", "# All\n\nHi.\n\n")
    assert data == Chapter("Data", "# Data\n\nOpen.\n\n### More\n", "window.md", is_page=True)
    assert follow("#more", data, [first, data]) == Place(data, "More")
