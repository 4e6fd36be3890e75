"""Replies to fixed prompts now and then, so that a person sees what training does before it is over.

The likeliest token is taken each time, so no random number is drawn and training's own numbers stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from engine.chat.generate import ReplyFinished, Sampling, generate_reply
from engine.control import RunControl
from engine.data.preference_pair import PreferencePair
from engine.errors import EngineError
from engine.events import Event, PhaseChanged, PhaseProgress, Sample, SamplesWritten
from engine.model.load import LoadedModel
from engine.plan import TrainingPlan
from engine.storage.run_folder import RunFolder

LONGEST_SAMPLE = 128  # tokens: enough to judge a tone, short enough to wait for


@dataclass(slots=True)
class Sampler:
    """Answers `pairs`' prompts every `every` updates; without pairs it never does. Remembers when it did last."""

    loaded: LoadedModel | None = None
    pairs: Sequence[PreferencePair] = ()
    every: int = 1
    last_step: int = field(default=-1)
    tuned_part: str = "adapter"

    def write_if_due(self, step: int, control: RunControl) -> Iterator[Event]:
        """Answer the prompts when it is time to; a stop ends that without a result."""
        if not self.pairs or self.loaded is None or step % self.every != 0 or step == self.last_step:
            return
        yield PhaseChanged("sampling", "Writing sample replies")
        samples: list[Sample] = []
        for done, pair in enumerate(self.pairs, start=1):
            sample = _answer(self.loaded, pair, control)
            if control.stop_requested:
                return
            samples += [sample] if sample else []
            yield PhaseProgress("sampling", done, len(self.pairs))
        self.last_step = step
        if samples:
            yield SamplesWritten(step, tuple(samples))
        yield PhaseChanged("training", f"Training the {self.tuned_part}")


def sampler_for(plan: TrainingPlan, pairs: Sequence[PreferencePair], loaded: LoadedModel, folder: RunFolder) -> Sampler:
    """The sampler of a run that answers the prompts of these pairs; without any it never answers."""
    written = [line["step"] for line in folder.read_samples()]
    return Sampler(loaded, pairs, plan.sample_every, max(written, default=-1), plan.tuned_part)


def _answer(loaded: LoadedModel, pair: PreferencePair, control: RunControl) -> Sample | None:
    """The model's reply as it is now; None for a prompt that is longer than what it can read."""
    sampling = Sampling(temperature=0.0, max_new_tokens=LONGEST_SAMPLE)
    preferred: list[int] = loaded.tokenizer(pair.chosen_text, add_special_tokens=False)["input_ids"]
    try:
        for event in generate_reply(loaded, pair.prompt, sampling, lambda: control.stop_requested):
            if isinstance(event, ReplyFinished):
                return Sample(
                    prompt=pair.prompt_text,
                    reply=event.text,
                    tokens=event.tokens,
                    is_cut=event.reason in ("length", "context"),
                    preferred=pair.chosen_text,
                    preferred_tokens=min(LONGEST_SAMPLE, len(preferred)),
                )
    except EngineError:
        return None
    return None
