"""Cut, lost, longer than the context: how a pair can be too long; and rows that no template takes."""

from __future__ import annotations

from engine.data.checks.flag import Flag
from engine.data.checks.model.cut_replies import CUT_REPLIES
from engine.data.checks.model.longer_than_context import LONGER_THAN_CONTEXT
from engine.data.checks.model.lost_replies import LOST_REPLIES
from engine.data.checks.model.unusable_with_model import UNUSABLE_WITH_MODEL
from engine.data.preference_pair import PreferencePair
from engine.data.tokenize import LeftOutPair, TokenizedPair, tokenize_pair
from tests.engine.data.checks.model.views import found, tokenizer, view
from tests.engine.data.examples import pair

SHORT = pair("Why?", "So.", "No.", row=1)
LONG = pair("Why?", "red " * 90, "blue " * 50, row=2)
LONG_PROMPT = pair("Why? " * 90, "So.", "No.", row=3)
PAIRS = (SHORT, LONG, LONG_PROMPT)


def counted(pair: PreferencePair) -> TokenizedPair:
    tokens = tokenize_pair(tokenizer(), pair, 1 << 30)
    assert isinstance(tokens, TokenizedPair)
    return tokens


def test_cut_tokens_are_those_that_training_cuts() -> None:
    trained = tokenize_pair(tokenizer(), LONG, 40)
    assert isinstance(trained, TokenizedPair)
    flag = found(CUT_REPLIES, PAIRS, view(max_length=40))
    assert flag.rows == (2,)
    assert flag.figures == {"cut_tokens": float(trained.cut_tokens)}
    assert f"{trained.cut_tokens:,}" in flag.text


def test_lost_rows_are_those_that_training_leaves_out() -> None:
    left_out = [pair.row for pair in PAIRS if isinstance(tokenize_pair(tokenizer(), pair, 40), LeftOutPair)]
    assert found(LOST_REPLIES, PAIRS, view(max_length=40)).rows == tuple(left_out) == (3,)


def test_a_pair_that_just_fits_is_neither_cut_nor_lost() -> None:
    exactly = view(max_length=counted(LONG).longest)
    assert found(CUT_REPLIES, [LONG], exactly) == Flag(figures={"cut_tokens": 0.0})
    one_less = view(max_length=counted(LONG).longest - 1)
    assert found(CUT_REPLIES, [LONG], one_less).figures == {"cut_tokens": 1.0}
    prompt = len(counted(LONG).prompt_ids)
    assert found(LOST_REPLIES, [LONG], view(max_length=prompt)).rows == (2,)
    assert found(LOST_REPLIES, [LONG], view(max_length=prompt + 1)) == Flag()


def test_the_context_is_a_limit_of_its_own() -> None:
    flag = found(LONGER_THAN_CONTEXT, PAIRS, view(context=40))
    longest = max(counted(pair).longest for pair in PAIRS)
    assert (flag.rows, flag.figures) == ((2,), {"longest_tokens": float(longest)})
    assert flag.text == f"The longest pair has {longest} tokens of the 40 that the model can read."
    assert found(LONGER_THAN_CONTEXT, PAIRS, view(context=0)).count == 0


def test_rows_that_the_template_refuses_say_why() -> None:
    strict = view(template="{{ raise_exception('no system turns') }}")
    flag = found(UNUSABLE_WITH_MODEL, [SHORT], strict)
    assert flag.rows == (1,)
    assert "no system turns" in flag.text
    assert found(UNUSABLE_WITH_MODEL, PAIRS, view(context=40)).rows == (3,)
