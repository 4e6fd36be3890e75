"""Run by torchrun: `main.py` in which the process RANK is killed in update STEP, `killed.py RANK STEP ARGUMENTS...`."""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

import main
from engine.offline import go_offline


def _die_in(step: int) -> None:
    go_offline()
    from engine.training.update import Learner

    original = Learner.learn

    def learn(learner: Learner, portions: Any, at_step: int) -> Any:
        if at_step == step:
            os.kill(os.getpid(), signal.SIGKILL)
        return original(learner, portions, at_step)

    Learner.learn = learn  # pyright: ignore[reportAttributeAccessIssue]


if __name__ == "__main__":
    if os.environ["RANK"] == sys.argv[1]:
        _die_in(int(sys.argv[2]))
    sys.exit(main.main(sys.argv[3:]))
