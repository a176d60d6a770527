"""Tag names, end tags and inner tags: `{% for %}`, `{% empty %}` and `{% endfor %}` are `tag:for`."""

from __future__ import annotations

from cheatsheet_ls.language.template import known
from cheatsheet_ls.language.template.lexer import Token, TokenKind
from cheatsheet_ls.language.template.loaded import is_known_tag
from cheatsheet_ls.language.template.project import ProjectLibraries
from cheatsheet_ls.language.template.structure import Template, opener_of
from cheatsheet_ls.model import Match, Span

def recognise(
    template: Template, index: int, offset: int, project: ProjectLibraries
) -> Match | None:
    token = template.tokens[index]
    if token.kind is not TokenKind.TAG or not token.name_start <= offset <= token.name_end:
        return None
    tag = _tag_meant(template, index, token, project)
    if not tag:
        return None
    span = Span(token.name_start, token.name_end)
    context = {"tag": token.name} if tag != token.name else {}
    return Match(known.tag_symbols(tag), span, "template_tag", context)


def _tag_meant(template: Template, index: int, token: Token, project: ProjectLibraries) -> str:
    """The known tag that a tag is or belongs to, empty where it is none."""
    owner = template.owners.get(index)
    if owner is not None:
        opener = template.tokens[owner]
        ours = is_known_tag(template, opener.start, opener.name, project)
        return opener.name if ours else ""
    if is_known_tag(template, token.start, token.name, project):
        return token.name
    opener_name = opener_of(token.name)  # an end tag that ends nothing: the user is typing
    if token.name == known.closing(opener_name) and is_known_tag(
        template, token.start, opener_name, project
    ):
        return opener_name
    return ""
