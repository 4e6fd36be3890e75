"""Hand on what a run made, whichever it is: an adapter or a whole model."""

from __future__ import annotations

from pathlib import Path

from engine.export.adapter import export_adapter
from engine.export.destination import ExportResult, facts_of_run
from engine.export.model import export_model


def export_result(run_folder: Path, output: Path) -> ExportResult:
    """Export the run's model after full fine-tuning, else its adapter; raises `EngineError` as either does."""
    is_full = facts_of_run(run_folder).plan.training.is_full
    return export_model(run_folder, output) if is_full else export_adapter(run_folder, output)
