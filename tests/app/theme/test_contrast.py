"""The contrasts that the design promises, computed anew from the tokens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.theme.contrast import blend, contrast_ratio, relative_luminance
from app.theme.tokens import DARK, LIGHT, Colors

# (ink, ground, the design's figure for light, for dark). A ground of several names stands for the worst of them.
_SURFACES = "bg sidebar surface sunken raised hover"
_PAIRS = [
    ("text", _SURFACES, 14.7, 13.0),
    ("text2", _SURFACES + " pressed", 6.3, 6.6),
    ("text3", _SURFACES, 4.7, 4.9),
    ("on_accent", "accent", 6.0, 4.7),
    ("accent_text", "accent_soft", 6.3, 7.0),
    ("chosen", "surface chosen_soft", 5.2, 7.4),
    ("rejected", "surface rejected_soft", 5.4, 7.6),
    ("warn", "surface warn_soft", 6.3, 9.4),
    ("danger", "surface danger_soft", 5.3, 7.2),
    ("ok", "surface ok_soft", 5.3, 7.7),
    ("text", "chosen_mark rejected_mark", 13.6, 8.8),
]


def _worst(colors: Colors, ink: str, grounds: str) -> float:
    return min(contrast_ratio(getattr(colors, ink), getattr(colors, ground)) for ground in grounds.split())


@pytest.mark.parametrize("ink, grounds, light, dark", _PAIRS)
def test_the_designs_figures_hold(ink: str, grounds: str, light: float, dark: float) -> None:
    assert _worst(LIGHT, ink, grounds) >= light - 0.1
    assert _worst(DARK, ink, grounds) >= dark - 0.1


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink, grounds", [(pair[0], pair[1]) for pair in _PAIRS])
def test_every_text_can_be_read(colors: Colors, ink: str, grounds: str) -> None:
    assert _worst(colors, ink, grounds) >= 4.5


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("graphic", ["chosen_fill", "rejected_fill", "control", "run_1", "run_2", "run_3", "run_4"])
def test_graphics_stand_out_from_a_card(colors: Colors, graphic: str) -> None:
    assert contrast_ratio(getattr(colors, graphic), colors.surface) >= 3.0


def test_known_ratios() -> None:
    assert contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast_ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)  # the textbook's just-failing grey
    assert relative_luminance("#FF0000") == pytest.approx(0.2126)


_COLORS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@given(_COLORS, _COLORS)
def test_contrast_has_no_direction(first: str, second: str) -> None:
    assert contrast_ratio(first, second) == contrast_ratio(second, first)
    assert 1.0 <= contrast_ratio(first, second) <= 21.0


@given(_COLORS, _COLORS)
def test_blending_ends_at_its_ends(first: str, second: str) -> None:
    assert blend(first, second, 1.0) == first
    assert blend(first, second, 0.0) == second
