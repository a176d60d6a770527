"""Names of packages and settings, as the facts spell them."""

from __future__ import annotations

from cheatsheet_ls.model import Symbol


def package_symbol(written: str) -> Symbol:
    """`Django_Filter` and `django-filter` are one distribution."""
    from cheatsheet_ls.facts import names

    return Symbol(f"package:{names.canonical(written)}")


def is_setting(name: str) -> bool:
    from cheatsheet_ls.facts import names

    return names.setting(name) is not None


def environment_symbol(name: str) -> Symbol | None:
    """`DJANGO_SETTINGS_MODULE` is told at the constant that holds its name."""
    from cheatsheet_ls.facts import strings

    if name == "DJANGO_SETTINGS_MODULE":
        return Symbol("django.conf.ENVIRONMENT_VARIABLE")
    known = strings.environment(name)
    return Symbol(f"env:{name}") if known else None
