"""AdamW over float32 weights (Loshchilov and Hutter 2019, arXiv 1711.05101), and its state by name."""

from __future__ import annotations

from collections.abc import Mapping

import torch

from engine.errors import EngineError
from engine.plan import TrainingPlan

_MOMENTS = ("exp_avg", "exp_avg_sq")


class AdapterOptimizer:
    """AdamW with gradient clipping; its state can be taken out and put back by parameter name.

    Of weights in another number format it keeps a copy in float32, which is what it changes.
    """

    def __init__(self, parameters: Mapping[str, torch.nn.Parameter], plan: TrainingPlan) -> None:
        self._parameters = parameters
        self._masters = {name: _master(parameter) for name, parameter in parameters.items()}
        self._max_grad_norm = plan.max_grad_norm
        self._adamw = torch.optim.AdamW(
            list(self._masters.values()), lr=plan.learning_rate, weight_decay=plan.weight_decay, foreach=True
        )

    def clip(self) -> torch.Tensor:
        """Shorten the gradient to max_grad_norm (0: leave it) and return its norm before that, a scalar."""
        limit = self._max_grad_norm or float("inf")
        return torch.nn.utils.clip_grad_norm_(list(self._parameters.values()), limit)

    def step(self, learning_rate: float) -> None:
        """One update with this learning rate."""
        for group in self._adamw.param_groups:
            group["lr"] = learning_rate
        for name, parameter in self._parameters.items():
            self._masters[name].grad = parameter.grad
        self._adamw.step()
        self._show_masters()
        self.zero_grad()

    def zero_grad(self) -> None:
        """Forget the gradients."""
        for parameter in (*self._parameters.values(), *self._masters.values()):
            parameter.grad = None

    def weights(self) -> dict[str, torch.Tensor]:
        """The trained weights in float32 on the CPU; there they are the optimizer's own, so write, do not keep them."""
        return {name: master.detach().cpu() for name, master in self._masters.items()}

    def state(self) -> dict[str, torch.Tensor]:
        """Both moments and the update count of every parameter that has been updated, as `weights` are given."""
        tensors: dict[str, torch.Tensor] = {}
        for name, master in self._masters.items():
            state = self._adamw.state.get(master)
            if not state:
                continue
            for moment in _MOMENTS:
                tensors[f"{name}/{moment}"] = state[moment].detach().cpu()
            tensors[f"{name}/step"] = torch.as_tensor(state["step"], dtype=torch.float32).cpu()
        return tensors

    def load(self, weights: Mapping[str, torch.Tensor], state: Mapping[str, torch.Tensor]) -> None:
        """Put weights and state back; raises `EngineError` when they belong to another adapter."""
        self.require_ours(weights)
        with torch.no_grad():
            for name, master in self._masters.items():
                master.copy_(weights[name])
        self._show_masters()
        for name, master in self._masters.items():
            if f"{name}/step" not in state:
                continue
            entry = {moment: state[f"{name}/{moment}"].to(master.device) for moment in _MOMENTS}
            self._adamw.state[master] = {"step": state[f"{name}/step"].clone(), **entry}

    def require_ours(self, weights: Mapping[str, torch.Tensor]) -> None:
        """Raise `EngineError` when weights belong to another adapter."""
        ours = {name: parameter.shape for name, parameter in self._parameters.items()}
        theirs = {name: tensor.shape for name, tensor in weights.items()}
        if ours != theirs:
            strangers = sorted({name for name, _ in ours.items() ^ theirs.items()})
            raise EngineError(
                "The checkpoint holds another adapter than the run's plan asks for.",
                "Put back the [adapter] settings in the run's plan.toml, or start a new run with the changed ones.",
                f"{len(strangers)} weights do not fit, the first is {strangers[0]}",
            )

    def _show_masters(self) -> None:
        """Round the weights to the model's own number format, where that is another one."""
        with torch.no_grad():
            for name, parameter in self._parameters.items():
                if self._masters[name] is not parameter:
                    parameter.copy_(self._masters[name])


def _master(parameter: torch.nn.Parameter) -> torch.nn.Parameter:
    """The weights that AdamW changes: in bfloat16 most corrections would be too small to change anything."""
    return parameter if parameter.dtype == torch.float32 else torch.nn.Parameter(parameter.detach().float())
