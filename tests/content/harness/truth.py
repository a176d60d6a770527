"""`python -m harness.truth CLAIMS RESULTS`: whether what the sheet says exists in this Django.

A claim is `{"symbol", "exists": true or false, "default": text or null}`; a result is the symbol
of the claim and an error or null.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from . import world
from .truth_defaults import wrong_default
from .truth_symbols import exists


def main(claims: str, results: str) -> None:
    world.start()
    with open(results, "w", encoding="utf-8") as out:
        for claim in json.loads(Path(claims).read_text(encoding="utf-8")):
            out.write(json.dumps({"symbol": claim["symbol"], "error": _error(claim)}) + "\n")


def _error(claim: dict[str, Any]) -> str | None:
    symbol, expected = claim["symbol"], claim["exists"]
    try:
        there = exists(symbol)
    except Exception as error:  # a claim that cannot even be asked is a wrong claim
        return f"{type(error).__name__}: {error}"
    if there is None:
        return None  # perhaps: neither proof nor disproof
    if there != expected:
        return "does not exist" if expected else "exists, though the sheet says it does not"
    return wrong_default(symbol, claim["default"]) if there and claim["default"] else None


if __name__ == "__main__":
    main(*sys.argv[1:3])
