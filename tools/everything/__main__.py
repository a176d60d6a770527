"""`python -m tools.everything`: runs the steps, shows what failed in whole, counts at the end."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from tools.everything.steps import LANES, Step
from tools.setup.system import ROOT
from tools.setup.venvs import missing

COUNT = re.compile(r"(\d+) (passed|failed|errors?|skipped|xfailed|xpassed)")


@dataclass(frozen=True)
class Done:
    step: Step
    ok: bool
    output: str
    seconds: float

    @property
    def counts(self) -> dict[str, int]:
        """What pytest says in its last line; other programs count as nothing."""
        last = self.output.rstrip().rpartition("\n")[2]
        if not re.search(r" in \d+\.\d+s", last):
            return {}
        return {word.rstrip("s"): int(number) for number, word in COUNT.findall(last)}

    @property
    def flaky(self) -> list[str]:
        """What passed only when walked again."""
        return [line for line in self.output.splitlines() if line.startswith("flaky: ")]


def main() -> int:
    with ThreadPoolExecutor(len(LANES)) as pool:
        done = [one for lane in pool.map(_lane, LANES) for one in lane]
    failed = [one for one in done if not one.ok]
    for one in failed:
        print(f"\n===== {one.step.name} failed =====\n{one.output[-20000:]}")
    print()
    for line in (*missing(), *(line for one in done for line in one.flaky)):
        print(line)
    print(summary(done))
    return 1 if failed else 0


def _lane(steps: tuple[Step, ...]) -> list[Done]:
    return [_run(step) for step in steps]


def _run(step: Step) -> Done:
    started = time.monotonic()
    try:
        ended = subprocess.run(
            step.command, cwd=ROOT / step.folder, capture_output=True, text=True, check=False
        )
        ok, output = ended.returncode == 0, ended.stdout + ended.stderr
    except OSError as error:
        ok, output = False, str(error)
    done = Done(step, ok, output, time.monotonic() - started)
    counts = ", ".join(f"{number} {word}" for word, number in done.counts.items())
    print(f"{'ok    ' if ok else 'FAILED'} {step.name} ({done.seconds:.0f} s) {counts}", flush=True)
    return done


def summary(done: list[Done]) -> str:
    """The line that cannot be missed."""
    totals: dict[str, int] = {}
    for one in done:
        for word, number in one.counts.items():
            totals[word] = totals.get(word, 0) + number
    tests = f"{totals.pop('passed', 0)} tests passed, {totals.pop('failed', 0)} failed"
    other = "".join(f", {number} {word}" for word, number in totals.items())
    checks = f"{sum(one.ok for one in done)} of {len(done)} checks passed"
    return f"make test: {tests}{other}; {checks}"


if __name__ == "__main__":
    sys.exit(main())
