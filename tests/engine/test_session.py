"""Whole runs on a tiny model: their events, their folder, and everything that may be asked of them on the way."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy
import pytest
import torch
from peft import PeftModel
from safetensors.torch import load_file
from transformers import AutoModelForCausalLM, AutoTokenizer

from engine.control import RunControl
from engine.data.reader import read_preferences
from engine.data.tokenize import TokenizedPair, tokenize_pair
from engine.events import (
    CheckpointSaved,
    DataPrepared,
    EvaluationFinished,
    PhaseChanged,
    PhaseProgress,
    RunFailed,
    RunFinished,
    RunPaused,
    RunResumed,
    RunStarted,
    StepFinished,
)
from engine.model.adapter import stored_beta
from engine.model.keeper import ModelKeeper
from engine.plan import RunPlan
from engine.plan_file import read_plan
from engine.preference.rewards import score_pairs
from engine.session import resume_training, run_training
from engine.storage.manifest import read_manifest
from engine.storage.reference_cache import ReferenceCache
from tests.engine.tiny_runs import (
    failed,
    finished,
    of_kind,
    resume,
    stopping,
    tiny_plan,
    train,
    train_until,
    write_pairs,
)


@pytest.fixture
def plan(tiny_model_folder: Path, tmp_path: Path) -> RunPlan:
    return tiny_plan(tiny_model_folder, write_pairs(tmp_path / "pairs.jsonl"))


def test_a_run_tells_its_story_in_order(plan: RunPlan, tmp_path: Path) -> None:
    events = train(plan, tmp_path / "run")
    end = finished(events)
    assert (end.outcome, end.step, end.adapter) == ("finished", 8, str(tmp_path / "run" / "adapter"))
    phases = [event.phase for event in of_kind(events, PhaseChanged)]
    assert phases == [
        "loading_model", "reading_data", "tokenizing", "scoring_reference", "checking_reference", "training",
        "evaluating", "training", "evaluating", "training", "saving",
    ]  # fmt: skip
    (prepared,) = of_kind(events, DataPrepared)
    assert (prepared.training_pairs, prepared.evaluation_pairs, prepared.left_out) == (16, 4, ())
    (started,) = of_kind(events, RunStarted)
    assert (started.first_step, started.total_steps, started.steps_per_epoch) == (1, 8, 4)
    steps = of_kind(events, StepFinished)
    assert [step.step for step in steps] == list(range(1, 9))
    assert [step.epoch for step in steps] == [step / 4 for step in range(1, 9)]
    assert steps[0].metrics.rewards_margins == 0.0
    assert steps[0].learning_rate == 0.0
    assert steps[-1].metrics.loss < steps[0].metrics.loss
    assert all(0 <= step.padding_share < 1 for step in steps)
    assert [event.step for event in of_kind(events, EvaluationFinished)] == [4, 8]
    assert [event.step for event in of_kind(events, CheckpointSaved)] == [3, 6, 8]


def test_the_folder_holds_all_that_was_promised(plan: RunPlan, tmp_path: Path) -> None:
    events = train(plan, tmp_path / "run")
    folder = tmp_path / "run"
    assert {path.name for path in folder.iterdir() if not path.name.startswith(".")} == {
        "plan.toml", "metrics.jsonl", "adapter", "checkpoints", "manifest.json", "log.txt",
    }  # fmt: skip
    assert read_plan(folder / "plan.toml") == plan
    manifest = read_manifest(folder / "manifest.json")
    assert manifest["state"] == "finished"
    assert manifest["step"] == manifest["total_steps"] == 8
    assert (manifest["device"], manifest["dtype"]) == ("cpu", "float32")
    assert len(manifest["model"]["weights_sha256"]) == len(manifest["data"]["sha256"]) == 64
    lines = [json.loads(line) for line in (folder / "metrics.jsonl").read_text().splitlines()]
    training, evaluation = ([line for line in lines if key in line] for key in ("loss", "eval_loss"))
    steps = of_kind(events, StepFinished)
    assert [line["rewards/margins"] for line in training] == [step.metrics.rewards_margins for step in steps]
    assert [line["step"] for line in evaluation] == [4, 8]
    assert "Finished at step 8 of 8." in (folder / "log.txt").read_text()
    assert stored_beta(folder / "adapter") == plan.training.beta


def test_intervals_left_open_are_filled_in(plan: RunPlan, tmp_path: Path) -> None:
    plan = replace(plan, training=replace(plan.training, evaluate_every=0, checkpoint_every=0, epochs=4))
    events = train(plan, tmp_path / "run")
    written = read_plan(tmp_path / "run" / "plan.toml")
    assert (written.training.evaluate_every, written.training.checkpoint_every) == (2, 2)
    assert [event.step for event in of_kind(events, EvaluationFinished)] == list(range(2, 17, 2))


def test_a_plan_with_relative_paths_is_written_with_absolute_ones(
    plan: RunPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    plan = replace(plan, data=replace(plan.data, path="pairs.jsonl"))
    finished(train(plan, tmp_path / "run"))
    assert read_plan(tmp_path / "run" / "plan.toml").data.path == str(tmp_path / "pairs.jsonl")


def test_the_saved_adapter_scores_alike_in_plain_transformers_and_peft(plan: RunPlan, tmp_path: Path) -> None:
    keeper = ModelKeeper()
    finished(train(plan, tmp_path / "run", keeper))
    loaded = keeper.loaded
    assert loaded is not None
    assert loaded.adapter == tmp_path / "run" / "adapter"
    pairs = read_preferences(Path(plan.data.path)).pairs[:5]
    tokenized = [tokenize_pair(loaded.tokenizer, pair, 96) for pair in pairs]
    ours = list(score_pairs(loaded, [pair for pair in tokenized if isinstance(pair, TokenizedPair)], beta=0.1))
    tokenizer: Any = AutoTokenizer.from_pretrained(plan.model.path)
    base: Any = AutoModelForCausalLM.from_pretrained(plan.model.path)
    plain = PeftModel.from_pretrained(base, str(tmp_path / "run" / "adapter")).eval()
    assert len(ours) == len(pairs)
    for score, pair in zip(ours, pairs, strict=True):
        messages = [message.as_dict() for message in pair.prompt]
        for reply, got in ((pair.chosen, score.logps_chosen), (pair.rejected, score.logps_rejected)):
            start = len(tokenizer.apply_chat_template(messages, add_generation_prompt=True)["input_ids"])
            whole = [*messages, *(message.as_dict() for message in reply)]
            ids = tokenizer.apply_chat_template(whole, return_tensors="pt")["input_ids"]
            with torch.no_grad():
                logps = plain(input_ids=ids).logits[0].log_softmax(dim=-1)
            expected = sum(float(logps[place - 1, ids[0, place]]) for place in range(start, ids.shape[1]))
            assert got == pytest.approx(expected, rel=1e-5)
    assert any(abs(score.margin) > 1e-3 for score in ours)


def test_the_same_plan_gives_the_same_weights_and_another_order_of_rows_too(plan: RunPlan, tmp_path: Path) -> None:
    finished(train(plan, tmp_path / "one"))
    lines = Path(plan.data.path).read_text().splitlines(keepends=True)
    shuffled = tmp_path / "shuffled.jsonl"
    shuffled.write_text("".join(reversed(lines)))
    finished(train(replace(plan, data=replace(plan.data, path=str(shuffled))), tmp_path / "two"))
    one, two = (load_file(tmp_path / name / "adapter" / "adapter_model.safetensors") for name in ("one", "two"))
    assert all(torch.equal(one[name], two[name]) for name in one)


def test_a_second_run_computes_no_reference_again(
    plan: RunPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.preference import reference

    calls: list[int] = []
    original = reference.reference_logps

    def counting(*arguments: Any) -> torch.Tensor:
        calls.append(1)
        return original(*arguments)

    monkeypatch.setattr(reference, "reference_logps", counting)
    finished(train(plan, tmp_path / "one"))
    assert len(calls) == 5  # four updates of one micro-batch each, and the held-back pairs
    gentler = replace(plan, training=replace(plan.training, beta=0.3, learning_rate=1e-4))
    finished(train(gentler, tmp_path / "two"))
    assert len(calls) == 5


# ------------------------------------------------------------------------------------------ stop, pause, checkpoint


def test_a_stop_saves_and_says_so(plan: RunPlan, tmp_path: Path) -> None:
    events = train_until(plan, tmp_path / "run", lambda event: isinstance(event, StepFinished) and event.step == 4)
    end = finished(events)
    assert (end.outcome, end.step) == ("stopped", 4)
    assert of_kind(events, CheckpointSaved)[-1].step == 4
    assert Path(end.adapter, "adapter_model.safetensors").is_file()
    assert read_manifest(tmp_path / "run" / "manifest.json")["state"] == "stopped"


@pytest.mark.parametrize("phase", ["tokenizing", "scoring_reference"])
def test_a_stop_while_preparing_loses_nothing(plan: RunPlan, tmp_path: Path, phase: str) -> None:
    keeper = ModelKeeper()
    control = RunControl()
    running = run_training(plan, tmp_path / "run", control, keeper)
    events = list(stopping(running, control, lambda event: isinstance(event, PhaseProgress) and event.phase == phase))
    end = finished(events)
    assert (end.outcome, end.step, end.adapter) == ("stopped", 0, "")
    assert not of_kind(events, StepFinished)
    assert read_manifest(tmp_path / "run" / "manifest.json")["state"] == "stopped"
    assert keeper.loaded is None or not keeper.loaded.has_adapter
    assert finished(resume(tmp_path / "run")).step == 8


def test_a_resumed_run_that_is_stopped_while_preparing_keeps_its_step(plan: RunPlan, tmp_path: Path) -> None:
    train_until(plan, tmp_path / "run", lambda event: isinstance(event, StepFinished) and event.step == 4)
    control = RunControl()
    events = list(
        stopping(
            resume_training(tmp_path / "run", control), control, lambda event: isinstance(event, PhaseProgress)
        )
    )  # fmt: skip
    end = finished(events)
    assert (end.outcome, end.step, end.adapter) == ("stopped", 4, str(tmp_path / "run" / "adapter"))
    (started,) = of_kind(resume(tmp_path / "run"), RunStarted)
    assert started.first_step == 5


def test_a_pause_waits_and_goes_on_where_it_was(plan: RunPlan, tmp_path: Path) -> None:
    finished(train(plan, tmp_path / "straight"))
    control = RunControl()
    keeper = ModelKeeper()
    events: list[object] = []
    timer = None
    for event in run_training(plan, tmp_path / "run", control, keeper):
        events.append(event)
        if isinstance(event, StepFinished) and event.step == 3:
            control.pause()
        if isinstance(event, RunPaused):
            assert event.step == 3
            assert keeper.loaded is not None
            with torch.no_grad():  # somebody borrows the model
                keeper.loaded.model(input_ids=torch.tensor([[1, 5, 9]]))
            timer = threading.Timer(0.05, control.resume)
            timer.start()
    assert timer is not None
    timer.join()
    kinds = [type(event) for event in events]
    assert kinds[kinds.index(RunPaused) + 1] is RunResumed
    one, two = (load_file(tmp_path / name / "adapter" / "adapter_model.safetensors") for name in ("straight", "run"))
    assert all(torch.equal(one[name], two[name]) for name in one)


@pytest.mark.parametrize("paused_at", [0, 2])
def test_a_stop_while_paused_saves(plan: RunPlan, tmp_path: Path, paused_at: int) -> None:
    control = RunControl()
    events: list[object] = []
    for event in run_training(plan, tmp_path / "run", control):
        events.append(event)
        if isinstance(event, RunStarted if paused_at == 0 else StepFinished) and _step(event) == paused_at:
            control.pause()
        if isinstance(event, RunPaused):
            threading.Timer(0.02, control.stop).start()
    assert isinstance(events[-1], RunFinished)
    assert (events[-1].outcome, events[-1].step) == ("stopped", paused_at)
    assert not of_kind(events, RunResumed)
    assert of_kind(events, CheckpointSaved)[-1].step == paused_at
    assert finished(resume(tmp_path / "run")).step == 8


def _step(event: object) -> int:
    return event.step if isinstance(event, StepFinished) else 0


def test_a_checkpoint_on_request_is_made_once(plan: RunPlan, tmp_path: Path) -> None:
    control = RunControl()
    saved: list[int] = []
    for event in run_training(plan, tmp_path / "run", control):
        if isinstance(event, StepFinished) and event.step in (1, 3):  # step 3 has one anyway
            control.request_checkpoint()
        if isinstance(event, CheckpointSaved):
            saved.append(event.step)
    assert saved == [1, 3, 6, 8]


# ----------------------------------------------------------------------------------------------------- refusals


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_that_holds_a_run_is_refused_and_left_alone(plan: RunPlan, tmp_path: Path) -> None:
    finished(train(plan, tmp_path / "run"))
    before = _contents(tmp_path / "run")
    assert "not empty" in failed(train(plan, tmp_path / "run")).message
    assert _contents(tmp_path / "run") == before


def test_a_finished_run_is_not_resumed_however_often_one_asks(plan: RunPlan, tmp_path: Path) -> None:
    finished(train(plan, tmp_path / "run"))
    before = _contents(tmp_path / "run")
    for _ in range(2):
        assert "is finished" in failed(resume(tmp_path / "run")).message
    assert _contents(tmp_path / "run") == before


def test_a_folder_without_a_run_is_not_resumed(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "absent"):
        assert "is no run" in failed(resume(folder)).message
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("part", ["model", "data", "evaluation", "adapter", "device"])
def test_what_is_missing_is_told_before_a_folder_is_made(plan: RunPlan, tmp_path: Path, part: str) -> None:
    nowhere = str(tmp_path / "nowhere")
    wrong = {
        "model": replace(plan, model=replace(plan.model, path=nowhere)),
        "data": replace(plan, data=replace(plan.data, path=nowhere)),
        "evaluation": replace(plan, data=replace(plan.data, evaluation_path=nowhere)),
        "adapter": replace(plan, adapter=replace(plan.adapter, path=nowhere)),
        "device": replace(plan, model=replace(plan.model, device="cuda:31")),
    }[part]
    failure = failed(train(wrong, tmp_path / "run"))
    assert ("cuda:31" if part == "device" else "nowhere") in failure.message
    assert not (tmp_path / "run").exists()


def test_a_run_that_is_going_on_is_not_resumed_beside_itself(plan: RunPlan, tmp_path: Path) -> None:
    running = run_training(plan, tmp_path / "run", RunControl())
    next(event for event in running if isinstance(event, CheckpointSaved))
    assert "another window or command" in failed(resume(tmp_path / "run")).message
    rest = list(running)
    assert finished(rest).outcome == "finished"  # pyright: ignore[reportArgumentType]


@pytest.fixture
def stopped_run(plan: RunPlan, tmp_path: Path, tiny_model_folder: Path) -> Path:
    """A run that stopped at step 4, on a model and data of its own."""
    import shutil

    shutil.copytree(tiny_model_folder, tmp_path / "model")
    plan = replace(plan, model=replace(plan.model, path=str(tmp_path / "model")))
    train_until(plan, tmp_path / "run", lambda event: isinstance(event, StepFinished) and event.step == 4)
    return tmp_path / "run"


def _change_tokenizer(folder: Path) -> None:
    template = folder / "model" / "chat_template.jinja"
    template.write_text(template.read_text().replace("assistant", "helper"))


_CHANGES = {
    "preference file": lambda folder: write_pairs(folder / "pairs.jsonl", seed=2),
    "model": lambda folder: (folder / "model" / "config.json").write_text(
        (folder / "model" / "config.json").read_text() + "\n"
    ),
    "pairs": _change_tokenizer,
}


@pytest.mark.parametrize("what", _CHANGES)
def test_changed_data_weights_or_template_are_refused(stopped_run: Path, what: str) -> None:
    _CHANGES[what](stopped_run.parent)
    metrics = (stopped_run / "metrics.jsonl").read_bytes()
    checkpoints = _contents(stopped_run / "checkpoints")
    failure = failed(resume(stopped_run))
    assert what in failure.message
    assert "start" in failure.message
    assert _contents(stopped_run / "checkpoints") == checkpoints
    assert (stopped_run / "metrics.jsonl").read_bytes() == metrics


def test_a_run_whose_checkpoints_are_all_damaged_is_not_started_over(stopped_run: Path) -> None:
    for path in stopped_run.rglob("trainable.safetensors"):
        path.write_bytes(b"")
    before = _contents(stopped_run)
    assert "damaged" in failed(resume(stopped_run)).message
    assert _contents(stopped_run) == before


def test_a_pair_longer_than_the_model_reads_is_told(plan: RunPlan, tmp_path: Path) -> None:
    words = "the cat " * 600
    Path(plan.data.path).write_text(json.dumps({"prompt": "why", "chosen": words, "rejected": "red"}) + "\n")
    plan = replace(plan, data=replace(plan.data, max_length=2048, evaluation_share=0.0))
    failure = failed(train(plan, tmp_path / "run"))
    assert "reads at most 512" in failure.message
    assert "max_length to 512" in failure.hint


def test_pairs_that_all_fall_away_are_told_with_a_reason(plan: RunPlan, tmp_path: Path) -> None:
    plan = replace(plan, data=replace(plan.data, max_length=8))
    assert "fills max_length 8" in failed(train(plan, tmp_path / "run")).message


def test_left_out_rows_are_reported_with_the_row(plan: RunPlan, tmp_path: Path) -> None:
    with Path(plan.data.path).open("a") as file:
        file.write(json.dumps({"prompt": "why " * 90, "chosen": "a", "rejected": "b"}) + "\n")
        file.write(json.dumps({"prompt": "why", "chosen": "red " * 90, "rejected": "b"}) + "\n")
    (prepared,) = of_kind(train(plan, tmp_path / "run"), DataPrepared)
    ((row, reason),) = prepared.left_out
    assert row == 21
    assert "fills max_length 96" in reason
    assert prepared.cut_rows == (22,)
    assert prepared.cut_tokens > 0


# ------------------------------------------------------------------------------------------------- the invariant


def test_a_damaged_cache_is_computed_again_and_the_log_says_so(plan: RunPlan, tmp_path: Path, home: Path) -> None:
    finished(train(plan, tmp_path / "one"))
    files = list((home / "reference_logps").rglob("*.npy"))
    for path in files:
        content = bytearray(path.read_bytes())
        content[-40] ^= 0x20  # in the last number, before the digest
        path.write_bytes(content)
    finished(train(plan, tmp_path / "two"))
    assert (tmp_path / "two" / "log.txt").read_text().count("damaged and are computed again") == len(files)
    one, two = (load_file(tmp_path / name / "adapter" / "adapter_model.safetensors") for name in ("one", "two"))
    assert all(torch.equal(one[name], two[name]) for name in one)


def test_stored_scores_of_another_model_are_named(plan: RunPlan, tmp_path: Path, home: Path) -> None:
    finished(train(plan, tmp_path / "one"))
    cache = ReferenceCache(home / "reference_logps")
    for path in cache.folder.rglob("*.npy"):
        cache.store(path.stem, numpy.load(path) * numpy.float32(1.001))
    failure = failed(train(plan, tmp_path / "two"))
    assert "stored scores of the original model" in failure.message
    assert "reference_logps" in failure.hint
    assert read_manifest(tmp_path / "two" / "manifest.json")["state"] == "failed"
    assert "stored scores" in (tmp_path / "two" / "log.txt").read_text()


def test_a_fresh_adapter_that_is_not_is_refused(plan: RunPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.training import assembly

    original = assembly.attach_fresh_adapter

    def disturbed(*arguments: Any) -> Any:
        model = original(*arguments)
        next(value for name, value in model.named_parameters() if "lora_B" in name).data += 0.1
        return model

    monkeypatch.setattr(assembly, "attach_fresh_adapter", disturbed)
    keeper = ModelKeeper()
    events = train(plan, tmp_path / "run", keeper)
    assert "already differ" in failed(events).message
    assert not of_kind(events, StepFinished)
    assert keeper.loaded is None


@pytest.mark.parametrize("dropout", [0.0, 0.3])
def test_going_on_from_an_adapter_takes_it_as_the_reference(plan: RunPlan, tmp_path: Path, dropout: float) -> None:
    first = replace(plan, adapter=replace(plan.adapter, dropout=dropout))
    finished(train(first, tmp_path / "first"))
    adapter = tmp_path / "first" / "adapter"
    second = replace(plan, adapter=replace(plan.adapter, path=str(adapter)))
    keeper = ModelKeeper()
    events = train(second, tmp_path / "second", keeper)
    finished(events)
    if not dropout:  # which the first update would see
        assert of_kind(events, StepFinished)[0].metrics.rewards_margins == pytest.approx(0.0, abs=1e-5)
    before = load_file(adapter / "adapter_model.safetensors")
    after = load_file(tmp_path / "second" / "adapter" / "adapter_model.safetensors")
    assert before.keys() == after.keys()
    assert any(not torch.equal(before[name], after[name]) for name in before)
    # Its reference is the first adapter as it was: plain peft says the same of both sides.
    assert keeper.loaded is not None
    ids = torch.tensor([[1, 5, 9, 11]])
    sides = {}
    for name in ("first", "second"):
        base: Any = AutoModelForCausalLM.from_pretrained(plan.model.path)
        with torch.no_grad():
            plain = PeftModel.from_pretrained(base, str(tmp_path / name / "adapter")).eval()
            sides[name] = plain(input_ids=ids).logits
    with torch.no_grad():
        torch.testing.assert_close(keeper.loaded.model.eval()(input_ids=ids).logits, sides["second"])
        with keeper.loaded.reference():
            torch.testing.assert_close(keeper.loaded.model(input_ids=ids).logits, sides["first"])
    manifest = read_manifest(tmp_path / "second" / "manifest.json")
    assert manifest["reference"]["what"] == "initial_adapter"
    assert len(manifest["reference"]["sha256"]) == 64


# ------------------------------------------------------------------------------------------------------ failures


def test_a_loss_that_explodes_stops_the_run_with_the_weights_before_it(
    plan: RunPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.training import loop

    original = loop.AdapterOptimizer.clip
    norms = iter([1.0, 1.0, 1.0, float("nan")])

    def clip(self: loop.AdapterOptimizer) -> torch.Tensor:
        return original(self) * next(norms)

    monkeypatch.setattr(loop.AdapterOptimizer, "clip", clip)
    events = train(plan, tmp_path / "run")
    failure = failed(events)
    assert "gradient became infinite or no number at step 4" in failure.message
    assert "0.0025" in failure.hint
    assert [step.step for step in of_kind(events, StepFinished)] == [1, 2, 3]
    assert [saved.step for saved in of_kind(events, CheckpointSaved)] == [3]


def test_an_error_nobody_foresaw_is_still_a_sentence(
    plan: RunPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.training import loop

    def explode(*_: object) -> None:
        raise ZeroDivisionError("one by none")

    monkeypatch.setattr(loop, "learning_rate_at", explode)
    failure = failed(train(plan, tmp_path / "run"))
    assert "Traceback" not in failure.message + failure.hint
    assert "ZeroDivisionError" in failure.details
    assert "one by none" in (tmp_path / "run" / "log.txt").read_text()


@pytest.mark.parametrize(
    "error,words",
    [
        (MemoryError(), "out of memory"),
        (RuntimeError("MPS backend out of memory"), "out of memory"),
        (OSError(28, "No space left on device"), "could not be read or written"),
    ],
)
def test_memory_and_disk_have_their_own_advice(
    plan: RunPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, words: str
) -> None:
    from engine.training import assembly

    def explode(*_: object) -> None:
        raise error

    monkeypatch.setattr(assembly, "check_step_zero", explode)
    assert words in failed(train(plan, tmp_path / "run")).message


def test_a_disk_that_takes_no_log_either_still_ends_in_an_event(
    plan: RunPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.storage.run_folder import RunFolder

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(RunFolder, "append_metrics", full)
    running = run_training(plan, tmp_path / "run", RunControl())
    events: list[object] = []
    for event in running:
        events.append(event)
        if isinstance(event, RunStarted):
            monkeypatch.setattr(RunFolder, "log", full)
    assert isinstance(events[-1], RunFailed)


def test_an_abandoned_run_can_be_resumed_in_the_same_process(plan: RunPlan, tmp_path: Path) -> None:
    running = run_training(plan, tmp_path / "run", RunControl())
    next(event for event in running if isinstance(event, CheckpointSaved))
    running.close()  # pyright: ignore[reportAttributeAccessIssue]
    assert finished(resume(tmp_path / "run")).outcome == "finished"
