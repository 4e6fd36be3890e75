from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.arena.plan import ArenaPlan
from engine.data.preference_pair import Message
from engine.errors import EngineError
from engine.evaluation.prompt_case import PromptCase
from engine.storage.arena_log import ArenaLog
from tests.engine.arena.picks import pick
from tests.engine.evaluation.voting import cases


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "arena.jsonl"


def test_what_was_kept_is_there_again(path: Path) -> None:
    log = ArenaLog(path)
    assert (log.plan, log.prompts, log.picks, log.waiting) == (None, {}, (), [])
    plan = ArenaPlan("temperatures", (0.5, 1.25), 64, 40, "tone")
    log.set_plan(plan)
    assert log.add_prompts(cases(3), "from questions.txt") == [0, 1, 2]
    log.add(pick("a", written="Yes, from 9 to 5.", number=1))
    again = ArenaLog(path)
    assert again.plan == plan
    assert again.prompts == log.prompts
    assert again.picks == log.picks == (pick("a", written="Yes, from 9 to 5.", number=1),)
    assert again.waiting == [0, 2]
    assert again.damaged == 0


def test_each_prompt_of_a_file_is_asked_once_and_a_typed_one_as_often_as_one_likes(path: Path) -> None:
    log = ArenaLog(path)
    assert log.add_prompts([*cases(2), *cases(3)], "from a file") == [0, 1, 2]
    assert log.add_prompts(cases(3), "from a file") == []
    assert log.ask_first(cases(2)[1]) == 1  # it waits already
    log.add(pick(number=1))
    assert log.ask_first(cases(2)[1]) == 3
    assert ArenaLog(path).waiting == [0, 2, 3]


def test_undo_is_a_line_too_and_asks_the_prompt_again(path: Path) -> None:
    log = ArenaLog(path)
    log.add_prompts(cases(2), "x")
    assert log.undo() is None
    first, second = pick(number=0), pick("skip", number=1)
    log.add(first)
    log.add(second)
    assert log.undo() == second
    assert log.undo() == first
    again = ArenaLog(path)
    assert again.picks == ()
    assert again.taken_back == [second, first]
    assert again.waiting == [0, 1]
    assert [json.loads(line)["kind"] for line in path.read_text("utf-8").splitlines()] == [
        "prompts",
        "pick",
        "pick",
        "undo",
        "undo",
    ]


def test_prompts_that_wait_can_be_left_out_and_later_ones_wait_again(path: Path) -> None:
    log = ArenaLog(path)
    log.add_prompts(cases(3), "x")
    log.add(pick(number=0))
    log.drop_waiting()
    assert log.waiting == []
    log.add_prompts(cases(2, "Brevity"), "y")
    log.undo()
    assert log.waiting == ArenaLog(path).waiting == [0, 3, 4]


def test_a_conversation_keeps_its_turns_to_the_letter(path: Path) -> None:
    turns = (
        Message("system", "Be\nbrief."),
        Message("user", "Ja? 🧡"),
        Message("assistant", "“Ja”"),
        Message("user", "?"),
    )
    ArenaLog(path).add_prompts([PromptCase(turns, "Mood")], "x")
    assert ArenaLog(path).prompts[0].messages == turns


def test_a_line_that_was_cut_off_is_passed_over_and_damaged_ones_are_counted(path: Path) -> None:
    log = ArenaLog(path)
    log.set_plan(ArenaPlan())
    log.add_prompts(cases(2), "x")
    log.add(pick(number=0))
    whole = path.read_bytes()
    path.write_bytes(
        b'{"kind": "pick"}\n[]\n{half\n{"kind": "plan", "goal": 0}\n{"kind": "undo", "pick": "?"}\n' + whole
    )
    again = ArenaLog(path)
    assert (again.damaged, again.picks, again.waiting) == (5, log.picks, [1])
    path.write_bytes(whole[:-9])
    again = ArenaLog(path)
    assert (again.damaged, again.picks, again.waiting) == (0, (), [0, 1])
    again.add(pick("b", number=1))
    assert ArenaLog(path).picks == (pick("b", number=1),)


def test_a_place_that_cannot_be_written_is_told_and_nothing_counts(path: Path) -> None:
    path.mkdir()
    with pytest.raises(EngineError, match="could not be read"):
        ArenaLog(path)
    path.rmdir()
    log = ArenaLog(path)
    log.add_prompts(cases(1), "x")
    path.unlink()
    path.mkdir()
    with pytest.raises(EngineError, match="Nothing was kept"):
        log.add(pick(number=0))
    assert (log.picks, log.waiting) == ((), [0])
