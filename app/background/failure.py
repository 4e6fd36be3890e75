"""Every exception as the one kind of failure that the window can show."""

from __future__ import annotations

import logging
import traceback

from engine.errors import EngineError

_log = logging.getLogger(__name__)


def as_engine_error(error: Exception, doing: str) -> EngineError:
    """The error itself when it already speaks to people, else a sentence about `doing` with the traceback inside.

    It is English like the engine's, since it is also made in processes without Qt. What nobody foresaw is logged as
    well, so that it is never lost when a person closes the message.
    """
    if isinstance(error, EngineError):
        return error
    _log.error("%s failed", doing, exc_info=error)
    details = "".join(traceback.format_exception(error))
    if isinstance(error, MemoryError):
        return EngineError(
            f"{doing} needs more memory than this computer has free.",
            "Close other programs, or choose a smaller model or file.",
            details,
        )
    if isinstance(error, OSError):
        return EngineError(
            f"{doing} did not work, because a file could not be read or written: {error}.",
            "Check the disk's free space and the folder's permissions, then try again.",
            details,
        )
    return EngineError(
        f"{doing} did not work, because of an error nobody foresaw: {type(error).__name__}: {error}.",
        "Try again. If it stays, the details help whoever looks into it.",
        details,
    )
