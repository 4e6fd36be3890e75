"""The Runs page over a project with a few runs of a fake engine, and a bin of the test's own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.pages.runs.page import RunsPage
from engine.plan import DataPlan, ModelPlan, RunPlan
from engine.storage.manifest import update_manifest
from engine.storage.run_remarks import RunRemarks, write_remarks
from tests.app.pages.conftest import Studio
from tests.app.run_folders import fill_checkpoint, write_run

ENDS = {
    "20260101-100000-gentle-01": "finished",
    "20260102-100000-balanced-02": "stopped",
    "20260103-100000-strong-03": "failed",
}


@pytest.fixture
def page(studio: Studio, tmp_path: Path, tiny_model_folder: Path, monkeypatch: pytest.MonkeyPatch) -> RunsPage:
    """Newest first: strong-03 failed, balanced-02 was stopped and can be resumed, gentle-01 is finished."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    plan = RunPlan(ModelPlan(str(tiny_model_folder)), DataPlan(str(studio.pairs)))
    for number, (name, state) in enumerate(ENDS.items(), start=1):
        training = replace(plan.training, beta=number / 10, learning_rate=number * 1e-5)
        folder = studio.session.project.runs_folder / name
        run = write_run(folder, state, plan=replace(plan, training=training))
        fill_checkpoint(run)
        update_manifest(run.manifest_path, {"error": {"message": "Out of room.", "hint": ""}} if number == 3 else {})
        write_remarks(folder, RunRemarks(tags=("brief",) if number == 1 else ()))
    page = RunsPage(studio.theme, studio.session)
    studio.show(page)
    studio.qtbot.waitUntil(lambda: page.table.rowCount() == 3 and studio.session.history.is_read)
    return page
