"""A form that posts to this site without its token: Django answers 403."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix, Rule, Severity
from cheatsheet_ls.features.diagnostics.subject import TemplateSubject
from cheatsheet_ls.features.edits import TextEdit, line_start, newline_of
from cheatsheet_ls.language.template.lexer import TokenKind
from cheatsheet_ls.language.template.structure import Template
from cheatsheet_ls.model import Span

RULE = Rule(
    "post-without-token",
    Severity.WARNING,
    "Django refuses a POST without the token of its form with 403, so that no other site can post "
    "in a user's name.",
    "tag:csrf_token",
)
RULES = (RULE,)

PAGES = (".html", ".htm", ".xhtml", ".djhtml")

_FORM = re.compile(
    r"<form\b(?P<attributes>"
    r"(?:\{\{[^{}]*\}\}|\{%[^{}%]*%\}|\"[^\"]*\"|'[^']*'|(?!\{[{%])[^>\"'])*)>",
    re.I,
)
_POST = re.compile(r"""\bmethod\s*=\s*["']?post\b""", re.I)
_ACTION = re.compile(r"""\baction\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*))""", re.I)
_END = re.compile(r"</form\s*>", re.I)
# What a script may take over, and send with a header of its own.
_SCRIPTED = re.compile(
    r"(?:hx-\w+|x-on:|@submit|v-on:|\bng-\w+|\bonsubmit|\bdata-\w+|\bid)\s*=|ajax|remote|\bjs-",
    re.I,
)
_OTHERWHERE = re.compile(r"\bformaction\b", re.I)


def check(subject: TemplateSubject) -> Iterator[Diagnostic]:
    template = subject.template
    source = template.source
    path = subject.document.path
    if path is not None and path.suffix.lower() not in PAGES:
        return
    if _mentions_token(source) or _hides(template):
        return
    for form in _FORM.finditer(source):
        end = _END.search(source, form.end())
        if end is None or not _POST.search(form["attributes"]):
            continue
        if _SCRIPTED.search(form["attributes"]) or not _is_ours(form["attributes"]):
            continue
        if _OTHERWHERE.search(source, form.end(), end.start()):
            continue
        if _is_read(template, form.start()) and _is_plain(template, form.end(), end.start()):
            span = Span(form.start(), form.start() + len("<form"))
            message = "This form posts without {% csrf_token %}: Django will answer 403."
            fix = Fix("Add {% csrf_token %}", (_token(source, form),))
            yield RULE.at(span, message, subject.django.documented, (fix,))


def _mentions_token(source: str) -> bool:
    """A script or a field of its own may bring it."""
    return "csrf" in source.lower()


def _hides(template: Template) -> bool:
    """A template that puts others together may get the token from them."""
    return any(
        token.kind is TokenKind.TAG and token.name in ("include", "extends_form")
        for token in template.tokens
    )


def _is_ours(attributes: str) -> bool:
    """Whether the form goes to this site for certain: no action, a path, or `{% url %}`."""
    action = _ACTION.search(attributes)
    if action is None:
        return True
    target = next((one for one in action.groups() if one is not None), "").strip()
    if target.startswith("//"):
        return False
    return target in ("", ".") or target[0] in "/?#" or target.startswith("{% url ")


def _is_read(template: Template, offset: int) -> bool:
    """Whether the form is text of the page, and no comment of Django's or HTML's."""
    before = template.source[:offset]
    open_comment = before.rfind("<!--") > before.rfind("-->")
    index = template.index_at(offset)
    inside = index >= 0 and template.tokens[index].end > offset
    around = [template.tokens[one].name for one in template.blocks_after(index)]
    silent = {"comment", "verbatim"} & set(around)
    script = before.lower().rfind("<script") > before.lower().rfind("</script")
    return not (open_comment or inside or silent or script)


def _is_plain(template: Template, start: int, end: int) -> bool:
    """Whether all that stands in the form is known: a block may be filled by another template, a
    tag of somebody's may bring the token.
    """
    from cheatsheet_ls.language.template import known

    inside = [one for one in template.tokens if start <= one.start < end]
    tags = {one.name for one in inside if one.kind is TokenKind.TAG}
    plain = known.tags_of(known.BUILTIN) | known.tags_of("i18n") | known.tags_of("static")
    endings = {known.closing(name) for name in tags}
    inner = {name for name in tags if known.is_inner(name)}
    unknown = tags - plain - endings - inner
    return not unknown and not tags & {"block", "include", "partial", "debug"}


def _token(source: str, form: re.Match[str]) -> TextEdit:
    """On a line of its own where the form has several."""
    at = form.end()
    rest = source[at:]
    line = rest[: len(rest) - len(rest.lstrip(" \t"))]
    newline = newline_of(source)
    if not rest[len(line) :].startswith(newline):
        return TextEdit(Span(at, at), "{% csrf_token %}")
    following = rest[len(line) + len(newline) :]
    indent = following[: len(following) - len(following.lstrip(" \t"))]
    outer = source[line_start(source, form.start()) : form.start()]
    wanted = indent or (outer if not outer.strip() else "")
    return TextEdit(Span(at, at), f"{newline}{wanted}{{% csrf_token %}}")
