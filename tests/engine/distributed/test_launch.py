from __future__ import annotations

import pytest

from engine.distributed.launch import Launch, launch_of
from engine.errors import EngineError

TORCHRUN = {"RANK": "3", "LOCAL_RANK": "1", "WORLD_SIZE": "4", "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": "29500"}


def test_torchruns_variables_say_which_process_this_is() -> None:
    assert launch_of(TORCHRUN) == Launch(rank=3, local_rank=1, size=4)
    assert not Launch(3, 1, 4).leads
    assert Launch(0, 0, 4).leads


def test_without_a_launcher_or_with_one_process_there_is_no_team() -> None:
    assert launch_of({}) is None
    assert launch_of({name: value for name, value in TORCHRUN.items() if name != "MASTER_PORT"}) is None
    assert launch_of({**TORCHRUN, "RANK": "0", "LOCAL_RANK": "0", "WORLD_SIZE": "1"}) is None


def test_how_long_silence_may_last_can_be_set() -> None:
    launch = launch_of({**TORCHRUN, "DPO_STUDIO_LOST_AFTER": "7.5"})
    assert launch is not None
    assert launch.lost_after == 7.5
    for nonsense in ("0", "soon", "inf", "nan"):
        with pytest.raises(EngineError, match="DPO_STUDIO_LOST_AFTER"):
            launch_of({**TORCHRUN, "DPO_STUDIO_LOST_AFTER": nonsense})


@pytest.mark.parametrize("changes", [{"RANK": "4"}, {"RANK": "x"}, {"LOCAL_RANK": "7"}, {"WORLD_SIZE": "0"}])
def test_an_environment_that_contradicts_itself_is_refused(changes: dict[str, str]) -> None:
    with pytest.raises(EngineError, match="describes no process"):
        launch_of({**TORCHRUN, **changes})
