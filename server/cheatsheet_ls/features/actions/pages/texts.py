"""The bodies of a model's templates, written with four spaces."""

from __future__ import annotations

from collections.abc import Mapping

from cheatsheet_ls.features.actions.fields import is_secret
from cheatsheet_ls.features.actions.pages.kinds import CREATE, DELETE, DETAIL, LIST, UPDATE, Kind
from cheatsheet_ls.features.actions.routing import Address
from cheatsheet_ls.features.actions.words import article, human, plural, title
from cheatsheet_ls.language.project.models import Field, Model

Addresses = Mapping[Kind, Address | None]

_HIDDEN = frozenset({"BinaryField", "JSONField", "AutoField", "BigAutoField", "SmallAutoField"})
_FILES = frozenset({"FileField", "ImageField"})


def url(address: Address, name: str) -> str | None:
    """The tag that leads to a page of the object `name`; None where its address asks for more."""
    keys = list(address.parameters)
    if not keys:
        return f'{{% url "{address.name}" %}}'
    return f'{{% url "{address.name}" {name}.{keys[0]} %}}' if keys in (["pk"], ["slug"]) else None


def link(address: Address | None, name: str, words: str) -> str:
    """The words as a link where there is somewhere to go."""
    target = url(address, name) if address is not None else None
    return f'<a href="{target}">{words}</a>' if target else words


def heading(model: Model, kind: Kind, given: str) -> str:
    """What the title of the page says."""
    words = human(model.name)
    if kind is LIST:
        return title(plural(words))
    shown = "{{ " + given + " }}"
    return {DETAIL: shown, DELETE: f"Delete {shown}"}.get(kind, title(words))


def list_(model: Model, given: str, addresses: Addresses) -> str:
    name, words = model.lower, human(model.name)
    lines = [f"<h1>{title(plural(words))}</h1>", "<ul>", f"    {{% for {name} in {given} %}}"]
    shown = "{{ " + name + " }}"
    lines += [f"        <li>{link(addresses.get(DETAIL), name, shown)}</li>", "    {% empty %}"]
    lines += [f"        <li>No {plural(words)} yet.</li>", "    {% endfor %}", "</ul>"]
    if addresses.get(CREATE) is not None:
        lines.append(f"<p>{link(addresses.get(CREATE), name, f'Add {article(words)}')}</p>")
    return "\n".join(lines)


def detail(model: Model, given: str, addresses: Addresses) -> str:
    lines = ["<h1>{{ " + given + " }}</h1>", "<dl>"]
    for one in model.fields:
        if one.kind not in _HIDDEN and not is_secret(one):
            lines += [f"    <dt>{title(one.name)}</dt>", f"    <dd>{_shown(one, given)}</dd>"]
    lines.append("</dl>")
    for kind in (UPDATE, DELETE, LIST):
        words = f"All {plural(human(model.name))}" if kind is LIST else kind.name.capitalize()
        if addresses.get(kind) is not None:
            lines.append(f"<p>{link(addresses.get(kind), given, words)}</p>")
    return "\n".join(lines)


def _shown(one: Field, given: str) -> str:
    path = f"{given}.{one.name}"
    if one.to_many:
        return f'{{{{ {path}.all|join:", " }}}}'
    if one.kind in _FILES:
        return f'{{% if {path} %}}<a href="{{{{ {path}.url }}}}">{{{{ {path} }}}}</a>{{% endif %}}'
    if "choices" in one.options:
        return f"{{{{ {given}.get_{one.name}_display }}}}"
    if one.kind == "TextField":
        return f"{{{{ {path}|linebreaks }}}}"
    if one.kind == "BooleanField":
        return f"{{{{ {path}|yesno }}}}"
    return f'{{{{ {path}|default_if_none:"" }}}}' if one.is_true("null") else f"{{{{ {path} }}}}"


def form(model: Model, given: str, addresses: Addresses) -> str:
    """For both the view that adds and the one that changes."""
    files = any(one.kind in _FILES for one in model.fields)
    encoding = ' enctype="multipart/form-data"' if files else ""
    new = f"Add {article(human(model.name))}"
    return "\n".join(
        [
            f"<h1>{{% if object %}}Edit {{{{ object }}}}{{% else %}}{new}{{% endif %}}</h1>",
            f'<form method="post"{encoding}>',
            "    {% csrf_token %}",
            "    {{ form.as_p }}",
            '    <button type="submit">Save</button>',
            "</form>",
        ]
    )


def delete(model: Model, given: str, addresses: Addresses) -> str:
    lines = ["<h1>Delete {{ " + given + " }}?</h1>", '<form method="post">', "    {% csrf_token %}"]
    lines.append('    <button type="submit">Delete</button>')
    if addresses.get(LIST) is not None:
        lines.append("    " + link(addresses.get(LIST), given, "Cancel"))
    return "\n".join([*lines, "</form>"])


TEXTS = {LIST: list_, DETAIL: detail, CREATE: form, UPDATE: form, DELETE: delete}
