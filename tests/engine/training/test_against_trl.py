"""TRL is the independent oracle: the same pairs from the same initial adapter give the same numbers, step by step."""

from __future__ import annotations

import json
import shutil
import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from benchmarks.sides.trl_side import in_our_order, trl_trainer
from engine.control import RunControl
from engine.data.batch import MicroBatch
from engine.data.reader import read_preferences
from engine.data.tokenize import TokenizedPair, tokenize_pair
from engine.events import RunFinished, StepFinished
from engine.model.adapter import attach_fresh_adapter
from engine.model.load import load_model
from engine.plan import AdapterPlan, DataPlan, ModelPlan, RunPlan, SharedPrefix, TrainingPlan
from engine.preference.logprobs import CompletionScorer
from engine.preference.shared_prefix.path import SharedPrefixPath
from engine.session import run_training
from engine.storage.manifest import read_manifest

STEPS = 12
RELATIVE = 1e-4
# Rewards start at zero, so they need an absolute bound as well.
ABSOLUTE = 1e-5
WITHIN_RELATIVE = ("loss", "logps/chosen", "logps/rejected", "grad_norm")
WITHIN_ABSOLUTE_TOO = ("rewards/chosen", "rewards/rejected", "rewards/margins")


def write_pairs(path: Path, count: int) -> Path:
    """Pairs of differing lengths, some with several turns and a system message."""
    words = "the cat sat on a red mat while 12 dogs ran past it slowly".split()
    with path.open("w", encoding="utf-8") as file:
        for index in range(count):
            prompt = [{"role": "user", "content": " ".join(words[: 2 + index % 9]) + f" {index}?"}]
            if index % 5 == 0:
                prompt.insert(0, {"role": "system", "content": "Be brief."})
            if index % 4 == 0:
                prompt += [
                    {"role": "assistant", "content": "Yes."},
                    {"role": "user", "content": f"And then, {words[index % 7]}?"},
                ]
            chosen = [{"role": "assistant", "content": " ".join(words[index % 6 :])}]
            rejected = [{"role": "assistant", "content": " ".join(words[: 1 + index % 11]) + "!"}]
            file.write(json.dumps({"prompt": prompt, "chosen": chosen, "rejected": rejected}) + "\n")
    return path


def ours(plan: RunPlan, folder: Path) -> list[dict[str, float]]:
    """Our run's metrics, one dictionary a step."""
    events = list(run_training(plan, folder, RunControl()))
    assert isinstance(events[-1], RunFinished), events[-1]
    steps = [event for event in events if isinstance(event, StepFinished)]
    return [
        {**step.metrics.named(), "grad_norm": step.grad_norm, "learning_rate": step.learning_rate} for step in steps
    ]


def trl(plan: RunPlan, folder: Path) -> list[dict[str, float]]:
    """TRL's logged metrics, one dictionary a step."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        trainer = our_start_in_trl(plan, folder, in_our_order(plan))
        trainer.train()
    return [entry for entry in trainer.state.log_history if "rewards/margins" in entry]


def our_start_in_trl(plan: RunPlan, folder: Path, rows: list[dict[str, Any]]) -> Any:
    """TRL's trainer with our initial adapter, in float32, taking the rows as they come."""
    loaded = load_model(Path(plan.model.path), "cpu", "float32")
    model = attach_fresh_adapter(loaded.model, plan.adapter, plan.training.seed)
    return trl_trainer(
        plan,
        folder,
        model,
        loaded.tokenizer,
        rows,
        train_sampling_strategy="sequential",
        bf16=False,
        logging_steps=1,
        dataloader_pin_memory=False,
    )


def assert_equal_step_by_step(
    mine: list[dict[str, float]], theirs: list[dict[str, float]], absolute: float = ABSOLUTE
) -> None:
    """Every step agrees within the bounds that the project promises."""
    assert len(mine) == len(theirs)
    for step, (our_step, their_step) in enumerate(zip(mine, theirs, strict=True), start=1):
        assert our_step["learning_rate"] == pytest.approx(their_step["learning_rate"], rel=1e-9, abs=1e-15)
        assert our_step["rewards/accuracies"] == pytest.approx(their_step["rewards/accuracies"]), step
        for name in WITHIN_RELATIVE:
            assert our_step[name] == pytest.approx(their_step[name], rel=RELATIVE), (step, name)
        for name in WITHIN_ABSOLUTE_TOO:
            assert our_step[name] == pytest.approx(their_step[name], rel=RELATIVE, abs=absolute), (step, name)


def make_plan(model: Path, data: Path, batch_size: int, schedule: str, learning_rate: float) -> RunPlan:
    """A plan without held-back pairs, so that our order covers every row."""
    return RunPlan(
        model=ModelPlan(path=str(model), dtype="float32", device="cpu"),
        data=DataPlan(path=str(data), evaluation_share=0.0, max_length=256),
        adapter=AdapterPlan(r=8, alpha=16.0),
        training=TrainingPlan(
            learning_rate=learning_rate,
            batch_size=batch_size,
            schedule=schedule,  # pyright: ignore[reportArgumentType]  # one of the plan's names
            warmup_ratio=0.25,
            weight_decay=0.01,
        ),
    )


