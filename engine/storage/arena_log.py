"""What was collected in a project: `arena.jsonl`, to which lines are only ever added, each on disk before it counts.

    {"kind": "plan", "difference": "seeds", "temperatures": [1.0, 1.3], "goal": 200, "about": "tone", ...}
    {"kind": "prompts", "source": "from questions.txt", "first": 0, "prompts": [{"messages": [...], "topic": ...}, ...]}
    {"kind": "pick", "id": "8a1d", "number": 0, "choice": "a", "replies": [{...}, {...}], "written": "", ...}
    {"kind": "undo", "pick": "8a1d"}
    {"kind": "drop"}

A prompt's number counts from the project's first one; "drop" leaves out all that wait. A line is a whole entry, so a
crash leaves all of it or nothing; a last line that was cut off is passed over.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from engine.arena.pick import ArenaPrompt, Pick
from engine.arena.plan import ArenaPlan
from engine.data.content_key import content_key
from engine.errors import EngineError
from engine.evaluation.prompt_case import PromptCase
from engine.storage.line_log import append_line
from engine.storage.log_entry import plain, with_messages, with_turns
from engine.storage.replay import replay_log

_LARGEST_SEED = 2**31


class ArenaLog:
    """A log as it was read, and the one place that adds to it. `damaged` counts the lines that say nothing."""

    def __init__(self, path: Path) -> None:
        """Read the log; one that does not exist has nothing in it. Raises `EngineError` when it cannot be read."""
        self.path = path
        self.damaged = 0
        self.plan: ArenaPlan | None = None
        self.prompts: dict[int, ArenaPrompt] = {}
        self.taken_back: list[Pick] = []
        self._picks: list[Pick] = []
        self._dropped: set[int] = set()
        self._read()

    @property
    def picks(self) -> tuple[Pick, ...]:
        """The picks in force, in the order in which they were made."""
        return tuple(self._picks)

    @property
    def waiting(self) -> list[int]:
        """The numbers of the prompts that still wait, in order."""
        done = {pick.number for pick in self._picks} | self._dropped
        return [number for number in self.prompts if number not in done]

    def set_plan(self, plan: ArenaPlan) -> None:
        """Go on by another plan. It is on disk when this returns; raises `EngineError` when it could not be written."""
        self._append({"kind": "plan", **plain(plan)})
        self.plan = plan

    def add_prompts(self, cases: Sequence[PromptCase], source: str) -> list[int]:
        """Add those prompts that are not there yet, as `set_plan` does; the numbers of the new ones."""
        known = {content_key(prompt.messages) for prompt in self.prompts.values()}
        new: list[PromptCase] = []
        for case in cases:
            key = content_key(case.messages)
            if key not in known:
                known.add(key)
                new.append(case)
        return self._add_prompts(new, source) if new else []

    def ask_first(self, case: PromptCase) -> int:
        """A prompt that a person typed: the number under which it waits, or waits again; as `set_plan` does."""
        waiting = (number for number in self.waiting if self.prompts[number].messages == case.messages)
        number = next(waiting, None)
        return self._add_prompts([case], "typed")[0] if number is None else number

    def _add_prompts(self, cases: Sequence[PromptCase], source: str) -> list[int]:
        new = [ArenaPrompt(case.messages, case.group, random.SystemRandom().randrange(_LARGEST_SEED)) for case in cases]
        first = max(self.prompts, default=-1) + 1
        lines = [with_turns(prompt, "messages") for prompt in new]
        self._append({"kind": "prompts", "source": source, "first": first, "prompts": lines})
        return self._take_prompts(first, new)

    def add(self, pick: Pick) -> None:
        """Add a pick, as `set_plan` does."""
        self._append({"kind": "pick", **with_turns(pick, "messages")})
        self._picks.append(pick)

    def undo(self) -> Pick | None:
        """Take back the last pick, as `set_plan` does; None when there is none."""
        if not self._picks:
            return None
        self._append({"kind": "undo", "pick": self._picks[-1].id})
        self._undone(self._picks[-1].id)
        return self.taken_back[-1]

    def drop_waiting(self) -> None:
        """Leave out all prompts that wait, as `set_plan` does."""
        if self.waiting:
            self._append({"kind": "drop"})
            self._dropped.update(self.waiting)

    def _take_prompts(self, first: int, prompts: Sequence[ArenaPrompt]) -> list[int]:
        numbered = dict(enumerate(prompts, first))
        self.prompts.update(numbered)
        return list(numbered)

    def _read(self) -> None:
        try:
            self.damaged += replay_log(self.path, self._replay)
        except OSError as error:
            raise EngineError(
                f"The collected preferences in {self.path} could not be read.",
                "Check that you may open the file.",
                str(error),
            ) from error

    def _replay(self, entry: dict[str, Any]) -> bool:
        match entry["kind"]:
            case "plan":
                self.plan = msgspec.convert(entry, ArenaPlan)
            case "prompts":
                prompts = [
                    msgspec.convert(with_messages(prompt, "messages"), ArenaPrompt) for prompt in entry["prompts"]
                ]
                self._take_prompts(msgspec.convert(entry["first"], int), prompts)
            case "pick":
                self._picks.append(msgspec.convert(with_messages(entry, "messages"), Pick))
            case "undo":
                return self._undone(entry["pick"])
            case "drop":
                self._dropped.update(self.waiting)
            case _:
                return False
        return True

    def _undone(self, wanted: object) -> bool:
        for place, pick in enumerate(self._picks):
            if pick.id == wanted:
                self.taken_back.append(self._picks.pop(place))
                return True
        return False

    def _append(self, entry: dict[str, Any]) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            append_line(self.path, entry, to_disk=True)
        except OSError as error:
            raise EngineError(
                f"Nothing was kept, because {self.path} cannot be written.",
                "Check the disk's free space and the folder's permissions, then try again.",
                str(error),
            ) from error
