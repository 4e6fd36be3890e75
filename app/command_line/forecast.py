"""`main.py train PLAN --forecast`: what a run will need and lose, without training."""

from __future__ import annotations

import math
from dataclasses import asdict

from app.command_line.output import Output
from engine.plan import RunPlan
from engine.training.fit import Fit

_MEBIBYTE = 2**20


def forecast(plan: RunPlan, output: Output) -> int:
    """Tell the forecast; returns 0 when the run fits, tight or not, and 1 when it will not."""
    from engine.forecast.run_forecast import forecast_run

    found = forecast_run(plan)
    memory = found.memory
    for name, size in asdict(memory.parts).items():
        output.sentence(f"{name.replace('_', ' '):15}{size / _MEBIBYTE:>10,.0f} MiB")
    peak, available = memory.parts.total / _MEBIBYTE, memory.available / _MEBIBYTE
    output.sentence(
        f"Peak about {peak:,.0f} of {available:,.0f} MiB: {memory.verdict}. "
        f"{found.updates} updates an epoch, at most {found.longest_tokens:,} tokens at a time."
    )
    low, high = (math.ceil(seconds / 60) for seconds in (found.duration.low, found.duration.high))
    output.sentence(f"About {low:,} to {high:,} min in all, estimated. {_layers(found.fit)}".strip())
    for fix in found.fixes:
        output.sentence(f"{fix.key} = {fix.value} would save about {fix.saved_bytes / _MEBIBYTE:,.0f} MiB.")
    data = found.data
    output.sentence(
        f"{len(data.left_out)} pairs will be left out, and {len(data.cut_rows)} lose {data.cut_tokens:,} tokens at "
        f"max_length {plan.data.max_length}."
    )
    output.document(
        {
            "event": "forecast",
            "verdict": memory.verdict,
            "available_bytes": memory.available,
            "total_bytes": memory.parts.total,
            "parts_bytes": asdict(memory.parts),
            "updates": found.updates,
            "longest_tokens": found.longest_tokens,
            **asdict(found.fit),
            "seconds_low": found.duration.low,
            "seconds_high": found.duration.high,
            "fixes": [asdict(fix) for fix in found.fixes],
            "left_out": len(data.left_out),
            "cut_rows": len(data.cut_rows),
            "cut_tokens": data.cut_tokens,
        }
    )
    return 1 if memory.verdict == "will not fit" else 0


def _layers(fit: Fit) -> str:
    return "Layers will be computed again on the way back, to save memory." if fit.gradient_checkpointing else ""
