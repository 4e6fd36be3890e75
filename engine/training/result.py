"""What a run leaves behind: the adapter, or after full fine-tuning the whole model."""

from __future__ import annotations

from pathlib import Path

from engine.export.model_folder import save_whole_model
from engine.model.adapter import save_adapter
from engine.model.load import LoadedModel
from engine.plan import RunPlan
from engine.storage.run_folder import RunFolder


def save_result(loaded: LoadedModel, plan: RunPlan, folder: RunFolder) -> None:
    """Write the trained weights as they are now into the run's folder, in place of those that are there."""
    save_weights(loaded, plan, folder.model if plan.training.is_full else folder.adapter)


def save_weights(loaded: LoadedModel, plan: RunPlan, place: Path) -> None:
    """Write them as the adapter or model in a folder of their own."""
    beta = plan.training.beta
    if plan.training.is_full:
        save_whole_model(loaded.model, place, Path(plan.model.path), beta, loaded.base, loaded.chat_template)
    else:
        save_adapter(loaded.model, place, beta, loaded.base, loaded.chat_template)
