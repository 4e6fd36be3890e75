"""What can be typed after `main.py`: commands and options, nothing else, so that `--help` is instant."""

from __future__ import annotations

import argparse
import math
from pathlib import Path
from typing import Any

from engine.data.formats.pairing import PAIRINGS
from engine.data.options import TIES
from engine.model.template_choice import CHAT_TEMPLATES
from engine.plan import LONGEST_PAIR, SHORTEST_PAIR

PROGRAM = "main.py"
COMMANDS = (
    "train",
    "resume",
    "sweep",
    "import-plan",
    "import-gguf",
    "check",
    "score",
    "pairs",
    "runs",
    "chat",
    "export",
)
_DESCRIPTION = "Teach a local language model your preferences. Without a command, the window opens."
_EPILOGUE = (
    "Several processes or cards: torchrun --nproc-per-node=N main.py train PLAN.toml. "
    "Exit codes: 0 done, 1 failed with a message, 2 wrong usage, 130 stopped and saved."
)


def parse_arguments(arguments: list[str]) -> argparse.Namespace:
    """The command and its options; `command` is None for the window. Ends the program with code 2 on wrong usage."""
    parser = argparse.ArgumentParser(prog=PROGRAM, description=_DESCRIPTION, epilog=_EPILOGUE, allow_abbrev=False)
    parser.add_argument("--demo", action="store_true", help="open the window with the built-in demo loaded")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_train(commands)
    _add_resume(commands)
    _add_sweep(commands)
    _add_import_plan(commands)
    _add_import_gguf(commands)
    _add_check(commands)
    _add_score(commands)
    _add_pairs(commands)
    _add_runs(commands)
    _add_chat(commands)
    _add_export(commands)
    parsed = parser.parse_args(arguments)
    if parsed.demo and parsed.command:
        parser.error("--demo opens the window and goes with no command")
    return parsed


# `commands` is what add_subparsers() returns; argparse has no public name for its type.
def _add_train(commands: Any) -> None:
    parser = commands.add_parser("train", help="train an adapter as a plan file says", allow_abbrev=False)
    parser.add_argument("--forecast", action="store_true", help="say what it will need and lose, and train nothing")
    parser.add_argument("plan", type=Path, metavar="PLAN.toml")
    parser.add_argument("--output", type=Path, metavar="DIR", help="the run's folder, new or empty")
    _add_machine(parser, "the plan's")
    _add_json(parser)


def _add_resume(commands: Any) -> None:
    parser = commands.add_parser("resume", help="go on with a run that was stopped", allow_abbrev=False)
    parser.add_argument("run", type=Path, metavar="RUN", help="the run's folder")
    parser.add_argument(
        "--learning-rate-factor", type=_factor, metavar="F", help="go on with so many times the learning rate, as 0.5"
    )
    _add_machine(parser, "the run's")
    _add_json(parser)


def _add_sweep(commands: Any) -> None:
    parser = commands.add_parser("sweep", help="train a plan with several betas and learning rates", allow_abbrev=False)
    parser.add_argument("plan", type=Path, metavar="PLAN.toml")
    parser.add_argument("--beta", type=_numbers, metavar="B,B", default=(), help="as 0.05,0.1,0.3 (the plan's)")
    parser.add_argument("--rate", type=_numbers, metavar="R,R", default=(), help="as 2e-5,5e-5 (the plan's)")
    parser.add_argument("--output", type=Path, metavar="DIR", help="a new folder, or that of a sweep to go on with")
    _add_json(parser)


def _add_import_plan(commands: Any) -> None:
    parser = commands.add_parser(
        "import-plan", help="make a plan from settings of TRL or LLaMA-Factory", allow_abbrev=False
    )
    parser.add_argument("file", type=Path, metavar="FILE.yaml")
    parser.add_argument("--output", type=Path, metavar="PLAN.toml", help="a new file; without it, the plan is printed")
    parser.add_argument("--model", type=Path, metavar="DIR", help="the model's folder, instead of what the file names")
    parser.add_argument("--data", type=Path, metavar="FILE", help="the preference file, instead of what the file names")
    _add_json(parser)


def _add_import_gguf(commands: Any) -> None:
    parser = commands.add_parser("import-gguf", help="turn a GGUF file into a model folder", allow_abbrev=False)
    parser.add_argument("file", type=Path, metavar="FILE.gguf")
    parser.add_argument("--output", type=Path, metavar="DIR", help="where its folder goes (the data folder's models)")
    _add_json(parser)


def _add_check(commands: Any) -> None:
    parser = commands.add_parser("check", help="say what a preference file holds", allow_abbrev=False)
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--model", type=Path, metavar="DIR", help="also check that the pairs suit this model")
    parser.add_argument(
        "--max-length", type=_length, default=LONGEST_PAIR, metavar="N", help="where training would cut replies (1024)"
    )
    _add_template(parser)
    parser.add_argument("--evaluation", type=Path, metavar="FILE", help="also look for its prompts in this file")
    _add_reading(parser)
    _add_edits(parser)
    _add_json(parser)


