from __future__ import annotations

import pytest

from engine.data.checks.personal_data import PERSONAL_DATA
from tests.engine.data.examples import pair

find = PERSONAL_DATA.find


@pytest.mark.parametrize(
    "text, kind",
    [
        ("Write to jo.bloggs+news@post.uk-firm.co.uk.", "email"),
        ("Call +44 20 7183 8750 today", "phone"),
        ("Call (212) 736-5000.", "phone"),
        ("Pay with 4539 1488 0343 6467", "card"),
        ("Pay with 371449635398431.", "card"),
    ],
)
def test_what_looks_real_is_found_and_counted_by_kind(text: str, kind: str) -> None:
    for place in ("prompt", "chosen", "rejected"):
        flag = find([pair(row=6, **{place: text})])
        assert (flag.rows, flag.figures) == ((6,), {kind: 1.0})


@pytest.mark.parametrize(
    "text",
    [
        "Write to someone@example.com or a@b.test.",
        "Write to info@yourcompany.com",
        "An @ alone, and user@host",
        "Call 212-555-0123 or (555) 555-5555",
        "Call 123-456-7890",
        "Pay with 4539 1488 0343 6468",
        "Pay with 4444 4444 4444 4444",
        "From 1914-07-28 to 1918-11-11, 3.14159265358979",
        "Version 10.0.19041.1052 at 192.168.100.200",
        "5 + 3 = 8 and 1 000 000",
    ],
)
def test_examples_and_other_numbers_are_left_alone(text: str) -> None:
    assert find([pair(chosen=text)]).count == 0
