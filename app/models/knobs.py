"""How each setting of a plan is shown and edited. Names and help come from the plan itself."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from app.language.engine_words import tr_engine
from app.language.numbers import number
from app.language.translate import mark
from engine.plan import MOST_SAMPLES, AdapterPlan, DataPlan, ModelPlan, TrainingPlan
from engine.preference.losses.catalogue import LOSSES, MIXES
from engine.preference.losses.options import OPTIONS, LossOption

PARTS = {"model": ModelPlan, "data": DataPlan, "adapter": AdapterPlan, "training": TrainingPlan}


@dataclass(frozen=True, slots=True)
class SliderEditor:
    """A slider from `low` to `high` beside a box that also takes values beyond them."""

    low: float
    high: float
    steps: int
    logarithmic: bool = False
    number_format: Literal["plain", "scientific", "percent"] = "plain"
    decimals: int = 2
    low_text: str = ""
    high_text: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceEditor:
    """A few fixed choices side by side: (value, label)."""

    options: tuple[tuple[object, str], ...]


@dataclass(frozen=True, slots=True)
class NumberEditor:
    """A box for a number; `zero_text` says in words what 0 means, where it means something."""

    low: float
    high: float
    step: float
    number_format: Literal["plain", "scientific", "percent"] = "plain"
    decimals: int = 0
    zero_text: str = ""


@dataclass(frozen=True, slots=True)
class ListEditor:
    """Many fixed choices, each with a line of help: (value, label, help)."""

    options: tuple[tuple[object, str, str], ...]


Editor = SliderEditor | ChoiceEditor | NumberEditor | ListEditor


_SWITCH = ChoiceEditor(((False, mark("Off")), (True, mark("On"))))
_AUTO = ChoiceEditor((("auto", mark("Auto")), ("on", mark("On")), ("off", mark("Off"))))


@dataclass(frozen=True, slots=True)
class Knob:
    """One setting: its plan key, the name that practitioners know, and how it is edited."""

    key: str
    technical: str
    editor: Editor

    @property
    def part(self) -> str:
        """The plan's table that it stands in."""
        return self.key.partition(".")[0]

    @property
    def name(self) -> str:
        """Its plain name."""
        return tr_engine(self._metadata("name"))

    @property
    def help_text(self) -> str:
        """One line of help."""
        return tr_engine(self._metadata("help"))

    @property
    def default(self) -> object:
        """The value that a plan has when it does not name the key."""
        part, _, name = self.key.partition(".")
        return next(field.default for field in fields(PARTS[part]) if field.name == name)

    @property
    def is_whole(self) -> bool:
        """Whether its values are whole numbers."""
        return isinstance(self.default, int)

    def _metadata(self, what: str) -> str:
        part, _, name = self.key.partition(".")
        return next(str(field.metadata[what]) for field in fields(PARTS[part]) if field.name == name)


def _choice(*values: object) -> ChoiceEditor:
    return ChoiceEditor(
        tuple((value, number(value, ",") if isinstance(value, int) else str(value)) for value in values)
    )


TUNING = "training.tuning"
WARM_UP_EPOCHS, WARM_UP_RATE = "training.warm_up_epochs", "training.warm_up_learning_rate"
MAIN_KNOBS = (
    Knob(
        "training.beta",
        "β  beta",
        SliderEditor(0.01, 1.0, 200, logarithmic=True, low_text=mark("moves further"), high_text=mark("stays close")),
    ),
    Knob(
        "training.learning_rate",
        "lr",
        SliderEditor(1e-6, 1e-3, 180, logarithmic=True, number_format="scientific", low_text="1e-6", high_text="1e-3"),
    ),
    Knob("training.epochs", "epochs", SliderEditor(1, 5, 4, decimals=0, low_text="1", high_text="5")),
    Knob(TUNING, "LoRA or full", ChoiceEditor((("lora", mark("Adapter")), ("full", mark("Whole model"))))),
    Knob("adapter.r", "LoRA rank", _choice(4, 8, 16, 32, 64)),
    Knob("data.max_length", "max length", _choice(256, 512, 1024, 2048)),
)

