"""Run by torchrun: `main.py` in which a process gets a signal in an update: `killed.py KILL RANK STEP ARGUMENTS...`.

One that gets STOP is killed some time later, since the launcher would wait half a minute for it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import Any

import main
from engine.offline import go_offline


def _get_in(step: int, name: str) -> None:
    go_offline()
    from engine.training.update import Learner

    original = Learner.learn

    def learn(learner: Learner, portions: Any, at_step: int, mismatched: Any = ()) -> Any:
        if at_step == step:
            if name == "STOP":
                subprocess.Popen(["/bin/sh", "-c", f"sleep 15; kill -KILL {os.getpid()}"])
            os.kill(os.getpid(), signal.Signals[f"SIG{name}"])
        return original(learner, portions, at_step, mismatched)

    Learner.learn = learn  # pyright: ignore[reportAttributeAccessIssue]


if __name__ == "__main__":
    if os.environ["RANK"] == sys.argv[2]:
        _get_in(int(sys.argv[3]), sys.argv[1])
    sys.exit(main.main(sys.argv[4:]))
