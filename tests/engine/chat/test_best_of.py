"""The best of several: what is drawn, what the rewards are, and which one is picked."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from engine.chat.best_of import BestOf, CandidatesRanked, Question, best_replies
from engine.chat.generate import ReplyFinished, Sampling, TextGenerated, generate_reply
from engine.data.preference_pair import Message
from engine.errors import EngineError
from engine.evaluation.reply_reward import reply_reward
from engine.model.load import LoadedModel

QUESTION = [Message("user", "Why is the cat red?")]
SAMPLING = Sampling(temperature=1.0, max_new_tokens=12, seed=9)
BOTH = (Question("before", QUESTION, "original"), Question("after", QUESTION, "trained"))


def never() -> bool:
    return False


def test_each_candidate_is_a_reply_of_its_own_seed_with_the_reward_that_it_has_alone(adapted: LoadedModel) -> None:
    events = list(best_replies(adapted, BOTH, SAMPLING, BestOf(3, 0.3), never))
    ranked = {event.side: event.candidates for event in events if isinstance(event, CandidatesRanked)}
    ends = {event.side: event for event in events if isinstance(event, ReplyFinished)}
    for question in BOTH:
        texts: set[str] = set()
        for seed in (9, 10_009, 20_009):
            *_, end = generate_reply(adapted, QUESTION, replace(SAMPLING, seed=seed), never, voice=question.voice)
            assert isinstance(end, ReplyFinished)
            texts.add(end.text)
        candidates = ranked[question.side]
        assert {candidate.text for candidate in candidates} == texts
        for candidate in candidates:
            alone = reply_reward(adapted, QUESTION, candidate.text, 0.3)
            assert candidate.reward.reward == pytest.approx(alone.reward, abs=1e-6)
        rewards = [candidate.reward.reward for candidate in candidates]
        assert rewards == sorted(rewards, reverse=True)
        assert len(set(rewards)) == 3
        assert ends[question.side].text == candidates[0].text


def test_the_count_of_tokens_grows_while_nothing_is_shown_yet(adapted: LoadedModel) -> None:
    events = list(best_replies(adapted, BOTH, SAMPLING, BestOf(2, 0.1), never))
    growing = [event for event in events if isinstance(event, TextGenerated)]
    assert {event.text for event in growing} == {""}
    assert max(event.tokens for event in growing) > 12


def test_the_likeliest_reply_is_written_once(adapted: LoadedModel) -> None:
    greedy = replace(SAMPLING, temperature=0.0)
    events = list(best_replies(adapted, BOTH, greedy, BestOf(4, 0.1), never))
    assert {len(event.candidates) for event in events if isinstance(event, CandidatesRanked)} == {1}


def test_a_stop_keeps_the_first_one_as_far_as_it_came(adapted: LoadedModel) -> None:
    looks = iter(range(9))
    events = list(best_replies(adapted, BOTH, SAMPLING, BestOf(2, 0.1), lambda: next(looks, None) is None))
    ends = [event for event in events if isinstance(event, ReplyFinished)]
    assert [event.reason for event in ends] == ["stopped", "stopped"]
    assert ends[1].text
    assert not any(isinstance(event, CandidatesRanked) for event in events)


def test_without_an_adapter_there_is_nothing_to_pick_by(plain: LoadedModel) -> None:
    with pytest.raises(EngineError, match="Without an adapter"):
        list(best_replies(plain, BOTH, SAMPLING, BestOf(2, 0.1), never))


@pytest.mark.parametrize("count", [0, 17])
def test_impossible_counts_are_refused(count: int) -> None:
    with pytest.raises(EngineError, match="from 1 to 16"):
        BestOf(count, 0.1)


def test_importing_it_needs_no_torch() -> None:
    program = "import sys, engine.chat.best_of; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
