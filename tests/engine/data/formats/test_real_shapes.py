"""Every input as its source really writes it, with the columns that come along: what a file holds, counted by hand."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from engine.data.reader import read_preferences


def turn(role: str, text: Any) -> dict[str, Any]:
    return {"role": role, "content": text}


def said(sender: str, text: str) -> dict[str, Any]:
    return {"from": sender, "value": text}


def part(text: str) -> list[dict[str, Any]]:
    return [{"type": "text", "text": text, "image": None, "mimeType": None}]


Q, A, B = turn("user", "q?"), turn("assistant", "good"), turn("assistant", "bad")
HUMAN, GOOD, BAD = said("human", "q"), said("gpt", "good"), said("gpt", "bad")
LATER = [turn("user", "and?"), turn("assistant", "later")]
ARENA = {"question_id": "1", "model_a": "x", "model_b": "y", "judge": "j", "turn": 1, "anony": True, "tstamp": 1.5}
TABLE = {"id": 1, "model_a": "x", "model_b": "y", "winner_model_a": 0, "winner_model_b": 0, "winner_tie": 0}
OASST = {"user_id": "u", "lang": "en", "review_result": True, "deleted": False}


@dataclass(frozen=True)
class Shape:
    """A file's content, and the format, pairs, unpaired replies, ties and skipped rows that it must be read as."""

    content: Any
    form: str
    counts: tuple[int, int, int, int]


