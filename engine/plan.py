"""What to train, on what, and how: the run plan, validated where it is born.

Each field carries its plain name and one line of help, so that forms, plan files and the manual say the same.
Reading and writing plan files is in `plan_file.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, get_args

from engine.data.column_map import TARGETS, check_columns
from engine.data.options import ReadingOptions, Ties
from engine.errors import EngineError, PlanError
from engine.model.template_choice import CHAT_TEMPLATES
from engine.nearest import nearest
from engine.plan_adapter import AdapterPlan, refuse_adapter_settings
from engine.plan_fields import at_least, in_range, knob, one_of, positive, require
from engine.preference.losses.choice import LossChoice
from engine.preference.losses.options import OPTIONS, FDivergence, LossOptions

Dtype = Literal["auto", "bfloat16", "float32"]
Schedule = Literal["linear", "cosine", "constant"]
Tuning = Literal["lora", "full"]
BestBy = Literal["loss", "margin", "accuracy"]
SharedPrefix = Literal["auto", "on", "off"]
GradientCheckpointing = Literal["auto", "on", "off"]
PairingChoice = Literal["", "neighbours", "all", "best-worst"]

LONGEST_PAIR = 1024  # tokens, unless a plan says otherwise
MOST_SAMPLES = 8  # prompts answered at a time; each costs as long as a chat reply
SHORTEST_PAIR = 8  # below this nothing is left of a conversation


def loss_option(name: str) -> Any:
    """A plan field for an option that some losses read, as their catalogue describes it."""
    option = OPTIONS[name]
    return knob(option.default, option.title, option.help_text)


@dataclass(frozen=True, slots=True)
class ModelPlan:
    """Which model to teach, in which number format, on which device."""

    path: str = knob("", "Model", "The folder that holds the model.")
    dtype: Dtype = knob("auto", "Number format", "auto takes bfloat16 where the processor has it, else float32.")
    device: str = knob("auto", "Device", "auto, cpu, mps, cuda or cuda:1.")
    load_in_4bit: bool = knob(
        False, "Model in four bits", "Holds the model's frozen weights in 4-bit NF4 (QLoRA). Needs a CUDA card."
    )
    chat_template: str = knob(
        "", "Chat template", "How a conversation is written for a model that brings none; empty takes the model's own."
    )

    def __post_init__(self) -> None:
        one_of(self.chat_template, ("", *CHAT_TEMPLATES), "model.chat_template")
        require(bool(self.path), "model.path", "The plan names no model.", "Give the folder of a local chat model.")
        one_of(self.dtype, get_args(Dtype), "model.dtype")
        is_device = re.fullmatch(r"auto|cpu|mps|cuda(:\d{1,3})?", self.device) is not None
        require(
            is_device,
            "model.device",
            f"model.device cannot be {self.device!r}.",
            "Valid are auto, cpu, mps, cuda and cuda:1 and so on.",
        )
        require(
            not self.load_in_4bit or self.device not in ("cpu", "mps"),
            "model.load_in_4bit",
            f"model.load_in_4bit needs a CUDA card, and model.device is {self.device}.",
            "Leave one of the two out: elsewhere LoRA is trained in bfloat16 or float32.",
        )


@dataclass(frozen=True, slots=True)
class DataPlan:
    """Which pairs to learn from, and which to hold back."""

    path: str = knob("", "Preference file", "Prompts with a chosen and a rejected reply.")
    evaluation_path: str = knob("", "Evaluation file", "Held-back pairs of their own; empty takes a share of the data.")
    evaluation_share: float = knob(0.1, "Held back", "Share of the pairs kept for evaluation, prompts kept together.")
    max_pairs: int = knob(0, "Most pairs", "Use only the file's first pairs; 0 uses all.")
    max_length: int = knob(LONGEST_PAIR, "Longest text", "Tokens of prompt and reply together; longer replies are cut.")
    seed: int = knob(42, "Split seed", "Decides which pairs are held back.")
    edits_path: str = knob("", "Edits", "A project's edits.jsonl, whose changes to pairs are made; empty makes none.")
    pairing: PairingChoice = knob(
        "", "Pairing", "Which of several ranked replies make pairs; empty takes what suits the file."
    )
    axis: str = knob("", "Deciding quality", "Which rating decides, where the file has several; empty takes its own.")
    ties: Ties = knob("drop", "Ties", "drop leaves out comparisons without a winner; keep reads them both ways round.")
    columns: Mapping[str, str] = knob(
        dict[str, str], "Columns", "Which columns to read, as in { prompt = 'question' }; empty goes by their names."
    )
    thumbs_from_pairs: bool = knob(
        False, "Pairs as thumbs", "For kto: makes each pair a thumb up and a thumb down, each judged by itself."
    )

    def __post_init__(self) -> None:
        require(
            bool(self.path), "data.path", "The plan names no preference file.", "Give a file with prompt and replies."
        )
        require(
            self.evaluation_path != self.path,
            "data.evaluation_path",
            "data.evaluation_path is the preference file itself, so nothing would be held back.",
            "Name a file with other pairs, or leave it out to hold back a share of these.",
        )
        in_range(self.evaluation_share, 0.0, 0.9, "data.evaluation_share")
        at_least(self.max_pairs, 0, "data.max_pairs")
        at_least(self.max_length, SHORTEST_PAIR, "data.max_length")
        one_of(self.pairing, get_args(PairingChoice), "data.pairing")
        one_of(self.ties, get_args(Ties), "data.ties")
        _check_columns(self.columns)

    @property
    def reading(self) -> ReadingOptions:
        """How both of its files are read for pairs."""
        return ReadingOptions(self.pairing or None, self.axis, self.columns, self.ties)


@dataclass(frozen=True, slots=True)
class TrainingPlan:
    """What is tuned, and how it learns: by which loss or mix of losses, how fast, how long."""

    tuning: Tuning = knob(
        "lora",
        "What is tuned",
        "An adapter (lora) beside the model, or every weight of it (full), at about a tenth of the learning rate.",
    )
    loss_type: tuple[str, ...] = knob(
        ("sigmoid",), "Loss", "What makes a reply better; sigmoid is DPO as published. Several are added to a mix."
    )
    loss_weights: tuple[float, ...] = knob((), "Weights of the mix", "One for each loss; none lets each count 1.")
    beta: float = knob(0.1, "Closeness to the original", "Higher keeps the model closer to how it talks now.")
    label_smoothing: float = loss_option("label_smoothing")
    f_divergence_type: FDivergence = loss_option("f_divergence_type")
    f_alpha_divergence_coef: float = loss_option("f_alpha_divergence_coef")
    ld_alpha: float = loss_option("ld_alpha")
    use_weighting: bool = loss_option("use_weighting")
    desirable_weight: float = loss_option("desirable_weight")
    undesirable_weight: float = loss_option("undesirable_weight")
    discopop_tau: float = loss_option("discopop_tau")
    simpo_gamma: float = loss_option("simpo_gamma")
    cpo_alpha: float = loss_option("cpo_alpha")
    learning_rate: float = knob(5e-5, "Learning rate", "How big each correction is. Too high and replies turn bad.")
    epochs: int = knob(1, "Passes over the data", "One or two are usually enough.")
    batch_size: int = knob(8, "Pairs per update", "How many pairs each correction looks at.")
    warmup_ratio: float = knob(0.1, "Warm-up", "Share of the updates over which the learning rate rises.")
    schedule: Schedule = knob("cosine", "Schedule", "How the learning rate falls after the warm-up.")
    weight_decay: float = knob(0.0, "Weight decay", "Pulls the weights that are trained toward zero.")
    max_grad_norm: float = knob(1.0, "Gradient clipping", "Longest correction allowed; 0 clips nothing.")
    warm_up_epochs: int = knob(
        0,
        "Imitate first",
        "Passes in which the chosen replies are imitated before preferences are learnt; 0 leaves it out.",
    )
    warm_up_learning_rate: float = knob(
        0.0, "Rate of imitation", "Learning rate of these passes; 0 takes the run's own."
    )
    evaluate_every: int = knob(0, "Evaluate every", "Updates between evaluations; 0 picks about eight a run.")
    checkpoint_every: int = knob(0, "Checkpoint every", "Updates between checkpoints; 0 picks about eight a run.")
    early_stopping_patience: int = knob(
        0, "Stop early", "End with the best checkpoint after so many evaluations that are no better; 0 never does."
    )
    load_best_model_at_end: bool = knob(
        False, "Keep the best", "End with the weights of the best evaluation instead of the last ones."
    )
    metric_for_best_model: BestBy = knob(
        "loss", "Best by", "What makes an evaluation on held-back pairs the best: loss, margin or accuracy."
    )
    sample_prompts: int = knob(0, "Live samples", "How many held-back prompts to answer now and then; 0 answers none.")
    sample_every: int = knob(0, "Sample every", "Updates between such answers; 0 picks about eight times a run.")
    seed: int = knob(42, "Seed", "Decides the order of the pairs and the adapter's first values.")
    shared_prefix: SharedPrefix = knob(
        "auto",
        "Prompt once",
        "Compute a prompt once for both replies, where that is exact. auto: unless float32 is asked for by hand.",
    )
    micro_batch_tokens: int = knob(
        0, "Tokens at a time", "Most tokens that pass through the model together; 0 picks what the device has room for."
    )
    gradient_checkpointing: GradientCheckpointing = knob(
        "auto",
        "Compute layers twice",
        "Saves memory for about a third more time, with the same numbers. auto: where there is no room otherwise.",
    )

    def __post_init__(self) -> None:
        positive(self.beta, "training.beta")
        _ = self.loss  # refuses what does not belong together
        positive(self.learning_rate, "training.learning_rate")
        at_least(self.epochs, 1, "training.epochs")
        at_least(self.batch_size, 1, "training.batch_size")
        in_range(self.warmup_ratio, 0.0, 1.0, "training.warmup_ratio")
        one_of(self.tuning, get_args(Tuning), "training.tuning")
        one_of(self.schedule, get_args(Schedule), "training.schedule")
        one_of(self.shared_prefix, get_args(SharedPrefix), "training.shared_prefix")
        at_least(self.micro_batch_tokens, 0, "training.micro_batch_tokens")
        one_of(self.gradient_checkpointing, get_args(GradientCheckpointing), "training.gradient_checkpointing")
        at_least(self.weight_decay, 0.0, "training.weight_decay")
        at_least(self.max_grad_norm, 0.0, "training.max_grad_norm")
        at_least(self.warm_up_epochs, 0, "training.warm_up_epochs")
        at_least(self.warm_up_learning_rate, 0.0, "training.warm_up_learning_rate")
        at_least(self.evaluate_every, 0, "training.evaluate_every")
        at_least(self.checkpoint_every, 0, "training.checkpoint_every")
        at_least(self.early_stopping_patience, 0, "training.early_stopping_patience")
        one_of(self.metric_for_best_model, get_args(BestBy), "training.metric_for_best_model")
        in_range(self.sample_prompts, 0, MOST_SAMPLES, "training.sample_prompts")
        at_least(self.sample_every, 0, "training.sample_every")

    @property
    def is_full(self) -> bool:
        """Whether all weights are trained."""
        return self.tuning == "full"

    @property
    def tuned_part(self) -> str:
        """What is trained and saved, as it stands in sentences."""
        return "model" if self.is_full else "adapter"

    @property
    def keeps_best(self) -> bool:
        """Whether the run ends with the weights of its best evaluation."""
        return self.load_best_model_at_end or self.early_stopping_patience > 0

    @property
    def loss(self) -> LossChoice:
        """The losses with their weights and options."""
        options = LossOptions(self.beta, **{name: getattr(self, name) for name in OPTIONS})
        return LossChoice(self.loss_type, self.loss_weights, options)


@dataclass(frozen=True, slots=True)
class RunPlan:
    """Everything that decides a run's result. Paths are absolute once read from a plan file."""

    model: ModelPlan
    data: DataPlan
    adapter: AdapterPlan = field(default_factory=AdapterPlan)
    training: TrainingPlan = field(default_factory=TrainingPlan)

    def __post_init__(self) -> None:
        require(
            not (self.model.load_in_4bit and self.adapter.dora),
            "adapter.dora",
            "adapter.dora measures the model's weights, which model.load_in_4bit holds only in four bits.",
            "Leave one of the two out.",
        )
        require(
            not (self.model.load_in_4bit and self.training.is_full),
            "model.load_in_4bit",
            "model.load_in_4bit holds weights that stand still, and training.tuning is full, which moves all of them.",
            "Leave one of the two out.",
        )
        holds_back = bool(self.data.evaluation_path) or self.data.evaluation_share > 0
        for key in ("early_stopping_patience", "load_best_model_at_end"):
            is_asked = bool(getattr(self.training, key))
            require(
                not is_asked or holds_back,
                f"training.{key}",
                f"training.{key} needs held-back pairs, and data.evaluation_share is 0.",
                "Hold some pairs back, for example data.evaluation_share = 0.1, or leave it out.",
            )
        require(
            self.training.keeps_best or self.training.metric_for_best_model == "loss",
            "training.metric_for_best_model",
            "training.metric_for_best_model is set, but nothing keeps the best evaluation, so it would be ignored.",
            "Set training.load_best_model_at_end or training.early_stopping_patience, or leave it out.",
        )
        require(
            self.training.sample_prompts > 0 or not self.training.sample_every,
            "training.sample_every",
            "training.sample_every is set, but training.sample_prompts is 0, so it would be ignored.",
            "Set training.sample_prompts to how many prompts are to be answered, or leave it out.",
        )
        require(
            self.training.warm_up_epochs > 0 or not self.training.warm_up_learning_rate,
            "training.warm_up_learning_rate",
            "training.warm_up_learning_rate is set, but training.warm_up_epochs is 0, so it would be ignored.",
            "Set training.warm_up_epochs, for example to 1, or leave it out.",
        )
        if self.training.is_full:
            refuse_adapter_settings(self.adapter)
        self._check_thumbs()

    def _check_thumbs(self) -> None:
        training = self.training
        if not training.loss.takes_thumbs:
            require(
                not self.data.thumbs_from_pairs,
                "data.thumbs_from_pairs",
                f"data.thumbs_from_pairs is set, but {training.loss_type[0]} learns from pairs and would ignore it.",
                'Leave it out, or set training.loss_type to "kto".',
            )
            return
        require(
            training.batch_size > 1,
            "training.batch_size",
            f"training.batch_size is {training.batch_size}, but {training.loss_type[0]} compares the replies of an "
            "update with one another.",
            "Take 2 at least, better 8 or more.",
        )
        require(
            not training.warm_up_epochs,
            "training.warm_up_epochs",
            f"training.warm_up_epochs imitates the chosen replies of pairs, and {training.loss_type[0]} learns from "
            "single ones.",
            "Leave it out.",
        )
        require(
            training.shared_prefix != "on",
            "training.shared_prefix",
            "training.shared_prefix is on, but a reply with a thumb shares its prompt with no other one.",
            'Leave it out, or set it to "auto".',
        )

    @property
    def reading(self) -> ReadingOptions:
        """How both data files are read: for single thumbs where the losses learn from these."""
        thumbs = self.training.loss.takes_thumbs and not self.data.thumbs_from_pairs
        return replace(self.data.reading, thumbs=thumbs)

    @property
    def name(self) -> str:
        """A short name for lists and folders: the preference file's."""
        return Path(self.data.path).stem


def _check_columns(columns: Mapping[str, str]) -> None:
    for target in columns:
        key = f"data.columns.{target}"
        require(target in TARGETS, key, f"A plan has no key {key}.", nearest(target, TARGETS))
    if not columns:
        return
    try:
        check_columns(columns)
    except EngineError as error:
        raise PlanError("data.columns", f"data.columns cannot be so. {error.message}", error.hint) from error
