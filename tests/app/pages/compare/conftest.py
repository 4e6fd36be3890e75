"""The Compare page, before and after training."""

from __future__ import annotations

import pytest

from app.models.run_state import RunState
from app.pages.compare.page import ComparePage
from tests.app.fake_engine import SteppingRun
from tests.app.pages.conftest import Studio


@pytest.fixture
def page(studio: Studio) -> ComparePage:
    page = ComparePage(studio.theme, studio.session)
    studio.load()
    studio.show(page)
    return page


@pytest.fixture
def trained(studio: Studio, page: ComparePage) -> ComparePage:
    """The page with a finished run behind it."""
    studio.run = SteppingRun(steps=2)
    studio.session.start_training()
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FINISHED)
    return page
