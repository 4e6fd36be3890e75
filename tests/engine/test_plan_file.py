"""Plan files: what is written is read back, what is wrong is named."""

from __future__ import annotations

import os
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as some

from engine.data.formats.pairing import PAIRINGS
from engine.data.options import TIES, ReadingOptions
from engine.errors import EngineError, PlanError
from engine.plan import AdapterPlan, DataPlan, Dtype, ModelPlan, RunPlan, Schedule, TrainingPlan
from engine.plan_file import plan_from_document, plan_to_toml, read_plan, with_absolute_paths, write_plan
from engine.preference.losses.options import F_DIVERGENCES

_NEEDED: dict[str, object] = {"model": {"path": "m"}, "data": {"path": "d"}}
_NAMES = some.text(some.characters(exclude_categories=("Cs",), exclude_characters="\0/\\"), min_size=1).filter(
    lambda name: name not in (".", "..")
)
_PATHS = _NAMES.map(lambda name: str(Path(os.sep).absolute() / "data" / name))
_LAYERS = some.sampled_from(("q_proj", "layers.0.mlp.up_proj", r".*\.(k|v)_proj", "a layer"))
_COUNTS = some.integers(0, 2**40)
_SHARES = some.floats(0, 0.9)
_ABOVE_ZERO = some.floats(min_value=0, exclude_min=True, allow_infinity=False)
_FROM_ZERO = some.floats(min_value=0, allow_infinity=False)
_SEEDS = some.integers(-(2**62), 2**62)

_PLANS = some.builds(
    RunPlan,
    model=some.builds(
        ModelPlan,
        path=_PATHS,
        dtype=some.sampled_from(get_args(Dtype)),
        device=some.sampled_from(["auto", "cpu", "mps", "cuda", "cuda:1"]),
    ),
    data=some.builds(
        DataPlan,
        path=_PATHS,
        evaluation_path=_PATHS.map(lambda path: path + " held back") | some.just(""),
        evaluation_share=_SHARES,
        max_pairs=_COUNTS,
        max_length=some.integers(8, 2**30),
        seed=_SEEDS,
        pairing=some.sampled_from(["", *PAIRINGS]),
        axis=_NAMES | some.just(""),
        ties=some.sampled_from(TIES),
        columns=some.fixed_dictionaries({"chosen": _NAMES, "rejected": _NAMES}, optional={"prompt": _NAMES})
        | some.just({}),
    ),
    adapter=some.builds(
        AdapterPlan,
        path=_PATHS | some.just(""),
        r=some.integers(1, 512),
        alpha=_ABOVE_ZERO,
        dropout=_SHARES,
        target_modules=some.lists(_NAMES, min_size=1, max_size=3).map(tuple),
        rslora=some.booleans(),
        dora=some.booleans(),
        rank_pattern=some.dictionaries(_LAYERS, some.integers(1, 512), max_size=3),
        alpha_pattern=some.dictionaries(_LAYERS, _ABOVE_ZERO, max_size=3),
    ),
    training=some.builds(
        TrainingPlan,
        loss_type=some.just(("sigmoid", "sft")),
        loss_weights=some.tuples(_ABOVE_ZERO, _ABOVE_ZERO) | some.just(()),
        label_smoothing=some.floats(0, 0.5, exclude_max=True),
        f_divergence_type=some.sampled_from(F_DIVERGENCES[:3]),
        ld_alpha=some.floats(0, 1),
        use_weighting=some.booleans(),
        beta=_ABOVE_ZERO,
        learning_rate=_ABOVE_ZERO,
        epochs=some.integers(1, 100),
        batch_size=some.integers(1, 1000),
        warmup_ratio=some.floats(0, 1),
        schedule=some.sampled_from(get_args(Schedule)),
        weight_decay=_FROM_ZERO,
        max_grad_norm=_FROM_ZERO,
        evaluate_every=_COUNTS,
        checkpoint_every=_COUNTS,
        seed=_SEEDS,
        shared_prefix=some.sampled_from(("auto", "on", "off")),
    ),
)


@given(plan=_PLANS)
def test_a_written_plan_reads_back_the_same(plan: RunPlan) -> None:
    document = tomllib.loads(plan_to_toml(plan))
    assert plan_from_document(document, Path("/elsewhere")) == plan


