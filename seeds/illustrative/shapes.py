"""The tables the illustrative feeds are drawn from: levels by month, shares and events.

All invented. Kling's are chosen so that what the public record says of Kling stays true of the
invented feed (each line says what it leans on); Jimeng's lean on nothing but the wish to have a
second app of another kind.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

FIRST_DAY = date(2025, 1, 1)
LAST_DAY = date(2026, 10, 25)


class Bump(NamedTuple):
    """An event that raises metrics at once and fades."""

    day: date
    fades_in_days: float
    height: dict[str, float]


class App(NamedTuple):
    """How one invented app behaves."""

    id: str
    #: metric → its value in each of the 22 months, both platforms and the whole world.
    curves: dict[str, tuple[float, ...]]
    #: metric → platform → its part of the curve. Users of both are counted twice: over 1 in all.
    platform_share: dict[str, dict[str, float]]
    #: metric → platform → country → part of the world. What is missing to 1 is the rest of it.
    weights: dict[str, dict[str, dict[str, float]]]
    bumps: tuple[Bump, ...]


def millions(*values: float) -> tuple[float, ...]:
    """Values written in millions, as plain numbers."""
    return tuple(value * 1_000_000 for value in values)


# Google Play does not work in mainland China: no android table names CN. Missing, not zero.

KLING = App(
    id="kling",
    curves={
        # US$, net of store, January 2025 to October 2026. About a fifth of the revenue Kuaishou
        # reported for the quarter: JPMorgan holds most of Kling's revenue to be made on the web.
        # December to January rises by 30 to 50 per cent, as Goldman Sachs cites Sensor Tower.
        "revenue": millions(
            *(1.15, 1.40, 1.72, 2.15, 2.35, 2.50, 2.66, 2.80, 2.95, 3.00, 3.20, 3.65),
            *(4.85, 6.10, 7.40, 8.00, 8.15, 8.30, 8.45, 8.75, 8.95, 9.20),
        ),
        "downloads": millions(
            *(0.75, 0.90, 0.95, 1.20, 1.15, 1.10, 1.10, 1.15, 1.25, 1.20, 1.15, 1.20),
            *(1.90, 2.20, 2.10, 1.95, 1.90, 1.85, 1.90, 2.00, 2.05, 2.10),
        ),
        # 12 million in January 2026 (LatePost, the Wall Street Journal), from 1.5 in autumn 2024.
        "mau": millions(
            *(3.1, 3.6, 4.1, 4.7, 5.1, 5.5, 5.9, 6.3, 6.8, 7.3, 8.0, 9.1),
            *(12.3, 13.6, 14.4, 14.9, 15.3, 15.7, 16.2, 16.8, 17.3, 17.9),
        ),
    },
    platform_share={
        "revenue": {"ios": 0.62, "android": 0.38},
        "downloads": {"ios": 0.36, "android": 0.64},
        "mau": {"ios": 0.44, "android": 0.63},
    },
    weights={
        # United States 31, United Kingdom 9, Korea 6 per cent (Sensor Tower by JPMorgan).
        "revenue": {
            "ios": {
                **{"US": 0.32, "CN": 0.11, "GB": 0.09, "KR": 0.06, "JP": 0.06, "DE": 0.04},
                **{"FR": 0.03, "TW": 0.03, "BR": 0.02, "IN": 0.02, "MX": 0.01, "ID": 0.01},
            },
            "android": {
                **{"US": 0.29, "GB": 0.09, "KR": 0.07, "IN": 0.06, "DE": 0.05, "BR": 0.05},
                **{"JP": 0.04, "FR": 0.03, "TW": 0.03, "MX": 0.03, "ID": 0.03},
            },
        },
        # India 52, the United States 8, Korea 6 per cent (the same).
        "downloads": {
            "ios": {
                **{"IN": 0.20, "US": 0.17, "CN": 0.15, "KR": 0.07, "JP": 0.05, "GB": 0.05},
                **{"DE": 0.03, "FR": 0.03, "TW": 0.03, "BR": 0.03, "MX": 0.02, "ID": 0.03},
            },
            "android": {
                **{"IN": 0.58, "BR": 0.06, "ID": 0.06, "KR": 0.05, "US": 0.04, "MX": 0.03},
                **{"DE": 0.02, "GB": 0.02, "FR": 0.02, "JP": 0.01, "TW": 0.01},
            },
        },
        "mau": {
            "ios": {
                **{"IN": 0.16, "US": 0.19, "CN": 0.17, "KR": 0.06, "JP": 0.06, "GB": 0.05},
                **{"DE": 0.03, "FR": 0.03, "TW": 0.03, "BR": 0.03, "MX": 0.02, "ID": 0.03},
            },
            "android": {
                **{"IN": 0.48, "BR": 0.07, "ID": 0.07, "KR": 0.05, "US": 0.06, "MX": 0.03},
                **{"DE": 0.03, "GB": 0.03, "FR": 0.02, "JP": 0.02, "TW": 0.01},
            },
        },
    },
    bumps=(
        Bump(date(2025, 4, 15), 8, {"revenue": 0.10, "downloads": 0.50}),  # Kling 2.0
        Bump(date(2025, 9, 23), 7, {"revenue": 0.08, "downloads": 0.25}),  # Kling 2.5 Turbo
        Bump(date(2026, 1, 1), 6, {"revenue": 0.30, "downloads": 1.60}),  # clips of dances and pets
        Bump(date(2026, 2, 5), 7, {"revenue": 0.12, "downloads": 0.40}),  # Kling 3.0
    ),
)

JIMENG = App(
    id="jimeng",
    curves={
        "revenue": millions(
            *(1.05, 1.15, 1.25, 1.35, 1.45, 1.60, 1.75, 1.90, 2.10, 2.25, 2.40, 2.60),
            *(2.75, 4.30, 6.30, 6.60, 6.90, 7.20, 7.60, 8.60, 9.10, 9.50),
        ),
        "downloads": millions(
            *(1.30, 1.45, 1.40, 1.45, 1.50, 1.55, 1.60, 1.75, 1.85, 1.80, 1.75, 1.85),
            *(1.90, 4.10, 3.60, 2.90, 2.70, 2.65, 2.80, 3.30, 3.10, 3.05),
        ),
        # Over 10 million from September 2025: the only size QuestMobile lets be seen.
        "mau": millions(
            *(5.2, 5.6, 6.0, 6.5, 7.0, 7.6, 8.3, 9.3, 10.6, 11.3, 12.0, 12.6),
            *(13.2, 18.0, 20.5, 21.0, 21.6, 22.2, 23.0, 24.8, 25.6, 26.3),
        ),
    },
    platform_share={
        "revenue": {"ios": 0.95, "android": 0.05},
        "downloads": {"ios": 0.86, "android": 0.14},
        "mau": {"ios": 0.92, "android": 0.15},
    },
    weights={
        "revenue": {
            "ios": {
                **{"CN": 0.86, "TW": 0.025, "US": 0.025, "JP": 0.02, "KR": 0.01, "ID": 0.006},
                **{"GB": 0.005, "DE": 0.004, "FR": 0.003, "BR": 0.003, "MX": 0.002, "IN": 0.002},
            },
            "android": {
                **{"TW": 0.20, "ID": 0.14, "US": 0.13, "JP": 0.10, "KR": 0.07, "BR": 0.06},
                **{"IN": 0.04, "MX": 0.04, "GB": 0.03, "DE": 0.02, "FR": 0.02},
            },
        },
        "downloads": {
            "ios": {
                **{"CN": 0.82, "TW": 0.025, "ID": 0.02, "US": 0.02, "JP": 0.015, "IN": 0.01},
                **{"KR": 0.008, "BR": 0.008, "MX": 0.005, "GB": 0.004, "DE": 0.003, "FR": 0.003},
            },
            "android": {
                **{"ID": 0.26, "IN": 0.12, "BR": 0.11, "TW": 0.09, "MX": 0.07, "US": 0.05},
                **{"JP": 0.04, "KR": 0.03, "GB": 0.02, "DE": 0.01, "FR": 0.01},
            },
        },
        "mau": {
            "ios": {
                **{"CN": 0.88, "TW": 0.02, "ID": 0.012, "US": 0.012, "JP": 0.01, "IN": 0.005},
                **{"KR": 0.005, "BR": 0.004, "MX": 0.003, "GB": 0.002, "DE": 0.002, "FR": 0.002},
            },
            "android": {
                **{"ID": 0.25, "IN": 0.11, "BR": 0.11, "TW": 0.10, "MX": 0.07, "US": 0.05},
                **{"JP": 0.04, "KR": 0.03, "GB": 0.02, "DE": 0.01, "FR": 0.01},
            },
        },
    },
    bumps=(
        Bump(date(2026, 2, 12), 12, {"revenue": 0.35, "downloads": 0.90}),  # Seedance 2.0
        Bump(date(2026, 7, 31), 9, {"revenue": 0.10, "downloads": 0.30}),  # Seedance 2.5
    ),
)

APPS = (KLING, JIMENG)