def _add_score(commands: Any) -> None:
    parser = commands.add_parser(
        "score", help="score each pair of a file, or rank its replies, with a model", allow_abbrev=False
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--model", type=Path, metavar="DIR", required=True)
    parser.add_argument("--adapter", type=Path, metavar="DIR")
    _add_template(parser)
    parser.add_argument("--beta", type=float, metavar="B", help="default: the adapter's own, else 0.1")
    told = "write what the rewards come to as Markdown, or as a web page where the name ends in .html"
    parser.add_argument("--report", type=Path, metavar="FILE.md", help=told)
    parser.add_argument("--group", metavar="COLUMN", help="in the report, also by what the rows have in this column")
    parser.add_argument(
        "--rank", action="store_true", help="rank each row's replies, also where they are judged already"
    )
    _add_reading(parser)
    _add_edits(parser)
    _add_machine(parser, "auto")
    _add_json(parser)


def _add_pairs(commands: Any) -> None:
    parser = commands.add_parser("pairs", help="list the pairs of a run that may be labelled wrong", allow_abbrev=False)
    parser.add_argument("run", type=Path, metavar="RUN", help="the run's folder")
    parser.add_argument("--worst", type=_count, default=20, metavar="N", help="how many, the worst first (20)")
    _add_json(parser)


def _add_runs(commands: Any) -> None:
    parser = commands.add_parser("runs", help="list the runs that there are", allow_abbrev=False)
    parser.add_argument("run", type=Path, nargs="*", metavar="RUN", help="only these run folders (all)")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write their metrics below each other")
    parser.add_argument("--tensorboard", type=Path, metavar="DIR", help="write event files, a folder for each run")
    _add_json(parser)


def _add_chat(commands: Any) -> None:
    parser = commands.add_parser("chat", help="ask a model one thing", allow_abbrev=False)
    parser.add_argument("--model", type=Path, metavar="DIR", required=True)
    parser.add_argument("--adapter", type=Path, metavar="DIR")
    _add_template(parser)
    parser.add_argument("--prompt", metavar="TEXT", required=True)
    parser.add_argument("--max-new-tokens", type=int, metavar="N")
    parser.add_argument("--temperature", type=float, metavar="T", help="0 always takes the likeliest word")
    parser.add_argument("--seed", type=int, metavar="N")
    parser.add_argument(
        "--best-of", type=_count, default=1, metavar="N", help="write N replies, keep the best rewarded"
    )
    parser.add_argument("--beta", type=_factor, metavar="B", help="scales rewards; default: the adapter's, else 0.1")
    _add_machine(parser, "auto")


def _add_export(commands: Any) -> None:
    parser = commands.add_parser("export", help="hand a run's result on", allow_abbrev=False)
    parser.add_argument("run", type=Path, metavar="RUN", help="the run's folder")
    parser.add_argument("--to", choices=["adapter", "model"], required=True)
    parser.add_argument("--output", type=Path, metavar="DIR", required=True, help="a new or empty folder")


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--map", metavar="COLUMNS", help="which columns to read: prompt=question,chosen=a,rejected=b")
    parser.add_argument("--pairing", choices=PAIRINGS, help="which of several ranked or scored replies make pairs")
    parser.add_argument("--axis", metavar="NAME", default="", help="which quality decides, where a file rates several")
    parser.add_argument("--ties", choices=TIES, default="drop", help="keep reads a tie as a pair either way round")


def _add_edits(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--edits", type=Path, metavar="FILE", help="make the edits of a project's edits.jsonl first")


def _add_template(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--chat-template", choices=list(CHAT_TEMPLATES), default="", help="for a model that brings none of its own"
    )


def _length(text: str) -> int:
    length = int(text)
    if length < SHORTEST_PAIR:
        raise argparse.ArgumentTypeError(f"{length} is below {SHORTEST_PAIR}")
    return length


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError(f"{count} is below 1")
    return count


def _factor(text: str) -> float:
    factor = float(text)
    if not 0 < factor < math.inf:
        raise argparse.ArgumentTypeError(f"{text} is no number above 0")
    return factor


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(_factor(part) for part in text.split(","))


def _add_machine(parser: argparse.ArgumentParser, default: str) -> None:
    parser.add_argument("--device", metavar="NAME", help=f"auto, cpu, mps, cuda or cuda:1 (default: {default})")
    parser.add_argument("--dtype", choices=["auto", "bfloat16", "float32"], help=f"default: {default}")


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON for scripts, and nothing else, to stdout")
