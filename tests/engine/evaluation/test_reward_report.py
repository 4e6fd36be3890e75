"""The reward report: counts done by hand, and rewards that are known to mean what they say, or not."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from engine.evaluation.reward_report import JudgedPair, report_rewards
from engine.evaluation.reward_report_markdown import rewards_as_markdown

_PAIRS = some.builds(JudgedPair, some.floats(-50, 50), some.integers(-300, 300))


def test_five_pairs_by_hand() -> None:
    judged = [JudgedPair(*pair) for pair in ((2.0, 60), (-0.05, 0), (0.7, 11), (0.0, -51), (math.log(3), -10))]
    report = report_rewards(judged)
    assert (report.whole.pairs, report.whole.accuracy) == (5, 3 / 5)  # a margin of 0 finds nothing
    assert [(group.name, group.pairs, group.accuracy) for group in report.by_length] == [
        ("rejected longer by more than 50", 1, 0.0),
        ("alike, within 10", 2, 0.5),
        ("chosen longer by 11 to 50", 1, 1.0),
        ("chosen longer by more than 50", 1, 1.0),
    ]
    assert [(group.name, group.pairs) for group in report.by_margin] == [
        ("below 0.1", 2), ("0.5 to 1", 1), ("1 to 2", 1), ("2 or more", 1),
    ]  # fmt: skip
    assert report.longer_wins == 2.5 / 5
    sure = {group.name: group.sureness for group in report.reliability}
    assert sure["70% to 80%"] == pytest.approx(0.75)  # sigmoid(log 3)
    assert report.whole.sureness == pytest.approx(sum(1 / (1 + math.exp(-abs(pair.margin))) for pair in judged) / 5)


@given(some.lists(_PAIRS, min_size=1, max_size=60))
def test_every_pair_is_counted_once_in_every_table(judged: list[JudgedPair]) -> None:
    report = report_rewards(judged)
    right = sum(pair.margin > 0 for pair in judged)
    for table in (report.by_length, report.by_margin, report.reliability):
        assert sum(group.pairs for group in table) == len(judged)
        assert sum(group.pairs * group.accuracy for group in table) == pytest.approx(right)
    assert 0 <= report.calibration_error <= 1


def test_rewards_that_mean_what_they_say_are_told_from_those_that_boast() -> None:
    chance = random.Random(4)
    judged: list[JudgedPair] = []
    for _ in range(20_000):
        sureness = chance.uniform(0.5, 0.99)
        size = math.log(sureness / (1 - sureness))
        judged.append(JudgedPair(size if chance.random() < sureness else -size, 0))
    assert report_rewards(judged).calibration_error < 0.01
    boasting = [JudgedPair(4 * pair.margin, 0) for pair in judged]
    assert report_rewards(boasting).calibration_error > 0.1


def test_a_name_cannot_bring_markup_into_the_report() -> None:
    text = rewards_as_markdown(report_rewards([JudgedPair(1.0, 3)]), "a|b<img>.jsonl", "[model](x)", 0.1)
    assert text.splitlines()[0] == r"# Rewards of \[model\]\(x\) on a\|b\<img\>.jsonl"
    assert "| 1 to 2 | 1 | 100.0% | 73.1% |" in text
    assert "Groups of fewer than 20 pairs say little." in text


def test_groups_are_told_apart_the_largest_first() -> None:
    judged = [
        JudgedPair(1.0, 0, "tone"),
        JudgedPair(-1.0, 0, "tone"),
        JudgedPair(2.0, 0, "*facts*"),
        JudgedPair(3.0, 0),
    ]
    report = report_rewards(judged)
    assert [(group.name, group.pairs, group.accuracy) for group in report.by_group] == [
        ("tone", 2, 0.5), ("*facts*", 1, 1.0),
    ]  # fmt: skip
    text = rewards_as_markdown(report, "pairs.jsonl", "adapter", 0.1, "topic")
    assert "## By topic" in text
    assert r"| \*facts\* | 1 | 100.0% |" in text
    assert "## By topic" not in rewards_as_markdown(report_rewards(judged[3:]), "pairs.jsonl", "adapter", 0.1, "topic")
