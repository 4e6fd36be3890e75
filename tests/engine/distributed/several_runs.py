"""Run by torchrun: trains plan files one after another with all processes, `several_runs.py OUTPUT PLAN...`.

With beta 0.3 the second process runs out of memory once, in the second update. A plan called `refused` must be.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from engine.offline import go_offline


def main(output: Path, plans: list[Path]) -> None:
    """Lead or help, as the launcher says."""
    go_offline()
    from engine.distributed.helper import help_training
    from engine.distributed.launch import launch_of
    from engine.distributed.process_group import joined

    launch = launch_of(os.environ)
    assert launch is not None
    with joined(launch) as group:
        if launch.leads:
            _lead(group, output, plans)
        else:
            _fail_once()
            help_training(group)


def _lead(group: Any, output: Path, plans: list[Path]) -> None:
    from engine.control import RunControl
    from engine.events import RunFailed, RunFinished
    from engine.plan_file import read_plan
    from engine.session import run_training

    for path in plans:
        events = list(run_training(read_plan(path), output / path.stem, RunControl(), team=group))
        assert isinstance(events[-1], RunFailed if path.stem == "refused" else RunFinished), events[-1]


def _fail_once() -> None:
    from engine.preference.logprobs import CompletionScorer
    from engine.training.update import Learner

    learn, lay_out = Learner.learn, CompletionScorer.lay_out
    to_come, now = [True], list[bool]()

    def learning(learner: Learner, portions: Any, step: int) -> Any:
        if learner.objective.options.beta == 0.3 and step == 2 and to_come:
            now.append(to_come.pop())
        return learn(learner, portions, step)

    def laying_out(scorer: CompletionScorer, micro_batch: Any, device: str) -> Any:
        if now and now.pop():
            raise MemoryError
        return lay_out(scorer, micro_batch, device)

    Learner.learn = learning  # pyright: ignore[reportAttributeAccessIssue]
    CompletionScorer.lay_out = laying_out  # pyright: ignore[reportAttributeAccessIssue]


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(argument) for argument in sys.argv[2:]])
