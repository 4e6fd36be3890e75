"""A team over torch.distributed: gloo for words and for gradients on the CPU, NCCL for gradients on CUDA."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Generic

import torch
from torch import distributed

from engine.distributed.launch import Launch
from engine.distributed.orders import Disband, Order
from engine.distributed.team import LostProcessError, Result
from engine.errors import EngineError
from engine.model.device import is_out_of_memory

# A process that ends is noticed at once, by its closed connection; these bounds are for one that hangs.
_WORKING = timedelta(minutes=30)  # more than an update's share takes
_WAITING = timedelta(days=1)  # while the leader reads, tokenizes, samples and saves

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
        with _noticing_losses():
            distributed.init_process_group("gloo", rank=launch.rank, world_size=launch.size, timeout=_WORKING)
            self._orders: Any = distributed.new_group(backend="gloo", timeout=_WAITING)
        self._gradients: Any = distributed.group.WORLD
        self._told: Exception | None = None

    def use_device(self, device: str) -> None:
        """Have gradients summed where they are: on CUDA by NCCL."""
        if device.startswith("cuda"):
            torch.cuda.set_device(device)
            self._gradients = distributed.new_group(backend="nccl", timeout=_WORKING)

    def lead(self, order: Order) -> None:
        """Tell the others what all will do next."""
        with _noticing_losses():
            distributed.broadcast_object_list([order], src=0, group=self._orders)

    def next_order(self) -> Order:
        """Wait for what the leading process says."""
        heard: list[Any] = [None]
        with _noticing_losses():
            distributed.broadcast_object_list(heard, src=0, group=self._orders)
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
        with _noticing_losses():
            distributed.all_gather_object(outcomes, mine)
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
        present = torch.tensor([parameter.grad is not None for parameter in listed], dtype=torch.int32)
        with _noticing_losses():
            distributed.all_reduce(present, distributed.ReduceOp.MAX)
        used = [parameter for parameter, is_used in zip(listed, present.tolist(), strict=True) if is_used]
        for bucket in _buckets(used):
            flat = torch.cat([_gradient(parameter).flatten() for parameter in bucket])
            with _noticing_losses():
                distributed.all_reduce(flat, group=self._gradients)
            parts = flat.split([parameter.numel() for parameter in bucket])
            for parameter, part in zip(bucket, parts, strict=True):
                parameter.grad = part.view_as(parameter)

    def leave(self) -> None:
        """End the team's work; the leading process tells the others, unless they are gone already."""
        if self.rank == 0:
            with contextlib.suppress(LostProcessError):
                self.lead(Disband())
        # Let go first: what is freed while the interpreter ends may still have threads, and aborts the process.
        self._orders = self._gradients = None
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


def _gradient(parameter: torch.nn.Parameter) -> torch.Tensor:
    return parameter.grad if parameter.grad is not None else torch.zeros_like(parameter)


def _buckets(parameters: Iterable[torch.nn.Parameter]) -> Iterator[list[torch.nn.Parameter]]:
    """Neighbours of one number format, so that a sum takes few messages and little extra memory."""
    bucket: list[torch.nn.Parameter] = []
    held = 0
    for parameter in parameters:
        size = parameter.numel() * parameter.element_size()
        if bucket and (held + size > _BUCKET_BYTES or parameter.dtype != bucket[0].dtype):
            yield bucket
            bucket, held = [], 0
        bucket.append(parameter)
        held += size
    if bucket:
        yield bucket
