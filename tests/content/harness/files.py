"""Scopes `dockerfile`, `requirements`, `text`: read by their own grammar."""

from __future__ import annotations

import json
import re
import shlex
import subprocess

from .example import Example, Failed
from .servers import known

DISTRIBUTIONS = {"celery", "django-storages", "mysqlclient", "uvicorn", "sentry-sdk", "psycopg2"}
DOCKER = [
    "FROM",
    "RUN",
    "CMD",
    "LABEL",
    "EXPOSE",
    "ENV",
    "ADD",
    "COPY",
    "ENTRYPOINT",
    "VOLUME",
    "USER",
    "WORKDIR",
    "ARG",
    "ONBUILD",
    "STOPSIGNAL",
    "HEALTHCHECK",
    "SHELL",
]


def dockerfile(example: Example) -> None:
    lines = [li for li in example.code.splitlines() if not li.lstrip().startswith("#")]
    seen = []
    for line in "\n".join(lines).replace("\\\n", " ").splitlines():
        if not line.strip():
            continue
        instruction, _, rest = line.strip().partition(" ")
        known(instruction, DOCKER, "instruction")
        seen.append(instruction)
        if not rest.strip():
            raise Failed(f"{instruction} without value")
        _docker_value(instruction, rest.strip())
    if not {"FROM", "ARG"} & set(seen[:1]):
        raise Failed("does not begin with FROM")


def _docker_value(instruction: str, rest: str) -> None:
    if rest.startswith("["):
        if not all(isinstance(word, str) for word in json.loads(rest)):
            raise Failed(f"not a list of strings: {rest}")
    elif instruction in ("RUN", "CMD", "ENTRYPOINT"):
        rest = re.sub(r"^(--\w+(=\S+)?\s+)+", "", rest)
        read = subprocess.run(["bash", "-n"], input=rest, text=True, capture_output=True)
        if read.returncode:
            raise Failed(read.stderr)
    else:
        shlex.split(rest)


def requirements(example: Example) -> None:
    from packaging.requirements import Requirement

    for line in example.code.replace("\\\n", " ").splitlines():
        words = line.partition(" #")[0].strip()
        if not words or words.startswith("#") or re.match(r"(-r|-c|-e|--[a-z-]+)\b", words):
            continue
        _distribution(Requirement(re.sub(r"\s+--hash=\S+", "", words)).name)


def _distribution(name: str) -> None:
    """The name is that of a package the examples use, which is installed here, or a known one."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        version(name)
    except PackageNotFoundError:
        known(name.lower(), DISTRIBUTIONS, "distribution")


def text(example: Example) -> None:
    """Nothing runs; what has a grammar at hand is still read by it."""
    if not example.code.strip():
        raise Failed("is empty")
    if example.language == "json":
        json.loads(example.code)
    elif example.language == "toml":
        _toml(example.code)
    elif example.language == "python":
        compile(example.code, example.filename, "exec")


def _toml(code: str) -> None:
    try:
        import tomllib
    except ImportError:
        return
    tomllib.loads(code)
