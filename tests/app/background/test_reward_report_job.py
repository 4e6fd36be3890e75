"""The report's job with the real engine, against scoring the whole file and picking the held-back rows by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.background.reward_report_job import PairsJudged, ReportWanted, RewardReportJob, RewardsReported
from engine.control import RunControl
from engine.data.reader import read_preferences
from engine.data.split import split_pairs
from engine.errors import EngineError
from engine.model.keeper import ModelKeeper
from engine.plan import DataPlan, ModelPlan, RunPlan, TrainingPlan
from engine.score import PairScored, score_file
from engine.session import run_training


def trained(folder: Path, model: Path, pairs: Path, share: float) -> tuple[Path, RunPlan]:
    plan = RunPlan(
        ModelPlan(str(model), device="cpu", dtype="float32"),
        DataPlan(str(pairs), evaluation_share=share),
        training=TrainingPlan(epochs=1, batch_size=4, learning_rate=1e-2, beta=0.5),
    )
    list(run_training(plan, folder / "run", RunControl(), ModelKeeper()))
    return folder / "run", plan


def test_it_reports_on_just_the_held_back_pairs(tmp_path: Path, tiny_model_folder: Path, tiny_pairs_file: Path) -> None:
    run, plan = trained(tmp_path, tiny_model_folder, tiny_pairs_file, 0.4)
    *progress, reported = RewardReportJob(ReportWanted(run)).events(ModelKeeper())
    assert isinstance(reported, RewardsReported)
    rows = {pair.row for pair in split_pairs(read_preferences(tiny_pairs_file).pairs, 0.4, plan.data.seed)[1]}
    scored = score_file(tiny_pairs_file, tiny_model_folder, run / "adapter", 0.5, "cpu", "float32")
    held_back = [event for event in scored if isinstance(event, PairScored) and event.row in rows]
    assert progress == [PairsJudged(done, len(rows)) for done in range(len(rows) + 1)]
    whole = reported.report.whole
    assert (whole.pairs, reported.beta, reported.file) == (len(rows), 0.5, tiny_pairs_file.name)
    assert whole.accuracy == pytest.approx(sum(event.margin > 0 for event in held_back) / len(rows))
    longer = sum(1.0 if e.tokens_chosen > e.tokens_rejected else 0.5 * (e.tokens_chosen == e.tokens_rejected)
                 for e in held_back)  # fmt: skip
    assert reported.report.longer_wins == pytest.approx(longer / len(rows))


def test_a_run_that_held_nothing_back_says_so(tmp_path: Path, tiny_model_folder: Path, tiny_pairs_file: Path) -> None:
    run, _ = trained(tmp_path, tiny_model_folder, tiny_pairs_file, 0.0)
    with pytest.raises(EngineError, match="held no pairs back"):
        list(RewardReportJob(ReportWanted(run)).events(ModelKeeper()))
