"""Which base a template can extend: the project's own, with the blocks it has."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.features.actions.templates.spot import blocks_in
from cheatsheet_ls.language.project.templates import extended_by, find

NAMES = ("base.html", "layout.html")
CONTENT = ("content", "main", "body", "page_content")
TITLE = ("title", "page_title", "head_title")
MOST = 60  # templates that are asked what they extend
DEEPEST = 8  # bases of bases


@dataclass(frozen=True, slots=True)
class Base:
    """`blocks` in the order of the file; empty where it cannot be read."""

    name: str
    blocks: tuple[str, ...] = ()

    @property
    def content(self) -> str | None:
        return next((one for one in CONTENT if one in self.blocks), None)

    @property
    def title(self) -> str | None:
        return next((one for one in TITLE if one in self.blocks), None)


def folders_of(asked: Asked, path: Path) -> list[Path]:
    """Where templates are looked for: the `templates` around this one, the app's, the project's."""
    own = [one for one in path.parents if one.name == "templates"][:1]
    return list(dict.fromkeys([*own, *asked.template_folders]))


def base_named(asked: Asked, path: Path, name: str) -> Base:
    """A template with all blocks that it and its own bases have, those of the outermost first."""
    blocks: list[str] = []
    chain = [name]
    while len(chain) <= DEEPEST:
        file = find(asked.workspace, folders_of(asked, path), chain[-1])
        text = asked.workspace.source(file) if file is not None else ""
        blocks = [*blocks_in(text), *blocks]
        above = extended_by(text)
        if above is None or above in chain:
            break
        chain.append(above)
    return Base(name, tuple(dict.fromkeys(blocks)))


def base_for(asked: Asked, path: Path) -> Base | None:
    """What the templates around extend most, else a `base.html`; never the template itself."""
    used = Counter(
        name
        for folder in folders_of(asked, path)
        for one in sorted(folder.rglob("*.html"))[:MOST]
        if one != path and (name := extended_by(asked.workspace.source(one)))
    )
    names = [name for name, _ in used.most_common(1)] + list(NAMES)
    for name in names:
        file = find(asked.workspace, folders_of(asked, path), name)
        if file is not None and file != path:
            return base_named(asked, path, name)
    return None
