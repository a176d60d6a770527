"""A recipe that somebody began and did not finish: what surely does not work without the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cheatsheet_ls.features.code.lists import is_written_out
from cheatsheet_ls.features.code.parsed import parsed
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.drafts import CannotEdit, Drafts, FileEdit
from cheatsheet_ls.features.recipes.into_list import found
from cheatsheet_ls.features.recipes.part import Part, parts_of
from cheatsheet_ls.features.recipes.set_up import apply
from cheatsheet_ls.features.recipes.site import Site, site_of
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Entry, Span


@dataclass(frozen=True, slots=True)
class HalfDone:
    """`span` is what stands there of the recipe, `missing` what does not, `changes` do it all."""

    span: Span
    missing: tuple[str, ...]
    changes: tuple[FileEdit, ...]


def half_done(
    entry: Entry, document: Document, workspace: Workspace, django: Django
) -> HalfDone | None:
    """None where nothing of the recipe stands in this settings module, all of it is done, or the
    project is too unusual to tell.
    """
    if document.path is None or not _may_be_begun(entry, document.text):
        return None
    try:
        site = site_of(Drafts(workspace), document.path, document.path)
        return _judged(site, entry, document, django) if site is not None else None
    except CannotEdit:
        return None


def _may_be_begun(entry: Entry, text: str) -> bool:
    """By the words alone: nearly all modules have nothing of nearly all recipes."""
    steps = (one for one in entry.examples if one.step is not None and one.step.missing)
    return any(word.strip("\"',") in text for one in steps for word in one.body.split())


def _judged(site: Site, entry: Entry, document: Document, django: Django) -> HalfDone | None:
    parts = tuple(parts_of(site, entry, django))
    needed = [one for one in parts if one.step.missing]
    if not all(_can_be_read(site, one.step.into) for one in needed):
        return None
    begun = next(filter(None, (_mention(site, one, document) for one in needed)), None)
    if begun is None:
        return None
    missing = tuple(one.step.missing for one in needed if not _is_done(site, one, parts))
    if not missing:
        return None
    for one in parts:
        apply(site, one, parts)
    return HalfDone(begun, tuple(filter(None, missing)), site.drafts.changes())


def _can_be_read(site: Site, into: str) -> bool:
    """Whether all that goes into a list is written out, in each settings module."""
    if not into[:1].isupper():
        return True
    name = into.partition(".")[0]
    files = [parsed(site.text(path), path.name) for path in site.family]
    return all(is_written_out(file, name) for file in files)


def _mention(site: Site, part: Part, document: Document) -> Span | None:
    """Where the document has an item of the step."""
    for item in part.items if part.step.into[:1].isupper() else ():
        known = found(site, part.step.into, item)
        if known is not None and known[0] == document.path:
            return Span(*known[1].file.span(known[1].block, known[1].node))
    return None


def _is_done(site: Site, part: Part, recipe: Sequence[Part]) -> bool:
    """Whether setting it up would change nothing. What cannot be told counts as done."""
    drafts = Drafts(site.workspace)
    tried = Site(drafts, site.base, site.settings, site.own, site.app)
    try:
        apply(tried, part, recipe)
    except CannotEdit:
        return True
    return not drafts.changes()
