"""`python -m tools.release`: notes, wheel, source distribution and extension, built and checked.

Nothing is published; the tag and the upload stay a person's to do. Status 1 where something is
wrong, with a line that says what.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tools.release import artefacts


def main() -> int:
    parser = argparse.ArgumentParser(prog="tools.release", description=__doc__)
    parser.add_argument("--dist", type=Path, default=artefacts.ROOT / "dist")
    parser.add_argument("--no-extension", action="store_true", help="only the Python packages")
    chosen = parser.parse_args()
    found = artefacts.versions()
    version = found["pyproject.toml"]
    if set(found.values()) != {version}:
        return _wrong(f"the versions differ: {found}")
    notes = artefacts.notes(version)
    if not notes:
        return _wrong(f"CHANGELOG.md says nothing about {version}")
    chosen.dist.mkdir(parents=True, exist_ok=True)
    written = chosen.dist / f"RELEASE-NOTES-{version}.md"
    written.write_text(notes + "\n", encoding="utf-8")
    made = artefacts.python(chosen.dist)
    if not chosen.no_extension:
        made.append(artefacts.extension())
    for path in made:
        if strange := artefacts.missing(path):
            return _wrong(f"{path.name}: {', '.join(strange)}")
    print(f"Django cheat sheet {version}\n")
    for path in [written, *made]:
        print(artefacts.told(path))
    return 0


def _wrong(what: str) -> int:
    print(f"no release: {what}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
