"""`python -m tools.facts_names`: installs what is missing, collects, merges, writes.

`--check` writes nothing and fails where a committed file differs from what would be written.
"""

from __future__ import annotations

import argparse
import json
import sys

from . import gather, install, merge, write
from .docs import anchors, headings, tables
from .releases import NEWEST, OLDEST, RELEASES, docs_folder, part

ALIASED = (OLDEST, "4.2", NEWEST)  # what moved in between is the same in both


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.facts_names", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="compare with the committed files only"
    )
    parser.add_argument("--offline", action="store_true", help="merge what was collected before")
    arguments = parser.parse_args()
    if not arguments.offline:
        install.install_all()
    documented = {release: documented_in(release) for release in RELEASES}
    if not arguments.offline:
        gather.gather_all({release: dotted(documented[release]) for release in ALIASED})
    files = {f"names/{name}.json": table for name, table in merge.merge_all(documented).items()}
    others = json.loads(part("aliases").read_text("utf-8"))
    files |= {
        f"docs/{name}.json": table for name, table in tables.build(documented, others).items()
    }
    written = headings.text(documented, {release: page_names(release) for release in RELEASES})
    if arguments.check:
        stale = headings.FILE.read_text(encoding="utf-8") != written
        return write.compare(files) or int(stale)
    headings.FILE.write_text(written, encoding="utf-8", newline="\n")
    return write.write(files)


def page_names(release: str) -> list[str]:
    return [name for name, _ in anchors.pages(docs_folder(release))]


def dotted(found: list[anchors.Anchor]) -> list[str]:
    return sorted({anchor.symbol for anchor in found if ":" not in anchor.symbol})


def documented_in(release: str) -> list[anchors.Anchor]:
    found = []
    for page, text in anchors.pages(docs_folder(release)):
        found += anchors.scan(page, text)
    return found


if __name__ == "__main__":
    sys.exit(main())
