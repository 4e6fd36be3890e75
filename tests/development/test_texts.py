"""Which texts extraction finds in Python source, and what it refuses."""

from __future__ import annotations

import pytest

from development.texts import Text, TextError, as_marked_source, file_texts

_SOURCE = """
TITLE = mark("A constant")

class Page:
    def build(self, name=mark("A default")):
        tr("Held back {share:.0%} "
           "and more", share=0.1)
        tr("Open", "state")
        return [tr_count("{count} pair", "{count} pairs", count) for count in (1, 2)]

    later = lambda: tr("Called later")
"""


def test_every_call_gives_its_text() -> None:
    assert list(file_texts(_SOURCE, "page.py")) == [
        Text("window", "A constant"),
        Text("window", "A default"),
        Text("window", "Held back {share:.0%} and more"),
        Text("window", "Open", "state"),
        Text("window", "{count} pairs", has_count=True),
        Text("window", "Called later"),
    ]


@pytest.mark.parametrize(
    "source",
    [
        'TITLE = tr("At import")',
        'class Page:\n    title = tr_count("a", "b", 3)',
        'def build(title=tr("A default")): ...',
        'build = lambda title=tr("A default"): title',
    ],
)
def test_a_text_that_would_be_translated_at_import_is_refused(source: str) -> None:
    with pytest.raises(TextError, match=r"page\.py:\d: tr.* runs at import"):
        list(file_texts(source, "page.py"))


@pytest.mark.parametrize("text", ["title", 'f"{name} is ready"', '"a" + "b"', '""'])
def test_a_text_that_is_no_literal_is_refused(text: str) -> None:
    with pytest.raises(TextError, match=r"page\.py:2: the text is not one literal"):
        list(file_texts(f"def build():\n    tr({text})", "page.py"))


def test_what_lupdate_reads_keeps_quotes_breaks_and_places() -> None:
    texts = [
        (Text("window", 'The “quoted" text\nof two lines'), ["app/a.py", "app/b.py"]),
        (Text("window", "{count} pairs", has_count=True), ["app/a.py"]),
        (Text("window", "Open", "state"), ["app/a.py"]),
    ]
    assert as_marked_source(texts).splitlines() == [
        "//: app/a.py, app/b.py",
        r'QT_TRANSLATE_NOOP("window", "The “quoted\" text\nof two lines");',
        "//: app/a.py",
        'QT_TRANSLATE_N_NOOP("window", "{count} pairs");',
        "//: app/a.py",
        'QT_TRANSLATE_NOOP3("window", "Open", "state");',
    ]
