"""The design's colours, sizes and spaces. Nothing else in the window names a colour by its number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["neutral", "accent", "chosen", "rejected", "warn", "danger", "ok"]


@dataclass(frozen=True, slots=True)
class Colors:
    """One theme's colours as #RRGGBB.

    `*_fill` are for graphics only, never for text; `*_soft` and `*_mark` lie behind text; `run_*` tell runs apart that
    are laid over each other, each with a dash of its own.
    """

    bg: str
    sidebar: str
    surface: str
    sunken: str
    raised: str
    hover: str
    pressed: str
    border: str
    border2: str
    control: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_pressed: str
    accent_soft: str
    accent_text: str
    chosen: str
    chosen_fill: str
    chosen_soft: str
    chosen_mark: str
    rejected: str
    rejected_fill: str
    rejected_soft: str
    rejected_mark: str
    warn: str
    warn_fill: str
    warn_soft: str
    danger: str
    danger_fill: str
    danger_soft: str
    ok: str
    ok_fill: str
    ok_soft: str
    on_accent: str
    run_1: str
    run_2: str
    run_3: str
    run_4: str
    is_dark: bool

    def tone(self, tone: Tone) -> str:
        """The text colour of a tone."""
        names: dict[Tone, str] = {"neutral": self.text2, "accent": self.accent_text}
        return names.get(tone) or str(getattr(self, tone))

    def fill(self, tone: Tone) -> str:
        """The colour of a tone's graphics."""
        names: dict[Tone, str] = {"neutral": self.control, "accent": self.accent}
        return names.get(tone) or str(getattr(self, f"{tone}_fill"))

    def soft(self, tone: Tone) -> str:
        """The pale colour behind a tone's text."""
        return self.hover if tone == "neutral" else str(getattr(self, f"{tone}_soft"))


LIGHT = Colors(
    bg="#F7F7F9",
    sidebar="#F0F0F4",
    surface="#FFFFFF",
    sunken="#F5F5F8",
    raised="#FFFFFF",
    hover="#EDEDF2",
    pressed="#E3E3EA",
    border="#E4E4EA",
    border2="#CDCED7",
    control="#8B8E9B",
    text="#1A1B20",
    text2="#4D505B",
    text3="#666974",
    accent="#4A54D1",
    accent_hover="#3F48BD",
    accent_pressed="#353DA6",
    accent_soft="#ECEDFC",
    accent_text="#3F48BF",
    chosen="#0A716B",
    chosen_fill="#12968C",
    chosen_soft="#E3F4F2",
    chosen_mark="#CDEBE7",
    rejected="#A54708",
    rejected_fill="#DD7418",
    rejected_soft="#FDF0E3",
    rejected_mark="#FBE0C6",
    warn="#735600",
    warn_fill="#D9A900",
    warn_soft="#FDF6DC",
    danger="#BE2336",
    danger_fill="#CE2C41",
    danger_soft="#FDECEE",
    ok="#19713A",
    ok_fill="#2A9D56",
    ok_soft="#E6F5EB",
    on_accent="#FFFFFF",
    run_1="#4A54D1",
    run_2="#B8407F",
    run_3="#1F85B8",
    run_4="#7A6A00",
    is_dark=False,
)

DARK = Colors(
    bg="#131417",
    sidebar="#0E0F12",
    surface="#1A1B1F",
    sunken="#141518",
    raised="#222329",
    hover="#25262C",
    pressed="#2D2F36",
    border="#292A31",
    border2="#3C3E48",
    control="#737683",
    text="#EDEEF2",
    text2="#B3B6C0",
    text3="#8F929E",
    accent="#5C66E0",
    accent_hover="#545ED6",
    accent_pressed="#4A53C4",
    accent_soft="#25284A",
    accent_text="#A9B0FF",
    chosen="#45CFC1",
    chosen_fill="#2BB3A6",
    chosen_soft="#12302D",
    chosen_mark="#1A4843",
    rejected="#F7A863",
    rejected_fill="#E8883A",
    rejected_soft="#37240F",
    rejected_mark="#563616",
    warn="#F0CB53",
    warn_fill="#E3B62C",
    warn_soft="#2E2810",
    danger="#FF8A93",
    danger_fill="#D13C4F",
    danger_soft="#31191D",
    ok="#62CC88",
    ok_fill="#3BB36A",
    ok_soft="#14291D",
    on_accent="#FFFFFF",
    run_1="#8F97FF",
    run_2="#F08CC0",
    run_3="#5BBDEB",
    run_4="#D9C34A",
    is_dark=True,
)


@dataclass(frozen=True, slots=True)
class MemoryColors:
    """The parts of the memory bar, the same in both themes."""

    weights: str = "#5C66E0"
    adapter: str = "#9A6BD6"
    activations: str = "#3D8FD1"
    output_head: str = "#62B0C9"


MEMORY = MemoryColors()


@dataclass(frozen=True, slots=True)
class Radius:
    """Corner radii in logical pixels."""

    key: int = 4
    badge: int = 6
    button: int = 7
    segment: int = 8
    card: int = 10
    prompt: int = 12
    dialog: int = 14


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes in logical pixels that several widgets share."""

    page_margin: int = 24
    compact_margin: int = 20
    card_gap: int = 14
    card_padding: int = 16
    control_height: int = 32
    compact_height: int = 28
    hero_height: int = 44
    chip_height: int = 30
    row_height: int = 32
    run_row_height: int = 38
    head_height: int = 34
    nav_height: int = 40
    header_height: int = 64
    compact_header_height: int = 56
    sidebar_width: int = 216
    rail_width: int = 64
    icon: int = 16
    badge_icon: int = 14
    smallest_target: int = 28
    compact_below_width: int = 1280
    compact_below_height: int = 800


RADIUS = Radius()
METRICS = Metrics()
