"""Figures become a table: medians and percentiles, ratios to the floor, Markdown."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

NONE = "–"


@dataclass(frozen=True)
class Table:
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = field(default_factory=tuple)
    note: str = ""


def percentile(values: Sequence[float], share: float) -> float | None:
    """The nearest-rank percentile: a time that was measured, never one between two."""
    if not values:
        return None
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def middle(values: Sequence[float | None]) -> float | None:
    """The median of the runs that have a figure."""
    known = [value for value in values if value is not None]
    return median(known) if known else None


def number(value: float | None) -> str:
    """Three digits that mean something."""
    if value is None:
        return NONE
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def ratio(value: float | None, floor: float | None) -> str:
    """`0.71 ×`; nothing without a floor."""
    return f"{value / floor:.2f} ×" if value is not None and floor else ""


def cell(value: float | None, floor: float | None = None) -> str:
    """`312 (0.71 ×)`: the figure, and how it stands to the floor's in the same run."""
    against = ratio(value, floor)
    return f"{number(value)} ({against})" if against else number(value)


def markdown(table: Table) -> str:
    lines = [f"### {table.title}", ""]
    if table.note:
        lines += [table.note, ""]
    lines += [_line(table.columns), _line(["---", *["---:"] * (len(table.columns) - 1)])]
    lines += [_line(row) for row in table.rows]
    return "\n".join(lines) + "\n"


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(one.replace("|", "\\|") for one in cells) + " |"
