"""The model card of an adapter or a model: what it is made of, what was measured, and what that does not show."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from engine.export.card_examples import CardExamples, examples_of
from engine.export.card_kinds import ADAPTER, WHOLE_MODEL, CardKind
from engine.model.inspect import model_name
from engine.model.licence import read_licence
from engine.plan import RunPlan
from engine.plan_file import PATH_KEYS, read_plan
from engine.preference.losses.catalogue import Reward
from engine.storage.manifest import read_manifest
from engine.storage.run_folder import RunFolder

_FEW_PAIRS = 100
_MEASURES = {
    "eval_loss": "{:.4f}",
    "eval_rewards/accuracies": "{:.1%}",
    "eval_rewards/margins": "{:+.3f}",
    "eval_rewards/chosen": "{:+.3f}",
    "eval_rewards/rejected": "{:+.3f}",
    "eval_logps/chosen": "{:.2f}",
    "eval_logps/rejected": "{:.2f}",
    "eval_kl": "{:.3f}",
}
_NAMES = {"eval_loss": "Loss", "eval_rewards/margins": "Reward margin"}
_CARD = """---
base_model: {header_base}
library_name: {library}
pipeline_tag: text-generation
{licence_line}tags:
- {method_tag}
- {tag}
---

# {title}

{introduction}

## Data

{data}

## Results

{results}

## Limits

{limits}

## Settings

{settings}

## How to load it

```python
{loading}
```
"""


_REWARD: Mapping[Reward, str] = {
    "ratio": "A reward is beta times the gain in a reply's log-probability since before training.",
    "logps": "A reward is beta times a reply's log-probability; this loss compares with no model from before training.",
    "mean_logps": "A reward is beta times a reply's mean log-probability per token; this loss compares with no model "
    "from before training.",
}


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What the card is written from.

    `after` is the last evaluation up to the adapter's step under TRL's names, empty when there is none; `before` the
    same measures before training.
    """

    plan: RunPlan
    manifest: Mapping[str, Any]
    base: str
    licence: str
    before: Mapping[str, float]
    after: Mapping[str, float]

    @property
    def kind(self) -> CardKind:
        """Which of the two kinds of card it is."""
        return WHOLE_MODEL if self.plan.training.is_full else ADAPTER

    @property
    def examples(self) -> CardExamples:
        """What was learnt from."""
        return examples_of(self.plan.training)

    @property
    def held_back(self) -> int:
        """How many pairs the results are measured on."""
        return int(self.manifest.get("evaluation_pairs", 0)) if self.after else 0


def read_run_facts(run: RunFolder) -> RunFacts:
    """Collect the facts from a run's plan, manifest and metrics; raises `EngineError` when it is no run."""
    manifest = read_manifest(run.manifest_path)
    plan = read_plan(run.plan_path)
    # A run that was resumed may have gone on after the adapter was saved.
    saved_step = int(manifest.get("step", 0))
    evaluations = [line for line in run.read_metrics() if "eval_loss" in line and line["step"] <= saved_step]
    after = evaluations[-1] if evaluations and evaluations[-1]["step"] > 0 else {}
    model = Path(plan.model.path)
    measured = evaluations[0] if after and evaluations[0]["step"] == 0 else {}
    return RunFacts(
        plan=plan,
        manifest=manifest,
        base=model_name(model),
        licence=read_licence(model),
        before=measured or (before_training(after, plan.training.beta) if plan.training.loss.needs_reference else {}),
        after=after,
    )


def model_card(facts: RunFacts) -> str:
    """The card as Markdown with the header that model hubs read. No path of this machine is in it."""
    licence = f" ({facts.licence})" if facts.licence else ""
    pairs = _counted(_count(facts, "training_pairs"), facts.examples.introduced)
    return _CARD.format(
        header_base=_yaml_text(facts.base),
        library=facts.kind.library,
        tag=facts.kind.tag,
        method_tag=facts.examples.tag,
        introduction=facts.kind.introduction.format(
            base=facts.base, method=facts.examples.method, pairs=pairs, licence=licence
        ),
        loading=facts.kind.loading.format(base=facts.base),
        title=f"{facts.base}, taught with {facts.plan.name}",
        licence_line=f"license: {facts.licence}\n" if facts.licence else "",
        data=_bullets(_data(facts)),
        results=_results(facts),
        limits=_bullets(_limits(facts)),
        settings=_table(("Setting", "Value"), _settings(facts)),
    )


def before_training(after: Mapping[str, float], beta: float) -> dict[str, float]:
    """What an evaluation says about the model before training: rewards were 0, and log-probabilities follow.

    A reward is beta * (logp - logp before training) (Rafailov et al. 2023, eq. 5), so a mean log-probability before
    training is the mean after it less the mean reward / beta.
    """
    before = {f"eval_rewards/{name}": 0.0 for name in ("chosen", "rejected", "margins")}
    for side in ("chosen", "rejected"):
        logps, reward = after.get(f"eval_logps/{side}"), after.get(f"eval_rewards/{side}")
        if logps is not None and reward is not None:
            before[f"eval_logps/{side}"] = logps - reward / beta
    return before


def wilson_interval(share: float, count: int, z: float = 1.96) -> tuple[float, float]:
    """The 95% score interval of a share observed in `count` cases (Wilson 1927, JASA 22, p. 209)."""
    centre = share + z * z / (2 * count)
    half = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    scale = 1 + z * z / count
    return max(0.0, (centre - half) / scale), min(1.0, (centre + half) / scale)


