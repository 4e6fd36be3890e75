"""A model that is lent comes back as it was, whatever happened meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import torch

from engine.chat.compare import compare_replies
from engine.chat.generate import Sampling, generate_reply
from engine.chat.lend import borrowed
from engine.data.preference_pair import Message
from engine.model.load import LoadedModel
from engine.model.voice import Voice

QUESTION = [Message("user", "Why?")]
SAMPLING = Sampling(max_new_tokens=12)


def never() -> bool:
    return False


def state_of(loaded: LoadedModel) -> list[object]:
    """Everything about a model that chat might disturb."""
    model = loaded.model
    return [
        [module.training for module in model.modules()],
        [parameter.requires_grad for parameter in model.parameters()],
        [getattr(module, "disable_adapters", None) for module in model.modules()],
        [getattr(module, "active_adapters", None) for module in model.modules()],
        torch.get_rng_state().tolist(),
        torch.is_grad_enabled(),
    ]


def one_reply(loaded: LoadedModel) -> Iterator[object]:
    return generate_reply(loaded, QUESTION, SAMPLING, never, voice="original")


def both_replies(loaded: LoadedModel) -> Iterator[object]:
    return compare_replies(loaded, QUESTION, QUESTION, SAMPLING, never)


@pytest.mark.parametrize("job", [one_reply, both_replies])
def test_the_model_is_undisturbed_at_every_event(
    adapted: LoadedModel, job: Callable[[LoadedModel], Iterator[object]]
) -> None:
    before = state_of(adapted)
    for _ in job(adapted):
        assert state_of(adapted) == before


def test_an_adapter_loaded_for_reading_stays_without_gradients(adapted: LoadedModel) -> None:
    adapted.model.requires_grad_(False)
    before = state_of(adapted)
    list(both_replies(adapted))
    assert state_of(adapted) == before


@pytest.mark.parametrize("voice", ["original", "trained"])
def test_an_error_leaves_the_model_undisturbed(adapted: LoadedModel, voice: Voice) -> None:
    before = state_of(adapted)
    with pytest.raises(RuntimeError, match="half way"), borrowed(adapted, voice):
        raise RuntimeError("half way")
    assert state_of(adapted) == before


def test_training_goes_on_with_the_same_gradients(adapted: LoadedModel) -> None:
    def gradients() -> list[torch.Tensor]:
        adapted.model.zero_grad()
        torch.manual_seed(0)  # dropout
        adapted.model(input_ids=torch.arange(12)[None]).logits.square().mean().backward()
        return [parameter.grad.clone() for parameter in adapted.model.parameters() if parameter.grad is not None]

    before = gradients()
    list(both_replies(adapted))
    after = gradients()
    assert before
    assert all(torch.equal(one, other) for one, other in zip(before, after, strict=True))
