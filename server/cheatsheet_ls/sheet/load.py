"""Sheets on disk become an index: read as built before where the pages are the same, else parsed.

load_index()                          the shipped sheet
load_index(["team/sheet.md"])         own sheets too; theirs win
load_index(["x.md"], shipped=False)   these alone
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from cheatsheet_ls.model import Entry, Problem
from cheatsheet_ls.sheet import cache, store
from cheatsheet_ls.sheet.codec import FORMAT
from cheatsheet_ls.sheet.effort import Effort
from cheatsheet_ls.sheet.index import Index
from cheatsheet_ls.sheet.locate import BUILT, LIMIT, PageFile, Source, content_folder, pages
from cheatsheet_ls.sheet.store import Store

try:  # `hashlib` takes it from there, too, and loads OpenSSL besides: four megabytes
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b


def load_index(
    paths: Iterable[str | Path | Source] = (),
    *,
    shipped: bool = True,
    cached: bool = True,
    effort: Effort | None = None,
) -> Index:
    """Never raises: what is wrong with a sheet is in `problems`, the rest is in the index."""
    stores, left = [], LIMIT
    for source in map(_source, paths):
        one, size = load_source(source, left, cached=cached, effort=effort)
        stores.append(one)
        left -= size
    if shipped:
        stores.append(load_source(Source(content_folder()), LIMIT, cached=cached)[0])
    return Index(tuple(stores))


def load_source(
    source: Source, limit: int = LIMIT, *, cached: bool = True, effort: Effort | None = None
) -> tuple[Store, int]:
    """The store of one file or folder, and how many bytes of sheets it has."""
    files, problems = pages(source, limit)
    size = sum(len(file.data) for file in files)
    key = _key(files, problems)
    found = _kept(source, key) if cached else None
    if found is None:
        entries, problems = _parsed(files, problems, effort)
        built = store.build(entries, problems)
        if cached and not any(problem.rule == "time" for problem in problems):
            cache.write(key, built)
        found = store.opened(built)
    assert found is not None  # just built
    root = source.path if source.path.is_dir() else source.path.parent
    return replace(found, root=root.absolute()), size


def built_index(folder: Path) -> bytes:
    """What a wheel ships as `content/index.sheet`: the pages of `folder`, parsed, with their
    key.
    """
    files, problems = pages(Source(folder))
    return _key(files, problems).encode() + b"\n" + store.build(*_parsed(files, problems))


def _source(path: str | Path | Source) -> Source:
    return path if isinstance(path, Source) else Source(Path(path).expanduser())


def _kept(source: Source, key: str) -> Store | None:
    """From beside the packaged pages, else from the user's cache; only under the very same key.
    Whatever lies beside anybody else's pages is not ours.
    """
    if source.path == content_folder() and (source.path / BUILT).is_file():
        made, _, data = (source.path / BUILT).read_bytes().partition(b"\n")
        if made == key.encode():
            return store.opened(data)
    cached = cache.read(key)
    return None if cached is None else store.opened(cached)


def _parsed(
    files: Sequence[PageFile], problems: Sequence[Problem], effort: Effort | None = None
) -> tuple[list[Entry], list[Problem]]:
    from cheatsheet_ls.sheet.pages import parse_pages

    parsed = parse_pages(files, effort)
    return list(parsed.entries), [*problems, *parsed.problems]


def _key(files: Sequence[PageFile], problems: Sequence[Problem]) -> str:
    """Of everything the result depends on: the pages, the code that reads them, what was wrong."""
    digest = blake2b(_code(), digest_size=16)
    for file in files:
        digest.update(f"\0{file.name}\0{len(file.data)}\0".encode(errors="replace"))
        digest.update(file.data)
    for problem in problems:
        digest.update(repr(problem).encode(errors="replace"))
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _code() -> bytes:
    """A digest of the parser itself, so that nobody has to remember to throw the cache away."""
    digest = blake2b(str(FORMAT).encode())
    folder = Path(__file__).parent
    for path in [folder.parent / "model.py", *sorted(folder.glob("*.py"))]:
        try:
            digest.update(path.read_bytes())
        except OSError:
            continue
    return digest.digest()
