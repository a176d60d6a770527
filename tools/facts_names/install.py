"""Lays out each Django, the add-ons and each Django's documentation sources below `.cache`."""

from __future__ import annotations

import subprocess
import tarfile
from pathlib import Path, PurePosixPath

from .interpreters import python_for
from .releases import ADDONS, CACHE, NEWEST, RELEASES, addons_environment, docs_folder, environment


def install_all() -> None:
    """Everything that is missing; what lies there already is kept."""
    for release in RELEASES:
        install(
            release,
            environment(release),
            [f"Django=={release}.*", "tzdata", "pytz", "psycopg2-binary"],
        )
        unpack_docs(release)
    install(NEWEST, addons_environment(), [f"Django=={NEWEST}.*", "tzdata", *ADDONS])


def install(release: str, folder: Path, requirements: list[str]) -> None:
    if not folder.is_dir():
        pip(release, "install", "--no-compile", "--target", str(folder), *requirements)


def unpack_docs(release: str) -> None:
    if docs_folder(release).is_dir():
        return
    archive = sdist(release)
    with tarfile.open(archive) as tar:
        for member in tar:
            inside = PurePosixPath(*PurePosixPath(member.name).parts[1:])
            if (
                member.isfile()
                and inside.parts[:1] == ("docs",)
                and inside.suffix in (".txt", ".py")
            ):
                write(docs_folder(release) / inside.relative_to("docs"), tar, member)


def write(path: Path, tar: tarfile.TarFile, member: tarfile.TarInfo) -> None:
    content = tar.extractfile(member)
    if content is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.read())


def sdist(release: str) -> Path:
    found = sorted(CACHE.glob(f"sdist/[Dd]jango-{release}.*"))
    if not found:
        target = str(CACHE / "sdist")
        pip(
            release,
            "download",
            "--no-binary",
            ":all:",
            "--no-deps",
            "-d",
            target,
            f"Django=={release}.*",
        )
        found = sorted(CACHE.glob(f"sdist/[Dd]jango-{release}.*"))
    return found[-1]


def pip(release: str, *arguments: str) -> None:
    command = [
        str(python_for(release)),
        "-m",
        "pip",
        "--disable-pip-version-check",
        "-q",
        *arguments,
    ]
    subprocess.run(command, check=True)
