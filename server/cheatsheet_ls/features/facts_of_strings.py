"""Facts about names that stand in strings, as words: environment variables, URL names …"""

from __future__ import annotations

from cheatsheet_ls.features.known import Known
from cheatsheet_ls.features.render.escape import code_span
from cheatsheet_ls.model import Symbol


def environment(symbol: Symbol, text: str) -> Known | None:
    from cheatsheet_ls.facts import strings

    found = strings.environment(text)
    if found is None:
        return None
    sentence = f"read in {code_span(found.module)}."
    return Known(symbol, text, "environment variable", sentence, versions=found.versions)


def url_name(symbol: Symbol, text: str) -> Known | None:
    from cheatsheet_ls.facts import strings

    found = strings.url_name(text)
    if found is None:
        return None
    sentence = f"leads to {code_span(found.view)}, unless the project's own URLs have the name."
    return Known(symbol, text, f"URL name of {code_span(found.package)}", sentence)


def permission(symbol: Symbol, text: str) -> Known | None:
    from cheatsheet_ls.facts import strings

    if not strings.is_permission(text):
        return None
    sentence = f"written {code_span(f'app.{text}_model')}; made for each model by `migrate`."
    return Known(symbol, text, "permission", sentence)
