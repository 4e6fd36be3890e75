"""The settings of the next run: the knobs' values, the recipe they began from, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.models.example_words import ExampleWords, example_words
from app.models.knobs import KNOBS, LOSS_TYPE, LOSS_WEIGHTS, PARTS, TUNING, WARM_UP_EPOCHS, WARM_UP_RATE, Knob
from app.models.loss_setup import LOSS_KEYS, THUMB_LOSS, loss_errors, takes_thumbs, with_loss, with_option
from app.models.recipes import ALL_RECIPES, BALANCED, RECIPES, Recipe, recipe_for
from engine.errors import PlanError
from engine.plan import AdapterPlan, DataPlan, ModelPlan, RunPlan, TrainingPlan
from engine.training.watch.learning_rate import FULL_SHARE

_NOTHING_SET = (AdapterPlan(), TrainingPlan())


class SetupModel(QObject):
    """Values by plan key. Each is checked alone by the plan's own rules, so that every wrong field can say so.

    `changed` is emitted after any change.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._base = BALANCED
        self._values = values_of(BALANCED)
        self._template: RunPlan | None = None
        self.errors: dict[str, PlanError] = {}
        self.thumbs: tuple[int, int] | None = None

    def suit_data(self, thumbs: tuple[int, int] | None) -> None:
        """Follow what the open file holds: so many single replies with a thumb up and down, or None for pairs.

        Only a loss on thumbs can learn from these; with pairs the recipe's own loss comes back.
        """
        if thumbs == self.thumbs:
            return
        had_thumbs, self.thumbs = self.thumbs is not None, thumbs
        if had_thumbs and thumbs is None:
            base = values_of(self._base)
            self._take_loss({key: base[key] for key in LOSS_KEYS})
        self._suit_loss()
        self.changed.emit()

    @property
    def takes_thumbs(self) -> bool:
        """Whether the chosen loss learns from single replies with thumbs."""
        return takes_thumbs(self._values)

    @property
    def words(self) -> ExampleWords:
        """What the chosen loss's examples are called."""
        return example_words(thumbs=self.takes_thumbs)

    def value(self, key: str) -> Any:
        """The present value of a knob."""
        return self._values[key]

    def set_value(self, key: str, value: object) -> None:
        """Turn a knob; a value that the plan refuses is kept, with its error in `errors`."""
        if KNOBS[key].is_whole and isinstance(value, float):
            value = round(value)
        if value == self._values[key]:
            return
        self._values[key] = value
        if key == TUNING:
            self._suit_rate()
        if key in LOSS_KEYS:
            self._check_loss(key)
        else:
            error = check_value(key, value)
            self.errors.pop(key, None)
            self.errors.update({key: error} if error else {})
        self._suit_loss()
        self._forgive_unseen()
        self.changed.emit()

    def choose(self, recipe: Recipe) -> None:
        """Set all knobs as a recipe says."""
        self._base, self._template = recipe, None
        self.reset()

    def adopt(self, plan: RunPlan, title: str) -> None:
        """Take all settings of a plan, such as the demo's; `title` is what they are called from then on."""
        values = {key: _read(plan, key) for key in (*KNOBS, LOSS_WEIGHTS)}
        same = next((recipe for recipe in ALL_RECIPES if values_of(recipe) == values), None)
        self._base, self._template = same or Recipe("", title, "", values), plan
        self.reset()

    def reset(self) -> None:
        """Back to what the recipe says."""
        self._values = values_of(self._base)
        self.errors = {}
        self._suit_loss()
        self.changed.emit()

    def choose_purpose(self, name: str) -> None:
        """Set all knobs for a purpose, as strongly as before; balanced where no recipe was chosen."""
        strengths = [recipe.name for recipe in RECIPES]
        strength = self._base.name if self._base.name in strengths else BALANCED.name
        self.choose(recipe_for(name, strength))

    @property
    def purpose(self) -> str:
        """The name of what the settings are for."""
        return self._base.purpose

    @property
    def base(self) -> Recipe:
        """The recipe, or the adopted plan, that the values began from."""
        return self._base

    @property
    def is_changed(self) -> bool:
        """Whether a knob differs from the recipe."""
        return self._values != values_of(self._base)

    @property
    def values(self) -> Mapping[str, object]:
        """All knobs."""
        return self._values

    @property
    def is_full(self) -> bool:
        """Whether the whole model is trained, so that the adapter's knobs say nothing."""
        return self._values[TUNING] == "full"

    def applies(self, knob: Knob) -> bool:
        """Whether a knob says anything about the run, as things stand."""
        if knob.key == WARM_UP_RATE:
            return bool(self._values[WARM_UP_EPOCHS]) and not self.takes_thumbs
        if knob.key == WARM_UP_EPOCHS:
            return not self.takes_thumbs
        return not (self.is_full and knob.part == "adapter")

    def plan(self, model: ModelPlan, data: DataPlan) -> RunPlan:
        """The plan for a model and a preference file. Raises `PlanError` at the first value that cannot be."""
        adapter, training = (self._template.adapter, self._template.training) if self._template else _NOTHING_SET
        adapter = AdapterPlan() if self.is_full else adapter
        parts: dict[str, Any] = {"model": model, "data": data, "adapter": adapter, "training": training}
        return RunPlan(**{name: replace(part, **self._values_of_part(name)) for name, part in parts.items()})

    def _suit_loss(self) -> None:
        if self.thumbs is not None and not self.takes_thumbs:
            self._take_loss(with_loss(self._values, THUMB_LOSS))

    def _take_loss(self, values: Mapping[str, object]) -> None:
        """The loss with its weights and options."""
        self._values.update(values)
        self._judge_loss()

    def _check_loss(self, key: str) -> None:
        """The loss and its options are checked together, since one decides what the others mean."""
        if key == LOSS_TYPE:
            names = self._values[LOSS_TYPE]
            assert isinstance(names, tuple)
            self._values.update(with_loss(self._values, names))
        elif key != LOSS_WEIGHTS:
            self._values.update({**with_option(self._values), key: self._values[key]})
        self._judge_loss()

    def _judge_loss(self) -> None:
        for name in LOSS_KEYS:
            self.errors.pop(name, None)
        self.errors.update(loss_errors(self._values))

    def _forgive_unseen(self) -> None:
        """A wrong value of a knob that says nothing any more goes back, since nobody could see it to correct it."""
        for key in [key for key in self.errors if key in KNOBS and not self.applies(KNOBS[key])]:
            self._values[key] = values_of(self._base)[key]
            del self.errors[key]

    def _suit_rate(self) -> None:
        """A rate for adapters would ruin a whole model, and one for whole models teaches an adapter nothing."""
        rate = self._values["training.learning_rate"]
        assert isinstance(rate, float)
        self._values["training.learning_rate"] = float(f"{rate * (FULL_SHARE if self.is_full else 1 / FULL_SHARE):.6g}")

    def _values_of_part(self, part: str) -> dict[str, Any]:
        if part == "adapter" and self.is_full:
            return {}
        values = dict(self._values)
        if self.takes_thumbs:
            values[WARM_UP_EPOCHS] = KNOBS[WARM_UP_EPOCHS].default
        if not values[WARM_UP_EPOCHS]:
            values[WARM_UP_RATE] = KNOBS[WARM_UP_RATE].default
        return {key.partition(".")[2]: value for key, value in values.items() if key.startswith(f"{part}.")}


def values_of(recipe: Recipe) -> dict[str, object]:
    """Every knob's value under a recipe."""
    values = {key: recipe.values.get(key, knob.default) for key, knob in KNOBS.items()}
    return {**values, LOSS_WEIGHTS: recipe.values.get(LOSS_WEIGHTS, ())}


def check_value(key: str, value: object) -> PlanError | None:
    """What the plan has against one value, all others being fine."""
    part, _, name = key.partition(".")
    needed = {"path": "a path"} if part in ("model", "data") else {}
    try:
        PARTS[part](**{**needed, name: value})  # pyright: ignore[reportArgumentType]
    except PlanError as error:
        return error
    return None


def _read(plan: RunPlan, key: str) -> object:
    part, _, name = key.partition(".")
    return getattr(getattr(plan, part), name)
