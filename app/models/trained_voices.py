"""What a project trained that can answer in Compare: an adapter or model for each run, and the checkpoints of each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.language.translate import tr
from engine.errors import EngineError
from engine.model.checkpoint_voice import voice_of_checkpoint
from engine.plan_file import read_plan
from engine.storage.run_folder import RunFolder


@dataclass(frozen=True, slots=True)
class TrainedVoice:
    """An adapter of a run, at one of its checkpoints where `step` is given (0: as the warm-up left it).

    `model` is what it was trained on. After full fine-tuning `adapter` is the folder of a whole model.
    """

    adapter: Path
    run: Path
    model: Path
    beta: float
    step: int | None = None

    @property
    def name(self) -> str:
        """The run's name without the time in front, and the step."""
        name = self.run.name.split("-", 2)[-1]
        if self.step == 0:
            return tr("{name}, warmed up", name=name)
        return name if self.step is None else tr("{name}, step {step:,}", name=name, step=self.step)


def trained_voices(runs_folder: Path) -> tuple[TrainedVoice, ...]:
    """Newest run first, the checkpoints of a run from the last to the first. What cannot be read is left out."""
    voices: list[TrainedVoice] = []
    for folder in sorted((path for path in runs_folder.glob("*") if path.is_dir()), reverse=True):
        run = RunFolder(folder)
        try:
            plan = read_plan(run.plan_path)
            checkpoints = sorted(run.checkpoints.glob("step-*"), reverse=True)
        except (EngineError, OSError):
            continue
        model, beta = Path(plan.model.path), plan.training.beta
        if (result := run.result) is not None:
            voices.append(TrainedVoice(result, folder, model, beta))
        if any(run.warmed_up.glob("*.safetensors")):
            voices.append(TrainedVoice(run.warmed_up, folder, model, beta, 0))
        for checkpoint in checkpoints:
            number = checkpoint.name.removeprefix("step-")
            voice = voice_of_checkpoint(checkpoint) if number.isdecimal() else None
            if voice is not None:
                voices.append(TrainedVoice(voice, folder, model, beta, int(number)))
    return tuple(voices)