def _data(facts: RunFacts) -> Iterator[str]:
    data: Mapping[str, Any] = facts.manifest.get("data", {})
    hashed = f", sha256 `{data['sha256']}`" if data.get("sha256") else ""
    yield f"File: `{Path(facts.plan.data.path).name}`{hashed}"
    trained, held_back = _count(facts, "training_pairs"), _count(facts, "evaluation_pairs")
    yield f"Trained on {_counted(trained, facts.examples.noun)}, {held_back:,} held back."
    left_out: Sequence[object] = facts.manifest.get("left_out", ())
    if left_out:
        yield f"Left out because they could not be used: {_counted(len(left_out), 'row')}."
    cut: Sequence[object] = facts.manifest.get("cut_rows", ())
    if cut:
        yield (
            f"Longer than {facts.plan.data.max_length:,} tokens: {_counted(len(cut), facts.examples.noun)}, "
            f"whose replies lost {_counted(_count(facts, 'cut_tokens'), 'token')} at the end."
        )


def _results(facts: RunFacts) -> str:
    if not facts.held_back:
        return "Nothing was measured on held-back pairs."
    names = {**_NAMES, **dict(facts.examples.measures)}
    rows = [
        (names[key], _before(facts, key, number), number.format(facts.after[key]))
        for key, number in _MEASURES.items()
        if key in facts.after
    ]
    accuracy = facts.after.get("eval_rewards/accuracies")
    interval = ""
    if accuracy is not None:
        low, high = wilson_interval(accuracy, facts.held_back)
        interval = (
            f" The accuracy's 95% interval is {low:.1%} to {high:.1%}, taking {facts.examples.noun}s as independent."
        )
    where = "from a file of their own" if facts.plan.data.evaluation_path else "whose prompts were not trained on"
    measured = (
        f"On {_counted(facts.held_back, facts.examples.noun)} {where}, after step {int(facts.after['step']):,}. "
        f"{_REWARD[facts.plan.training.loss.reward]}{interval}"
    )
    return f"{measured}\n\n{_table(('Measure', 'Before', 'After'), rows)}"


def _before(facts: RunFacts, key: str, number: str) -> str:
    # Before training all margins are 0, so no chosen reply can be ahead: an accuracy of 0 would mislead.
    if key not in facts.before or key == "eval_rewards/accuracies":
        return "-"
    return number.format(facts.before[key])


def _limits(facts: RunFacts) -> Iterator[str]:
    if not facts.held_back:
        yield "No pair was held back, so nothing shows how it does on prompts it has not seen."
    else:
        yield facts.examples.limit
        if facts.held_back < _FEW_PAIRS:
            share = 1 / facts.held_back
            yield f"Few pairs were held back: each moves the accuracy by {share:.1%}."
        if facts.plan.training.loss.needs_reference and facts.after.get("eval_rewards/chosen", 0.0) < 0:
            yield (
                "The chosen replies became less likely than before training; only the rejected ones fell further. "
                "Look at replies to other kinds of prompts with care."
            )
        if not facts.plan.data.evaluation_path:
            yield "The held-back pairs come from the same file, so other kinds of prompts are untested."
    part = facts.plan.training.tuned_part
    step, total = _count(facts, "step"), _count(facts, "total_steps")
    if facts.held_back and facts.after["step"] < step:
        yield f"The {part} is from update {step:,}, a little later than the results."
    last_step = int(facts.manifest.get("last_step", step))
    if step < last_step:
        ended = f"The run ended after update {last_step:,} of {total:,}"
        yield f"{ended}; the {part} is its best checkpoint, of update {step:,}."
    elif step < total:
        yield f"The run was stopped after update {step:,} of {total:,}."
    yield "Facts, safety and other languages were not tested; the base model's limits remain."


def _settings(facts: RunFacts) -> Iterator[tuple[str, str]]:
    for section in facts.kind.settings:
        part = getattr(facts.plan, section)
        for field in fields(part):
            value = getattr(part, field.name)
            if f"{section}.{field.name}" not in PATH_KEYS:
                shown = ", ".join(map(str, value)) if isinstance(value, tuple) else f"{value}"
                yield f"{field.metadata['name']} (`{section}.{field.name}`)", shown
    yield "Number format", str(facts.manifest.get("dtype", facts.plan.model.dtype))
    yield "Device", str(facts.manifest.get("device_label") or facts.manifest.get("device", "unknown"))
    weights = facts.manifest.get("model", {}).get("weights_sha256")
    if weights:
        yield "Base model's weights", f"sha256 `{weights}`"
    reference = facts.manifest.get("reference", {}).get("what")
    if reference:
        yield "Reference", str(reference).replace("_", " ")
    versions: Mapping[str, str] = facts.manifest.get("versions", {})
    packages = [f"{name} {versions[name]}" for name in ("torch", "transformers", "peft") if name in versions]
    if packages:
        yield "Made with", ", ".join(packages)


def _count(facts: RunFacts, key: str) -> int:
    return int(facts.manifest.get(key, 0))


def _yaml_text(text: str) -> str:
    """Plain where YAML reads it as text, else quoted (JSON's quotes are YAML's too)."""
    return text if re.fullmatch(r"[A-Za-z][\w./-]*", text) else json.dumps(text)


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _bullets(lines: Iterator[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _table(header: Sequence[str], rows: Iterator[tuple[str, ...]] | Sequence[tuple[str, ...]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
