"""Settings that Django passes over today, or will."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet_ls.facts import names
from cheatsheet_ls.features.diagnostics import aging
from cheatsheet_ls.features.diagnostics.aging import Aged
from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix, Severity
from cheatsheet_ls.features.diagnostics.statements import is_used, whole_lines
from cheatsheet_ls.features.diagnostics.storages import in_storages
from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.features.diagnostics.versions import told, where_versions_count
from cheatsheet_ls.features.edits import TextEdit
from cheatsheet_ls.language.python.settings import is_settings

RULES = aging.RULES
NODES = (ast.Assign, ast.AnnAssign, ast.Constant)

# Made for the way to a new release: to set them is right until they are gone.
ON_THE_WAY = (
    "CSRF_COOKIE_MASKED",
    "FORMS_URLFIELD_ASSUME_HTTPS",
    "SIGNED_COOKIE_LEGACY_SALT_FALLBACK",
    "URLIZE_ASSUME_HTTPS",
    "USE_BLANK_CHOICE_DASH",
    "USE_DEPRECATED_PYTZ",
)
# Without effect where they are gone, whatever their value: the line may go.
IDLE = (*ON_THE_WAY, "USE_L10N", "SECURE_BROWSER_XSS_FILTER")
STORAGES = ("DEFAULT_FILE_STORAGE", "STATICFILES_STORAGE")
OLDEST = ("MIDDLEWARE_CLASSES", "SECURE_BROWSER_XSS_FILTER")


def check(at: Node) -> Iterator[Diagnostic]:
    if at.scope.kind != "module" or not where_versions_count(at) or not is_settings(at.file.module):
        return
    if isinstance(at.node, ast.Constant):
        yield from _dotted(at, at.node)
        return
    assert isinstance(at.node, (ast.Assign, ast.AnnAssign))
    target = at.node.targets[0] if isinstance(at.node, ast.Assign) else at.node.target
    if not isinstance(target, ast.Name) or not target.id.isupper():
        return
    facts = names.setting(target.id)
    if facts is None or facts.package != "django" or not _counts(target.id, at):
        return
    aged = Aged(target.id, f"setting:{target.id}", facts.versions, Severity.WARNING)
    rule = aging.rule_for(aged.versions, at.file.django)
    if rule is None or (rule is not aging.REMOVED and target.id in ON_THE_WAY):
        return
    fixes = _fixes(at, target.id, is_gone=rule is aging.REMOVED)
    found = aging.problem(aged, at.span(target), at.file.django, fixes)
    if found is not None:
        yield found


def _counts(name: str, at: Node) -> bool:
    """The oldest names are everybody's by now: `TEMPLATE_DIRS` may be the project's own."""
    facts = names.setting(name)
    deprecated = facts.versions.deprecated if facts else None
    recent = deprecated is not None and int(deprecated.partition(".")[0]) >= 3
    return (recent or name in OLDEST) and not is_used(at.file, name)


def _fixes(at: Node, name: str, *, is_gone: bool) -> list[Fix]:
    if at.around:
        return []
    if name in IDLE and is_gone:
        return [Fix(f"Remove {name}", (TextEdit(whole_lines(at), ""),))]
    if name in STORAGES:
        edits = in_storages(at)
        return [Fix("Use STORAGES", edits, safe=False)] if edits else []
    return []


def _dotted(at: Node, node: ast.Constant) -> Iterator[Diagnostic]:
    """`"django.contrib.auth.hashers.SHA1PasswordHasher"` in a list of settings."""
    path = node.value
    if not isinstance(path, str) or not path.startswith("django.") or " " in path:
        return
    versions = told(path)
    if versions is not None and versions.deprecated:
        found = aging.problem(
            Aged(path.rpartition(".")[2], path, versions), at.span(), at.file.django
        )
        if found is not None:
            yield found
