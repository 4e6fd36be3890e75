from __future__ import annotations

from pathlib import Path

import pytest

from app.command_line.arguments import COMMANDS, PAIRINGS, parse_arguments


def test_without_a_command_it_is_the_window() -> None:
    parsed = parse_arguments([])
    assert (parsed.command, parsed.demo) == (None, False)
    assert parse_arguments(["--demo"]).demo


@pytest.mark.parametrize(
    "line",
    [
        "train plan.toml",
        "train plan.toml --output out --json --device cuda:1 --dtype bfloat16",
        "resume runs/one --json --device cpu --dtype float32",
        "resume runs/one --learning-rate-factor 0.5",
        "check pairs.json --model tiny --json",
        "check votes.csv --evaluation held-back.csv --map prompt=q,chosen=a,rejected=b --pairing all --axis safer",
        "score pairs.json --model tiny --adapter adapter --beta 0.2 --json --device mps --dtype auto",
        "pairs runs/one --worst 5 --json",
        "chat --model tiny --adapter a --prompt Hi --max-new-tokens 8 --temperature 0 --seed 3 --device cpu",
        "export runs/one --to adapter --output out",
    ],
)
def test_every_documented_line_is_understood(line: str) -> None:
    assert parse_arguments(line.split()).command in COMMANDS


def test_what_was_not_said_is_left_to_the_engine() -> None:
    parsed = parse_arguments(["chat", "--model", "tiny", "--prompt", "Hi"])
    assert parsed.model == Path("tiny")
    assert parsed.temperature is parsed.seed is parsed.max_new_tokens is parsed.device is None


@pytest.mark.parametrize(
    "line",
    [
        "dance",
        "train",
        "train plan.toml --dtype float8",
        "resume runs/one --learning-rate-factor 0",
        "score pairs.json",
        "chat --model tiny",
        "export runs/one --to gguf --output out",
        "check pairs.json --jso",
        "check pairs.json --pairing some",
        "--demo train plan.toml",
    ],
)
def test_wrong_usage_ends_with_2(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        parse_arguments(line.split())
    assert caught.value.code == 2
    assert capsys.readouterr().err.startswith("usage: main.py")


def test_the_pairings_are_the_engine_s() -> None:
    from engine.data.formats.pairing import PAIRINGS as ENGINE_PAIRINGS

    assert ENGINE_PAIRINGS == PAIRINGS
