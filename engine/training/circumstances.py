"""On what a run computes, as its manifest keeps it: versions, device, number format, threads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch

from engine.model.device import choose_device
from engine.plan import RunPlan
from engine.storage.manifest import versions


def circumstances(plan: RunPlan) -> dict[str, Any]:
    """The manifest's entries for a settled plan, on this machine and in this thread."""
    device = choose_device(plan.model.device)
    return {
        "versions": versions(),
        "device": device.name,
        "device_label": device.label,
        "dtype": plan.model.dtype,
        "threads": torch.get_num_threads(),
    }


def threads_to_go_on_with(plan: RunPlan, manifest: Mapping[str, Any]) -> int:
    """The run's own number of threads on the device it began on; another device goes on with what suits it."""
    device = choose_device(plan.model.device)
    is_same_device = (manifest.get("device"), manifest.get("device_label")) == (device.name, device.label)
    recorded = manifest.get("threads")
    return recorded if is_same_device and isinstance(recorded, int) and recorded > 0 else torch.get_num_threads()
