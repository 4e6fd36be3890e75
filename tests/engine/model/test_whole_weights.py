"""Whole fine-tuned models among the voices: any two of original, adapters and models answer as plain ones do."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import torch
from peft import PeftModel
from transformers import AutoModelForCausalLM

from engine.chat.compare import compare_replies
from engine.chat.generate import ReplyFinished, Sampling, generate_reply
from engine.data.preference_pair import Message
from engine.errors import EngineError
from engine.evaluation.reply_reward import reply_reward
from engine.export.model_folder import save_whole_model
from engine.model.adapter import attach_fresh_adapter, save_adapter
from engine.model.base_weights import base_weights
from engine.model.keeper import ModelKeeper
from engine.model.load import LoadedModel, load_model
from engine.model.voice import Voice, speaking
from engine.model.whole_weights import WeightTurns, is_whole_model
from engine.plan import AdapterPlan
from tests.tiny_model import build_tiny_model

_IDS = torch.tensor([[1, 5, 9, 11]])
_ASK = (Message("user", "why is the sun red?"),)


@pytest.fixture
def base(tiny_model_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(tiny_model_folder, tmp_path / "base"))


def whole(base: Path, folder: Path, factor: float) -> Path:
    """A model "fine-tuned" from the base: every weight times a factor."""
    model = load_model(base, "cpu", "float32").model
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.mul_(factor)
    save_whole_model(model, folder, base, 0.1, base_weights(base))
    return folder


def adapter(base: Path, folder: Path) -> Path:
    model = attach_fresh_adapter(load_model(base, "cpu", "float32").model, AdapterPlan(r=2), seed=1)
    for name, parameter in model.named_parameters():
        if "lora_B" in name:
            parameter.data += 0.1
    save_adapter(model, folder, 0.1, base_weights(base))
    return folder


def plain(base: Path, trained: Path | None) -> torch.Tensor:
    """The logits of transformers and peft alone."""
    own = trained if trained is not None and is_whole_model(trained) else base
    model: Any = AutoModelForCausalLM.from_pretrained(own, dtype=torch.float32)
    if trained is not None and own is base:
        model = PeftModel.from_pretrained(model, str(trained))
    with torch.no_grad():
        return model.eval()(input_ids=_IDS).logits


def said(loaded: LoadedModel, voice: Voice) -> torch.Tensor:
    with torch.no_grad(), speaking(loaded, voice):
        return loaded.generation_model(input_ids=_IDS).logits


@pytest.mark.parametrize("kinds", [("whole", None), ("whole", "whole"), ("whole", "adapter"), ("adapter", "whole")])
def test_every_voice_says_what_the_plain_model_says(base: Path, tmp_path: Path, kinds: tuple[str, str | None]) -> None:
    def make(kind: str | None, name: str, factor: float) -> Path | None:
        if kind is None:
            return None
        return whole(base, tmp_path / name, factor) if kind == "whole" else adapter(base, tmp_path / name)

    trained, beside = make(kinds[0], "trained", 1.3), make(kinds[1], "beside", 0.7)
    loaded = ModelKeeper().acquire(base, "cpu", "float32", trained, beside)
    expected: dict[Voice, torch.Tensor] = {"original": plain(base, None), "trained": plain(base, trained)}
    if beside is not None:
        expected["beside"] = plain(base, beside)
    for voice in (*expected, *reversed(expected), *expected):
        torch.testing.assert_close(said(loaded, voice), expected[voice], msg=voice)
    with torch.no_grad(), speaking(loaded, "trained"):
        with loaded.reference():
            torch.testing.assert_close(loaded.generation_model(input_ids=_IDS).logits, expected["original"])
        torch.testing.assert_close(loaded.generation_model(input_ids=_IDS).logits, expected["trained"])


def test_they_come_and_go_and_one_that_changed_on_disk_is_read_anew(base: Path, tmp_path: Path) -> None:
    keeper = ModelKeeper()
    first, lora = whole(base, tmp_path / "first", 1.3), adapter(base, tmp_path / "lora")
    original = plain(base, None)
    model = keeper.acquire(base, "cpu", "float32", first).model
    said(keeper.acquire(base, "cpu", "float32", first), "trained")
    torch.testing.assert_close(said(keeper.acquire(base, "cpu", "float32"), "trained"), original)
    torch.testing.assert_close(said(keeper.acquire(base, "cpu", "float32", lora), "trained"), plain(base, lora))
    said(keeper.acquire(base, "cpu", "float32", first), "trained")
    whole(base, first, 0.6)
    again = keeper.acquire(base, "cpu", "float32", first)
    assert again.model is model
    torch.testing.assert_close(said(again, "trained"), plain(base, first))


def test_the_former_weights_are_let_go_before_others_are_read(base: Path, tmp_path: Path) -> None:
    model = load_model(base, "cpu", "float32").model
    held: list[int] = []

    def load(folder: Path) -> Any:
        held.append(sum(parameter.data.untyped_storage().nbytes() for parameter in model.parameters()))
        return load_model(folder, "cpu", "float32").model

    turns = WeightTurns({"original": base, "trained": whole(base, tmp_path / "trained", 1.3)}, load)
    turns.put(model, "trained")
    turns.put(model, "original")
    assert held == [0, 0]


def test_weights_that_are_gone_are_named_and_the_next_voice_is_well(base: Path, tmp_path: Path) -> None:
    trained = whole(base, tmp_path / "trained", 1.3)
    loaded = ModelKeeper().acquire(base, "cpu", "float32", trained)
    (trained / "model.safetensors").unlink()
    with pytest.raises(EngineError, match="trained could not be loaded"):
        said(loaded, "trained")
    torch.testing.assert_close(said(loaded, "original"), plain(base, None))


def test_a_model_made_from_other_weights_is_refused(base: Path, tmp_path: Path) -> None:
    trained = whole(base, tmp_path / "trained", 1.3)
    other = build_tiny_model(tmp_path / "other", seed=8)
    with pytest.raises(EngineError, match="made for other weights"):
        ModelKeeper().acquire(other, "cpu", "float32", trained)


def test_replies_come_one_after_the_other_and_equal_those_of_each_alone(base: Path, tmp_path: Path) -> None:
    trained = whole(base, tmp_path / "trained", 1.3)
    loaded = ModelKeeper().acquire(base, "cpu", "float32", trained)
    sampling = Sampling(temperature=0.0, max_new_tokens=12)
    together = {
        event.side: event.text
        for event in compare_replies(loaded, _ASK, _ASK, sampling, lambda: False)
        if isinstance(event, ReplyFinished)
    }
    for side, folder in (("before", base), ("after", trained)):
        alone = load_model(folder, "cpu", "float32")
        end = [*generate_reply(alone, _ASK, sampling, lambda: False)][-1]
        assert isinstance(end, ReplyFinished)
        assert together[side] == end.text


def test_a_reply_is_worth_what_both_models_say_of_it(base: Path, tmp_path: Path) -> None:
    trained = whole(base, tmp_path / "trained", 1.3)
    reward = reply_reward(ModelKeeper().acquire(base, "cpu", "float32", trained), _ASK, "the cat sits.", 0.1)
    one, other = (
        reply_reward(load_model(folder, "cpu", "float32"), _ASK, "the cat sits.", 0.1) for folder in (base, trained)
    )
    assert [token.before for token in reward.tokens] == pytest.approx([token.after for token in one.tokens], rel=1e-5)
    assert [token.after for token in reward.tokens] == pytest.approx([token.after for token in other.tokens], rel=1e-5)
