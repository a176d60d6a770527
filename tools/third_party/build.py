"""Read the sources of widely used packages and write down what their classes derive from.

python -m tools.third_party.build

downloads the wheels named in `packages.txt` to `.cache/third_party` (nothing of them is
installed or run), reads them with the server's own resolver and writes one file per top-level
package to `server/cheatsheet_ls/facts/data/third_party/`; `by_hand.json` adds packages that
publish no wheel. Only names are kept: the API classes a class derives from, the members of the
API that it overrides, the module-level objects that are instances of the API.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from cheatsheet_ls.facts import api
from cheatsheet_ls.language.python import classes, names
from cheatsheet_ls.language.python.module import Module, child_scope
from cheatsheet_ls.language.python.resolver import Resolver
from cheatsheet_ls.language.python.values import ApiInstance, UserClass, UserInstance, Value
from cheatsheet_ls.language.workspace import Workspace

HERE = Path(__file__).resolve().parent
ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "third_party"
DATA = ROOT / "server" / "cheatsheet_ls" / "facts" / "data" / "third_party"
SKIPPED = re.compile(
    r"(?:^|/)(?:tests?|migrations|locale|docs|examples?|testsuite|demo|sample_\w+|\w+_demo)(?:/|$)|(?:^|/)(?:test_|conftest)"
)
OURS = (
    "django",
    "rest_framework",
    "channels",
    "channels_redis",
    "daphne",
    "allauth",
    "debug_toolbar",
)


def main() -> int:
    sources = unpack(download(package_names()))
    tables = read(sources)
    DATA.mkdir(parents=True, exist_ok=True)
    for old in DATA.glob("*.json"):
        old.unlink()
    for top, table in sorted(tables.items()):
        (DATA / f"{top}.json").write_text(rendered(table), encoding="utf-8")
    print(f"{sum(len(t) for t in tables.values())} names of {len(tables)} packages")
    return 0


def package_names() -> list[str]:
    lines = (HERE / "packages.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def download(packages: list[str]) -> Path:
    wheels = CACHE / "wheels"
    wheels.mkdir(parents=True, exist_ok=True)
    for package in packages:
        stem = re.sub(r"[-_.]+", "_", package).lower()
        if any(
            re.sub(r"[-_.]+", "_", p.name.partition("-")[0]).lower() == stem
            for p in wheels.iterdir()
        ):
            continue
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "--ignore-requires-python",
        ]
        done = subprocess.run(
            [*command, "--only-binary", ":all:", "--dest", str(wheels), package], check=False
        )
        if done.returncode:
            print(f"{package}: no wheel, left out", file=sys.stderr)
    return wheels


def unpack(wheels: Path) -> Path:
    """All sources in one folder, so that packages find each other."""
    target = CACHE / "sources"
    for wheel in sorted(wheels.glob("*.whl")):
        mark = target / f".{wheel.name}"
        if mark.exists():
            continue
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                if (
                    name.endswith(".py")
                    and not SKIPPED.search(name)
                    and not name.startswith(("/", ".."))
                ):
                    archive.extract(name, target)
        mark.touch()
    return target


def rendered(table: dict[str, object]) -> str:
    """JSON with a record a line, as `facts/records.py` reads it."""
    pairs = (f"{json.dumps(path)}:{compact(record)}" for path, record in sorted(table.items()))
    return "{\n" + ",\n".join(pairs) + "\n}\n"


def compact(record: object) -> str:
    return json.dumps(record, separators=(",", ":"))


def read(sources: Path) -> dict[str, dict[str, object]]:
    workspace = Workspace(sources)
    tables: dict[str, dict[str, object]] = defaultdict(dict)
    for path in sorted(sources.rglob("*.py")):
        module = workspace.read_module(path)
        dotted = ".".join(path.relative_to(sources).with_suffix("").parts).removesuffix(".__init__")
        top = dotted.partition(".")[0]
        if module is None or top in OURS or not top.isidentifier():
            continue
        for name, record in records(module):
            tables[top][f"{dotted}.{name}"] = record
    for path, record in json.loads((HERE / "by_hand.json").read_text(encoding="utf-8")).items():
        tables[path.partition(".")[0]][path] = record
    return tables


def records(module: Module) -> Iterator[tuple[str, object]]:
    for name in module.scope.bindings:
        if name.startswith("_") or name == "*":
            continue
        value = names.lookup(Resolver(), name, module.scope, None)
        record = describe(value)
        if record is not None:
            yield name, record


def describe(value: Value | None) -> object:
    """[API bases, overridden members] of a class, or the API class an object is an instance of."""
    if isinstance(value, UserClass):
        return _of_class(value)
    if isinstance(value, ApiInstance) and api.kind(value.cls) == "class":
        return value.cls
    if isinstance(value, UserInstance) and isinstance(value.cls, UserClass):
        found = _of_class(value.cls)
        return found[0][0] if isinstance(found, list) and found[0] else None
    return None


def _of_class(cls: UserClass) -> list[list[str]] | None:
    resolver = Resolver()
    order = classes.mro(resolver, cls)
    ancestors = [ancestor for ancestor in order if isinstance(ancestor, str)]
    nearest = [a for a in ancestors if not any(a != b and a in api.mro(b) for b in ancestors)]
    nearest = [a for a in nearest if a.partition(".")[0] in OURS]
    if not nearest:
        return None
    own: set[str] = set()
    for ancestor in order:
        if isinstance(ancestor, UserClass):
            own |= set(child_scope(ancestor.scope, ancestor.node, ancestor.block).bindings)
    shadowed = [n for n in sorted(own) if any(api.find_member(base, n) for base in nearest)]
    return [nearest, [n for n in shadowed if not n.startswith("__")]]


if __name__ == "__main__":
    raise SystemExit(main())
