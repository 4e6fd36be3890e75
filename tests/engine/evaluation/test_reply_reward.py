"""A reply's reward by token, on a real tiny model with an adapter that changes what it says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from engine.data.preference_pair import Message, PreferencePair
from engine.errors import EngineError
from engine.evaluation.reply_reward import pair_rewards, reply_reward

if TYPE_CHECKING:
    from engine.model.load import LoadedModel

PROMPT = (Message("system", "Be brief."), Message("user", "Why is the cat on the sun?"))
REPLY = "The cat sits on 🧡 the sun, Käse & tea."
BETA = 0.3


@pytest.fixture
def adapted(tiny_model_folder: Path) -> LoadedModel:
    import torch

    from engine.model.adapter import attach_fresh_adapter
    from engine.model.load import load_model
    from engine.plan import AdapterPlan

    loaded = load_model(tiny_model_folder, "cpu", "float32")
    loaded.model = attach_fresh_adapter(loaded.model, AdapterPlan(r=4, dropout=0.5), seed=1)
    random = torch.Generator().manual_seed(5)
    for name, parameter in loaded.model.named_parameters():
        if "lora_B" in name:
            parameter.data = 0.2 * torch.randn(parameter.shape, generator=random)
    loaded.model.train()
    return loaded


def test_the_sum_is_the_reward_that_training_computes(adapted: LoadedModel) -> None:
    from engine.data.tokenize import TokenizedPair, tokenize_pair
    from engine.preference.rewards import score_pairs

    ours = reply_reward(adapted, PROMPT, REPLY, BETA)
    other = (Message("assistant", "No."),)
    pair = tokenize_pair(adapted.tokenizer, PreferencePair(1, PROMPT, (Message("assistant", REPLY),), other), 512)
    assert isinstance(pair, TokenizedPair)
    (theirs,) = score_pairs(adapted, [pair], BETA)
    assert abs(theirs.reward_chosen) > 1e-3
    assert ours.reward == pytest.approx(theirs.reward_chosen, rel=1e-4, abs=1e-5)
    assert sum(token.after for token in ours.tokens) == pytest.approx(theirs.logps_chosen, rel=1e-5)
    assert ours.reward == pytest.approx(BETA * sum(token.nats for token in ours.tokens), abs=1e-12)


def test_the_sums_of_a_pair_are_the_rewards_that_training_computes_of_it(adapted: LoadedModel) -> None:
    from engine.data.tokenize import TokenizedPair, tokenize_pair
    from engine.preference.rewards import score_pairs

    several = (Message("assistant", "No."), Message("user", "Why?"), Message("assistant", "It is too hot there."))
    asked = PreferencePair(1, PROMPT, (Message("assistant", REPLY),), several)
    chosen, rejected = pair_rewards(adapted, asked, BETA)
    pair = tokenize_pair(adapted.tokenizer, asked, 512)
    assert isinstance(pair, TokenizedPair)
    (theirs,) = score_pairs(adapted, [pair], BETA)
    assert abs(theirs.margin) > 1e-3
    assert chosen.reward == pytest.approx(theirs.reward_chosen, rel=1e-4, abs=1e-5)
    assert rejected.reward == pytest.approx(theirs.reward_rejected, rel=1e-4, abs=1e-5)
    assert chosen.reward == pytest.approx(reply_reward(adapted, PROMPT, REPLY, BETA).reward, rel=1e-4, abs=1e-5)
    assert "too hot" in "".join(token.text for token in rejected.tokens)


def test_each_token_has_the_log_probabilities_of_a_plain_call(adapted: LoadedModel) -> None:
    import torch

    from engine.model.template import render_prompt

    reward = reply_reward(adapted, PROMPT, "The cat", BETA)
    ids = adapted.tokenizer(render_prompt(adapted.tokenizer, PROMPT), add_special_tokens=False)["input_ids"]
    first = adapted.tokenizer(reward.tokens[0].text, add_special_tokens=False)["input_ids"]
    adapted.model.eval()
    with torch.no_grad():
        after = adapted.model(input_ids=torch.tensor([ids])).logits[0, -1].log_softmax(-1)
        with adapted.model.disable_adapter():
            before = adapted.model(input_ids=torch.tensor([ids])).logits[0, -1].log_softmax(-1)
    assert len(first) == 1
    assert reward.tokens[0].after == pytest.approx(float(after[first[0]]), rel=1e-4)
    assert reward.tokens[0].before == pytest.approx(float(before[first[0]]), rel=1e-4)


def test_the_texts_make_up_the_reply_and_the_ending_is_marked(adapted: LoadedModel) -> None:
    tokens = reply_reward(adapted, PROMPT, REPLY, BETA).tokens
    assert "".join(token.text for token in tokens if not token.is_ending) == REPLY
    ending = [token for token in tokens if token.is_ending]
    assert ending[0].text == adapted.tokenizer.eos_token
    assert tokens.index(ending[0]) == len(tokens) - len(ending)
    assert all(token.text for token in tokens)


def test_the_model_comes_back_as_it_was(adapted: LoadedModel) -> None:
    import torch

    modes = [module.training for module in adapted.model.modules()]
    gradients = [parameter.requires_grad for parameter in adapted.model.parameters()]
    torch.manual_seed(3)
    state = torch.get_rng_state()
    reply_reward(adapted, PROMPT, REPLY, BETA)
    assert [module.training for module in adapted.model.modules()] == modes
    assert [parameter.requires_grad for parameter in adapted.model.parameters()] == gradients
    assert torch.equal(torch.get_rng_state(), state)


def test_without_an_adapter_nothing_is_rewarded(tiny_model_folder: Path) -> None:
    from engine.model.load import load_model

    reward = reply_reward(load_model(tiny_model_folder, "cpu", "float32"), PROMPT, REPLY, BETA)
    assert {token.nats for token in reward.tokens} == {0.0}


def test_a_reply_longer_than_the_context_is_cut_and_a_prompt_refused(adapted: LoadedModel) -> None:
    assert reply_reward(adapted, PROMPT, "The cat sits. " * 300, BETA).was_cut
    with pytest.raises(EngineError, match="This reply has no reward"):
        reply_reward(adapted, (Message("user", "Why? " * 2000),), REPLY, BETA)


def test_full_memory_is_told_as_a_sentence(adapted: LoadedModel, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.preference.logprobs import CompletionScorer

    def full(*_: object) -> None:
        raise RuntimeError("DefaultCPUAllocator: can't allocate memory")

    monkeypatch.setattr(CompletionScorer, "token_logps", full)
    with pytest.raises(EngineError, match="memory of cpu is full"):
        reply_reward(adapted, PROMPT, REPLY, BETA)


def test_importing_it_needs_no_torch() -> None:
    program = "import sys, engine.evaluation.reply_reward; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
