"""The demo's cards, README.md here and model/README.md, written from what was measured and never by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

GROUPS = {
    "fact_in_a_pair": "the fact is in a pair, asked in other words",
    "fact_in_no_pair": "the fact is in no pair",
    "kind_in_no_pair": "the whole kind of question is in no pair",
}

DEMO_CARD = """\
<!-- Written by resources/demo/generator/card.py from measurements.json. Do not edit: run the generator again. -->

# The built-in demo: teach Pip to be brief

Pip is a language model of {parameters:,} weights ({megabytes:.1f} MB with its tokenizer) that knows a small world:
{facts:,} facts of {kinds} kinds, from capitals and animals to sums and the calendar. It answers correctly and goes on
and on about it. {pairs} preference pairs, in which the brief answer is chosen and a long-winded one with the same fact
rejected, teach it to come to the point.

    python main.py train resources/demo/plan.toml

## Before and after

Measured on {held_out:,} prompts that are in no training pair and were not in pre-training either; every fact in them
was, asked in other words (only the made-up things, of which Pip should say that it does not know them, are wholly new).
A reply is brief with at most 12 words and long-winded with 20 or more. It is correct if it names the answer and no
other answer to that kind of question that the prompt did not name.

{before_and_after}

"Sampled" is at temperature 0.7 and top-p 0.95. After training, greedy, by how near the prompt is to the pairs:

{groups}

The recipe in `plan.toml` (learning rate {learning_rate:g}, beta {beta:g}, {batch_size} pairs an update, LoRA r = {r})
took {steps} updates and {seconds:.0f} s from start to end on {threads} of "{processor}",
scoring with the reference included. It does not stand on a knife's edge; with other learning rates and seeds, greedy:

{others}

## How it was made

- `generator/world.toml` holds all facts and phrases; `generator/` makes everything else here from it and one seed, with
  torch, transformers and tokenizers alone: `python -m resources.demo.generator` from the project's root. The data come
  out the same to the byte everywhere; the model's last bits depend on the processor.
- Pre-training saw {conversations:,} conversations of {tokens:,} tokens, in float32, and took
  {pretraining_seconds:.0f} s on {pretraining_threads}. **{brief_share:.0%} of the answers in it are brief**,
  the others long-winded: DPO can only prefer what a model can already say. Of the ways to ask about a fact, one in
  seven was kept from it, for measuring.
- The kinds "opposite" and "home" are in no pair, to see whether brevity reaches what was never asked for.
- `pairs.jsonl` is TRL's conversational format. Each line of `prompts_held_out.jsonl` has a prompt, its `kind` and its
  `answer`; the answers of all lines of a kind are the ones that a correct reply must not confuse.
- Versions: {versions}.

Everything here is under the project's licence, Apache-2.0.
"""

MODEL_CARD = """\
---
license: apache-2.0
language: en
pipeline_tag: text-generation
---
<!-- Written by resources/demo/generator/card.py from measurements.json. Do not edit: run the generator again. -->

# Pip, the demo model of DPO Studio

A Llama with {parameters:,} weights, pre-trained from nothing on a small made-up world of {facts:,} facts. It speaks
English of a kind, answers long-windedly, and is of no use but to show in half a minute what preference training does.
Greedy, on {held_out:,} prompts that pre-training did not see, {before_correct:.1%} of its answers are correct and
{before_long:.1%} long-winded ({brief_share:.0%} of the answers in pre-training were brief). What it does not know, it
mostly says so; some things it makes up. How it was made and measured is in the folder above.
"""


def write_cards(folder: Path, figures: dict[str, Any]) -> None:
    """Write both cards from `measurements.json`'s content."""
    for name, text in render_cards(folder, figures).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def render_cards(folder: Path, figures: dict[str, Any]) -> dict[str, str]:
    """Both cards' text by their place in `folder`, whose model files are weighed for it."""
    values = _card_values(folder, figures)
    return {"README.md": DEMO_CARD.format(**values), "model/README.md": MODEL_CARD.format(**values)}


def _card_values(folder: Path, figures: dict[str, Any]) -> dict[str, Any]:
    world, pretraining, results = figures["world"], figures["pretraining"], figures["results"]
    before, after, versions = results["before"], results["after"], results["versions"]
    weights = [path.stat().st_size for path in (folder / "model").iterdir() if path.suffix != ".md"]
    return {
        "parameters": pretraining["parameters"],
        "megabytes": sum(weights) / 1e6,
        "facts": world["facts"],
        "kinds": world["kinds"],
        "pairs": world["pairs"],
        "held_out": world["held_out_prompts"],
        "before_and_after": _before_and_after(before, after),
        "groups": _groups(after["greedy"]["groups"]),
        "others": _others(results["other_settings"]),
        **results["recipe"]["training"],
        "r": results["recipe"]["adapter"]["r"],
        "steps": results["training"]["steps"],
        "seconds": results["training"]["seconds"],
        "threads": _threads(results["threads"]),
        "processor": results["processor"],
        "conversations": pretraining["conversations"],
        "tokens": pretraining["tokens"],
        "pretraining_seconds": pretraining["seconds"],
        "pretraining_threads": _threads(pretraining["threads"]),
        "brief_share": pretraining["brief_share"],
        "before_correct": before["greedy"]["correct"],
        "before_long": before["greedy"]["long_winded"],
        "versions": ", ".join(f"{name} {versions[name]}" for name in ("python", "torch", "transformers", "peft")),
    }


def _threads(count: int) -> str:
    return "1 thread" if count == 1 else f"{count} threads"


def _before_and_after(before: dict[str, Any], after: dict[str, Any]) -> str:
    rows = [
        (f"{when}, {how}", tally)
        for how in ("greedy", "sampled")
        for when, tally in (("before", before[how]), ("after", after[how]))
    ]
    return _table("", rows)


def _groups(groups: dict[str, Any]) -> str:
    return _table(
        "prompts where", [(f"{text} ({groups[name]['prompts']})", groups[name]) for name, text in GROUPS.items()]
    )


def _others(trials: list[dict[str, Any]]) -> str:
    rows = [(f"learning rate {trial['learning_rate']:g}, seed {trial['seed']}", trial["greedy"]) for trial in trials]
    return _table("", rows)


def _table(title: str, rows: list[tuple[str, dict[str, Any]]]) -> str:
    lines = [f"| {title} | correct | brief | long-winded | words on average |", "|--|--|--|--|--|"]
    lines += [
        f"| {name} | {of['correct']:.1%} | {of['brief']:.1%} | {of['long_winded']:.1%} | {of['mean_words']} |"
        for name, of in rows
    ]
    return "\n".join(lines)
