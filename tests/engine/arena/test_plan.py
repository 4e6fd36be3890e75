from __future__ import annotations

import pytest

from engine.arena.plan import ArenaPlan, Draw, draw_for
from engine.errors import EngineError


def test_both_panes_have_random_numbers_of_their_own_that_the_prompt_s_seed_decides() -> None:
    draws = [draw_for(seed, attempt) for seed in range(200) for attempt in range(5)]
    assert draws == [draw_for(seed, attempt) for seed in range(200) for attempt in range(5)]
    seeds = [seed for draw in draws for seed in draw.seeds]
    assert len(set(seeds)) == 2000
    assert 420 < sum(draw.is_swapped for draw in draws) < 580  # of 1000; five standard deviations


def test_only_two_temperatures_make_the_sides_differ_and_they_change_sides_with_the_draw() -> None:
    plan = ArenaPlan("temperatures", (0.5, 1.5), 64)
    a, b = plan.samplings(Draw((7, 8), is_swapped=False))
    assert (a.temperature, b.temperature, a.seed, b.seed, a.max_new_tokens) == (0.5, 1.5, 7, 8, 64)
    a, b = plan.samplings(Draw((7, 8), is_swapped=True))
    assert (a.temperature, b.temperature, a.seed, b.seed) == (1.5, 0.5, 7, 8)
    for difference in ("seeds", "models"):
        a, b = ArenaPlan(difference, (0.5, 1.5)).samplings(Draw((7, 8), is_swapped=True))
        assert (a.temperature, b.temperature) == (0.5, 0.5)


def test_a_plan_says_why_its_replies_would_always_be_alike() -> None:
    assert ArenaPlan().why_alike == ""
    assert "At temperature 0" in ArenaPlan("seeds", (0.0, 1.0)).why_alike
    assert "two different" in ArenaPlan("temperatures", (0.7, 0.7)).why_alike
    assert ArenaPlan("temperatures", (0.0, 0.7)).why_alike == ""
    assert ArenaPlan("models", (0.0, 0.0)).why_alike == ""


@pytest.mark.parametrize(
    "values, words",
    [
        ({"temperatures": (-1.0, 1.0)}, "temperature"),
        ({"max_new_tokens": 0}, "0 tokens"),
        ({"goal": 0}, "goal"),
        ({"goal": 100_001}, "goal"),
    ],
)
def test_what_cannot_be_is_refused(values: dict[str, object], words: str) -> None:
    with pytest.raises(EngineError, match=words):
        ArenaPlan(**values)  # pyright: ignore[reportArgumentType]
