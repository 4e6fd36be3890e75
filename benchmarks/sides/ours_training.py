"""Our side of the training benchmark: the first epoch with the reference pass, then another with it cached."""

from __future__ import annotations

import json
import time
from pathlib import Path

from benchmarks.sides.specification import last_quarter, plan_of, specification
from engine.control import RunControl
from engine.events import DataPrepared, RunFailed, StepFinished
from engine.offline import go_offline
from engine.plan import RunPlan


def main() -> None:
    """Run twice in one data folder, and print one line of JSON."""
    go_offline()
    asked = specification()
    plan, scratch = plan_of(asked), Path(asked["scratch"])
    first, losses, peak, pairs = run(plan, scratch / "first")
    cached, _, _, _ = run(plan, scratch / "second")
    figures = {
        "first_epoch": pairs / first,
        "cached": pairs / cached,
        "peak_gib": peak / 2**30,
        "last_loss": last_quarter(losses),
        "utilisation": operations(plan, scratch) / cached / product_peak(plan.model.dtype, plan.model.device),
    }
    print(json.dumps(figures))


def run(plan: RunPlan, folder: Path) -> tuple[float, list[float], int, int]:
    """Seconds from the path's choice to the last update, each update's loss, peak bytes, and how many pairs."""
    from engine.session import run_training

    began = ended = 0.0
    losses: list[float] = []
    peak = pairs = 0
    for event in run_training(plan, folder, RunControl(), home=folder.parent):
        if isinstance(event, DataPrepared):
            began, pairs = time.perf_counter(), event.training_pairs
        elif isinstance(event, StepFinished):
            losses.append(event.metrics.loss)
            peak, ended = event.peak_memory_bytes, time.perf_counter()
        elif isinstance(event, RunFailed):
            raise SystemExit(event.message)
    return ended - began, losses, peak, pairs


def operations(plan: RunPlan, scratch: Path) -> float:
    """Of one epoch with a cached reference: 4 x N x computed tokens, and the output head there and back."""
    from engine.data.reader import read_preferences
    from engine.data.tokenize import TokenizedPair, tokenize_pair
    from engine.model.load import load_model
    from engine.preference.shared_prefix.choice import path_named
    from engine.storage.manifest import read_manifest

    loaded = load_model(Path(plan.model.path), plan.model.device, plan.model.dtype)
    read = read_preferences(Path(plan.data.path)).pairs[: plan.data.max_pairs or None]
    outcomes = [tokenize_pair(loaded.tokenizer, pair, plan.data.max_length) for pair in read]
    pairs = [pair for pair in outcomes if isinstance(pair, TokenizedPair)]
    path = path_named(read_manifest(scratch / "second" / "manifest.json")["path"]["name"])
    assert path is not None
    decoder = loaded.causal_model.get_decoder()
    matrices = sum(p.numel() for name, p in decoder.named_parameters() if p.dim() > 1 and "embed" not in name)
    head = loaded.causal_model.get_output_embeddings().weight.numel()
    scored = sum(len(pair.chosen_ids) + len(pair.rejected_ids) for pair in pairs)
    return 4.0 * (matrices * sum(path.computed_tokens([pair]) for pair in pairs) + head * scored)


def product_peak(dtype: str, device: str) -> float:
    """Operations a second of a square matrix product, the best of several."""
    import torch

    from engine.model.device import synchronize

    side = 2048 if device == "cpu" else 8192
    left, right = (torch.randn(side, side, dtype=getattr(torch, dtype), device=device) for _ in range(2))
    seconds: list[float] = []
    for _ in range(8):
        began = time.perf_counter()
        torch.mm(left, right)
        synchronize(device)
        seconds.append(time.perf_counter() - began)
    return 2.0 * side**3 / min(seconds)


if __name__ == "__main__":
    main()
