from __future__ import annotations

import struct
from pathlib import Path

import pytest

from engine.errors import EngineError
from engine.export.tensorboard import crc32c, events_of_run, record, tagged, write_event_files
from engine.storage.manifest import update_manifest
from engine.storage.run_folder import RunFolder
from tests.app.run_folders import write_run


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    run = write_run(tmp_path / "20260101-100000-one", "finished")
    update_manifest(run.manifest_path, {"created": "2026-01-01T10:00:00+00:00"})
    return run


@pytest.mark.parametrize(
    "data, expected",
    [
        (bytes(32), 0x8A9136AA),
        (b"\xff" * 32, 0x62A8AB43),
        (bytes(range(32)), 0x46DD794E),
        (bytes(reversed(range(32))), 0x113FDB5C),
    ],
)
def test_the_examples_of_rfc_3720(data: bytes, expected: int) -> None:
    assert crc32c(data) == expected


def test_a_record_as_tensorboardx_writes_it(tmp_path: Path) -> None:
    # Event(wall_time=5.5, step=300, train/loss 0.25), serialized and written by tensorboardX 2.6.5.
    data = bytes.fromhex("09000000000000164010ac022a130a110a0a747261696e2f6c6f7373150000803e")
    written = "2100000000000000017becf6" + data.hex() + "97b5e10b"
    assert record(data).hex() == written
    run = RunFolder(tmp_path)
    run.append_metrics({"step": 300, "loss": 0.25, "seconds": 1.5})
    assert list(events_of_run(run, 4.0))[1] == data


def test_tags_are_those_of_transformers() -> None:
    line = {"step": 5, "total_steps": 9, "seconds": 2.0, "loss": 0.5, "rewards/margins": 1, "note": "no number"}
    assert tagged(line) == {"train/loss": 0.5, "train/rewards/margins": 1.0}
    assert tagged({"step": 5, "eval_loss": 0.4, "eval_rewards/margins": 2.0}) == {
        "eval/loss": 0.4,
        "eval/rewards/margins": 2.0,
    }


def test_every_line_becomes_an_event_in_a_folder_of_the_run_s_own(run: RunFolder, tmp_path: Path) -> None:
    (file,) = write_event_files([run.path], tmp_path / "events")
    assert file == tmp_path / "events" / run.path.name / "events.out.tfevents.1767261600.dpo-studio"
    data, lengths = file.read_bytes(), []
    while data:
        (length,) = struct.unpack("<Q", data[:8])
        assert record(data[12 : 12 + length]) == data[: length + 16]
        lengths.append(length)
        data = data[length + 16 :]
    assert len(lengths) == 1 + 6 + 1  # the version, six updates, one evaluation
    with pytest.raises(EngineError, match="nothing is overwritten"):
        write_event_files([run.path], tmp_path / "events")


def test_runs_of_the_same_name_do_not_share_a_folder(tmp_path: Path) -> None:
    homes = [tmp_path / place / "beta-0.1" for place in ("sweep-a", "sweep-b")]
    runs = [write_run(path, "finished").path for path in homes]
    alone = write_run(tmp_path / "alone", "finished").path
    files = write_event_files([*runs, alone], tmp_path / "events")
    assert [file.parent.name for file in files] == ["sweep-a-beta-0.1", "sweep-b-beta-0.1", "alone"]


def test_nothing_is_written_when_one_of_the_folders_is_taken(run: RunFolder, tmp_path: Path) -> None:
    other = write_run(tmp_path / "other", "finished").path
    write_event_files([run.path], tmp_path / "events")
    with pytest.raises(EngineError, match="nothing is overwritten"):
        write_event_files([other, run.path], tmp_path / "events")
    assert not (tmp_path / "events" / "other").exists()


def test_tensorboard_itself_reads_them(run: RunFolder, tmp_path: Path) -> None:
    accumulator = pytest.importorskip("tensorboard.backend.event_processing.event_accumulator")
    (file,) = write_event_files([run.path], tmp_path / "events")
    events = accumulator.EventAccumulator(str(file.parent))
    events.Reload()
    margins = events.Scalars("train/rewards/margins")
    assert [scalar.step for scalar in margins] == [1, 2, 3, 4, 5, 6]
    assert margins[-1].value == pytest.approx(0.72)
    assert [scalar.step for scalar in events.Scalars("eval/loss")] == [4]
