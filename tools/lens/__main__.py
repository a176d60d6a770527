"""`python -m tools.lens ROOT… [--django 5.2]`: `path:line: code: message` for each problem."""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path

from tools.lens.files import looked_at, release


def main(words: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.lens", description=__doc__)
    parser.add_argument("roots", nargs="+", type=Path)
    parser.add_argument("--django", type=release, help="a release, or a range such as 4.2:6.0")
    arguments = parser.parse_args(words)
    codes: Counter[str] = Counter()
    files = 0
    begun = time.process_time()
    for root in arguments.roots:
        for document, found in looked_at(root.resolve(), arguments.django):
            files += 1
            for one in found:
                line = document.text.count("\n", 0, one.span.start) + 1
                assert document.path is not None
                print(f"{document.path}:{line}: {one.code}: {one.message}")
                codes[one.code] += 1
    for code, count in codes.most_common():
        print(f"{count:6}  {code}")
    seconds = time.process_time() - begun
    print(f"{codes.total()} problems in {files} files, {seconds:.1f} s of work")


if __name__ == "__main__":
    main()