def test_a_written_plan_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    write_plan(RunPlan(ModelPlan(path="/m"), DataPlan(path="/d")), path)
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    kinds = {"model": ModelPlan, "data": DataPlan, "adapter": AdapterPlan, "training": TrainingPlan}
    assert document.keys() == kinds.keys()
    for section, kind in kinds.items():
        assert document[section].keys() == {field.name for field in fields(kind)}
    assert [file.name for file in tmp_path.iterdir()] == ["plan.toml"]


def loss_of(**values: object) -> TrainingPlan:
    return plan_from_document({**_NEEDED, "training": values}, Path("/")).training


def test_one_loss_is_a_name_and_several_are_a_list() -> None:
    assert loss_of(loss_type="ipo").loss_type == loss_of(loss_type=["ipo"]).loss_type == ("ipo",)
    mix = loss_of(loss_type=["sigmoid", "sft"], loss_weights=[1, 0.2], use_weighting=True)
    assert (mix.loss_type, mix.loss_weights, mix.use_weighting) == (("sigmoid", "sft"), (1.0, 0.2), True)


@pytest.mark.parametrize(
    "key,value",
    [
        ("loss_type", 3),
        ("loss_type", "sigmod"),
        ("loss_weights", 1.0),
        ("loss_weights", ["1"]),
        ("loss_weights", [True]),
        ("use_weighting", 1),
        ("use_weighting", "yes"),
        ("label_smoothing", "0.1"),
        ("f_divergence_type", "kl"),
    ],
)
def test_a_loss_written_wrongly_is_refused_by_its_key(key: str, value: object) -> None:
    with pytest.raises(PlanError) as caught:
        loss_of(**{key: value})
    assert caught.value.field == f"training.{key}"
    assert caught.value.hint


def test_relative_paths_start_at_the_plan_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "elsewhere").mkdir()
    plan_path = tmp_path / "plans" / "one.toml"
    plan_path.write_text(
        '[model]\npath = "../models/tiny"\n[data]\npath = "pairs.jsonl"\nevaluation_path = "~/held.jsonl"\n'
    )
    monkeypatch.chdir(tmp_path / "elsewhere")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    plan = read_plan(Path("../plans/one.toml"))
    assert plan.model.path == str(tmp_path / "models" / "tiny")
    assert plan.data.path == str(tmp_path / "plans" / "pairs.jsonl")
    assert plan.data.evaluation_path == str(tmp_path / "held.jsonl")
    assert plan.adapter.path == ""


def test_paths_of_a_plan_made_in_python_become_absolute() -> None:
    plan = with_absolute_paths(RunPlan(ModelPlan(path="m"), DataPlan(path="d.jsonl")), Path("/base").absolute())
    assert plan.model.path == str(Path("/base/m").absolute())
    assert plan.data.path == str(Path("/base/d.jsonl").absolute())
    assert plan.data.evaluation_path == ""


@pytest.mark.parametrize(
    "toml,key,nearest",
    [
        ("[modle]\npath = 'm'", "modle", "model"),
        ("[training]\nlearning_rat = 1e-5", "training.learning_rat", "learning_rate"),
        ("[data]\nmax_len = 5", "data.max_len", "max_length"),
        ("[data]\nquite_other = 5", "data.quite_other", "evaluation_share"),
        ("[training]\nschedule = 'cosin'", "training.schedule", "cosine"),
        ("[data]\npath = 'd'\nevaluation_share = 2.5", "data.evaluation_share", "0.9"),
        ("[training]\nbatch_size = 0", "training.batch_size", "1"),
        ("[data]\npath = 'd'\npairing = 'neighbors'", "data.pairing", "neighbours"),
        ("[data]\npath = 'd'\nties = 'keeps'", "data.ties", "keep"),
        ("[data]\npath = 'd'\n[data.columns]\npromt = 'q'", "data.columns.promt", "prompt"),
    ],
)
def test_a_wrong_key_or_value_is_named_with_the_nearest_valid_one(toml: str, key: str, nearest: str) -> None:
    document = {**_NEEDED, **tomllib.loads(toml)}
    with pytest.raises(PlanError) as caught:
        plan_from_document(document, Path("/base"))
    assert caught.value.field == key
    assert key in caught.value.message
    assert nearest in caught.value.hint


