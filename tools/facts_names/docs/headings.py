"""Every page and heading of each release's documentation, to try links against without a network.

The newest release in full, `{page: [anchor, …]}`; each older one as what it has more and less than
the next newer one, `{page: {"more": […], "less": […]}}`; a page that it lacks is None.
"""

from __future__ import annotations

import itertools
import json
from functools import cache
from pathlib import Path
from typing import Any

from ..releases import RELEASES as RELEASES
from .anchors import Anchor

FILE = Path(__file__).with_name("headings.json")
Pages = dict[str, set[str]]


def text(documented: dict[str, list[Anchor]], pages: dict[str, list[str]]) -> str:
    """The table as it is committed: one page a line."""
    table = build(documented, pages)
    releases = []
    for release, found in table.items():
        lines = ",\n".join(f"{json.dumps(page)}:{dump(said)}" for page, said in found.items())
        releases.append(f"{json.dumps(release)}:{{\n{lines}\n}}")
    return "{" + ",\n".join(releases) + "}\n"


def dump(said: Any) -> str:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def build(documented: dict[str, list[Anchor]], pages: dict[str, list[str]]) -> dict[str, Any]:
    """`pages` are the names of all pages; some have no heading of their own."""
    releases = list(reversed(documented))
    every = {release: pages_of(documented[release], pages[release]) for release in releases}
    newest = every[releases[0]]
    table: dict[str, Any] = {releases[0]: {page: sorted(newest[page]) for page in sorted(newest)}}
    for newer, release in itertools.pairwise(releases):
        table[release] = changes(every[newer], every[release])
    return table


def pages_of(anchors: list[Anchor], pages: list[str]) -> Pages:
    found: Pages = {page: set() for page in ("contents", "glossary", *pages)}
    for anchor in anchors:
        found.setdefault(anchor.page, set()).add(anchor.anchor)
    return found


def changes(newer: Pages, older: Pages) -> dict[str, Any]:
    found: dict[str, Any] = {page: None for page in sorted(newer) if page not in older}
    for page in sorted(older):
        more, less = older[page] - newer.get(page, set()), newer.get(page, set()) - older[page]
        if more or less or page not in newer:
            found[page] = {"more": sorted(more), "less": sorted(less)}
    return found


@cache
def of(release: str) -> Pages:
    """The pages of a release with their anchors, from the committed table."""
    table = json.loads(FILE.read_text(encoding="utf-8"))
    found: Pages = {}
    for name, pages in table.items():
        for page, said in pages.items():
            if said is None:
                del found[page]
            elif isinstance(said, list):
                found[page] = set(said)
            else:
                found[page] = (found.get(page, set()) - {*said["less"]}) | {*said["more"]}
        if name == release:
            return found
    return {}
