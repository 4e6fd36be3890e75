"""A team over torch.distributed: gloo for words and for gradients on the CPU, NCCL for gradients on CUDA."""

from __future__ import annotations

import contextlib
import gc
import queue
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Generic

import torch
from torch import distributed

from engine.distributed.launch import LOST_AFTER, Launch
from engine.distributed.orders import Disband, Order
from engine.distributed.signs_of_life import SignsOfLife
from engine.distributed.team import LostProcessError, Result
from engine.errors import EngineError
from engine.model.device import is_out_of_memory

# A process that ends is noticed at once, by its closed connection, and one that is stopped by its signs of life. A back
# end's own bound is for neither: others wait for as long as the leader reads, or anybody computes.
_BOUND = timedelta(days=7)

_BUCKET_BYTES = 64 * 2**20


@dataclass(frozen=True, slots=True)
class _Done(Generic[Result]):
    value: Result


@dataclass(frozen=True, slots=True)
class _Failed:
    rank: int
    message: str
    hint: str
    is_out_of_memory: bool


class ProcessGroup:
    """The team of this process and all others that `torchrun` started with it."""

    def __init__(self, launch: Launch) -> None:
        self.rank = launch.rank
        self.size = launch.size
        self.local_rank = launch.local_rank
        self._lost_after = timedelta(seconds=launch.lost_after)
        with _noticing_losses():
            store: Any = next(distributed.rendezvous("env://", launch.rank, launch.size))[0]
            own = store.clone()
            own.set_timeout(self._lost_after)
            self._signs = SignsOfLife(own, launch.rank, launch.size, launch.lost_after)
            distributed.init_process_group(
                "gloo", store=store, timeout=_BOUND, world_size=launch.size, rank=launch.rank
            )
        self._gradients: Any = distributed.group.WORLD
        self._told: Exception | None = None
        self._is_whole = True

    def use_device(self, device: str) -> None:
        """Have gradients summed where they are: on CUDA by NCCL."""
        if device.startswith("cuda"):
            torch.cuda.set_device(device)
            # All have just met when they sum, so what takes longer than this hangs.
            self._gradients = distributed.new_group(backend="nccl", timeout=self._lost_after)

    def lead(self, order: Order) -> None:
        """Tell the others what all will do next."""
        self._do_together(lambda: distributed.broadcast_object_list([order], src=0))

    def next_order(self) -> Order:
        """Wait for what the leading process says."""
        heard: list[Any] = [None]
        self._do_together(lambda: distributed.broadcast_object_list(heard, src=0))
        return heard[0]

    def together(self, work: Callable[[], Result]) -> list[Result]:
        """Do this process's part, and return everybody's results by rank; raises where anybody failed."""
        mine: _Done[Result] | _Failed
        error: Exception | None = None
        try:
            mine = _Done(work())
        except LostProcessError:
            raise
        except Exception as caught:  # noqa: BLE001  # the others must not wait for what will never come
            error, mine = caught, _failure(self.rank, caught)
        outcomes: list[Any] = [None] * self.size
        self._do_together(lambda: distributed.all_gather_object(outcomes, mine))
        failures = [outcome for outcome in outcomes if isinstance(outcome, _Failed)]
        if failures:
            self._told = error or _as_error(failures[0])
            raise self._told
        return [outcome.value for outcome in outcomes]

    def everybody_knows(self, error: Exception) -> bool:
        """Whether an error was raised by `together`, so that all processes had one at the same place."""
        return error is self._told

    def sum_gradients(self, parameters: Iterable[torch.nn.Parameter]) -> None:
        """Let every process have the sum of all processes' `.grad`; a process without work counts as zeros.

        What no process has a gradient of keeps none, so that the optimizer leaves it alone as one process would.
        """
        listed = list(parameters)
        has_gradient = [parameter.grad is not None for parameter in listed]
        by_process = self.together(lambda: has_gradient)
        used = [parameter for parameter, *having in zip(listed, *by_process, strict=True) if any(having)]
        room: dict[torch.dtype, torch.Tensor] = {}

        # Memory is taken where all hear of it when one has none: nobody waits for a sum that will never come.
        def make_room() -> None:
            for parameter in used:
                if parameter.grad is None:
                    parameter.grad = torch.zeros_like(parameter, dtype=parameter.grad_dtype)
            for bucket in _buckets(_gradients(used)):
                if len(bucket) > 1 and bucket[0].dtype not in room:
                    room[bucket[0].dtype] = bucket[0].new_empty(_BUCKET_BYTES // bucket[0].element_size())

        self.together(make_room)
        for bucket in _buckets(_gradients(used)):
            self._sum(bucket, room)

    def _sum(self, bucket: list[torch.Tensor], room: dict[torch.dtype, torch.Tensor]) -> None:
        if len(bucket) == 1 and bucket[0].is_contiguous():
            self._all_reduce(bucket[0])
            return
        sizes = [gradient.numel() for gradient in bucket]
        flat = room[bucket[0].dtype][: sum(sizes)]
        torch.cat([gradient.flatten() for gradient in bucket], out=flat)
        self._all_reduce(flat)
        for gradient, part in zip(bucket, flat.split(sizes), strict=True):
            gradient.copy_(part.view_as(gradient))

    def _all_reduce(self, numbers: torch.Tensor) -> None:
        if numbers.is_cuda:  # NCCL answers at once, and has a watch of its own
            distributed.all_reduce(numbers, group=self._gradients)
        else:
            self._do_together(lambda: distributed.all_reduce(numbers, group=self._gradients))

    def _do_together(self, collective: Callable[[], object]) -> None:
        """Let the back end wait in a thread, so that a process that gives no sign of life is noticed meanwhile."""
        outcome: queue.SimpleQueue[Exception | None] = queue.SimpleQueue()

        def carry_out() -> None:
            try:
                collective()
            except Exception as error:  # noqa: BLE001  # it is raised again by who waits
                outcome.put(error)
            else:
                outcome.put(None)

        # It may wait for ever for a process that is stopped, and must not keep this one from ending.
        threading.Thread(target=carry_out, daemon=True).start()
        try:
            with _noticing_losses():
                while True:
                    try:
                        error = outcome.get(timeout=self._signs.every)
                        break
                    except queue.Empty:
                        self._require_signs()
                if error is not None:
                    raise error
        except LostProcessError:
            self._is_whole = False
            raise

    def _require_signs(self) -> None:
        silent = self._signs.silent()
        if silent is not None:
            seconds = self._lost_after.total_seconds()
            raise LostProcessError(
                f"Process {silent} of those that train together was lost: for {seconds:g} s it has given no sign of "
                "life, so the others end.",
                f"It may be stopped, or its machine is; {LOST_AFTER} sets how many seconds are waited.",
            )

    def leave(self) -> None:
        """End the team's work; the leading process tells the others, unless they are gone already."""
        if self.rank == 0 and self._is_whole:
            with contextlib.suppress(LostProcessError):
                self.lead(Disband())
        self._signs.end()
        # Let go first: what is freed while the interpreter ends may still have threads, and aborts the process.
        self._gradients = None
        with contextlib.suppress(RuntimeError):
            distributed.destroy_process_group()
        gc.collect()


@contextlib.contextmanager
def joined(launch: Launch) -> Generator[ProcessGroup]:
    """The team of a launched process for as long as the block runs; raises `LostProcessError` when it does not meet."""
    if not distributed.is_available():
        raise EngineError(
            "This build of PyTorch cannot train with several processes: it has no torch.distributed.",
            "Install another build of PyTorch, or train with one process: python main.py train PLAN.toml.",
        )
    group = ProcessGroup(launch)
    try:
        yield group
    finally:
        group.leave()


@contextlib.contextmanager
def _noticing_losses() -> Generator[None]:
    """Whatever the back ends say of a connection that failed, in our words."""
    try:
        yield
    except RuntimeError as error:
        raise LostProcessError(
            "One of the processes that train together was lost: it ended or no longer answers, so the others end, too.",
            "The lines above may say why; often the system had no memory left for it.",
            repr(error),
        ) from error


def _failure(rank: int, error: Exception) -> _Failed:
    if isinstance(error, EngineError):
        return _Failed(rank, error.message, error.hint, is_out_of_memory=False)
    return _Failed(rank, f"{type(error).__name__}: {error}", "", is_out_of_memory(error))


def _as_error(failure: _Failed) -> Exception:
    if failure.is_out_of_memory:
        return MemoryError(f"process {failure.rank} ran out of memory")
    return EngineError(f"Process {failure.rank} of the run failed. {failure.message}", failure.hint)


def _gradients(parameters: Iterable[torch.nn.Parameter]) -> Iterator[torch.Tensor]:
    return (parameter.grad for parameter in parameters if parameter.grad is not None)


def _buckets(gradients: Iterable[torch.Tensor]) -> Iterator[list[torch.Tensor]]:
    """Neighbours of one number format, so that a sum takes few messages and little extra memory."""
    bucket: list[torch.Tensor] = []
    held = 0
    for gradient in gradients:
        size = gradient.numel() * gradient.element_size()
        if bucket and (held + size > _BUCKET_BYTES or gradient.dtype != bucket[0].dtype):
            yield bucket
            bucket, held = [], 0
        bucket.append(gradient)
        held += size
    if bucket:
        yield bucket
