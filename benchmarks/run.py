"""The benchmark table: `python -m benchmarks.run`, or a part of it.

--only NAME   that part alone (may be given again): start warm files workspaces sheets keystrokes
--quick       few runs, small sizes: whether it works, not how fast it is
--output FILE where the table goes; a whole run writes benchmarks/RESULTS.md, a part only prints
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import results
from benchmarks.parts import files, keystrokes, sheets, start, warm, workspaces
from benchmarks.servers import Server, bare, ours, peers
from benchmarks.table import Table, markdown
from benchmarks.warmup import prepare

RESULTS = Path(__file__).with_name("RESULTS.md")
PARTS: dict[str, Callable[[Sequence[Server], bool], list[Table]]] = {
    "start": start.measure,
    "warm": warm.measure,
    "keystrokes": keystrokes.measure,
    "files": files.measure,
    "workspaces": workspaces.measure,
    "sheets": sheets.measure,
}


def main(words: Sequence[str] | None = None) -> int:
    asked = _arguments(words)
    servers = [ours(), bare(), *([] if asked.no_peers else peers())]
    able = [server for server in servers if server.missing is None]
    prepare(servers[0])
    text = results.heading(servers)
    print(text, flush=True)
    for name in asked.only or PARTS:
        began = time.monotonic()
        for table in PARTS[name](able, asked.quick):
            text += "\n" + (drawn := markdown(table))
            print(drawn, flush=True)
        print(f"{name} took {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    whole = not (asked.only or asked.quick or asked.no_peers)
    output = asked.output or (RESULTS if whole else None)
    if output:
        output.write_text(text, encoding="utf-8")
        print(f"written to {output}", file=sys.stderr)
    return 0


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--only", action="append", choices=sorted(PARTS), metavar="NAME")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--no-peers", action="store_true", help="ours and the bare server alone")
    parser.add_argument("--output", type=Path, metavar="FILE")
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.exit(main())
