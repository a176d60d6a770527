"""Tag names: `{% for %}`, its inner tag `{% empty %}` and its end `{% endfor %}` are `tag:for`."""

from __future__ import annotations

from cheatsheet_ls.language.template import known
from cheatsheet_ls.language.template.lexer import Token, TokenKind
from cheatsheet_ls.language.template.loaded import library_of_tag
from cheatsheet_ls.language.template.project import ProjectLibraries
from cheatsheet_ls.language.template.structure import Template, opener_of
from cheatsheet_ls.model import Match, Span


def recognise(
    template: Template, index: int, offset: int, project: ProjectLibraries
) -> Match | None:
    token = template.tokens[index]
    if token.kind is not TokenKind.TAG or not token.name_start <= offset <= token.name_end:
        return None
    tag, library = _tag_meant(template, index, token, project)
    if not library:
        return None
    span = Span(token.name_start, token.name_end)
    context = {"tag": token.name} if tag != token.name else {}
    return Match(known.tag_symbols(tag, library), span, "template_tag", context)


def _tag_meant(
    template: Template, index: int, token: Token, project: ProjectLibraries
) -> tuple[str, str]:
    """The tag that a tag is or belongs to, and its library, which is empty for a foreign one."""
    owner = template.owners.get(index)
    if owner is not None:
        opener = template.tokens[owner]
        return opener.name, library_of_tag(template, opener.start, opener.name, project)
    library = library_of_tag(template, token.start, token.name, project)
    opener_name = opener_of(token.name)
    if not library and token.name == known.closing(opener_name):
        # an end tag that ends nothing: the user is typing
        return opener_name, library_of_tag(template, token.start, opener_name, project)
    return token.name, library
