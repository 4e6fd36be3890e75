"""A process that helps: it computes its share of what the leading one orders, and writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch

from engine.distributed.beginning import for_this_process, load_together, require_same_start
from engine.distributed.orders import (
    AccumulateGradients,
    Assemble,
    BeginTraining,
    Disband,
    Imitate,
    LoadModel,
    MakeStep,
    Order,
    PrepareOptimizer,
    ScoreHeldBack,
    ScoreReference,
    TakeWeights,
)
from engine.distributed.process_group import ProcessGroup
from engine.distributed.team import LostProcessError
from engine.errors import EngineError
from engine.model.adapter import trainable_parameters
from engine.model.device import computing_threads, release_device_memory
from engine.model.load import LoadedModel, load_model
from engine.plan import RunPlan
from engine.preference.logprobs import CompletionScorer
from engine.preference.losses.objective import Objective
from engine.preference.path import Path as ForwardPath
from engine.preference.recomputed_path import path_of
from engine.preference.reference import score_together
from engine.preference.shared_prefix.choice import path_named
from engine.storage.checkpoint import resumable_steps
from engine.storage.run_folder import RunFolder
from engine.training.assembly import attach
from engine.training.imitation import imitate_together
from engine.training.optimizer import AdapterOptimizer
from engine.training.update import Learner


def help_training(group: ProcessGroup) -> None:
    """Follow orders until there are no more. Raises `LostProcessError` when the team falls apart."""
    helper = Helper(group)
    try:
        while not isinstance(order := group.next_order(), Disband):
            with computing_threads(helper.threads):
                helper.follow(order)
    except LostProcessError as error:
        raise LostProcessError(error.message, f"{error.hint} {what_is_left(helper.folder)}", error.details) from error


def what_is_left(folder: str) -> str:
    """What a run can go on from, in sentences, as far as a process that only helps can see; `folder` is the run's."""
    if not folder:
        return "The run had not begun, so start it anew."
    checkpoints, go_on = RunFolder(Path(folder)).checkpoints, f"Go on with: resume {folder}"
    if not Path(folder).is_dir():
        return f"What was saved is on the first process's machine. {go_on}"
    if saved := resumable_steps(checkpoints):
        return f"Saved is all up to update {saved[-1]:,}, in {checkpoints / f'step-{saved[-1]:06d}'}. {go_on}"
    return (
        f"No update was saved yet, so the run will begin with its first, unless the first process still saves. {go_on}"
    )


@dataclass(frozen=True, slots=True)
class _Assembled:
    learner: Learner
    optimizer: AdapterOptimizer | None = None


class Helper:
    """Holds the model, the adapter and the optimizer that the leading process holds, too."""

    def __init__(self, group: ProcessGroup) -> None:
        self.folder = ""
        self.threads = torch.get_num_threads()
        self._group = group
        self._plan: RunPlan | None = None
        self._loaded: LoadedModel | None = None
        self._assembled: _Assembled | None = None

    def follow(self, order: Order) -> None:
        """Carry out one order; where the whole team failed, the leading process decides how it goes on."""
        try:
            self._carry_out(order)
        except Exception as error:
            if not self._group.everybody_knows(error):
                raise
        else:
            return
        # Only here, where the error no longer holds what was computed.
        if self._assembled is not None:
            self._assembled.learner.forget_gradients()
            release_device_memory(self._assembled.learner.loaded.device)

    def _carry_out(self, order: Order) -> None:
        match order:
            case LoadModel():
                self._load(order)
            case Assemble():
                self._group.together(lambda: self._assemble(order))
            case ScoreReference():
                learner = self._run.learner
                score_together(learner.loaded, learner.scorer, order.micro_batches, self._group)
            case ScoreHeldBack():
                self._run.learner.score_together(order.portions)
            case AccumulateGradients():
                self._run.learner.forget_gradients()
                with torch.enable_grad():
                    self._run.learner.learn(order.portions, order.step, order.mismatched)
            case Imitate():
                learner = self._run.learner
                imitate_together(learner.loaded, learner.scorer, order, learner.seed, self._group)
            case BeginTraining():
                if self._run.learner.loaded.turns is not None:
                    self._run.learner.loaded.turns.begin_training()
            case PrepareOptimizer():
                self._prepare_optimizer(order)
            case MakeStep():
                self._optimizer.clip()
                self._optimizer.step(order.learning_rate)
            case TakeWeights():
                self._optimizer.load(order.weights, order.state)
            case Disband():
                pass

    def _load(self, order: LoadModel) -> None:
        self._loaded = self._assembled = None
        self._plan = for_this_process(order.plan, self._group.local_rank)
        self.folder, self.threads = order.folder, order.threads
        model, folder = self._plan.model, Path(self._plan.model.path)

        def load() -> LoadedModel:
            return load_model(
                folder,
                model.device,
                model.dtype,
                chat_template=model.chat_template,
                load_in_4bit=model.load_in_4bit,
            )

        self._loaded = load_together(self._group, folder, load)
        self._group.use_device(model.device)

    def _assemble(self, order: Assemble) -> None:
        plan, loaded = self._plan, self._loaded
        if plan is None or loaded is None:
            raise ValueError("a model comes first")
        folder = RunFolder(Path(self.folder))
        require_same_start(folder, order.start_hash)
        loaded.detach_adapter()
        attach(loaded, plan, folder)
        path = path_of(_path_named(order.path), loaded, gradient_checkpointing=order.gradient_checkpointing)
        scorer = CompletionScorer.of(loaded.causal_model, path)
        objective = Objective.of(plan.training.loss)
        self._assembled = _Assembled(Learner(loaded, scorer, objective, plan.training.seed, team=self._group))

    def _prepare_optimizer(self, order: PrepareOptimizer) -> None:
        learner = self._run.learner
        optimizer = AdapterOptimizer(trainable_parameters(learner.loaded.model), order.plan)
        if order.weights:
            optimizer.load(order.weights, {})
        self._assembled = _Assembled(learner, optimizer)

    @property
    def _optimizer(self) -> AdapterOptimizer:
        if self._run.optimizer is None:
            raise ValueError("an optimizer comes first")
        return self._run.optimizer

    @property
    def _run(self) -> _Assembled:
        if self._assembled is None:
            raise ValueError("a run comes first")
        return self._assembled


def _path_named(name: str) -> ForwardPath:
    path = path_named(name)
    if path is None:
        raise EngineError(
            "This process has another version of the program than the leading one.",
            "Install the same version on every machine.",
            f"no path {name!r}",
        )
    return path