SHAPES = {
    "TRL standard with null columns": Shape(
        [
            {"prompt": "q", "chosen": "a", "rejected": "b", "margin": None},
            {"prompt": None, "chosen": "a", "rejected": "b"},
        ],
        "trl",
        (1, 0, 0, 1),
    ),
    "TRL rows of mixed shapes": Shape(
        [
            {"prompt": None, "chosen": [Q, A], "rejected": [Q, B]},
            {"prompt": "q?", "chosen": [Q, A], "rejected": [Q, B]},
            {"prompt": "q?", "chosen": "good", "rejected": "bad"},
        ],
        "trl_conversational",
        (3, 0, 0, 0),
    ),
    "TRL with a dialogue in the prompt": Shape(
        [{"prompt": "\n\nHuman: hi\n\nAssistant: yo\n\nHuman: q?\n\nAssistant:", "chosen": " a", "rejected": " b"}],
        "trl",
        (1, 0, 0, 0),
    ),
    "KTO labels of a table": Shape(
        [{"prompt": f"q{n}", "completion": "a", "label": label} for n, label in enumerate((1.0, "0.0", -1, "maybe"))],
        "trl_unpaired",
        (0, 3, 0, 1),
    ),
    "KTO in Axolotl's columns": Shape(
        [
            {"instruction": "q", "completion": "a", "label": True},
            {"instruction": "q", "completion": "b", "label": False},
            {"question": "r", "completion": "b", "label": False},
        ],
        "trl_unpaired",
        (1, 1, 0, 0),
    ),
    "OpenAI with a tool call as the reply": Shape(
        [
            {
                "input": {"messages": [Q], "tools": [], "parallel_tool_calls": True},
                "preferred_output": [
                    {
                        **turn("assistant", None),
                        "tool_calls": [{"id": "1", "type": "function", "function": {"name": "f", "arguments": "{}"}}],
                    }
                ],
                "non_preferred_output": [B],
            },
            {"input": {"messages": [Q, A]}, "preferred_output": [A], "non_preferred_output": [B]},
        ],
        "openai",
        (1, 0, 0, 1),
    ),
    "ShareGPT with empty extras": Shape(
        [
            {"conversations": [HUMAN], "chosen": GOOD, "rejected": BAD, "system": "", "tools": "[]", "images": []},
            {"conversations": [HUMAN, GOOD], "chosen": GOOD, "rejected": BAD},
        ],
        "sharegpt",
        (1, 0, 0, 1),
    ),
    "ShareGPT with replies in lists": Shape(
        [{"conversations": [HUMAN], "chosen": [GOOD], "rejected": [BAD]}], "sharegpt", (1, 0, 0, 0)
    ),
    "messages beside replies in lists": Shape(
        [{"messages": [Q], "chosen": [A], "rejected": [B]}], "sharegpt", (1, 0, 0, 0)
    ),
    "messages beside whole conversations": Shape(
        [{"messages": [Q, A], "chosen": [Q, A], "rejected": [Q, B]}], "trl_conversational_implicit", (1, 0, 0, 0)
    ),
    "UltraInteract": Shape(
        [{"trajectory": [said("user", "q")], "chosen": "a x", "rejected": "a y", "id": "1", "parent_id": "root"}],
        "sharegpt",
        (1, 0, 0, 0),
    ),
    "Alpaca of before 2024": Shape(
        [
            {"instruction": "q", "input": "i", "output": ["best", "worst"]},
            {"instruction": "q", "input": "", "output": ["best"]},
        ],
        "alpaca_ranked",
        (1, 0, 0, 1),
    ),
    "Alpaca with the output of supervised tuning": Shape(
        [{"instruction": "q", "input": "", "output": "o", "chosen": "a", "rejected": "b"}], "alpaca", (1, 0, 0, 0)
    ),
    "LLaMA-Factory v1": Shape(
        [
            {
                "chosen_messages": [{**turn("user", [{"type": "text", "value": "q"}]), "loss_weight": 0.0}, A],
                "rejected_messages": [{**turn("user", [{"type": "text", "value": "q"}]), "loss_weight": 0.0}, B],
            }
        ],
        "conversation_sides",
        (1, 0, 0, 0),
    ),
    "Anthropic HH with prompts that part": Shape(
        [
            {"chosen": "\n\nHuman: q\n\nAssistant: a", "rejected": "\n\nHuman: q\n\nAssistant: b"},
            {
                "chosen": "\n\nHuman: q\n\nAssistant: a\n\nHuman: r\n\nAssistant: a",
                "rejected": "\n\nHuman: q\n\nAssistant: b\n\nHuman: s\n\nAssistant: b",
            },
        ],
        "transcript",
        (1, 0, 0, 1),
    ),
    "UltraFeedback-binarized": Shape(
        [
            {
                "prompt": "q?",
                "prompt_id": "1",
                "chosen": [Q, A],
                "rejected": [Q, B],
                "messages": [Q, A],
                "score_chosen": 8.0,
                "score_rejected": 8.0,
            }
        ],
        "trl_conversational",
        (1, 0, 0, 0),
    ),
    "UltraFeedback": Shape(
        [
            {
                "source": "s",
                "instruction": "q",
                "models": ["m"] * 4,
                "completions": [
                    {"model": "m", "response": f"r{n}", "overall_score": score, "annotations": {"honesty": None}}
                    for n, score in enumerate(scores)
                ],
            }
            for scores in ((7.0, "8.5", 10, 3), (5, 5, 5, 5), (5, None, 4, 1))
        ],
        "ultrafeedback",
        (2, 0, 1, 1),
    ),
    "Nectar": Shape(
        [
            {
                "prompt": "\n\nHuman: q\n\nAssistant: ",
                "answers": [{"answer": str(n), "model": "m", "rank": float(n)} for n in range(1, 8)],
                "turns": 1,
                "num_responses": 7,
            }
        ],
        "scored_replies",
        (6, 0, 0, 0),
    ),
    "Argilla's Orca pairs": Shape(
        [
            {
                "system": "",
                "input": "q",
                "chosen": "a",
                "rejected": "b",
                "generations": ["a", "b"],
                "rating": [9.0, 7.0],
                "status": "unchanged",
            }
        ],
        "columns",
        (1, 0, 0, 0),
    ),
    "Stack Exchange pairs": Shape(
        [{"qid": 1, "question": "q", "response_j": "a", "response_k": "b", "metadata": ["x"]}], "columns", (1, 0, 0, 0)
    ),
    "H2O chains": Shape(
        [
            {"instruction": "q", "answer": "a", "rejected_answer": "b", "id": "1", "parent_id": None},
            {"instruction": "r", "answer": "a", "rejected_answer": None, "id": "2", "parent_id": "1"},
            {"instruction": "s", "answer": "a", "rejected_answer": "b", "id": "3", "parent_id": "2"},
        ],
        "chain",
        (2, 0, 0, 1),
    ),
    "H2O without chains": Shape([{"instruction": "q", "output": "a", "rejected_output": "b"}], "columns", (1, 0, 0, 0)),
    "torchtune": Shape(
        [{"chosen_conversations": [Q, A], "rejected_conversations": [Q, B]}], "conversation_sides", (1, 0, 0, 0)
    ),
    "ms-swift with its history": Shape(
        [{"system": "s", "query": "q", "response": "a", "rejected_response": "b", "history": [["h", "i"]]}],
        "columns",
        (1, 0, 0, 0),
    ),
    "ms-swift with several rejected replies": Shape(
        [{"messages": [Q, A], "rejected_response": ["x", "y"]}, {"messages": [Q, A], "rejected_messages": [Q, B]}],
        "swift",
        (3, 0, 0, 0),
    ),
    "NeMo RL": Shape(
        [
            {
                "context": [Q],
                "completions": [{"rank": 1, "completion": [B]}, {"rank": 0, "completion": [A]}],
                "task": "t",
            }
        ],
        "nemo_rl",
        (1, 0, 0, 0),
    ),
    "Gemini with scores of any size": Shape(
        [
            {
                "contents": [{"role": "user", "parts": [{"text": "q"}]}],
                "completions": [
                    {"score": score, "completion": {"role": "model", "parts": [{"text": f"r{score}"}]}}
                    for score in scores
                ],
            }
            for scores in ((1.0, 0.0), (0.2, 0.9), (0, 0), (1, None))
        ],
        "gemini",
        (2, 0, 1, 1),
    ),
    "arena battles in parts": Shape(
        [
            {
                **ARENA,
                "winner": winner,
                "conversation_a": [turn("user", part("q")), turn("assistant", part("a"))],
                "conversation_b": [turn("user", part("q")), turn("assistant", part("b"))],
            }
            for winner in ("model_a", "both_bad", "tie", "tie (bothbad)", "model_b", None)
        ],
        "arena_battle",
        (2, 0, 3, 1),
    ),
    "arena battles whose first turn was judged": Shape(
        [
            {
                **ARENA,
                "turn": judged,
                "winner": "model_a",
                "conversation_a": [Q, A, *LATER],
                "conversation_b": [Q, B, *LATER],
            }
            for judged in (1, 2)
        ],
        "arena_battle",
        (1, 0, 0, 1),
    ),
    "arena battles in a table with broken text": Shape(
        [
            {**TABLE, "prompt": '["q"]', "response_a": answer, "response_b": '["b"]', "winner_model_b": 1}
            for answer in ('["a"]', "[null]", '["a \\ud83d"]')
        ],
        "arena_table",
        (1, 0, 0, 2),
    ),
    "PandaLM": Shape(
        [
            {
                "idx": 1,
                "instruction": "q",
                "input": "",
                "response1": "a",
                "response2": "b",
                **{f"annotator{n}": verdict for n, verdict in enumerate(verdicts, start=1)},
            }
            for verdicts in ((1, 1, 2), (0, 1, 2), (0, 0, 1), (2, 2, 2))
        ],
        "pandalm",
        (2, 0, 2, 0),
    ),
    "Auto-J": Shape(
        [
            {"scenario": "x", "label": label, "prompt": "q", "response 1": "a", "response 2": "b"}
            for label in (0, 1, 2, 3)
        ],
        "auto_j",
        (2, 0, 1, 1),
    ),
    "AlpacaEval": Shape(
        [
            {"instruction": "q", "output_1": "a", "output_2": "b", "annotator": "x", "preference": preference}
            for preference in (1, 2.0, 1.5, None, 1.02, 0)
        ],
        "alpaca_eval",
        (3, 0, 2, 1),
    ),
    "PKU-SafeRLHF with safety alone": Shape(
        [{"prompt": "q", "response_0": "a", "response_1": "b", "safer_response_id": 1}], "safe_rlhf", (1, 0, 0, 0)
    ),
    "LLM Comparator": Shape(
        {
            "metadata": {"source_path": "x"},
            "models": [{"name": "A"}, {"name": "B"}],
            "examples": [
                {"index": 0, "input_text": "q", "tags": [], "output_text_a": "a", "output_text_b": "b", "score": score}
                for score in (1.5, -0.3, 0)
            ],
        },
        "llm_comparator",
        (2, 0, 1, 0),
    ),
    "Fine-Grained RLHF": Shape(
        [
            {
                "question": "q",
                "passages": [["t", "s"]],
                "gold": "g",
                **{f"prediction {n}": f"p{n}" for n in range(1, 5)},
                "feedback": {"errors": [], "missing-info": [], "corrected-prediction": "c"},
                "preference": [0, 1, 2, 1, 0, 2],
            }
        ],
        "fine_grained",
        (4, 0, 2, 0),
    ),
    "OASST messages, whose first has no parent": Shape(
        [
            {"message_id": "q", "text": "q", "role": "prompter", **OASST},
            *(
                {"message_id": f"a{n}", "parent_id": "q", "text": f"a{n}", "role": "assistant", "rank": n, **OASST}
                for n in range(3)
            ),
            {"message_id": "x", "parent_id": "q", "text": "x", "role": "assistant", "rank": None, **OASST},
        ],
        "oasst_messages",
        (2, 0, 0, 0),
    ),
    "RM-Bench": Shape(
        [{"id": 1, "prompt": "q", "chosen": ["a", "b", "c"], "rejected": ["d", "e", ""], "domain": "chat"}],
        "styles",
        (2, 0, 0, 1),
    ),
    "RewardBench 2": Shape(
        [{"id": "1", "prompt": "q", "chosen": ["a"], "rejected": ["b", "c", "d"], "num_correct": 1}],
        "styles",
        (3, 0, 0, 0),
    ),
    "AnythingLLM": Shape(
        [
            {"id": n, "prompt": "q", "response": f"r{n}", "rating": rating, "workspace": "w", "username": "u"}
            for n, rating in enumerate(("--", "GOOD", "BAD"))
        ],
        "anything_llm",
        (1, 0, 0, 1),
    ),
}


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("as_lines", [False, True], ids=["list", "lines"])
def test_a_file_holds_what_was_counted_by_hand(tmp_path: Path, name: str, as_lines: bool) -> None:
    shape = SHAPES[name]
    rows = shape.content if isinstance(shape.content, list) else [shape.content]
    path = tmp_path / "data"
    path.write_text("\n".join(map(json.dumps, rows)) if as_lines else json.dumps(shape.content))
    data = read_preferences(path)
    reasons = [row.reason for row in data.skipped]
    assert (data.format, (len(data.pairs), data.unpaired, data.ties, len(data.skipped))) == (
        shape.form,
        shape.counts,
    ), reasons
