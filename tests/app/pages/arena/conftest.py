"""The Arena's page, set up and while replies are picked."""

from __future__ import annotations

import pytest

from app.pages.arena.page import ArenaPage
from tests.app.pages.arena.picking import ready
from tests.app.pages.conftest import Studio, facts


@pytest.fixture
def page(studio: Studio) -> ArenaPage:
    """The page before anything is set up, with a model."""
    page = ArenaPage(studio.theme, studio.session)
    studio.session.model_choice.choose(facts())
    studio.show(page)
    studio.qtbot.waitUntil(lambda: studio.session.arena.state == "setup")
    return page


@pytest.fixture
def picking(studio: Studio, page: ArenaPage) -> ArenaPage:
    """The page with the sixty built-in prompts."""
    studio.session.arena_setup.choose_source("suites")
    page.begin_button.click()
    ready(studio, page)
    return page
