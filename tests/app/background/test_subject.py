"""Two who were chosen answer with one copy of the weights, a checkpoint among them, and one of them is the judge."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.background.jobs import ChatJob, ReplyScored, ReplyToScore, RewardJob
from app.background.subject import ChatSubject
from app.models.trained_voices import trained_voices
from engine.chat.generate import ReplyFinished, Sampling, generate_reply
from engine.data.preference_pair import Message
from engine.evaluation.reply_reward import reply_reward
from engine.model.keeper import ModelKeeper
from engine.model.load import load_model
from engine.model.voice import voices_of
from tests.engine.tiny_runs import finished, tiny_plan, train, write_pairs

_QUESTION = (Message("user", "why is the dog red?"),)
_SAMPLING = Sampling(temperature=0.0, max_new_tokens=12)


def test_a_checkpoint_and_its_run_answer_each_as_it_would_alone(tiny_model_folder: Path, tmp_path: Path) -> None:
    run = tmp_path / "runs" / "20260101-000000-tiny"
    finished(train(tiny_plan(tiny_model_folder, write_pairs(tmp_path / "pairs.jsonl"), learning_rate=5e-2), run))
    whole, *checkpoints = trained_voices(run.parent)
    first = checkpoints[-1]
    assert (whole.step, first.name) == (None, "tiny, step 3")
    adapter, beside, voices = voices_of(first.adapter, whole.adapter)
    subject = ChatSubject(tiny_model_folder, adapter, "cpu", "float32", beside=beside, voices=voices)
    keeper = ModelKeeper()
    events = list(ChatJob(subject, _QUESTION, _QUESTION, _SAMPLING).events(keeper))
    said = {event.side: event.text for event in events if isinstance(event, ReplyFinished)}
    for side, voice in (("before", first), ("after", whole)):
        alone = load_model(tiny_model_folder, "cpu", "float32", voice.adapter)
        *_, end = generate_reply(alone, _QUESTION, _SAMPLING, lambda: False)
        assert isinstance(end, ReplyFinished)
        assert said[side] == end.text
    # The reward is the right one's, also for the left one's words.
    reply = ReplyToScore("before", _QUESTION, "the dog is red.")
    (scored,) = RewardJob(subject, [reply], whole.beta).events(keeper)
    assert isinstance(scored, ReplyScored)
    rewards = [
        reply_reward(load_model(tiny_model_folder, "cpu", "float32", voice.adapter), _QUESTION, reply.text, 0.1).reward
        for voice in (whole, first)
    ]
    assert scored.reward.reward == pytest.approx(rewards[0], abs=1e-5)
    assert rewards[0] != pytest.approx(rewards[1], abs=1e-3)
