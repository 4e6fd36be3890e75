"""Chat against transformers: tokens a second, the first token, and what a second pane costs.

    python3 dev.py bench chat [--models demo,FOLDER] [--tokens 64] [--repeats 5] [--dtype auto]

The same prompts, greedy, in the same process and in turns: `generate` of transformers and peft, then ours. Each figure
is the median over prompts and repeats. The adapter is a random one (LoRA r=16 on all linear layers): it costs what a
trained one does. "both" is two panes, original and adapter, against the mean of the two alone.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import torch

from engine.chat.compare import compare_replies
from engine.chat.generate import ReplyFinished, Sampling, TextGenerated, generate_reply
from engine.chat.reply import prompt_ids
from engine.data.preference_pair import Message
from engine.model.adapter import attach_fresh_adapter
from engine.model.find import DEMO_FOLDER
from engine.model.load import LoadedModel, load_model
from engine.model.voice import Voice, speaking
from engine.plan import AdapterPlan
from engine.storage.home import home_folder
from engine.storage.manifest import versions

_PROMPTS = (
    "Which thing helps me to weigh flour, and how do I use it?",
    "Write a short story about a cat that lives on the sun and wants to go home.",
    "Explain to a child why the sky is blue in the day and red in the evening. " * 4,
)
_VOICES: tuple[Voice, Voice] = ("original", "trained")


def main() -> None:
    """Measure every model, print the table, write the JSON file."""
    arguments = _arguments()
    report: dict[str, Any] = {
        "versions": versions(), "cores": os.cpu_count(), "threads": torch.get_num_threads(), "dtype": arguments.dtype,
        "tokens": arguments.tokens, "repeats": arguments.repeats, "load_before": os.getloadavg(), "models": {},
    }  # fmt: skip
    for name in arguments.models.split(","):
        folder = DEMO_FOLDER / "model" if name == "demo" else Path(name)
        report["models"][folder.name] = found = _measure(folder, arguments)
        _print(name, found)
        arguments.output.parent.mkdir(parents=True, exist_ok=True)
        arguments.output.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")


def _measure(folder: Path, arguments: argparse.Namespace) -> dict[str, float]:
    loaded = _with_random_adapter(load_model(folder, "cpu", arguments.dtype))
    seconds: dict[str, list[float]] = {}
    for turn in range(arguments.repeats + 1):
        for prompt in _PROMPTS:
            for name, figure in _one_turn(loaded, [Message("user", prompt)], arguments.tokens).items():
                if turn:  # the first one warms up
                    seconds.setdefault(name, []).append(figure)
    middle = {name: statistics.median(figures) for name, figures in seconds.items()}
    alone = (middle["ours original"] + middle["ours trained"]) / 2
    return {
        **middle,
        "speed original": middle["transformers original"] / middle["ours original"],
        "speed trained": middle["transformers trained"] / middle["ours trained"],
        "first token original": middle["first original"] / middle["prefill original"],
        "first token trained": middle["first trained"] / middle["prefill trained"],
        "both": 2 * middle["ours both"] / alone,
    }


def _one_turn(loaded: LoadedModel, messages: Sequence[Message], tokens: int) -> dict[str, float]:
    """Seconds a token for whole replies, and seconds for the first one. Whoever writes, the tokens are the same."""
    ids = torch.tensor([prompt_ids(loaded, messages)])
    sampling = Sampling(temperature=0.0, max_new_tokens=tokens)
    found: dict[str, float] = {}
    for voice in _VOICES:
        written, took = _timed(lambda voice=voice: _by_transformers(loaded, ids, tokens, voice))
        found[f"transformers {voice}"] = took / written
        written, took = _timed(
            lambda voice=voice: _written(generate_reply(loaded, messages, sampling, _never, voice=voice))
        )
        found[f"ours {voice}"] = took / written
        found[f"prefill {voice}"] = _timed(lambda voice=voice: _prefill(loaded, ids, voice))[1]
        found[f"first {voice}"] = _timed(lambda voice=voice: _first(loaded, messages, sampling, voice))[1]
    written, took = _timed(lambda: _written(compare_replies(loaded, messages, messages, sampling, _never)))
    found["ours both"] = took / written
    return found


def _with_random_adapter(loaded: LoadedModel) -> LoadedModel:
    """An adapter that changes what the model says, but not into noise."""
    loaded.model = attach_fresh_adapter(loaded.model, AdapterPlan(r=16, alpha=32.0), seed=1)
    random = torch.Generator().manual_seed(5)
    for name, parameter in loaded.model.named_parameters():
        if "lora_B" in name:
            parameter.data = 0.01 * torch.randn(parameter.shape, generator=random)
        parameter.requires_grad = False
    loaded.model.eval()
    return loaded


def _by_transformers(loaded: LoadedModel, ids: torch.Tensor, tokens: int, voice: Voice) -> int:
    with torch.no_grad(), speaking(loaded, voice):
        output = loaded.model.generate(
            input_ids=ids, attention_mask=torch.ones_like(ids), do_sample=False, max_new_tokens=tokens
        )
    return int(output.shape[1] - ids.shape[1])


def _prefill(loaded: LoadedModel, ids: torch.Tensor, voice: Voice) -> int:
    """One pass over the prompt, as `generate` begins."""
    with torch.no_grad(), speaking(loaded, voice):
        loaded.model(input_ids=ids, use_cache=True, logits_to_keep=1)
    return 1


def _first(loaded: LoadedModel, messages: Sequence[Message], sampling: Sampling, voice: Voice) -> int:
    """From the question to the first words on their way to the window, template and tokenizer included."""
    events = generate_reply(loaded, messages, sampling, _never, voice=voice)
    next(events)
    return 1


def _written(events: Iterable[TextGenerated | ReplyFinished]) -> int:
    """Tokens of all replies; the one that ends a reply was computed, too."""
    ends = [event for event in events if isinstance(event, ReplyFinished)]
    return sum(event.tokens + (event.reason == "end") for event in ends)


def _timed(work: Callable[[], int]) -> tuple[int, float]:
    start = time.perf_counter()
    return work(), time.perf_counter() - start


def _never() -> bool:
    return False


def _print(name: str, found: Mapping[str, float]) -> None:
    print(f"\n{name}")
    print(f"{'':10}{'generate':>12}{'ours':>12}{'ours / it':>12}{'prefill':>12}{'first token':>14}{'ratio':>8}")
    for voice in _VOICES:
        print(
            f"{voice:10}{1 / found[f'transformers {voice}']:>8.1f} t/s{1 / found[f'ours {voice}']:>8.1f} t/s"
            f"{found[f'speed {voice}']:>11.2f}x{1000 * found[f'prefill {voice}']:>9.1f} ms"
            f"{1000 * found[f'first {voice}']:>11.1f} ms{found[f'first token {voice}']:>7.2f}x"
        )
    print(f"both panes cost {found['both']:.2f}x one", flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench chat")
    parser.add_argument("--models", default=f"demo,{home_folder() / 'models' / 'SmolLM2-135M-Instruct'}")
    parser.add_argument("--tokens", type=int, default=64)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--dtype", default="auto")
    parser.add_argument("--output", type=Path, default=Path("benchmarks/results/chat.json"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
