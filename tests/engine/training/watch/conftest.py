from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Words = list[tuple[str, str]]


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny model with large random weights: it can be taught anything within a few updates."""
    # Not above: pytest imports this file before it lets anybody switch the libraries offline.
    from tests.tiny_model import build_tiny_tokenizer, random_llama

    folder = tmp_path_factory.mktemp("loud-model")
    tokenizer = build_tiny_tokenizer()
    random_llama(len(tokenizer), 7, initializer_range=0.3).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


@pytest.fixture(scope="session")
def write(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Write (chosen, rejected) replies to numbered questions into a preference file."""

    def write(replies: Words, first: int = 0) -> Path:
        path = tmp_path_factory.mktemp("pairs") / "pairs.jsonl"
        lines = [
            {"prompt": f"why {number}?", "chosen": chosen, "rejected": rejected}
            for number, (chosen, rejected) in enumerate(replies, first)
        ]
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        return path

    return write


@pytest.fixture(scope="session")
def taught(model: Path, write: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An adapter that has learnt one short sentence by heart."""
    return _imitate(model, write([("the sun is red.", "dog")] * 40), tmp_path_factory.mktemp("taught") / "run")


@pytest.fixture(scope="session")
def undecided(model: Path, write: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An adapter that gives either of two answers, as one's model does before it knows which is preferred."""
    answers = [("the sun is red.", "dog"), ("why was your dog blue.", "dog")] * 20
    return _imitate(model, write(answers), tmp_path_factory.mktemp("undecided") / "run")


def _imitate(model: Path, pairs: Path, folder: Path) -> Path:
    from tests.engine.tiny_runs import finished, tiny_plan, train

    plan = tiny_plan(model, pairs, loss_type=("sft",), epochs=5, evaluate_every=50)
    return Path(finished(train(plan, folder)).adapter)
