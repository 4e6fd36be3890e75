from __future__ import annotations

from app.models.run_marks import RunMarks


def test_a_run_keeps_its_place_while_it_is_marked() -> None:
    marks = RunMarks()
    for folder in "abc":
        marks.toggle(folder)
    marks.toggle("a")
    assert [marks.place(folder) for folder in "abc"] == [None, 1, 2]
    marks.toggle("d")
    assert marks.place("d") == 0


def test_the_fifth_has_no_place_until_one_is_free() -> None:
    marks = RunMarks()
    for folder in "abcde":
        marks.toggle(folder)
    assert marks.place("e") is None
    assert len(marks) == 5
    marks.toggle("b")
    assert marks.place("e") == 1


def test_what_is_gone_is_no_longer_marked() -> None:
    marks = RunMarks()
    changes: list[int] = []
    marks.changed.connect(lambda: changes.append(len(marks)))
    for folder in "ab":
        marks.toggle(folder)
    marks.keep({"a", "b", "c"})
    marks.keep({"b"})
    marks.clear()
    assert changes == [1, 2, 1, 0]
