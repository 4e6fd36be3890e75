"""The votes of a project: `votes.jsonl`, to which lines are only ever added, each on disk before the next prompt.

    {"kind": "test", "id": "5f0c", "seed": 7, "contestants": {...}, "trials": [{"messages": [...], ...}, ...], ...}
    {"kind": "vote", "id": "8a1d", "test": "5f0c", "trial": 0, "choice": "a", "winner": "after", "prompt": [...], ...}
    {"kind": "undo", "vote": "8a1d"}
    {"kind": "end", "test": "5f0c"}

A line is a whole entry, so a crash leaves all of it or nothing; a last line that was cut off is passed over.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from engine.errors import EngineError
from engine.evaluation.trial import BlindTest
from engine.evaluation.vote import Vote
from engine.storage.line_log import append_line
from engine.storage.log_entry import plain, with_messages, with_turns
from engine.storage.replay import replay_log


class VoteLog:
    """A log as it was read, and the one place that adds to it. `damaged` counts the lines that say nothing."""

    def __init__(self, path: Path) -> None:
        """Read the log; one that does not exist has nothing in it. Raises `EngineError` when it cannot be read."""
        self.path = path
        self.damaged = 0
        self._tests: dict[str, BlindTest] = {}
        self._votes: dict[str, list[Vote]] = {}
        self._revealed: dict[str, int] = {}  # votes that were in force when the result was shown
        self._read()

    @property
    def latest(self) -> BlindTest | None:
        """The test that was begun last."""
        return next(reversed(self._tests.values()), None)

    def votes(self, test: BlindTest) -> tuple[Vote, ...]:
        """A test's votes in force, in the order in which they were cast."""
        return tuple(self._votes.get(test.id, ()))

    def revealed_votes(self) -> list[Vote]:
        """The votes in force of all tests whose result was shown; of others nobody may know yet how they stand."""
        return [vote for test in self._tests.values() if self.is_ended(test) for vote in self._votes[test.id]]

    def is_ended(self, test: BlindTest) -> bool:
        """Whether its result was shown, and no vote was cast since."""
        return self._revealed.get(test.id) == len(self._votes.get(test.id, ()))

    def may_undo(self, test: BlindTest) -> bool:
        """Whether there is a vote to take back; not once its sides were revealed, for then it would not be blind."""
        return len(self._votes.get(test.id, ())) > self._revealed.get(test.id, 0)

    def begin(self, test: BlindTest) -> None:
        """Add a test. It is on disk when this returns; raises `EngineError` when it could not be written."""
        self._append(
            {"kind": "test", **plain(test), "trials": [with_turns(trial, "messages") for trial in test.trials]}
        )
        self._begun(test)

    def add(self, vote: Vote) -> None:
        """Add a vote, as `begin` does."""
        self._append(vote_entry(vote))
        self._voted(vote)

    def undo(self, test: BlindTest) -> Vote | None:
        """Take back a test's last vote, as `begin` does; None when it may not be."""
        if not self.may_undo(test):
            return None
        votes = self._votes[test.id]
        self._append({"kind": "undo", "vote": votes[-1].id})
        return votes.pop()

    def end(self, test: BlindTest) -> None:
        """Note that a test's result is shown, as `begin` does."""
        if not self.is_ended(test):
            self._append({"kind": "end", "test": test.id})
            self._ended(test.id)

    def _begun(self, test: BlindTest) -> None:
        self._tests[test.id] = test
        self._votes[test.id] = []

    def _voted(self, vote: Vote) -> None:
        self._votes[vote.test].append(vote)

    def _ended(self, test: str) -> None:
        self._revealed[test] = len(self._votes[test])

    def _read(self) -> None:
        try:
            self.damaged += replay_log(self.path, self._replay)
        except OSError as error:
            raise EngineError(
                f"The votes in {self.path} could not be read.", "Check that you may open the file.", str(error)
            ) from error

    def _replay(self, entry: dict[str, Any]) -> bool:
        match entry["kind"]:
            case "test":
                trials = [with_messages(trial, "messages") for trial in entry["trials"]]
                self._begun(msgspec.convert({**entry, "trials": trials}, BlindTest))
            case "vote":
                vote = msgspec.convert(with_messages(entry, "prompt"), Vote)
                if not 0 <= vote.trial < len(self._tests[vote.test].trials):
                    return False
                self._voted(vote)
            case "undo":
                return self._undone(entry["vote"])
            case "end":
                self._ended(entry["test"])
            case _:
                return False
        return True

    def _undone(self, wanted: object) -> bool:
        for votes in self._votes.values():
            for place, vote in enumerate(votes):
                if vote.id == wanted:
                    del votes[place]
                    return True
        return False

    def _append(self, entry: dict[str, Any]) -> None:
        try:
            append_line(self.path, entry, to_disk=True)
        except OSError as error:
            raise EngineError(
                f"The vote does not count, because {self.path} cannot be written.",
                "Check the disk's free space and the folder's permissions, then vote again.",
                str(error),
            ) from error


def vote_entry(vote: Vote) -> dict[str, Any]:
    """A vote as a line of the log, and of an export."""
    return {"kind": "vote", **with_turns(vote, "prompt")}
