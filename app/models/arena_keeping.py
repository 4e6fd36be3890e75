"""What the Arena keeps: the log first, then the pairs that follow from it; and the order in which prompts are asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from engine.arena.coverage import Covered, by_length, by_topic
from engine.arena.pairs import pairs_of_pick, pairs_of_picks
from engine.arena.pick import Pick
from engine.data.half_characters import without_half_characters
from engine.data.preference_pair import Message
from engine.evaluation.prompt_case import PromptCase
from engine.storage.arena_log import ArenaLog
from engine.storage.pair_file import add_pair, remove_pair, settle_pairs


@dataclass(slots=True)
class ArenaKeeping:
    """The log, which is the truth, and the data set, which can be made of it anew. All writing raises `EngineError`."""

    log: ArenaLog
    pairs_path: Path
    _counts: dict[str, int] = field(default_factory=dict[str, int])
    _first: list[int] = field(default_factory=list[int])  # typed or taken back, the latest first

    @property
    def waiting(self) -> list[int]:
        """The prompts that nobody has judged, in the order in which they are asked."""
        numbers = self.log.waiting
        first = [number for number in self._first if number in numbers]
        return first + [number for number in numbers if number not in first]

    @property
    def pair_count(self) -> int:
        """Pairs that have come of the picks in force."""
        return sum(count for _, count in self._counted_picks())

    @property
    def coverage(self) -> tuple[tuple[Covered, ...], tuple[Covered, ...]]:
        """Pairs and waiting prompts by topic, and by the prompt's length."""
        picks = self._counted_picks()
        prompts = [self.log.prompts[number] for number in self.log.waiting]
        return by_topic(picks, prompts), by_length(picks, prompts)

    def ask(self, text: str, topic: str) -> None:
        """Ask what a person typed before all others, also once more; topics are spelt as they were before."""
        prompt, topic = without_half_characters(text.strip()), without_half_characters(topic.strip())
        known = (one.topic for one in self.log.prompts.values() if one.topic.casefold() == topic.casefold())
        self.put_first(self.log.ask_first(PromptCase((Message("user", prompt),), next(known, topic))))

    def put_first(self, number: int) -> None:
        """Ask a prompt next."""
        self._first = [number, *(other for other in self._first if other != number)]

    def add_pairs(self, pick: Pick) -> None:
        """Add what a pick says to the data set; it is on disk when this returns."""
        for pair in pairs_of_pick(pick):
            add_pair(self.pairs_path, pair)

    def remove_pairs(self, pick: Pick) -> None:
        """Take it out again."""
        for pair in pairs_of_pick(pick):
            remove_pair(self.pairs_path, pair)

    def _counted_picks(self) -> list[tuple[Pick, int]]:
        """The picks in force, each with the number of its pairs, which is found out once."""
        picks = self.log.picks
        for pick in picks:
            if pick.id not in self._counts:
                self._counts[pick.id] = len(pairs_of_pick(pick))
        return [(pick, self._counts[pick.id]) for pick in picks]


def open_arena(log_path: Path, pairs_path: Path) -> ArenaKeeping:
    """Read the log, and bring the pairs to what it says where a crash came between them. Raises `EngineError`."""
    log = ArenaLog(log_path)
    if log.picks or log.taken_back:
        settle_pairs(pairs_path, pairs_of_picks(log.picks), pairs_of_picks(log.taken_back))
    return ArenaKeeping(log, pairs_path)
