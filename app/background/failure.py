"""Every exception as the one kind of failure that the window can show."""

from __future__ import annotations

import logging
import traceback

from app.language.translate import tr, tr_marked
from engine.errors import EngineError

_log = logging.getLogger(__name__)


def as_engine_error(error: Exception, doing: str) -> EngineError:
    """The error itself when it already speaks to people, else a sentence about `doing` with the traceback inside.

    What nobody foresaw is logged as well, so that it is never lost when a person closes the message.
    """
    if isinstance(error, EngineError):
        return error
    _log.error("%s failed", doing, exc_info=error)
    doing = tr_marked(doing)
    details = "".join(traceback.format_exception(error))
    if isinstance(error, MemoryError):
        return EngineError(
            tr("{doing} needs more memory than this computer has free.", doing=doing),
            tr("Close other programs, or choose a smaller model or file."),
            details,
        )
    if isinstance(error, OSError):
        return EngineError(
            tr("{doing} did not work, because a file could not be read or written: {error}.", doing=doing, error=error),
            tr("Check the disk's free space and the folder's permissions, then try again."),
            details,
        )
    return EngineError(
        tr(
            "{doing} did not work, because of an error nobody foresaw: {name}: {error}.",
            doing=doing,
            name=type(error).__name__,
            error=error,
        ),
        tr("Try again. If it stays, the details help whoever looks into it."),
        details,
    )
