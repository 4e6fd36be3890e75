"""Run by torchrun: trains plan files one after another with all processes, `several_runs.py OUTPUT PLAN...`.

With beta 0.3 the second process runs out of memory once, in the second update; with beta 0.35 it has no memory for
adding that update's gradients up. A plan called `refused` must be.
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
    from engine.distributed import process_group
    from engine.preference.logprobs import CompletionScorer
    from engine.training.update import Learner

    learn, lay_out, buckets = Learner.learn, CompletionScorer.lay_out, process_group._buckets  # pyright: ignore[reportPrivateUsage]
    to_come, now, at_the_sum = {0.3, 0.35}, list[bool](), list[bool]()

    def learning(learner: Learner, portions: Any, step: int, mismatched: Any = ()) -> Any:
        beta = learner.objective.options.beta
        if step == 2 and beta in to_come:
            to_come.remove(beta)
            (now if beta == 0.3 else at_the_sum).append(True)
        return learn(learner, portions, step, mismatched)

    def making_room(gradients: Any) -> Any:
        if at_the_sum and at_the_sum.pop():
            raise MemoryError
        return buckets(gradients)

    def laying_out(scorer: CompletionScorer, micro_batch: Any, device: str) -> Any:
        if now and now.pop():
            raise MemoryError
        return lay_out(scorer, micro_batch, device)

    process_group._buckets = making_room  # pyright: ignore[reportPrivateUsage]
    Learner.learn = learning  # pyright: ignore[reportAttributeAccessIssue]
    CompletionScorer.lay_out = laying_out  # pyright: ignore[reportAttributeAccessIssue]


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(argument) for argument in sys.argv[2:]])
