"""The built-in demo as it is committed: what its card says, it keeps."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from engine.data.reader import read_preferences
from engine.model.inspect import inspect_model
from engine.model.load import LoadedModel, load_model
from engine.plan_file import read_plan
from resources.demo.generator.build import make_data, read_measurements
from resources.demo.generator.card import render_cards
from resources.demo.generator.measure import measure, read_held_out
from resources.demo.generator.trial import GREEDY, train
from resources.demo.generator.world import normalize

DEMO = Path(__file__).parents[2] / "resources" / "demo"
MOST_BYTES = 8_000_000
LEAST_LONG_WINDED, LEAST_BRIEF, LEAST_CORRECT = 0.8, 0.9, 0.9
MOST_SECONDS = 60


@pytest.fixture(scope="module")
def demo_model() -> LoadedModel:
    return load_model(DEMO / "model", "cpu", "float32")


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_same_seed_gives_the_same_data_to_the_byte(tmp_path: Path) -> None:
    make_data(tmp_path, lambda _: None)
    for name in ("pairs.jsonl", "prompts_held_out.jsonl"):
        assert (tmp_path / name).read_bytes() == (DEMO / name).read_bytes()
    assert read_measurements(tmp_path)["world"] == read_measurements(DEMO)["world"]


def test_the_engine_reads_every_pair() -> None:
    data = read_preferences(DEMO / "pairs.jsonl")
    assert len(data.pairs) >= 400
    assert data.skipped == ()
    assert len({pair.prompt_text for pair in data.pairs}) == len(data.pairs)


def test_no_held_out_prompt_is_in_a_pair() -> None:
    in_pairs = {normalize(row["prompt"][-1]["content"]) for row in rows(DEMO / "pairs.jsonl")}
    held_out = [normalize(row["prompt"][-1]["content"]) for row in rows(DEMO / "prompts_held_out.jsonl")]
    assert len(held_out) >= 400
    assert [prompt for prompt in held_out if prompt in in_pairs] == []


def test_the_model_is_small_and_whole() -> None:
    assert sum(path.stat().st_size for path in (DEMO / "model").iterdir()) <= MOST_BYTES
    facts = inspect_model(DEMO / "model")
    assert facts.problem == ""
    assert facts.is_chat_model
    assert facts.parameters == read_measurements(DEMO)["pretraining"]["parameters"]


def test_a_reply_ends_with_exactly_one_end_token(demo_model: LoadedModel) -> None:
    tokenizer = demo_model.tokenizer
    turns = [{"role": "user", "content": "What is 2 plus 2?"}, {"role": "assistant", "content": "2 plus 2 is 4."}]
    prompt = tokenizer.apply_chat_template(turns[:1], add_generation_prompt=True, return_dict=False)
    conversation = tokenizer.apply_chat_template(turns, return_dict=False)
    assert conversation[: len(prompt)] == prompt
    reply = conversation[len(prompt) :]
    assert reply.count(tokenizer.eos_token_id) == 1
    assert reply[-1] == tokenizer.eos_token_id == demo_model.model.generation_config.eos_token_id
    assert tokenizer.decode(reply[:-1]) == "2 plus 2 is 4."


@pytest.mark.parametrize("text", ["Grüße, 世界! 🙂", "\n\n1. one\t2", "¿Qué? <|end| >"])
def test_any_text_survives_the_tokenizer(demo_model: LoadedModel, text: str) -> None:
    assert demo_model.tokenizer.decode(demo_model.tokenizer(text)["input_ids"]) == text


def test_the_plan_is_the_recipe_that_was_measured() -> None:
    plan = read_plan(DEMO / "plan.toml")
    recipe = {"adapter": asdict(plan.adapter), "training": asdict(plan.training)}
    assert json.loads(json.dumps(recipe)) == read_measurements(DEMO)["results"]["recipe"]


def test_the_cards_say_what_was_measured() -> None:
    for name, text in render_cards(DEMO, read_measurements(DEMO)).items():
        assert (DEMO / name).read_text(encoding="utf-8") == text, name
    assert inspect_model(DEMO / "model").licence == "apache-2.0"


def test_what_was_measured_keeps_the_promise() -> None:
    results = read_measurements(DEMO)["results"]
    before, after = results["before"]["greedy"], results["after"]["greedy"]
    assert before["prompts"] == after["prompts"] == len(rows(DEMO / "prompts_held_out.jsonl"))
    assert before["long_winded"] >= LEAST_LONG_WINDED
    assert after["brief"] >= LEAST_BRIEF
    assert after["correct"] >= LEAST_CORRECT
    assert results["threads"] <= 2
    assert results["training"]["seconds"] <= MOST_SECONDS


def test_other_seeds_keep_it_and_half_and_twice_the_learning_rate_collapse_nothing() -> None:
    results = read_measurements(DEMO)["results"]
    recipe = results["recipe"]["training"]
    others = results["other_settings"]
    rates = sorted(trial["learning_rate"] / recipe["learning_rate"] for trial in others)
    assert rates == pytest.approx([0.5, 1, 1, 2])
    for trial in others:
        is_other_seed = trial["learning_rate"] == recipe["learning_rate"]
        assert trial["greedy"]["correct"] >= LEAST_CORRECT, trial
        assert trial["greedy"]["brief"] >= (LEAST_BRIEF if is_other_seed else 0.8), trial


@pytest.mark.slow
def test_the_recipe_makes_the_model_brief_and_leaves_it_correct(tmp_path: Path) -> None:
    plan = read_plan(DEMO / "plan.toml")
    run = train(plan, tmp_path)
    prompts = read_held_out(DEMO / "prompts_held_out.jsonl")
    before = measure(load_model(DEMO / "model", "cpu", "float32"), prompts[::3], GREEDY)
    after = measure(load_model(DEMO / "model", "cpu", "float32", run.adapter), prompts[::3], GREEDY)
    assert before["long_winded"] >= LEAST_LONG_WINDED
    assert after["brief"] >= LEAST_BRIEF
    assert after["correct"] >= LEAST_CORRECT
