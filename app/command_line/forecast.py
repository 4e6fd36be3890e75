"""`main.py train PLAN --forecast`: what a run will need and lose, without training."""

from __future__ import annotations

from dataclasses import asdict

from app.command_line.output import Output
from engine.plan import RunPlan

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
            "left_out": len(data.left_out),
            "cut_rows": len(data.cut_rows),
            "cut_tokens": data.cut_tokens,
        }
    )
    return 1 if memory.verdict == "will not fit" else 0
