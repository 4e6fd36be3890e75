from __future__ import annotations

from engine.evaluation.suite import built_in_suites


def test_five_suites_of_twelve_different_prompts() -> None:
    suites = built_in_suites()
    assert [suite.title for suite in suites] == ["Tone", "Brevity", "Helpfulness", "Safety", "General ability"]
    prompts = [prompt for suite in suites for prompt in suite.prompts]
    assert [len(suite.prompts) for suite in suites] == [12] * 5
    assert len(set(prompts)) == 60
    assert all(prompt == prompt.strip() and 10 < len(prompt) < 160 for prompt in prompts)


def test_a_suite_s_title_is_its_group() -> None:
    tone = built_in_suites()[0]
    assert {case.group for case in tone.cases} == {"Tone"}
    assert tone.cases[0].messages[0].role == "user"
