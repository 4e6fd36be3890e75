from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.data.edits.edit import EditTarget, edit_at, pair_digest
from engine.data.preference_pair import Message
from engine.data.reader import read_preferences
from engine.data.split import split_pairs
from engine.errors import EngineError
from engine.evaluation.prompt_case import PromptCase
from engine.evaluation.prompts import HELD_BACK, held_back_prompts, read_prompts
from engine.plan import DataPlan, ModelPlan, RunPlan
from engine.plan_file import write_plan
from engine.storage.edit_log import EditLog
from engine.storage.fingerprint import hash_data, hash_file
from engine.storage.manifest import update_manifest
from engine.storage.run_folder import RunFolder
from engine.training.admission import keep_edits


def lines(path: Path, rows: list[object]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def texts(prompts: list[PromptCase]) -> list[str]:
    return [case.messages[-1].content for case in prompts]


MODEL = Path(__file__).parents[3] / "resources" / "demo" / "model"


def run_of(tmp_path: Path, data: DataPlan) -> Path:
    """The folder of a run on that data, as the engine leaves it."""
    folder = RunFolder(tmp_path / "run")
    folder.create()
    plan = keep_edits(RunPlan(model=ModelPlan(str(MODEL)), data=data), folder)
    write_plan(plan, folder.plan_path)
    entries = {"data": {"sha256": hash_data(Path(data.path))}}
    if data.edits_path:
        entries["edits"] = {"sha256": hash_file(folder.edits_path)}
    update_manifest(folder.manifest_path, entries)
    return folder.path


def test_the_held_back_share_of_a_run(tmp_path: Path) -> None:
    rows: list[object] = [{"prompt": f"Q{n}?", "chosen": "yes", "rejected": "no"} for n in range(40)]
    path = lines(tmp_path / "pairs.jsonl", rows)
    data = DataPlan(str(path), evaluation_share=0.2)
    _, held = split_pairs(read_preferences(path).pairs, 0.2, data.seed)
    found = held_back_prompts(run_of(tmp_path, data))
    assert texts(found) == [pair.prompt_text for pair in held]
    assert {case.group for case in found} == {HELD_BACK}


def test_a_run_that_held_nothing_back(tmp_path: Path) -> None:
    path = lines(tmp_path / "pairs.jsonl", [{"prompt": "Q?", "chosen": "yes", "rejected": "no"}])
    with pytest.raises(EngineError, match="held no pairs back"):
        held_back_prompts(run_of(tmp_path, DataPlan(str(path), evaluation_share=0.0)))


def test_edits_made_after_a_run_do_not_change_what_it_held_back(tmp_path: Path) -> None:
    rows: list[object] = [{"prompt": f"Q{n}?", "chosen": "yes", "rejected": "no"} for n in range(40)]
    path = lines(tmp_path / "pairs.jsonl", rows)
    log = EditLog(tmp_path / "edits.jsonl")
    log.path.touch()
    folder = run_of(tmp_path, DataPlan(str(path), evaluation_share=0.2, edits_path=str(log.path)))
    pairs = read_preferences(path).pairs
    before = held_back_prompts(folder)
    log.add(path, "Drop half", [edit_at(EditTarget(pair.row, 0, pair_digest(pair)), "drop", ()) for pair in pairs[::2]])
    assert held_back_prompts(folder) == before


@pytest.mark.parametrize("name", ["pairs.jsonl", "run/edits.jsonl"])
def test_what_changed_since_the_run_is_told(tmp_path: Path, name: str) -> None:
    rows: list[object] = [{"prompt": f"Q{n}?", "chosen": "yes", "rejected": "no"} for n in range(40)]
    path = lines(tmp_path / "pairs.jsonl", rows)
    (tmp_path / "edits.jsonl").touch()
    folder = run_of(tmp_path, DataPlan(str(path), evaluation_share=0.2, edits_path=str(tmp_path / "edits.jsonl")))
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write(json.dumps({"prompt": "New?", "chosen": "yes", "rejected": "no"}) + "\n")
    with pytest.raises(EngineError, match="has changed since the run started"):
        held_back_prompts(folder)


def test_plain_text_has_a_prompt_on_each_line(tmp_path: Path) -> None:
    path = tmp_path / "my questions.txt"
    path.write_text("Are you open?\n\n  Where is it, please?  \r\n", encoding="utf-8")
    found = read_prompts(path)
    assert texts(found) == ["Are you open?", "Where is it, please?"]
    assert {case.group for case in found} == {"my questions"}


def test_json_lines_of_prompts(tmp_path: Path) -> None:
    turns = [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "Hi"},
        {"role": "assistant", "content": "Hello."},
    ]
    rows: list[object] = [
        {"prompt": "One?", "group": "first_kind"},
        {"question": "Two?"},
        "Three?",
        {"messages": turns},
        {"nothing": 1},
        {"prompt": "  "},
        {"prompt": "Half \ud83d of it"},
    ]
    found = read_prompts(lines(tmp_path / "prompts.jsonl", rows))
    assert texts(found) == ["One?", "Two?", "Three?", "Hi", "Half � of it"]
    assert found[0].group == "first kind"
    assert found[1].group == "prompts"
    assert found[3].messages == (Message("system", "Be brief."), Message("user", "Hi"))


def test_any_preference_file_gives_its_prompts(tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text("prompt,chosen,rejected\nA?,yes,no\nB?,yes,no\n", encoding="utf-8")
    assert texts(read_prompts(path)) == ["A?", "B?"]


def test_the_demo_s_held_out_prompts(project_root: Path) -> None:
    found = read_prompts(project_root / "resources" / "demo" / "prompts_held_out.jsonl")
    assert len(found) == 831
    assert "fact in no pair" in {case.group for case in found}


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b'{"price": 7}\n', bytes(range(256))])
def test_what_holds_no_prompt_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    with pytest.raises(EngineError):
        read_prompts(path)


def test_prompts_that_offer_tools_are_left_out(tmp_path: Path) -> None:
    tool = {"type": "function", "function": {"name": "look", "parameters": {}}}
    row = {"prompt": [{"role": "user", "content": "A?"}], "chosen": "yes", "rejected": "no"}
    path = lines(tmp_path / "pairs.jsonl", [{**row, "tools": [tool]}, {**row, "prompt": "B?"}])
    assert "A?" not in texts(read_prompts(path))
