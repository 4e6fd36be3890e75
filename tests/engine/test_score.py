from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.errors import EngineError
from engine.events import event_name
from engine.model.adapter import attach_fresh_adapter, save_adapter
from engine.model.keeper import ModelKeeper
from engine.model.load import LoadedModel, load_model
from engine.plan import AdapterPlan
from engine.score import PairScored, Summary, score_file

PAIRS = [
    {"prompt": "Why is the cat red?", "chosen": "The sun.", "rejected": "Your dog sits on the long blue sun."},
    {"prompt": "Why?", "chosen": "", "rejected": "The dog."},
    {"prompt": "What is your name?", "chosen": "Short.", "rejected": "Long."},
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Three rows, of which the second cannot be scored."""
    return write(tmp_path / "pairs.jsonl", PAIRS)


@pytest.fixture
def adapter(tiny_model_folder: Path, tmp_path: Path) -> Path:
    """A random adapter, stored with beta 0.3."""
    model = attach_fresh_adapter(
        load_model(tiny_model_folder, "cpu", "float32").model, AdapterPlan(r=4, alpha=16.0, dropout=0.5), seed=1
    )
    random = torch.Generator().manual_seed(5)
    for name, parameter in model.named_parameters():
        if "lora_B" in name:
            parameter.data = torch.randn(parameter.shape, generator=random)
    save_adapter(model, tmp_path / "adapter", beta=0.3)
    return tmp_path / "adapter"


def write(path: Path, pairs: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(pair) + "\n" for pair in pairs), encoding="utf-8")
    return path


def scores(file: Path, model: Path, **options: Any) -> tuple[dict[int, PairScored], Summary]:
    *pairs, summary = score_file(file, model, device="cpu", dtype="float32", **options)
    assert isinstance(summary, Summary)
    return {pair.row: pair for pair in pairs if isinstance(pair, PairScored)}, summary


def reply_logps(loaded: LoadedModel, pair: Mapping[str, str], side: str) -> float:
    """The summed log-probability of a reply, the plain way: one sequence, all logits."""
    turns = [{"role": "user", "content": pair["prompt"]}, {"role": "assistant", "content": pair[side]}]
    start = loaded.tokenizer.apply_chat_template(turns[:1], tokenize=False, add_generation_prompt=True)
    whole = loaded.tokenizer.apply_chat_template(turns, tokenize=False)
    prompt_length = len(loaded.tokenizer(start, add_special_tokens=False)["input_ids"])
    ids = torch.tensor([loaded.tokenizer(whole, add_special_tokens=False)["input_ids"]])
    with torch.no_grad():
        logps_TV = loaded.generation_model(ids).logits[0].log_softmax(-1)
    return float(logps_TV[prompt_length - 1 : -1].gather(1, ids[0, prompt_length:, None]).sum())


def test_scores_are_log_probabilities_and_scaled_differences(
    file: Path, tiny_model_folder: Path, adapter: Path
) -> None:
    pairs, _ = scores(file, tiny_model_folder, adapter=adapter)
    plain = load_model(tiny_model_folder, "cpu", "float32")
    adapted = load_model(tiny_model_folder, "cpu", "float32", adapter)
    for row in (1, 3):
        after = {side: reply_logps(adapted, PAIRS[row - 1], side) for side in ("chosen", "rejected")}
        before = {side: reply_logps(plain, PAIRS[row - 1], side) for side in ("chosen", "rejected")}
        rewards = {side: 0.3 * (after[side] - before[side]) for side in after}
        assert pairs[row].logps_chosen == pytest.approx(after["chosen"], rel=1e-4)
        assert pairs[row].logps_rejected == pytest.approx(after["rejected"], rel=1e-4)
        assert pairs[row].reward_chosen == pytest.approx(rewards["chosen"], abs=1e-4)
        assert pairs[row].reward_rejected == pytest.approx(rewards["rejected"], abs=1e-4)
        assert pairs[row].margin == pytest.approx(rewards["chosen"] - rewards["rejected"], abs=1e-4)


def test_the_summary_adds_up(file: Path, tiny_model_folder: Path, adapter: Path) -> None:
    pairs, summary = scores(file, tiny_model_folder, adapter=adapter)
    margins = [pair.margin for pair in pairs.values()]
    assert list(pairs) == [1, 3]
    assert summary.pairs == 2
    assert summary.mean_margin == pytest.approx(sum(margins) / 2)
    assert summary.accuracy == sum(margin > 0 for margin in margins) / 2
    assert [row for row, _ in summary.skipped] == [2]
    assert event_name(summary) == "summary"


def test_beta_is_the_one_given_else_the_stored_one_else_a_tenth(
    file: Path, tiny_model_folder: Path, adapter: Path
) -> None:
    stored, summary = scores(file, tiny_model_folder, adapter=adapter)
    given, _ = scores(file, tiny_model_folder, adapter=adapter, beta=0.6)
    assert summary.beta == 0.3
    assert given[1].margin == pytest.approx(2 * stored[1].margin, rel=1e-6)
    (adapter / "dpo_studio.json").unlink()
    assert scores(file, tiny_model_folder, adapter=adapter)[1].beta == 0.1


def test_without_an_adapter_all_rewards_are_zero(file: Path, tiny_model_folder: Path) -> None:
    pairs, summary = scores(file, tiny_model_folder)
    assert all(pair.reward_chosen == pair.reward_rejected == 0.0 for pair in pairs.values())
    assert (summary.accuracy, summary.beta) == (0.0, 0.1)


def test_a_reply_longer_than_the_context_is_scored_up_to_it(tiny_model_folder: Path, tmp_path: Path) -> None:
    pairs = [{**PAIRS[0], "chosen": "why " * 700}, PAIRS[2]]
    _, summary = scores(write(tmp_path / "long.jsonl", pairs), tiny_model_folder)
    assert summary.cut_rows == (1,)


def test_a_prompt_longer_than_the_context_is_left_out(tiny_model_folder: Path, tmp_path: Path) -> None:
    pairs = [{**PAIRS[0], "prompt": "why " * 700}, PAIRS[2]]
    _, summary = scores(write(tmp_path / "long.jsonl", pairs), tiny_model_folder)
    assert [row for row, _ in summary.skipped] == [1]


def test_the_keepers_model_is_used_again(file: Path, tiny_model_folder: Path) -> None:
    keeper = ModelKeeper()
    loaded = keeper.acquire(tiny_model_folder, "cpu", "float32")
    scores(file, tiny_model_folder, keeper=keeper)
    assert keeper.loaded is loaded


@pytest.mark.parametrize("beta", [0.0, -1.0, float("nan")])
def test_an_impossible_beta_is_refused(file: Path, tiny_model_folder: Path, beta: float) -> None:
    with pytest.raises(EngineError, match="Beta cannot be"):
        scores(file, tiny_model_folder, beta=beta)


def test_a_file_without_anything_to_score_is_refused(tiny_model_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(EngineError):
        scores(write(tmp_path / "none.jsonl", [PAIRS[1], PAIRS[1]]), tiny_model_folder)


def test_an_adapter_folder_without_an_adapter_is_refused(file: Path, tiny_model_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="holds no adapter"):
        scores(file, tiny_model_folder, adapter=tmp_path)
