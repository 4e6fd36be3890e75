"""`main.py pairs`: the pairs whose labels are probably wrong, told by what a run made of them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from app.command_line.output import Output
from engine.errors import EngineError
from engine.evaluation.margin_history import MarginHistory, read_margin_history
from engine.evaluation.suspects import rank_suspects
from engine.plan import RunPlan
from engine.plan_file import read_plan
from engine.storage.run_folder import RunFolder

_SHOWN = 60  # characters of a prompt


def pairs(arguments: Namespace, output: Output) -> int:
    """List the pairs with the lowest margins of a run, the worst first."""
    folder = RunFolder(arguments.run)
    plan = read_plan(folder.plan_path)
    history = read_margin_history(folder.margins)
    if history is None or not len(history.seen):
        raise EngineError(
            f"The run {arguments.run.name} keeps no margins of its pairs.",
            "Runs do since this version, from their first update on: train once more.",
        )
    ranking = rank_suspects(history.seen["pair"], history.margins, len(history.pairs))
    output.document(
        {
            "event": "pairs_ranked",
            "pairs": len(history.pairs),
            "looked_at": len(ranking.order),
            "suspected": ranking.suspected,
            "epochs": history.epochs,
        }
    )
    what = "replies with thumbs" if plan.training.loss.takes_thumbs else "pairs"
    output.sentence(
        f"{len(ranking.order):,} of {len(history.pairs):,} {what} were looked at in {history.epochs} epochs; "
        f"{ranking.suspected:,} have a mean margin below 0 and may be labelled the wrong way round."
    )
    worst = ranking.order[: arguments.worst].tolist()
    prompts = _prompts(plan, folder, history, worst)
    for number in worst:
        row, mean, last = int(history.pairs["row"][number]), float(ranking.means[number]), history.of_pair(number)[-1]
        is_held_back, prompt = bool(history.pairs["held_back"][number]), prompts.get(number)
        output.document(
            {
                "event": "pair",
                "row": row,
                "held_back": is_held_back,
                "mean_margin": mean,
                "margin": last.margin,
                "reward_chosen": last.reward_chosen,
                "reward_rejected": last.reward_rejected,
                "prompt": prompt,
            }
        )
        words = "" if prompt is None else "  " + " ".join(prompt.split())[:_SHOWN]
        held_back = ", held back" if is_held_back else ""
        output.sentence(f"row {row}: mean margin {mean:+.3f}, last {last.margin:+.3f}{held_back}{words}")
    return 0


def _prompts(plan: RunPlan, folder: RunFolder, history: MarginHistory, numbers: list[int]) -> Mapping[int, str]:
    """What some pairs asked, by their numbers, where the run's files still say it."""
    if not Path(plan.data.path).exists():
        return {}
    from engine.data.content_key import pair_key
    from engine.training.admission import with_kept_edits
    from engine.training.preparation import read_pair_sets

    wanted = {history.pairs["key"][number].tobytes(): number for number in numbers}
    try:
        sets = read_pair_sets(with_kept_edits(plan, folder))
    except EngineError:  # moved or changed since: the numbers stand without the words
        return {}
    said = ((wanted.get(pair_key(pair)), pair) for part in (sets.training, sets.evaluation) for pair in part)
    return {number: pair.prompt_text for number, pair in said if number is not None}
