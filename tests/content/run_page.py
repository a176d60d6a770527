"""The loop for writers: `python -m tests.content.run_page content/urls/routes.md --django 5.2`.

Without pages: the whole sheet; without `--django`: the newest release; `-k WORD` picks examples;
`--truth` asks besides whether symbols, options and defaults are real.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .claims import ask, claims
from .environments import RELEASES
from .jobs import job, job_id, pairs, releases, run
from .sheet_examples import entries


def main() -> int:
    options = _arguments()
    found = [(e, x) for e, x in pairs(entries(options.pages or None)) if options.k in job_id(e, x)]
    failed = 0
    for release in RELEASES if options.django == "all" else options.django.split(","):
        jobs = [job(e, x, release) for e, x in found if release in releases(e, x)]
        lines = {job_id(e, x): f"content/{e.origin.page}:{x.line}" for e, x in found}
        results = run(release, jobs) if jobs else {}
        bad = [r for r in results.values() if r["error"]]
        for result in bad:
            print(f"{lines[result['id']]}: {result['id']} on Django {release}: {result['error']}")
            if options.trace and result.get("trace"):
                print(result["trace"])
        failed += len(bad)
        print(f"Django {release}: {len(results)} examples run, {len(bad)} failed")
        if options.truth:
            wrong = ask(release, list(claims(entries(options.pages or None), release)))
            print("\n".join([*wrong, f"Django {release}: {len(wrong)} claims do not hold"]))
            failed += len(wrong)
    for entry, example in found:
        if not releases(entry, example):
            print(f"content/{entry.origin.page}:{example.line}: runs on no supported release")
            failed += 1
    return 1 if failed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("pages", nargs="*", type=Path, help="pages of content/")
    parser.add_argument("--django", default="6.1", help='"5.2", "4.2,6.1" or "all"')
    parser.add_argument("-k", default="", help="only examples whose id contains this")
    parser.add_argument("--truth", action="store_true", help="check symbols and defaults as well")
    parser.add_argument("--trace", action="store_true", help="show whole tracebacks")
    options = parser.parse_args()
    for page in options.pages:
        if not page.is_file():
            parser.error(f"no such page: {page}")
    return options


if __name__ == "__main__":
    sys.exit(main())
