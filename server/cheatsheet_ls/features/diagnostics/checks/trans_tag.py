"""`{% trans %}` and `{% blocktrans %}`: the names of former times for `translate`."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix, Rule, Severity
from cheatsheet_ls.features.diagnostics.subject import TemplateSubject
from cheatsheet_ls.features.diagnostics.templates import blocks_are_known, loads_only_known
from cheatsheet_ls.features.edits import TextEdit
from cheatsheet_ls.language.template.lexer import Token, TokenKind
from cheatsheet_ls.language.template.loaded import library_of_tag
from cheatsheet_ls.model import Span

RULE = Rule(
    "trans-tag",
    Severity.HINT,
    "Since Django 3.1 the tags are called `translate` and `blocktranslate`. The short names stay, "
    "but the manual speaks of the long ones; one hint a template, whose fix renames all of them.",
    "tag:translate",
)
RULES = (RULE,)

NAMES = {"trans": "translate", "blocktrans": "blocktranslate"}
ENDS = {"endblocktrans": "endblocktranslate"}


def check(subject: TemplateSubject) -> Iterator[Diagnostic]:
    if subject.django.is_before("3.1"):
        return
    old = [index for index in range(len(subject.template.tokens)) if _is_old(subject, index)]
    if not old:
        return
    token = subject.template.tokens[old[0]]
    new = NAMES[token.name]
    message = f"{{% {token.name} %}} is called {{% {new} %}} since Django 3.1."
    edits = tuple(edit for index in old for edit in _edits(subject, index))
    ordered = tuple(sorted(edits, key=lambda edit: edit.span.start))
    fix = Fix(f"Use {{% {new} %}}", ordered, safe=False)  # right, but nobody must
    yield RULE.at(_name(token), message, subject.django.documented, (fix,), symbol=f"tag:{new}")


def _is_old(subject: TemplateSubject, index: int) -> bool:
    template, token = subject.template, subject.template.tokens[index]
    if token.name not in NAMES or token.kind is not TokenKind.TAG or not token.closed:
        return False
    if library_of_tag(template, token.start, token.name, subject.libraries) != "i18n":
        return False
    is_whole = token.name == "trans" or index in template.closed
    known = loads_only_known(subject, token.start) and blocks_are_known(template, index)
    return is_whole and known


def _edits(subject: TemplateSubject, index: int) -> Iterator[TextEdit]:
    """Of a block its end as well."""
    template = subject.template
    token = template.tokens[index]
    yield TextEdit(_name(token), NAMES[token.name])
    for one, owner in template.owners.items():
        end = template.tokens[one]
        if owner == index and end.name in ENDS:
            yield TextEdit(_name(end), ENDS[end.name])


def _name(token: Token) -> Span:
    return Span(token.name_start, token.name_end)
