from __future__ import annotations

import random

import pytest

from engine.chat.generate import Sampling
from engine.data.preference_pair import Message
from engine.errors import EngineError
from engine.evaluation.prompt_case import PromptCase
from engine.evaluation.trial import lay_out_test
from tests.engine.evaluation.voting import WHO, cases, made_test


def test_the_seed_decides_everything_and_the_order_of_the_prompts_nothing() -> None:
    prompts = cases(40)
    shuffled = random.Random(1).sample(prompts, len(prompts))
    first = lay_out_test(prompts, WHO, Sampling(), 9, "x", 20)
    again = lay_out_test(shuffled, WHO, Sampling(), 9, "x", 20)
    other = lay_out_test(prompts, WHO, Sampling(), 10, "x", 20)
    assert first.trials == again.trials
    assert first.trials != other.trials
    assert first.id != again.id


def test_sides_are_shuffled_fairly() -> None:
    sides = [trial.after_side for seed in range(20) for trial in made_test(50, seed).trials]
    assert 420 < sides.count("a") < 580  # of 1000; five standard deviations


def test_each_prompt_once_and_no_more_than_there_are() -> None:
    test = lay_out_test([*cases(5), *cases(5)], WHO, Sampling(), 1, "x", 30)
    assert len(test.trials) == 5
    assert len({trial.messages[0].content for trial in test.trials}) == 5


def test_groups_get_even_shares() -> None:
    prompts = [*cases(30, "Tone"), *cases(4, "Safety"), *cases(30, "Brevity")]
    groups = [trial.group for trial in lay_out_test(prompts, WHO, Sampling(), 1, "x", 24).trials]
    assert (groups.count("Tone"), groups.count("Safety"), groups.count("Brevity")) == (10, 4, 10)
    assert groups != sorted(groups)


def test_without_a_prompt_there_is_no_test() -> None:
    with pytest.raises(EngineError, match="no prompt"):
        lay_out_test([], WHO, Sampling(), 1, "x", 10)


def test_conversations_count_as_a_whole() -> None:
    one = PromptCase((Message("user", "Hi"),), "x")
    two = PromptCase((Message("system", "Be brief."), Message("user", "Hi")), "x")
    assert len(lay_out_test([one, two, one], WHO, Sampling(), 1, "x", 10).trials) == 2
