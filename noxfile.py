"""Maintainers' sessions: `nox -s check`, `nox -s tests`, `nox -s dependencies`, `facts`, `lock`."""

import hashlib
import re
from pathlib import Path

import nox

nox.options.sessions = ["check"]
nox.options.default_venv_backend = "venv"

RELEASES = {"4.2": "3.10", "5.2": "3.10", "6.0": "3.12", "6.1": "3.12"}


@nox.session(python=False)
def check(session: nox.Session) -> None:
    """Everything a reviewer would look at, with the tools of `.venv` (run `make setup` first)."""
    session.run(".venv/bin/python", "-m", "tools.everything", external=True)


@nox.session(python=["3.10", "3.11", "3.12", "3.13"])
def tests(session: nox.Session) -> None:
    """The tests on every Python; the sheet's examples run on every Django from there."""
    session.install("--require-hashes", "-r", "requirements/dev.txt")
    session.install("--no-deps", "--no-build-isolation", ".")
    session.run("pytest", *session.posargs)


@nox.session(python=["3.10", "3.13"])
@nox.parametrize("resolution", ["lowest-direct", "highest"])
def dependencies(session: nox.Session, resolution: str) -> None:
    """The oldest releases that pyproject.toml allows, and the newest there are."""
    session.install("uv")
    wanted = session.create_tmp() + "/wanted.txt"
    python = ("--python-version", str(session.python))
    words = ("--resolution", resolution, *python, "--quiet", "--output-file", wanted)
    session.run("uv", "pip", "compile", "pyproject.toml", *words)
    session.install("-r", wanted)
    session.install("pytest", "pytest-asyncio", "pytest-lsp", "hypothesis", "hatchling")
    session.install("--no-deps", "--no-build-isolation", ".")
    session.run("pytest", "-q", "tests/sheet", "tests/lsp", "tests/cli", *session.posargs)


@nox.session
def lock(session: nox.Session) -> None:
    """Writes requirements/*.txt anew: newest releases, every platform, hashes, no addresses."""
    session.install("uv")
    flags = [
        "--universal",
        "--generate-hashes",
        "--no-header",
        "--no-annotate",
        "--quiet",
        "--upgrade",
    ]
    for name in ("runtime", "dev"):
        _compile(session, [*flags, f"requirements/{name}.in"], "3.10", name)
    _lock_extension(session)
    for release, python in RELEASES.items():
        wanted = session.create_tmp() + f"/django-{release}.in"
        with open(wanted, "w", encoding="utf-8") as file:
            file.write(f"django~={release}.0\n")
        _compile(session, [*flags, "requirements/examples.in", wanted], python, f"django-{release}")


def _compile(session: nox.Session, words: list[str], python: str, name: str) -> None:
    output = ["--python-version", python, "--output-file", f"requirements/{name}.txt"]
    session.run("uv", "pip", "compile", *words, *output)


def _lock_extension(session: nox.Session) -> None:
    """requirements/extension.txt: the runtime for every Python at once, pure wheels only."""
    folder = Path(session.create_tmp())
    plain = folder / "extension.txt"
    words = ["--python-version", "3.10", "--no-header", "--no-annotate", "--quiet"]
    session.run("uv", "pip", "compile", "requirements/runtime.in", *words, "-o", str(plain))
    pure = [
        "--platform",
        "any",
        "--implementation",
        "py",
        "--abi",
        "none",
        "--only-binary",
        ":all:",
    ]
    wheels = folder / "wheels"
    session.run(
        "pip",
        "download",
        "-q",
        "--no-deps",
        "--python-version",
        "3.10",
        *pure,
        "-d",
        str(wheels),
        "-r",
        str(plain),
    )
    lines = []
    for wheel in sorted(wheels.glob("*.whl")):
        name, version = re.split("-", wheel.name)[:2]
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        lines.append(
            f"{name.lower().replace('_', '-')}=={version} \\\n    --hash=sha256:{digest}\n"
        )
    Path("requirements/extension.txt").write_text("".join(lines), encoding="utf-8")


@nox.session(python=False)
def facts(session: nox.Session) -> None:
    """Regenerates every fact from the packages; with `-- --check` nothing is written."""
    check = "--check" in session.posargs
    generators = [
        ("tools.facts.api", *(["--check", "--all"] if check else [])),
        ("tools.facts_names", *(["--check"] if check else [])),
        *([] if check else [("tools.third_party.build",)]),
    ]
    for words in (*generators, ("tools.facts.fresh",), ("tools.facts_names.docs.check",)):
        session.run(".venv/bin/python", "-m", *words, external=True)


@nox.session(python=False)
def coverage(session: nox.Session) -> None:
    """Which lines and branches the tests reach; the examples of the sheet run elsewhere."""
    run = (".venv/bin/python", "-m", "coverage")
    session.run(
        *run, "run", "-m", "pytest", "-q", "tests", "--ignore", "tests/content", external=True
    )
    session.run(*run, "report", external=True)
