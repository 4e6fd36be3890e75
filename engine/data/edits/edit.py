"""What a person may change about a pair: swap its replies, leave it out, take it in again, write a turn anew.

The file itself is never written to. An edit says which pair it is for by the pair's place and by a digest of what the
pair said when it was read, so that it can never hit a pair that has changed since.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from engine.data.content_key import pair_key
from engine.data.preference_pair import Message, PreferencePair

Action = Literal["flip", "drop", "restore", "rewrite"]
Side = Literal["prompt", "chosen", "rejected"]


@dataclass(frozen=True, slots=True)
class EditTarget:
    """A pair as it was read: its row, its place among the pairs of that row (from 0), and the digest of its content."""

    row: int
    position: int
    digest: str


@dataclass(frozen=True, slots=True)
class NewText:
    """What one turn is to say: `turn` counts from 0 within the prompt or the reply, as it stands when edited."""

    side: Side
    turn: int
    text: str

    def __post_init__(self) -> None:
        if not self.text.strip() or self.turn < 0:
            raise ValueError("a turn cannot be left empty")


@dataclass(frozen=True, slots=True)
class Edit:
    """One change to one pair; `texts` belong to "rewrite" alone."""

    row: int
    position: int
    digest: str
    action: Action
    texts: tuple[NewText, ...] = ()

    def __post_init__(self) -> None:
        if bool(self.texts) != (self.action == "rewrite"):
            raise ValueError("texts belong to a rewrite")

    @property
    def target(self) -> EditTarget:
        """Which pair it is for."""
        return EditTarget(self.row, self.position, self.digest)


@dataclass(frozen=True, slots=True)
class Marks:
    """What a pair's edits come to: two flips come to nothing."""

    is_flipped: bool = False
    is_dropped: bool = False
    is_rewritten: bool = False

    @property
    def is_edited(self) -> bool:
        """Whether anything is other than in the file."""
        return self.is_flipped or self.is_dropped or self.is_rewritten


@dataclass(frozen=True, slots=True)
class EditedPair:
    """A pair under its edits."""

    pair: PreferencePair
    marks: Marks = Marks()


def edit_at(target: EditTarget, action: Action, texts: tuple[NewText, ...] = ()) -> Edit:
    """An edit of one pair."""
    return Edit(target.row, target.position, target.digest, action, texts)


def pair_digest(pair: PreferencePair) -> str:
    """Equal for pairs that say the same, in hex; neither the row nor the margin counts."""
    return pair_key(pair).hex()


def fold(pair: PreferencePair, edits: tuple[Edit, ...]) -> EditedPair:
    """The pair after its edits, one after another."""
    for edit in edits:
        if edit.action == "flip":
            pair = flip(pair)
        elif edit.action == "rewrite":
            pair = rewrite(pair, edit.texts)
    return EditedPair(pair, marks_of(edits))


def marks_of(edits: tuple[Edit, ...]) -> Marks:
    """What the edits come to, whatever the pair says."""
    actions = [edit.action for edit in edits]
    last_of_drops = next((action for action in reversed(actions) if action in ("drop", "restore")), "restore")
    return Marks(actions.count("flip") % 2 == 1, last_of_drops == "drop", "rewrite" in actions)


def flip(pair: PreferencePair) -> PreferencePair:
    """The same pair with the other reply preferred; a margin changes its sign."""
    margin = None if pair.margin is None else -pair.margin
    return replace(pair, chosen=pair.rejected, rejected=pair.chosen, margin=margin)


def rewrite(pair: PreferencePair, texts: tuple[NewText, ...]) -> PreferencePair:
    """The same pair with some turns' texts replaced; what names a turn that is not there is left out."""
    sides: dict[Side, tuple[Message, ...]] = {"prompt": pair.prompt, "chosen": pair.chosen, "rejected": pair.rejected}
    for new in texts:
        turns = sides[new.side]
        if 0 <= new.turn < len(turns):
            changed = replace(turns[new.turn], content=new.text)
            sides[new.side] = (*turns[: new.turn], changed, *turns[new.turn + 1 :])
    return replace(pair, prompt=sides["prompt"], chosen=sides["chosen"], rejected=sides["rejected"])
