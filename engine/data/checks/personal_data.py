"""What looks like real e-mail addresses, phone numbers and payment cards."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence

from engine.data.checks.flag import Check, Flag, flag_rows
from engine.data.preference_pair import PreferencePair

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24})(?![\w-])", re.IGNORECASE)
# Names that are set aside for examples (RFC 2606), and those that texts make up.
_MADE_UP = re.compile(
    r"(?:^|\.)(?:example|test|invalid|localhost|(?:example|email|domain|company|yourcompany|mail|abc|xyz)\.\w+)$",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w.+-])(?:\+\d{1,3}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d{1,4}(?:[ .-]?\d{2,4}){2,4}"
    r"|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4})(?![\w-])"
)
_CARD = re.compile(r"(?<![\d.-])[3-6]\d{3}(?:[ -]?\d{2,6}){2,4}(?![\d-])")
_CARD_DIGITS = range(13, 20)
# Either number has nine digits at least, with three signs at most between two of them; most texts have none, quickly.
_MANY_DIGITS = re.compile(r"\d(?:\D{0,3}\d){8}")


class _Finder:
    def __init__(self) -> None:
        self._rows = array("I")
        self._kinds: Counter[str] = Counter()

    def add(self, pair: PreferencePair) -> None:
        found = set(_kinds(pair))
        if found:
            self._kinds.update(found)
            self._rows.append(pair.row)

    def flag(self, _: Sequence[PreferencePair]) -> Flag:
        """The rows with such data anywhere; figures count them by kind."""
        flag = flag_rows(self._rows)
        return Flag(flag.count, flag.rows, "", {kind: float(count) for kind, count in sorted(self._kinds.items())})


def _kinds(pair: PreferencePair) -> Iterator[str]:
    for message in (*pair.prompt, *pair.chosen, *pair.rejected):
        text = message.content
        if "@" in text and any(not _MADE_UP.search(match[1]) for match in _EMAIL.finditer(text)):
            yield "email"
        if not _MANY_DIGITS.search(text):
            continue
        if any(_is_real_phone(match[0]) for match in _PHONE.finditer(text)):
            yield "phone"
        if any(_is_card(match[0]) for match in _CARD.finditer(text)):
            yield "card"


def _is_real_phone(text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    # 555-01xx is set aside for stories; a row of one digit, or the digits in order, is a placeholder.
    placeholder = re.search(r"555(?:01\d\d|\d{4}$)", digits) or len(set(digits)) < 3 or digits in "01234567890123456789"
    return 9 <= len(digits) <= 15 and not placeholder


def _is_card(text: str) -> bool:
    """Whether the check digit is right (ISO/IEC 7812-1, the Luhn algorithm)."""
    digits = [int(digit) for digit in text if digit.isdigit()]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[-2::-2]]
    return len(digits) in _CARD_DIGITS and len(set(digits)) > 2 and (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


PERSONAL_DATA = Check(
    "personal_data",
    "Personal data",
    "A model can repeat what it was trained on to anybody, word for word: addresses, phone numbers, card numbers.",
    _Finder,
)
