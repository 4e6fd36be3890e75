"""The memory card: its bar in words, its badge, and its fixes."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from app.models.outlook import Outlook
from app.widgets.memory_card import MemoryCard
from engine.forecast.fixes import Fix
from engine.forecast.memory import MemoryForecast, MemoryParts
from tests.app.accessible import nameless, too_small
from tests.app.pages.conftest import Studio

PARTS = MemoryParts(
    program=400_000_000,
    weights=3_100_000_000,
    adapter=100_000_000,
    gradients=100_000_000,
    optimizer=200_000_000,
    activations=2_000_000_000,
    output_head=2_500_000_000,
    allocator=200_000_000,
)
FITS = Outlook(MemoryForecast(PARTS, 12_000_000_000), ())


def _card(qtbot: QtBot, studio: Studio, outlook: Outlook) -> MemoryCard:
    card = MemoryCard(studio.theme, studio.session.outlook)
    qtbot.addWidget(card)
    studio.session.outlook.shown = outlook
    card.resize(700, 240)
    card.show()
    card.refresh()
    return card


def test_the_bar_says_its_parts_and_what_is_left(qtbot: QtBot, studio: Studio) -> None:
    card = _card(qtbot, studio, FITS)
    assert card.badge.accessibleName() == "Fits with 3.4 GB to spare"
    assert card.bar.accessibleName()
    assert card.bar.accessibleDescription() == (
        "Program 400.0 MB, Model weights 3.1 GB, Adapter and optimizer 400.0 MB, Activations 2.2 GB, "
        "Output scores 2.5 GB, 3.4 GB free"
    )
    assert not any(button.isVisible() for button in card.fixes)
    assert not nameless(card)
    assert not card.grab().isNull()


def test_where_it_does_not_fit_two_clicks_are_offered(qtbot: QtBot, studio: Studio) -> None:
    fixes = (Fix("data.max_length", 512, 1_100_000_000), Fix("adapter.r", 8, 200_000_000))
    card = _card(qtbot, studio, replace(FITS, memory=MemoryForecast(PARTS, 8_000_000_000), fixes=fixes))
    assert card.badge.accessibleName() == "Will not fit: 600.0 MB short"
    assert card.bar.accessibleDescription().endswith("600.0 MB short")
    assert [button.text() for button in card.fixes] == [
        "Longest text 512: saves 1.1 GB",
        "Adapter size 8: saves 200.0 MB",
    ]
    assert not too_small(card)
    assert not card.grab().isNull()
    card.fixes[0].click()
    assert studio.session.setup.value("data.max_length") == 512


def test_without_a_model_it_is_not_there(qtbot: QtBot, studio: Studio) -> None:
    card = MemoryCard(studio.theme, studio.session.outlook)
    qtbot.addWidget(card)
    assert card.isHidden()
