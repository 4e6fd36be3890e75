"""The blind test's page, set up and while votes are cast."""

from __future__ import annotations

import pytest

from app.pages.blind.page import BlindPage
from tests.app.pages.blind.voting import ready, train
from tests.app.pages.conftest import Studio


@pytest.fixture
def page(studio: Studio) -> BlindPage:
    page = BlindPage(studio.theme, studio.session)
    studio.load()
    studio.show(page)
    studio.qtbot.waitUntil(lambda: studio.session.blind.state == "setup")
    return page


@pytest.fixture
def voting(studio: Studio, page: BlindPage) -> BlindPage:
    """The page with a test of thirty built-in prompts under way."""
    train(studio)
    studio.session.blind_setup.choose_source("suites")
    page.begin_button.click()
    ready(studio, page)
    return page