@pytest.mark.parametrize("schedule, shared_prefix", [("linear", "auto"), ("cosine", "auto"), ("linear", "on")])
def test_a_small_model_trains_as_with_trl(
    tiny_model_folder: Path, tmp_path: Path, schedule: str, shared_prefix: SharedPrefix
) -> None:
    data = write_pairs(tmp_path / "pairs.jsonl", count=STEPS * 4)
    plan = make_plan(tiny_model_folder, data, 4, schedule, learning_rate=5e-3)
    plan = replace(plan, training=replace(plan.training, shared_prefix=shared_prefix))
    mine = ours(plan, tmp_path / "run")
    assert len(mine) == STEPS
    assert mine[-1]["rewards/margins"] != pytest.approx(0.0, abs=1e-3), "nothing was learnt, so nothing was compared"
    assert_equal_step_by_step(mine, trl(plan, tmp_path / "trl"))


THINKING_TEMPLATE = (
    "{% if tools %}Tools: {{ tools | length }}. {% endif %}"
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n"
    "{% if enable_thinking is defined and not enable_thinking %}the cat\n{% endif %}{% endif %}"
)


def test_rows_with_settings_for_the_template_become_the_tokens_that_trl_makes(
    tiny_model_folder: Path, tmp_path: Path
) -> None:
    model = shutil.copytree(tiny_model_folder, tmp_path / "model")
    (model / "chat_template.jinja").write_text(THINKING_TEMPLATE, encoding="utf-8")
    data = write_pairs(tmp_path / "pairs.jsonl", count=4)
    rows = [json.loads(line) for line in data.read_text(encoding="utf-8").splitlines()]
    clock = {"type": "function", "function": {"name": "clock", "parameters": {"type": "object"}}}
    options = [{"enable_thinking": False}, {"enable_thinking": True}, {}, {"enable_thinking": False, "tools": [clock]}]
    texts: set[str] = set()
    # One row at a time: in a table with several, TRL would see the settings of all of them in each.
    for row, settings in zip(rows, options, strict=True):
        row["prompt"][-1]["content"] = "why?"
        row["chat_template_kwargs"] = settings
        data.write_text(json.dumps(row) + "\n", encoding="utf-8")
        plan = make_plan(model, data, 4, "linear", learning_rate=5e-3)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            trainer = our_start_in_trl(plan, tmp_path / "trl", [row])
        (theirs,) = trainer.train_dataset
        (pair,) = read_preferences(data).pairs
        ours = tokenize_pair(trainer.processing_class, pair, plan.data.max_length)
        assert isinstance(ours, TokenizedPair)
        for name in ("prompt_ids", "chosen_ids", "rejected_ids"):
            assert list(getattr(ours, name)) == theirs[name], (settings, name)
        texts.add(trainer.processing_class.decode(ours.prompt_ids))
    assert any("Tools: 1" in text for text in texts)


def float32_error(plan: RunPlan) -> float:
    """By how much float32 itself misses a reply's log-probability on the plan's pairs, at most, in nats.

    TRL's way of computing, two padded rows a pair, held against the same in float64.
    """
    loaded = load_model(Path(plan.model.path), "cpu", "float32")
    read = read_preferences(Path(plan.data.path)).pairs
    tokenized = [tokenize_pair(loaded.tokenizer, pair, plan.data.max_length) for pair in read]
    portions = [MicroBatch((pair,)) for pair in tokenized if isinstance(pair, TokenizedPair)]

    def sums() -> torch.Tensor:
        scorer = CompletionScorer.of(loaded.causal_model)
        layouts = [scorer.lay_out(portion, "cpu") for portion in portions]
        with torch.no_grad():
            hidden = [scorer.path.hidden(scorer.decoder, layout) for layout in layouts]
            logps = [scorer.head(states).double().log_softmax(dim=1) for states in hidden]
        return torch.cat(
            [
                layout.completions.sum_by_reply(part.gather(1, layout.completions.targets_N[:, None])[:, 0])
                for layout, part in zip(layouts, logps, strict=True)
            ]
        )

    rounded = sums()
    loaded.model.double()
    return float((rounded - sums()).abs().max())


@pytest.mark.smollm2
@pytest.mark.timeout(1800)  # two minutes on two idle cores, many more on a crowded machine
def test_smollm2_on_real_pairs_trains_as_with_trl(smollm2_folder: Path, shared_data: Path, tmp_path: Path) -> None:
    """Float32 asked for by hand takes the plain path, which computes row by row as TRL does, and rounds as TRL does.

    A packed row, which one may ask for, too, rounds otherwise. One of these replies has a token whose
    log-probability float32 misses by 1e-4 nats, TRL's way as much as ours: there the bound for rewards leaves room.
    """
    rows = json.loads((shared_data / "05_rasbt_alpaca_pref.json").read_text(encoding="utf-8"))
    data = tmp_path / "pairs.json"
    data.write_text(json.dumps(rows[:20]), encoding="utf-8")
    plan = make_plan(smollm2_folder, data, 2, "cosine", learning_rate=5e-5)
    theirs = trl(plan, tmp_path / "trl")
    plain = ours(plan, tmp_path / "plain")
    assert len(plain) == 10
    assert_equal_step_by_step(plain, theirs)
    shared = ours(replace(plan, training=replace(plan.training, shared_prefix="on")), tmp_path / "shared")
    assert read_manifest(tmp_path / "shared" / "manifest.json")["path"]["name"] == SharedPrefixPath().name
    assert_equal_step_by_step(shared, theirs, ABSOLUTE + plan.training.beta * float32_error(plan))
