"""The filed Python API against one release of Django: versions, parameters, defaults, values."""

from __future__ import annotations

import json

from tools.facts.fresh import claims, environments

SCRIPT = "tools/facts/fresh/inside/probe.py"


def differences(release: str) -> tuple[int, list[str]]:
    """How many claims were tried, and which are wrong."""
    claimed = claims.claims(release)
    given = json.dumps(claimed, sort_keys=True)
    found: list[str] = environments.read(release, SCRIPT, given=given)
    return sum(map(size, claimed.values())), found


def size(claim: claims.Claim) -> int:
    parameters = sum(len(words) for words in claim.get("params", {}).values())
    return 1 + len(claim.get("members", ())) + len(claim.get("values", ())) + parameters
