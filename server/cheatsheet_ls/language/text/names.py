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
