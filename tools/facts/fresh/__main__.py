"""`python -m tools.facts.fresh`: do the committed facts still tell what is installed?

Reads the environments that `make setup` lays out in `.venvs`, without the network. What a package
has and the facts lack is named, and so is what they say of a release that is not so.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from tools.facts.fresh import environments, names, newest, releases

Result = tuple[str, int, list[str]]


def main() -> int:
    missing = sorted({*environments.RELEASES} - {*environments.installed()})
    for release in missing:
        print(f"Django {release}: no environment, `make setup` makes it")
    wrong = 0
    for what, count, differences in results():
        print(f"{what}: {count:,} compared, {len(differences)} wrong")
        print("".join(f"  {line}\n" for line in differences[:50]), end="")
        wrong += len(differences)
    return 1 if wrong or missing else 0


def results() -> Iterator[Result]:
    for release in environments.installed():
        if release == environments.NEWEST:
            yield (f"Django {release} and its companions, API", *newest.differences())
            found = names.differences(release, names.COMPANIONS)
            yield (f"companions of Django {release}, names", *found)
        else:
            yield (f"Django {release}, API", *releases.differences(release))
        yield (f"Django {release}, names", *names.differences(release))


if __name__ == "__main__":
    sys.exit(main())
