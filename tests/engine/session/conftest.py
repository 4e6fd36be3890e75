from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from engine.plan import RunPlan


@pytest.fixture
def plan(tiny_model_folder: Path, tmp_path: Path) -> RunPlan:
    """Two epochs of four updates on pairs of its own."""
    # Not above: pytest imports this file before it lets anybody switch the libraries offline.
    from tests.engine.tiny_runs import tiny_plan, write_pairs

    return tiny_plan(tiny_model_folder, write_pairs(tmp_path / "pairs.jsonl"))
