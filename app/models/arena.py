"""The Arena as the window sees it: which prompt is asked, both replies to it, and the pairs that have come of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app.background.arena_job import ArenaJob
from app.background.run_thread import EngineThread
from app.background.task import run_task
from app.language.translate import mark, tr, tr_count, tr_marked
from app.models.arena_keeping import ArenaKeeping, open_arena
from app.models.arena_replies import Answering, ArenaReplies, MakeArenaJob
from app.models.notice import Notice
from engine.arena.coverage import Covered
from engine.arena.pairs import why_no_preference
from engine.arena.pick import ArenaPrompt, DrawnReply, Pick, PickChoice
from engine.arena.plan import ArenaPlan
from engine.data.half_characters import without_half_characters
from engine.errors import EngineError
from engine.evaluation.prompt_case import PromptCase

ArenaState = Literal["loading", "setup", "picking"]
_DAMAGED = mark("What they said is not counted; all others stand. Restore the file from a copy if you need them.")


class ArenaModel(QObject):
    """Collects picks. Each is in the project's arena.jsonl, and its pairs in the data set, before `changed` tells.

    `answering(plan)` says who answers now, None without a model, and `why_held(plan)` why a run keeps them from it.
    `failed(EngineError)` when something could not be read or written; replies that could not be made are told by
    `replies.failure`.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        thread: EngineThread,
        log_path: Path,
        pairs_path: Path,
        answering: Callable[[ArenaPlan], Answering | None],
        why_held: Callable[[ArenaPlan], str],
        parent: QObject | None = None,
        *,
        make_job: MakeArenaJob = ArenaJob,
    ) -> None:
        super().__init__(parent)
        self.pairs_path = pairs_path
        self._log_path = log_path
        self._answering = answering
        self._why_held = why_held
        self.replies = ArenaReplies(thread, self, make_job=make_job)
        self.state: ArenaState = "loading"
        self.notices: tuple[Notice, ...] = ()  # so far, each of them news once
        self._keeping: ArenaKeeping | None = None
        self._is_loading = False
        self._is_seen = False
        self._has_new_pairs = False
        self.replies.changed.connect(self.changed)

    def load(self) -> None:
        """Read what was collected, in the background, once; it goes on where it was left."""
        if self._keeping is None and not self._is_loading:
            self._is_loading = True
            log, pairs = self._log_path, self.pairs_path
            run_task(
                lambda _: open_arena(log, pairs),
                self._loaded,
                self._not_loaded,
                owner=self,
                doing=tr("Reading what was collected"),
            )

    def _loaded(self, keeping: ArenaKeeping) -> None:
        self._is_loading = False
        self._keeping = keeping
        if keeping.log.damaged:
            title = tr_count(
                "{count:,} line of {name} could not be read",
                "{count:,} lines of {name} could not be read",
                keeping.log.damaged,
                name=keeping.log.path.name,
            )
            self.notices = (*self.notices, Notice(title, tr_marked(_DAMAGED)))
        self.state = "setup" if keeping.log.plan is None else "picking"
        self._begin_replies(keep_shown=False)
        self.changed.emit()

    def _not_loaded(self, error: EngineError) -> None:
        self._is_loading = False
        self.failed.emit(error)

    # ------------------------------------------------------------ where it stands

    @property
    def plan(self) -> ArenaPlan:
        """What was set up last; the usual before that."""
        return (self._keeping.log.plan if self._keeping else None) or ArenaPlan()

    @property
    def has_begun(self) -> bool:
        """Whether something was set up in this project, now or earlier."""
        return self._keeping is not None and self._keeping.log.plan is not None

    @property
    def picks(self) -> tuple[Pick, ...]:
        """The picks in force."""
        return self._keeping.log.picks if self._keeping else ()

    @property
    def pair_count(self) -> int:
        """Pairs that have come of them."""
        return self._keeping.pair_count if self._keeping else 0

    @property
    def waiting(self) -> list[int]:
        """The prompts that nobody has judged, in the order in which they are asked."""
        return self._keeping.waiting if self._keeping else []

    @property
    def number(self) -> int | None:
        """Which prompt is asked now; None when there is none left."""
        return next(iter(self.waiting), None) if self.state == "picking" else None

    @property
    def prompt(self) -> ArenaPrompt | None:
        """The same prompt itself."""
        number = self.number
        return None if number is None or self._keeping is None else self._keeping.log.prompts[number]

    @property
    def shown(self) -> tuple[DrawnReply, DrawnReply] | None:
        """The replies in panes A and B; None while they are being written."""
        number = self.number
        return None if number is None else self.replies.drawn(number)

    @property
    def why_no_pick(self) -> str:
        """Why neither reply in sight can be picked over the other; empty when one can, or none is there."""
        shown = self.shown
        return why_no_preference(shown[0].text, shown[1].text) if shown else ""

    @property
    def coverage(self) -> tuple[tuple[Covered, ...], tuple[Covered, ...]]:
        """Pairs and waiting prompts by topic, and by the prompt's length."""
        return self._keeping.coverage if self._keeping else ((), ())

    @property
    def may_undo(self) -> bool:
        """Whether the last pick can be taken back."""
        return self.state == "picking" and bool(self.picks)

    @property
    def has_model(self) -> bool:
        """Whether there is somebody to answer."""
        return self.replies.who is not None

    @property
    def why_held(self) -> str:
        """Why a run keeps replies from being prepared, in one sentence; empty when none does."""
        return self._why_held(self.plan)

    # ------------------------------------------------------------ what a person may do

    def begin(self, plan: ArenaPlan, cases: Sequence[PromptCase], source: str) -> int:
        """Go on by this plan, with these prompts behind those that wait; how many of them are new.

        Raises `EngineError` when it cannot be kept.
        """
        if self._keeping is None:
            return 0
        log = self._keeping.log
        is_same = plan == log.plan
        if not is_same:
            log.set_plan(plan)
        new = log.add_prompts(cases, source)
        self.state = "picking"
        self._begin_replies(keep_shown=is_same)
        self.changed.emit()
        return len(new)

    def set_up(self) -> None:
        """Leave the replies for the settings; `begin` leads back."""
        self.state = "setup"
        self._prepare()
        self.changed.emit()

    def ask(self, text: str, topic: str) -> bool:
        """Ask a prompt that a person typed, before all others, also once more; whether it could be kept."""
        keeping = self._keeping
        if keeping is None or not text.strip() or not self._wrote(lambda: keeping.ask(text, topic)):
            return False
        self._picks_changed()
        return True

    def pick(self, choice: PickChoice, written: str = "") -> bool:
        """Say what is to be said of the prompt that is asked, and go on to the next; whether it counts.

        `written` is the better reply as it was edited, or with "own" a reply of one's own. Only a prompt may be passed
        over whose replies are not there.
        """
        number, shown, written = self.number, self.shown, without_half_characters(written)
        if number is None or (shown is None and choice != "skip"):
            return False
        if choice in ("a", "b") and self.why_no_pick and not written.strip():
            return False
        return self._add(number, choice, shown, written)

    def leave_out(self, number: int) -> bool:
        """Pass a prompt over that cannot be answered, whether it is its turn or not."""
        return self._add(number, "skip", None, "")

    def draw_again(self) -> None:
        """Have both replies to the prompt that is asked written anew, from the next seeds."""
        number = self.number
        if number is not None and self.shown is not None:
            self.replies.draw_again(number)
            self._picks_changed()

    def undo(self) -> None:
        """Take back the last pick: its prompt is asked again, with the same replies."""
        keeping = self._keeping
        if keeping is None or not self.may_undo:
            return
        pick = keeping.log.picks[-1]
        if not self._wrote(keeping.log.undo):
            return
        self._wrote(lambda: keeping.remove_pairs(pick))
        self._has_new_pairs = True
        keeping.put_first(pick.number)
        if pick.replies is not None:
            self.replies.show_again(pick.number, *pick.replies)
        self._picks_changed()

    def drop_waiting(self) -> None:
        """Leave out all prompts that wait."""
        keeping = self._keeping
        if keeping is not None and self._wrote(keeping.log.drop_waiting):
            self._picks_changed()

    def set_seen(self, seen: bool) -> None:
        """Replies are prepared only while the page is in sight."""
        self._is_seen = seen
        self._prepare()

    def follow_run(self) -> None:
        """A run may need the engine, or need it no more: replies are prepared only while none does."""
        self.follow_answering()
        self._prepare()
        self.changed.emit()

    def follow_answering(self) -> None:
        """Somebody else may answer now: replies are prepared anew, but for those in sight. Never beside a run."""
        if self._keeping is not None and not self.why_held and self._answering(self.plan) != self.replies.who:
            self._begin_replies(keep_shown=True)
            self.changed.emit()

    def take_news(self) -> bool:
        """Whether the data set has changed since this was asked the last time."""
        news, self._has_new_pairs = self._has_new_pairs, False
        return news

    # ------------------------------------------------------------ inside

    def _begin_replies(self, *, keep_shown: bool) -> None:
        """Prepare replies by the plan as it is and by who answers now."""
        number, shown = self.number, self.shown if keep_shown else None
        prompts = self._keeping.log.prompts if self._keeping else {}
        self.replies.answer(prompts, self.plan, self._answering(self.plan))
        if number is not None and shown is not None:
            self.replies.show_again(number, *shown)
        self._prepare()

    def _add(
        self, number: int, choice: PickChoice, replies: tuple[DrawnReply, DrawnReply] | None, written: str
    ) -> bool:
        keeping = self._keeping
        if keeping is None:
            return False
        prompt = keeping.log.prompts[number]
        time = datetime.now().astimezone().isoformat(timespec="seconds")
        pick = Pick(uuid4().hex[:16], number, time, choice, prompt.messages, prompt.topic, replies, written)
        had_failed = self.replies.failed_number == number
        if not self._wrote(lambda: keeping.log.add(pick)):
            return False
        self._wrote(lambda: keeping.add_pairs(pick))  # the log has it: at the next start they are added
        self._has_new_pairs = True
        self._picks_changed()
        if had_failed:  # only now does nobody wait for it any more
            self.replies.try_again()
            self.changed.emit()
        return True

    def _picks_changed(self) -> None:
        self._prepare()
        self.changed.emit()

    def _prepare(self) -> None:
        self.replies.wait_for(self.waiting)
        self.replies.set_wanted(self.state == "picking" and self._is_seen and not self.why_held)

    def _wrote(self, write: Callable[[], object]) -> bool:
        try:
            write()
        except EngineError as error:
            self.failed.emit(error)
            return False
        return True
