"""Ranking a file's replies: the numbers are those of each reply alone, and the order follows them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from engine.data.preference_pair import Message
from engine.data.reply_lists import holds_unjudged_replies
from engine.errors import EngineError
from engine.evaluation.reply_reward import reply_reward
from engine.model.adapter import attach_fresh_adapter, save_adapter
from engine.model.load import load_model
from engine.plan import AdapterPlan
from engine.rank import RankingSummary, RepliesRanked, rank_file

REPLIES = ["The cat sits on the sun.", "No.", "Why is the dog red? The sun is on it, and so is the cat."]


@pytest.fixture
def adapter(tiny_model_folder: Path, tmp_path: Path) -> Path:
    model = attach_fresh_adapter(
        load_model(tiny_model_folder, "cpu", "float32").model, AdapterPlan(r=4, alpha=32.0), seed=1
    )
    random = torch.Generator().manual_seed(3)
    for name, parameter in model.named_parameters():
        if "lora_B" in name:
            parameter.data = torch.randn(parameter.shape, generator=random)
    save_adapter(model, tmp_path / "adapter", 0.3)
    return tmp_path / "adapter"


def write(path: Path, rows: list[object]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_every_reply_has_the_reward_that_it_has_in_the_chat(
    tiny_model_folder: Path, adapter: Path, tmp_path: Path
) -> None:
    file = write(
        tmp_path / "replies.jsonl",
        [
            {"prompt": "Why is the cat red?", "responses": REPLIES},
            {
                "messages": [{"role": "user", "content": "The sun?"}],
                "candidates": [{"text": reply} for reply in REPLIES],
            },
        ],
    )
    *ranked, summary = rank_file(file, tiny_model_folder, adapter, device="cpu", dtype="float32")
    loaded = load_model(tiny_model_folder, "cpu", "float32", adapter)
    for found, question in zip(ranked, ("Why is the cat red?", "The sun?"), strict=True):
        assert isinstance(found, RepliesRanked)
        alone = [reply_reward(loaded, [Message("user", question)], reply, 0.3).reward for reply in REPLIES]
        assert [reply.place for reply in found.replies] == sorted((1, 2, 3), key=lambda place: -alone[place - 1])
        for reply in found.replies:
            assert reply.reward == pytest.approx(alone[reply.place - 1], abs=1e-4)
    assert isinstance(summary, RankingSummary)
    assert (summary.rows, summary.replies, summary.beta, summary.skipped) == (2, 6, 0.3, ())


def test_rows_and_replies_that_cannot_be_used_are_named(tiny_model_folder: Path, adapter: Path, tmp_path: Path) -> None:
    file = write(
        tmp_path / "replies.jsonl",
        [{"prompt": "Why?", "responses": ["Yes.", "", 7]}, {"prompt": "", "responses": REPLIES}, {"prompt": "Why?"}],
    )
    *ranked, summary = rank_file(file, tiny_model_folder, adapter, device="cpu", dtype="float32")
    assert [[reply.place for reply in found.replies] for found in ranked if isinstance(found, RepliesRanked)] == [[1]]
    assert isinstance(summary, RankingSummary)
    assert [row for row, _ in summary.skipped] == [1, 1, 2, 3]


def test_what_cannot_be_ranked_is_refused(tiny_model_folder: Path, adapter: Path, tmp_path: Path) -> None:
    file = write(tmp_path / "pairs.jsonl", [{"prompt": "Why?", "chosen": "Yes.", "rejected": "No."}])
    with pytest.raises(EngineError, match=r"No row of pairs\.jsonl holds replies"):
        list(rank_file(file, tiny_model_folder, adapter))
    with pytest.raises(EngineError, match="Without an adapter"):
        list(rank_file(file, tiny_model_folder))


def test_a_file_is_recognised_by_replies_without_judgement(tmp_path: Path) -> None:
    plain = write(tmp_path / "a.jsonl", [{"prompt": "Why?", "responses": REPLIES}])
    scored = write(tmp_path / "b.jsonl", [{"prompt": "Why?", "responses": REPLIES, "scores": [1, 2, 3]}])
    pair = {"prompt": "Why?", "chosen": "Yes.", "rejected": "No."}
    pairs = write(tmp_path / "c.jsonl", [pair])
    both = write(tmp_path / "d.jsonl", [{**pair, "completions": ["Yes.", "No.", "Perhaps."]}])
    assert [holds_unjudged_replies(path) for path in (plain, scored, pairs, both)] == [True, False, False, False]


def test_importing_it_needs_no_torch() -> None:
    program = "import sys, engine.rank; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