ADVANCED_KNOBS = (
    Knob("training.batch_size", "batch size", NumberEditor(1, 512, 1)),
    Knob(
        "training.schedule",
        "scheduler",
        ChoiceEditor((("cosine", mark("Cosine")), ("linear", mark("Linear")), ("constant", mark("Constant")))),
    ),
    Knob("training.warmup_ratio", "warm-up ratio", NumberEditor(0.0, 1.0, 0.05, "percent")),
    Knob("adapter.alpha", "LoRA alpha", NumberEditor(0, 1024, 8)),
    Knob("adapter.dropout", "LoRA dropout", NumberEditor(0.0, 0.9, 0.05, "percent")),
    Knob("adapter.rslora", "rsLoRA", _SWITCH),
    Knob("adapter.dora", "DoRA", _SWITCH),
    Knob(WARM_UP_EPOCHS, "SFT epochs", NumberEditor(0, 10, 1, zero_text=mark("no"))),
    Knob(WARM_UP_RATE, "SFT rate", NumberEditor(0.0, 1e-2, 1e-5, "scientific", zero_text=mark("the run's"))),
    Knob("training.weight_decay", "AdamW", NumberEditor(0.0, 1.0, 0.01, decimals=2)),
    Knob("training.max_grad_norm", "max grad norm", NumberEditor(0.0, 100.0, 0.5, decimals=1, zero_text=mark("off"))),
    Knob("training.evaluate_every", "eval steps", NumberEditor(0, 100_000, 1, zero_text=mark("8 times"))),
    Knob("training.checkpoint_every", "save steps", NumberEditor(0, 100_000, 1, zero_text=mark("8 times"))),
    Knob("training.early_stopping_patience", "early stopping", NumberEditor(0, 1000, 1, zero_text=mark("never"))),
    Knob("training.load_best_model_at_end", "load best model at end", _SWITCH),
    Knob(
        "training.metric_for_best_model",
        "metric for best model",
        ChoiceEditor((("loss", mark("Loss")), ("margin", mark("Margin")), ("accuracy", mark("Accuracy")))),
    ),
    Knob("training.sample_prompts", "samples", NumberEditor(0, MOST_SAMPLES, 1, zero_text=mark("none"))),
    Knob("training.sample_every", "sample steps", NumberEditor(0, 100_000, 1, zero_text=mark("8 times"))),
    Knob(
        "model.dtype",
        "dtype",
        ChoiceEditor((("auto", mark("Auto")), ("bfloat16", "bf16"), ("float32", "fp32"))),
    ),
    Knob("model.load_in_4bit", "QLoRA, NF4", _SWITCH),
    Knob("training.seed", "seed", NumberEditor(0, 2**31 - 1, 1)),
    Knob("training.shared_prefix", "shared prefix", _AUTO),
    Knob("training.micro_batch_tokens", "micro-batch", NumberEditor(0, 1_000_000, 256, zero_text=mark("what fits"))),
    Knob("training.gradient_checkpointing", "gradient checkpointing", _AUTO),
)
LOSS_TYPE, LOSS_WEIGHTS = "training.loss_type", "training.loss_weights"
LOSS_KNOB = Knob(
    LOSS_TYPE,
    "loss type",
    ListEditor(
        (
            *(((loss.name,), f"{loss.title}  ·  {loss.name}", loss.help_text) for loss in LOSSES.values()),
            *((mix.names, f"{mix.title}  ·  {' + '.join(mix.names)}", mix.help_text) for mix in MIXES),
        )
    ),
)
# Of how many decimals and in which steps a number is set; a percentage is of parts of 1.
_NUMBERS: dict[str, NumberEditor] = {
    "label_smoothing": NumberEditor(0.0, 0.5, 0.05, "percent", decimals=3),
    "f_alpha_divergence_coef": NumberEditor(0.0, 1.0, 0.1, decimals=2),
    "ld_alpha": NumberEditor(0.0, 1.0, 0.1, decimals=2),
    "discopop_tau": NumberEditor(0.0, 10.0, 0.01, decimals=3),
    "simpo_gamma": NumberEditor(0.0, 100.0, 0.1, decimals=2),
    "cpo_alpha": NumberEditor(0.0, 100.0, 0.1, decimals=2),
    "desirable_weight": NumberEditor(0.05, 20.0, 0.1, decimals=3),
    "undesirable_weight": NumberEditor(0.05, 20.0, 0.1, decimals=3),
}
_LABELS = {
    "reverse_kl": "Reverse KL",
    "forward_kl": "Forward KL",
    "js_divergence": "JS",
    "alpha_divergence": "Alpha",
}


def _option_knob(option: LossOption) -> Knob:
    if option.choices:
        editor: Editor = ChoiceEditor(tuple((choice, _LABELS[choice]) for choice in option.choices))
    elif isinstance(option.default, bool):
        editor = _SWITCH
    else:
        editor = _NUMBERS[option.name]
    return Knob(f"training.{option.name}", option.name, editor)


LOSS_OPTION_KNOBS = tuple(_option_knob(option) for option in OPTIONS.values())
KNOBS = {knob.key: knob for knob in (*MAIN_KNOBS, *ADVANCED_KNOBS, LOSS_KNOB, *LOSS_OPTION_KNOBS)}
