"""What is open now, in one place for all that work on it: the file, and its pairs as a person left them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from app.models.example_words import ExampleWords, example_words
from app.models.open_file import OpenFile
from app.models.pair_edits import PairEditsModel
from engine.data.checks.flag import Flag
from engine.data.edits.edited_pairs import EditedPairs, SomePairs

DatasetState = Literal["empty", "loading", "loaded"]


class OpenPairs:
    """The file that is open or being opened, under its edits. Reading changes which; the others only ask."""

    def __init__(self, edits: PairEditsModel) -> None:
        self.edits = edits
        self.file: OpenFile | None = None
        self.state: DatasetState = "empty"

    @property
    def words(self) -> ExampleWords:
        """What the file's examples are called."""
        return example_words(thumbs=self.file is not None and self.file.options.thumbs)

    @property
    def edited(self) -> EditedPairs | None:
        """All pairs so far under their edits, whatever these come to be."""
        pairs = None if self.file is None else self.file.pairs
        return None if pairs is None else EditedPairs(pairs, self.edits.by_index)

    @property
    def kept(self) -> SomePairs | None:
        """The pairs to learn from as a person left them; None where no file is read."""
        pairs = self.edited
        return None if pairs is None or self.state != "loaded" else pairs.without_dropped()

    @property
    def all_edited(self) -> SomePairs | None:
        """All pairs as they are now, dropped ones among them; None where no file is read."""
        pairs = self.edited
        return None if pairs is None or self.state != "loaded" else pairs.only(range(len(pairs)))

    @property
    def flags(self) -> Mapping[str, Flag] | None:
        """What the check found, and what later ones found as far as they are; None until the check is done."""
        if self.file is None or self.file.flags is None:
            return None
        return {**self.file.flags, **self.file.later_flags}
