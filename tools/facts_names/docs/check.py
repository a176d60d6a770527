"""`python -m tools.facts_names.docs.check`: does every link to Django's documentation lead on?

Tried are, for each release, the link that a hover shows for each symbol of the facts, each entry
and each row of the sheet, and the links written in its pages, against the pages and anchors of
that release's own documentation (`headings.json`).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from cheatsheet_ls.facts import api, names
from cheatsheet_ls.facts.docs import SITE, docs_url
from cheatsheet_ls.features.cards import HoverOptions, text_of_symbol
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.model import Symbol
from cheatsheet_ls.sheet.index import Index
from cheatsheet_ls.sheet.load import load_index
from cheatsheet_ls.sheet.locate import content_folder
from tools.facts_names.docs import headings

RELEASES = ("4.2", "5.0", "5.1", "5.2", "6.0", "6.1")
URL = re.compile(
    re.escape(SITE)
    + r"/(?P<release>[\w.{}]+)/(?P<page>[^#\s)>\]`\"]*)(?:#(?P<anchor>[^\s)>\]`\"]+))?"
)
Wrong = list[str]


def main() -> int:
    wrong = 0
    for what, (count, lines) in {"facts": facts(), "sheet": hovers(), "pages": pages()}.items():
        print(f"{what}: {count:,} links to Django's documentation, {len(lines)} lead nowhere")
        print("".join(f"  {line}\n" for line in lines[:50]), end="")
        wrong += len(lines)
    return 1 if wrong else 0


def facts(releases: Iterable[str] = RELEASES) -> tuple[int, Wrong]:
    """Every symbol of the facts, for a project on each release."""
    symbols = [
        *api.all_paths(),
        *(f"{kind}:{n}" for kind in names.KINDS for n in names.names(kind)),
    ]
    links = (
        (f"{symbol} on {release}", docs_url((symbol,), release))
        for release in releases
        for symbol in symbols
    )
    return tried(links)


def hovers(releases: Iterable[str] = RELEASES) -> tuple[int, Wrong]:
    """The link below every entry and row."""
    index = load_index(())
    links = (
        (f"{symbol} on {release}", link_of(index, symbol, release))
        for release in releases
        for entry in index.entries
        for symbol in (*entry.symbols, *(option.symbol for option in entry.options))
    )
    return tried(links)


def link_of(index: Index, symbol: Symbol, release: str) -> str | None:
    options = HoverOptions(Django(release, release, known=True))
    last = (text_of_symbol(index, symbol, options) or "").rpartition("\n")[2]
    return last if last.startswith("[") else None


def pages() -> tuple[int, Wrong]:
    """What writers linked: hover leads from `stable` to a release that has the place."""
    return tried(
        (f"{path.name}, {number}", line)
        for path in sorted(content_folder().rglob("*.md"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if SITE in line
    )


def tried(links: Iterable[tuple[str, str | None]]) -> tuple[int, Wrong]:
    count, wrong = 0, []
    for where, text in links:
        for found in URL.finditer(text or ""):
            count += 1
            if not leads(found["release"], found["page"], found["anchor"]):
                wrong.append(f"{where}: {found[0]}")
    return count, wrong


def leads(release: str, page: str, anchor: str | None) -> bool:
    """`stable` is any release: what is gone is shown on the page of the last one that had it."""
    releases = (release,) if release[:1].isdigit() else headings.RELEASES
    page = page.strip("/")
    known = (headings.of(one).get(page) for one in releases)
    return any(anchors is not None and (anchor is None or anchor in anchors) for anchors in known)


if __name__ == "__main__":
    sys.exit(main())
