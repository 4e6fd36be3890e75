"""docs/losses.md, written from the catalogue: `python -m engine.preference.losses.manual docs/losses.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from engine.preference.losses.catalogue import LOSSES, MIXES, LossInfo, NamedMix, Reward
from engine.preference.losses.options import OPTIONS, LossOption

_INTRODUCTION = (
    "A loss says what the model should learn from a pair. `training.loss_type` in a [plan](plan-file.md#training) and "
    "*Loss* under *Advanced* on the Train page choose it; `sigmoid`, which is DPO as published, is the one to start "
    "with. Names, definitions and defaults are TRL's where TRL has the loss."
)
_REWARD: dict[Reward, str] = {
    "ratio": "beta times the gain in log-probability over the original",
    "logps": "beta times the log-probability",
    "mean_logps": "beta times the log-probability per token",
}
_MIXING = (
    "Several losses are added, each times its number in `training.loss_weights` (1 without one). "
    "`label_smoothing`, `discopop_tau`, `simpo_gamma` and `cpo_alpha` go to those that read them; the others have to "
    "suit every loss of the mix, `sft` aside. Two mixes have names, and the form offers them:"
)
_WITHOUT_REFERENCE = (
    "`simpo`, `cpo`, `orpo` and `sft` compare with nothing, so a run that is made of them alone skips the scoring with "
    'the original, and its manifest says `"what": "none"` under `reference`. There is no gain over the original to '
    "report then: the rewards, margins and accuracies of such a run are made of what is named above, and they need not "
    "start at 0 and one half. Nothing holds the model close to the original either; take a lower learning rate."
)
_THUMBS = (
    (
        "`kto` learns from single replies, each with a thumb up or down, and is not mixed with losses of pairs. "
        'In a run of it "chosen" are the replies with a thumb up: `rewards/chosen` is their mean reward, '
        "`rewards/rejected` that of the thumbs down, `rewards/margins` the difference. `kl` is the estimate of "
        "how far the model has moved, in nats. `rewards/accuracies` is the share of replies whose log-ratio lies "
        "on their thumb's side of it. What an update has no reply for is left out of its metrics, as in TRL."
    ),
    (
        "The estimate is TRL's: each prompt of an update gets the reply of the one before it, the first one that "
        "of the last, and the mean log-ratio of these, at least 0, is taken for all of the update. So an update "
        "needs two replies at least, better eight or more. Where the last update has a single one, TRL puts it to"
        " its own prompt, and the estimate is then of the very reply that is judged; here its prompt gets the "
        "last reply of the update before. On held-back replies all of them are taken together. Each reply is a "
        "row of its own; the way of computing a prompt once has nothing to share."
    ),
    (
        "Thumbs up and down may be of unequal number. The paper advises weights with which all thumbs up weigh 1 "
        "to 4/3 times as much as all thumbs down: 100 up and 20 down want an `undesirable_weight` of 3.75 to 5. A"
        " run says so when it starts. A file of pairs is used only where the plan says how: "
        "`data.thumbs_from_pairs = true` makes each pair a thumb up and a thumb down, as TRL does unasked."
    ),
)
_OURS = (
    "`sigmoid` reads `label_smoothing` (cDPO). TRL ignores it there.",
    (
        "`exo_pair` is refused with a `label_smoothing` of 0, as in TRL; from 0.5 on `label_smoothing` is refused "
        "everywhere."
    ),
    "`use_weighting` weighs each pair's value; TRL fails on `hinge` and `sft` with it.",
    "`alpha_divergence` and `discopop` are computed in a form that stays finite where the true value is.",
    "`orpo` learns the chosen reply's tokens word for word, and not the prompt's, which TRL counts as well.",
    (
        "`sft`, `aot` and `aot_unpaired` look at a whole update, however it is cut into micro-batches; on held-back "
        "pairs they take all of them together."
    ),
)


def manual() -> str:
    """The page as Markdown."""
    parts = ["# Losses", _INTRODUCTION, "## The losses", *map(_loss, LOSSES.values())]
    parts += ["## Mixes", _MIXING, _bullets(map(_mix, MIXES))]
    parts += ["## Settings that some losses read", *map(_option, OPTIONS.values())]
    parts += ["## Thumbs instead of pairs", *_THUMBS]
    parts += ["## Without an original", _WITHOUT_REFERENCE, "## What is ours", _bullets(_OURS)]
    return "\n\n".join(parts) + "\n"


def _loss(loss: LossInfo) -> str:
    settings = [f"`{name}`" for name in loss.reads]
    facts = [
        f"Reads {', '.join(settings)}.",
        f"Reward: {_REWARD[loss.reward]}.",
        "" if loss.needs_reference else "Needs no original.",
        "Takes thumbs instead of pairs." if loss.takes_thumbs else "",
        "Looks at the whole update." if not loss.separates_by_pair or loss.mean_only else "",
        *(f"`{name}` has to be above 0; the paper takes {loss.suggested[name]}." for name in loss.above_zero),
    ]
    return f"### `{loss.name}`: {loss.title}\n\n{loss.help_text}\n\n{_joined(facts)}\n\n{loss.source}."


def _mix(mix: NamedMix) -> str:
    return (
        f"**{mix.title}**: `loss_type = {_toml(mix.names)}`, `loss_weights = {list(mix.weights)}`. "
        f"{mix.help_text} {mix.source}."
    )


def _option(option: LossOption) -> str:
    readers = ", ".join(f"`{loss.name}`" for loss in LOSSES.values() if option.name in loss.reads)
    default = f'"{option.default}"' if option.choices else str(option.default).lower()
    facts = [
        f"{_first_upper(option.range_text)}; `{default}` unless set.",
        f'Only with `{option.only_with[0]} = "{option.only_with[1]}"`.' if option.only_with else "",
        f"Read by {readers}.",
    ]
    return f"### `{option.name}`: {option.title}\n\n{option.help_text}\n\n{_joined(facts)}\n\n{option.source}."


def _bullets(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _first_upper(text: str) -> str:
    return text[0].upper() + text[1:]


def _joined(sentences: Iterable[str]) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _toml(names: Iterable[str]) -> str:
    return "[" + ", ".join(f'"{name}"' for name in names) + "]"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(manual(), encoding="utf-8")
