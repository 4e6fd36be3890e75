"""The training benchmark's figures as ratios, a verdict on the losses, and text. Nothing here measures."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from typing import Any

Figures = Mapping[str, Any]
RATIOS = {
    "first_epoch_ratio": "first epoch",
    "cached_ratio": "reference cached, against TRL's first epoch",
    "cached_both_ratio": "reference cached on both sides",
    "memory_ratio": "peak memory",
}


def side_means(turns: Sequence[Figures]) -> dict[str, float]:
    """Each figure's mean over the turns that came to their end; nothing where none did."""
    whole = [turn for turn in turns if "failed" not in turn]
    names = [name for name in (whole[0] if whole else {}) if isinstance(whole[0][name], int | float)]
    return {name: statistics.mean(turn[name] for turn in whole) for name in names}


def compare(runs: Mapping[str, Sequence[Figures]]) -> dict[str, Any]:
    """Ours against TRL's fastest setting; nothing where either side never came to its end."""
    means = {side: side_means(turns) for side, turns in runs.items()}
    ours = means.pop("ours", {})
    theirs = {side: found for side, found in means.items() if found}
    if not ours or not theirs:
        return {}
    fastest = max(theirs, key=lambda side: theirs[side]["first_epoch"])
    trl = theirs[fastest]
    ratios: dict[str, Any] = {
        "fastest_trl": fastest,
        "first_epoch_ratio": ours["first_epoch"] / trl["first_epoch"],
        "cached_ratio": ours["cached"] / trl["first_epoch"],
        "memory_ratio": ours["peak_gib"] / trl["peak_gib"],
        "loss": {side: loss_verdict(_losses(runs["ours"]), _losses(runs[side])) for side in theirs},
    }
    cached = [found["cached"] for found in theirs.values() if "cached" in found]
    if cached:
        ratios["cached_both_ratio"] = ours["cached"] / max(cached)
    return ratios


def loss_verdict(ours: Sequence[float], theirs: Sequence[float]) -> dict[str, float | bool]:
    """Whether both sides' final losses are equal within noise.

    The final loss is the mean over the last quarter of the updates, which are the same pairs on both sides. Its noise
    is that mean's standard error over our updates: what another draw of the pairs would change by itself.
    """
    count = max(2, len(ours) // 4)
    mine, others = ours[-count:], theirs[-count:]
    difference = statistics.mean(mine) - statistics.mean(others)
    noise = statistics.stdev(mine) / len(mine) ** 0.5 if len(mine) > 1 else 0.0
    return {"difference": difference, "noise": noise, "is_equal": abs(difference) <= noise}


def geometric_means(workloads: Mapping[str, Figures]) -> dict[str, float]:
    """Each ratio's, over the workloads that have it."""
    found = {name: [each[name] for each in workloads.values() if name in each] for name in RATIOS}
    return {name: statistics.geometric_mean(ratios) for name, ratios in found.items() if ratios}


def tuning_lines(name: str, tuning: Figures) -> list[str]:
    """What each of TRL's settings came to, the fastest first."""
    if not tuning["trials"]:
        return [f"({name}) TRL's settings were not tried out on this workload"]
    clock = "the processor's seconds" if tuning["clock"] == "cpu" else "seconds by the wall"
    lines = [
        f"({name}) TRL's settings on {tuning['tune_pairs']} pairs, {clock}, threads: {tuning['threads']}; given up",
        f"and reckoned when their epoch would take {tuning['slack']:g} times as long as the second best's",
        f"{'setting':>8}{'pairs/s':>10}{'peak GiB':>10}",
    ]
    for setting, trial in sorted(tuning["trials"].items(), key=lambda item: -item[1].get("first_epoch", 0.0)):
        if "failed" in trial:
            lines.append(f"{setting:>8}  failed: {trial['failed']}")
            continue
        given_up = f"  given up after {trial['stopped_after_pairs']} pairs" if "stopped_after_pairs" in trial else ""
        lines.append(f"{setting:>8}{trial['first_epoch']:>10.3f}{trial['peak_gib']:>10.2f}{given_up}")
    return lines


def workload_lines(name: str, found: Figures) -> list[str]:
    """A workload's table."""
    lines = [
        f"({name}) {found['file']} at max_length {found['max_length']}, {found['pairs']} pairs",
        f"{'':12}{'pairs/s':>10}{'cached':>9}{'peak GiB':>10}{'used':>7}{'final loss':>11}{'start-up s':>11}{'n':>3}",
    ]
    for side, turns in found["runs"].items():
        label, mean = side if side == "ours" else f"TRL {side}", side_means(turns)
        whole = sum("failed" not in turn for turn in turns)
        if mean:
            lines.append(
                f"{label:12}{mean['first_epoch']:>10.3f}{_cell(mean, 'cached', '.3f'):>9}{mean['peak_gib']:>10.2f}"
                f"{_cell(mean, 'utilisation', '.0%'):>7}{mean['last_loss']:>11.4f}{mean['startup_seconds']:>11.1f}"
                f"{whole:>3}"
            )
        lines += [f"{label:12}failed: {turn['failed']}" for turn in turns if "failed" in turn]
    lines += [
        f"ours / TRL {found['fastest_trl']}, {words}: {found[ratio]:.2f}"
        for ratio, words in RATIOS.items()
        if ratio in found
    ]
    for side, verdict in found.get("loss", {}).items():
        outcome = "equal within noise" if verdict["is_equal"] else "not equal within noise"
        lines.append(
            f"final loss, ours less TRL {side}: {verdict['difference']:+.4f}, {outcome} ({verdict['noise']:.4f})"
        )
    return lines


def mean_lines(workloads: Mapping[str, Figures]) -> list[str]:
    """The geometric means."""
    return [
        f"geometric mean over {', '.join(workloads)}, ours / TRL, {RATIOS[name]}: {mean:.2f}"
        for name, mean in geometric_means(workloads).items()
    ]


def _losses(turns: Sequence[Figures]) -> Sequence[float]:
    return next(turn["losses"] for turn in turns if "failed" not in turn)


def _cell(mean: Mapping[str, float], name: str, form: str) -> str:
    return format(mean[name], form) if name in mean else "-"