@pytest.mark.parametrize(
    "key,value",
    [
        ("training.epochs", 1.5),
        ("training.epochs", True),
        ("training.epochs", "2"),
        ("training.beta", "0.1"),
        ("training.beta", False),
        ("training.schedule", 3),
        ("model.path", ["a", "b"]),
        ("adapter.target_modules", ["q_proj", 4]),
        ("adapter.target_modules", 7),
        ("adapter.rslora", 1),
        ("adapter.dora", "yes"),
        ("adapter.rank_pattern", 8),
        ("adapter.alpha_pattern", ["q_proj"]),
        ("data.path", "~nobody-of-this-name/pairs.jsonl"),
        ("data.path", "pairs\0.jsonl"),
        ("data.columns", "prompt=question"),
        ("model", "a path"),
    ],
)
def test_a_value_of_the_wrong_type_is_named(key: str, value: object) -> None:
    section, _, name = key.partition(".")
    with pytest.raises(PlanError) as caught:
        plan_from_document({**_NEEDED, section: {name: value} if name else value}, Path("/base"))
    assert caught.value.field == key
    assert caught.value.hint


@pytest.mark.parametrize(
    "key,value",
    [("rank_pattern", 1.5), ("rank_pattern", 0), ("rank_pattern", "8"), ("alpha_pattern", 0), ("alpha_pattern", True)],
)
def test_a_pattern_s_wrong_number_is_named_with_its_layer(key: str, value: object) -> None:
    with pytest.raises(PlanError) as caught:
        plan_from_document({**_NEEDED, "adapter": {key: {"q_proj": value}}}, Path("/base"))
    assert caught.value.field == f"adapter.{key}.q_proj"


@pytest.mark.parametrize("pattern", ["", "(q_proj"])
def test_a_pattern_that_names_nothing_is_refused(pattern: str) -> None:
    with pytest.raises(PlanError) as caught:
        plan_from_document({**_NEEDED, "adapter": {"rank_pattern": {pattern: 4}}}, Path("/base"))
    assert caught.value.field == "adapter.rank_pattern"


def test_how_to_read_is_told_in_the_plan() -> None:
    document = tomllib.loads(
        "[model]\npath = 'm'\n[data]\npath = 'd'\npairing = 'all'\naxis = 'honesty'\nties = 'keep'\n"
        "[data.columns]\nprompt = 'question'\nchosen = 'a'\nrejected = 'b'"
    )
    columns = {"prompt": "question", "chosen": "a", "rejected": "b"}
    assert plan_from_document(document, Path("/base")).data.reading == ReadingOptions("all", "honesty", columns, "keep")


@pytest.mark.parametrize("value", ["3", "''", "['a']"])
def test_a_column_that_is_no_name_is_named(value: str) -> None:
    document = {**_NEEDED, **tomllib.loads(f"[data]\npath = 'd'\n[data.columns]\nprompt = {value}")}
    with pytest.raises(PlanError) as caught:
        plan_from_document(document, Path("/base"))
    assert caught.value.field == "data.columns.prompt"


def test_whole_numbers_serve_as_numbers_and_one_layer_as_a_list() -> None:
    document = {
        "model": {"path": "m"},
        "data": {"path": "d"},
        "training": {"beta": 1},
        "adapter": {"target_modules": "q_proj"},
    }
    plan = plan_from_document(document, Path("/base"))
    assert plan.training.beta == 1.0
    assert isinstance(plan.training.beta, float)
    assert plan.adapter.target_modules == ("q_proj",)


@pytest.mark.parametrize("content", [b"[model\npath = 1", b"\xff\xfe\x00"])
def test_a_file_that_is_no_toml_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "plan.toml").write_bytes(content)
    with pytest.raises(EngineError, match=r"plan\.toml is not valid TOML"):
        read_plan(tmp_path / "plan.toml")


def test_a_plan_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="could not be read"):
        read_plan(tmp_path / "missing.toml")
    with pytest.raises(EngineError, match="could not be read"):
        read_plan(tmp_path)
