"""Every check there is, in the order in which people see them, and the one pass that asks them all."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import get_args

from engine.data.checks.contradictions import CONTRADICTIONS
from engine.data.checks.encoding_damage import ENCODING_DAMAGE
from engine.data.checks.exact_duplicates import EXACT_DUPLICATES
from engine.data.checks.flag import Check, Flag, flag_rows
from engine.data.checks.identical_replies import IDENTICAL_REPLIES
from engine.data.checks.length_bias import LENGTH_BIAS
from engine.data.checks.mixed_languages import MIXED_LANGUAGES
from engine.data.checks.near_duplicates import NEAR_DUPLICATES
from engine.data.checks.nearly_equal_replies import NEARLY_EQUAL_REPLIES
from engine.data.checks.one_sided_thumbs import ONE_SIDED_THUMBS
from engine.data.checks.personal_data import PERSONAL_DATA
from engine.data.checks.prompt_in_reply import PROMPT_IN_REPLY
from engine.data.checks.reply_in_prompt import REPLY_IN_PROMPT
from engine.data.checks.score_against_label import SCORE_AGAINST_LABEL
from engine.data.formats.format import Problem
from engine.data.preference_pair import PreferencePair
from engine.data.reader import PreferenceData

_SECONDS = 0.1  # between two reports

CHECKS: tuple[Check, ...] = (
    IDENTICAL_REPLIES,
    NEARLY_EQUAL_REPLIES,
    EXACT_DUPLICATES,
    NEAR_DUPLICATES,
    CONTRADICTIONS,
    SCORE_AGAINST_LABEL,
    PROMPT_IN_REPLY,
    REPLY_IN_PROMPT,
    MIXED_LANGUAGES,
    ENCODING_DAMAGE,
    PERSONAL_DATA,
    LENGTH_BIAS,
    ONE_SIDED_THUMBS,
)


@dataclass(frozen=True, slots=True)
class FlagFound:
    """What one check says."""

    name: str
    flag: Flag


def check_in_pieces(pairs: Sequence[PreferencePair], tell: Callable[[FlagFound | float], None]) -> None:
    """Ask every check about these pairs in one pass; tell how far it is, from 0 to 1, and then what each one says."""
    finders = {check.name: check.start() for check in CHECKS}
    adds = [finder.add for finder in finders.values()]
    told = time.monotonic()
    for done, pair in enumerate(pairs):
        for add in adds:
            add(pair)
        if done % 16 == 0 and time.monotonic() - told > _SECONDS:
            tell(done / len(pairs))
            told = time.monotonic()
    tell(1.0)
    while finders:  # one after another, so that each gives its memory back
        name = next(iter(finders))
        tell(FlagFound(name, finders.pop(name).flag(pairs)))


def check_pairs(pairs: Sequence[PreferencePair]) -> dict[str, Flag]:
    """What every check says of these pairs, by its name; a check with nothing to report gives a count of 0."""
    flags: dict[str, Flag] = {}

    def tell(news: FlagFound | float) -> None:
        if isinstance(news, FlagFound):
            flags[news.name] = news.flag

    check_in_pieces(pairs, tell)
    return flags


def check_problems(data: PreferenceData) -> dict[str, Flag]:
    """Flags for rows that gave no pair, or one that annotators disagreed on, by the name of their problem."""
    problems = [problem for problem in get_args(Problem) if problem]
    found: defaultdict[str, list[int]] = defaultdict(list)
    for row in data.skipped:
        found[row.problem].append(row.row)
    for tie in data.tied:
        for problem in tie.problems:
            found[problem].append(tie.row)
    by_row = {problem: flag_rows(found[problem]) for problem in problems}
    return {**by_row, "disagreements": flag_rows(data.disagreed)}


def check_data(data: PreferenceData) -> dict[str, Flag]:
    """All flags of a whole file."""
    return {**check_problems(data), **check_pairs(data.pairs)}
