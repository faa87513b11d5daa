"""The colours of both themes by the role they play; every contrast was chosen for its use."""

from __future__ import annotations

from typing import NamedTuple


class LevelPaint(NamedTuple):
    """How one level is filled, what is written on it, and its edge (None where it needs none)."""

    fill: str
    text: str
    outline: str | None


class Tokens(NamedTuple):
    """One theme. Fields are ``#RRGGBB``; in style sheets ``surface_2`` is ``%surface-2%``."""

    dark: bool
    bg: str
    surface: str
    surface_2: str
    surface_3: str
    border: str
    border_strong: str
    ink: str
    ink_2: str
    ink_3: str
    accent: str
    accent_hover: str
    accent_weak: str
    accent_line: str
    on_accent: str
    attn: str
    attn_weak: str
    attn_line: str
    danger: str
    danger_weak: str
    danger_line: str
    ok: str
    ok_weak: str
    met: str
    met_t: str
    part: str
    levels: tuple[LevelPaint, ...]

    @property
    def selected_text(self) -> str:
        """Text on ``accent_weak``: hover accent by day, accent by night."""
        return self.accent if self.dark else self.accent_hover


LIGHT = Tokens(
    dark=False,
    bg="#F5F6F4",
    surface="#FFFFFF",
    surface_2="#EFF1EF",
    surface_3="#E2E7E5",
    border="#D8DDDB",
    border_strong="#7C8886",
    ink="#13212A",
    ink_2="#44525A",
    ink_3="#5B686E",
    accent="#0B5F73",
    accent_hover="#084C5C",
    accent_weak="#E2EFF1",
    accent_line="#9CC4CC",
    on_accent="#FFFFFF",
    attn="#845000",
    attn_weak="#FCF2DF",
    attn_line="#E2C48C",
    danger="#A3271E",
    danger_weak="#FBEAE8",
    danger_line="#E3B0AB",
    ok="#1C6546",
    ok_weak="#E5F2EB",
    met="#2A788E",
    met_t="#FFFFFF",
    part="#BCDADD",
    levels=(
        LevelPaint("#EFE7D3", "#13212A", "#8C8468"),
        LevelPaint("#AECFBC", "#13212A", "#578A71"),
        LevelPaint("#68ABA8", "#13212A", "#367874"),
        LevelPaint("#27728A", "#FFFFFF", None),
        LevelPaint("#143758", "#FFFFFF", None),
    ),
)

DARK = Tokens(
    dark=True,
    bg="#0F171B",
    surface="#162126",
    surface_2="#1D2A30",
    surface_3="#293941",
    border="#2E3F47",
    border_strong="#71858D",
    ink="#E8EEEF",
    ink_2="#B7C4C8",
    ink_3="#97A7AD",
    accent="#66BFD1",
    accent_hover="#8AD2E0",
    accent_weak="#17343D",
    accent_line="#33616D",
    on_accent="#06232B",
    attn="#E8B860",
    attn_weak="#2E2613",
    attn_line="#5F4E23",
    danger="#F29B92",
    danger_weak="#3A1F1D",
    danger_line="#6E3833",
    ok="#80CDA7",
    ok_weak="#163026",
    met="#66BFD1",
    met_t="#06232B",
    part="#2C5560",
    levels=(
        LevelPaint("#453F30", "#FFFFFF", "#8F866B"),
        LevelPaint("#44695B", "#FFFFFF", "#7FA896"),
        LevelPaint("#52948F", "#06232B", "#52948F"),
        LevelPaint("#80C5D2", "#06232B", None),
        LevelPaint("#DDF3F7", "#06232B", None),
    ),
)
