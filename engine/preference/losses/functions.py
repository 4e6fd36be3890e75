"""The catalogue's functions: log-probabilities of a step and options in, a value for each pair out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import torch

from engine.preference.losses.aot import aot_loss, aot_unpaired_loss
from engine.preference.losses.apo import apo_down_loss, apo_zero_loss
from engine.preference.losses.bco import bco_pair_loss
from engine.preference.losses.cpo import cpo_loss
from engine.preference.losses.discopop import discopop_loss
from engine.preference.losses.exo import exo_pair_loss
from engine.preference.losses.hinge import hinge_loss
from engine.preference.losses.ipo import ipo_loss
from engine.preference.losses.kto import kto_step_loss
from engine.preference.losses.nca import nca_pair_loss
from engine.preference.losses.options import LossOptions
from engine.preference.losses.orpo import orpo_loss
from engine.preference.losses.robust import robust_loss
from engine.preference.losses.sft import sft_loss
from engine.preference.losses.sigmoid import sigmoid_loss, sigmoid_norm_loss
from engine.preference.losses.simpo import simpo_loss
from engine.preference.losses.sppo import sppo_hard_loss
from engine.preference.losses.step_logps import StepLogps

LossFunction = Callable[[StepLogps, LossOptions], torch.Tensor]

FUNCTIONS: Mapping[str, LossFunction] = MappingProxyType(
    {
        "sigmoid": sigmoid_loss,
        "hinge": hinge_loss,
        "ipo": ipo_loss,
        "exo_pair": exo_pair_loss,
        "nca_pair": nca_pair_loss,
        "robust": robust_loss,
        "bco_pair": bco_pair_loss,
        "sppo_hard": sppo_hard_loss,
        "aot": aot_loss,
        "aot_unpaired": aot_unpaired_loss,
        "apo_zero": apo_zero_loss,
        "apo_down": apo_down_loss,
        "discopop": discopop_loss,
        "sft": sft_loss,
        "sigmoid_norm": sigmoid_norm_loss,
        "simpo": simpo_loss,
        "cpo": cpo_loss,
        "orpo": orpo_loss,
        "kto": kto_step_loss,
    }
)
