from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from engine.data.column_map import parse_columns
from engine.data.index_file import index_preferences
from engine.data.options import ReadingOptions
from engine.data.reader import PreferenceData, read_preferences
from engine.errors import EngineError
from tests.engine.data.examples import pair


def read(folder: Path, rows: list[dict[str, Any]], columns: str) -> PreferenceData:
    path = folder / "own.json"
    path.write_text(json.dumps(rows))
    options = ReadingOptions(columns=parse_columns(columns))
    data = read_preferences(path, options=options)
    lines = folder / "own.jsonl"
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert [*index_preferences(lines, folder, options).pairs] == [*data.pairs]
    return data


ROW = {"frage": "Name a colour.", "gut": "Blue.", "schlecht": "A table.", "prompt": "misleading", "label": True}


def test_named_columns_decide_whatever_else_is_there(tmp_path: Path) -> None:
    data = read(tmp_path, [ROW], "prompt=frage, chosen=gut ,rejected=schlecht")
    assert (data.format, data.pairs) == ("trl", (pair(),))


def test_a_path_leads_into_nested_objects(tmp_path: Path) -> None:
    row = {"q": "Name a colour.", "answers": {"best": "Blue.", "worst": "A table."}, "answers.best": "Blue."}
    assert read(tmp_path, [row], "prompt=q,chosen=answers.best,rejected=answers.worst").pairs == (pair(),)


def test_votes_scores_and_labels_can_be_mapped(tmp_path: Path) -> None:
    votes = [{"q": "Name a colour.", "x": "A table.", "y": "Blue.", "w": word} for word in ("B", "tie")]
    data = read(tmp_path, votes, "prompt=q,response_a=x,response_b=y,winner=w")
    assert (data.pairs, data.ties) == ((pair(),), 1)
    scored = read(
        tmp_path, [{**ROW, "s": 4, "t": 1}], "prompt=frage,chosen=gut,rejected=schlecht,score_chosen=s,score_rejected=t"
    )
    assert scored.pairs[0].margin == 3.0


def test_a_row_without_the_column_is_skipped_and_a_file_without_it_refused(tmp_path: Path) -> None:
    data = read(tmp_path, [ROW, {"frage": "a", "gut": "b"}], "prompt=frage,chosen=gut,rejected=schlecht")
    assert [(row.row, row.reason) for row in data.skipped] == [(2, "The rejected reply is missing.")]
    with pytest.raises(EngineError, match=r"own\.json has no column 'ask'") as caught:
        read(tmp_path, [ROW], "prompt=ask,chosen=gut,rejected=schlecht")
    assert "frage, gut, schlecht" in caught.value.hint


@pytest.mark.parametrize(
    "text, part",
    [
        ("prompt", "does not say which column"),
        ("", "does not say which column"),
        ("prompt=", "does not say which column"),
        ("prompt=a,prompt=b", "twice"),
        ("question=a,chosen=b,rejected=c", "cannot be mapped to 'question'"),
        ("prompt=a", "where the replies are"),
        ("prompt=a,chosen=b", "where the replies are"),
    ],
)
def test_a_mapping_that_is_none_is_told(text: str, part: str) -> None:
    with pytest.raises(EngineError, match=part):
        parse_columns(text)


@pytest.mark.parametrize("verdict, chosen", [("Antwort 1", "Blue."), (" Antwort 2 ", "A table."), ("b", "A table.")])
def test_a_verdict_may_name_the_winner_s_column(tmp_path: Path, verdict: str, chosen: str) -> None:
    row = {"q": "Name a colour.", "Antwort 1": "Blue.", "Antwort 2": "A table.", "wer": verdict}
    data = read(tmp_path, [row], "prompt=q,response_a=Antwort 1,response_b=Antwort 2,winner=wer")
    assert [one.chosen_text for one in data.pairs] == [chosen]
