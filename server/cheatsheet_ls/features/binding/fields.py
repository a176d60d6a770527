"""Where Python code of the sheet names fields of the sample's models.

Names are read by what stands around them: a keyword of `filter`, a string of `order_by`, an
attribute of an object, an item of `list_display`. A word that merely looks like a field is left.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from cheatsheet_ls.features.binding import sample
from cheatsheet_ls.features.binding.loose import Loose
from cheatsheet_ls.features.binding.paths import Found
from cheatsheet_ls.features.binding.values import last_name

_KEYWORDS = frozenset(
    {"filter", "exclude", "get", "create", "update", "get_or_create", "update_or_create"}
    | {"aget", "acreate", "aupdate", "aget_or_create", "aupdate_or_create"}
)
_STRINGS = frozenset(
    {"values", "values_list", "order_by", "only", "defer", "select_related", "prefetch_related"}
    | {"dates", "datetimes", "latest", "earliest", "distinct", "in_bulk", "alatest", "aearliest"}
)
_NEW = frozenset({"annotate", "alias", "aggregate", "aaggregate"})
_LISTS = frozenset({"fields", "update_fields", "unique_fields", "order_by", "partition_by"})
# `source="author.name"` of a serializer field, `ordering="pages"` of an admin's column.
_PATHS = frozenset({"source", "ordering", "slug_field"})
_DICTS = frozenset({"defaults", "create_defaults"})
_NO_PATHS = frozenset({"Value", "SearchQuery", "RawSQL", "Template", "Response", "HttpResponse"})
_OPTIONS = frozenset(
    {"list_display", "list_filter", "search_fields", "ordering", "fields", "exclude", "fieldsets"}
    | {"readonly_fields", "raw_id_fields", "autocomplete_fields", "prepopulated_fields"}
    | {"date_hierarchy", "list_select_related", "filter_horizontal", "filter_vertical"}
    | {"list_editable", "list_display_links", "radio_fields", "sortable_by", "unique_together"}
    | {"widgets", "labels", "help_texts", "error_messages", "field_classes", "read_only_fields"}
    | {"extra_kwargs", "filterset_fields", "ordering_fields", "get_latest_by", "date_field"}
    | {"slug_field", "lookup_field", "localized_fields", "formfield_overrides", "index_fields"}
)
_BY_NAME = frozenset(
    {"get", "pop", "getattr", "get_field", "append", "add_error", "RemoveField"}
    | {"AlterField", "RenameField"}
)
_NAMING = frozenset({"name", "old_name", "title"})
_OF_FIELD = re.compile(r"(?:clean|validate)_(\w+)\Z")
_SQL = re.compile(r"\b(?:SELECT|UPDATE|DELETE FROM)\b")


class Reader(Loose):
    """One example; `read` gives (offset, model, field, as a query names it)."""

    def read(self) -> Iterator[Found]:
        try:
            tree = ast.parse(self.code)
        except (SyntaxError, ValueError):
            return
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and last_name(node.func) in _NEW:
                self.new |= {one.arg for one in node.keywords if one.arg}
        if self.scope == "model-body":
            self.names["self"] = (sample.SUBJECT, "one")
            self._definitions(tree)
        self.visit(tree)
        yield from self.found

    # -- statements and expressions ---------------------------------------------------------------

    def visit_Assign(self, node: ast.Assign) -> None:
        target = node.targets[0]
        if isinstance(target, ast.Name):
            if target.id in _OPTIONS and not isinstance(node.value, ast.Call):
                self.strings(node.value)
            known = self.typed(node.value)
            if known is not None:
                self.names[target.id] = known
        self.generic_visit(node)

    def visit_For(self, node: ast.For) -> None:
        known = self.typed(node.iter)
        if known is not None and isinstance(node.target, ast.Name):
            self.names[node.target.id] = (known[0], "one")
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        known = self.typed(node.iter)
        if known is not None and isinstance(node.target, ast.Name):
            self.names[node.target.id] = (known[0], "one")
        self.generic_visit(node)

    def _comprehended(self, node: ast.AST) -> None:
        for one in node.generators:  # type: ignore[attr-defined]
            self.visit(one)
        self.generic_visit(node)

    visit_ListComp = visit_SetComp = visit_GeneratorExp = visit_DictComp = _comprehended

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """What a class is about: its `model`, what it registers, its name."""
        before, self.model = self.model, self._about(node) or self.model
        bases = [last_name(base) for base in node.bases]
        own = dict(self.names)
        if bases and bases[0] in sample.FIELDS:  # a proxy
            self.model = bases[0]
            self.names["self"] = (self.model, "one")
        elif any(base.endswith("Model") for base in bases):  # whose fields are its own
            self.model = ""
            self.names.pop("self", None)
        self.generic_visit(node)
        self.model, self.names = before, own

    def _about(self, node: ast.ClassDef) -> str | None:
        for one in ast.walk(node):
            if isinstance(one, ast.Assign) and getattr(one.targets[0], "id", "") == "model":
                known = self.typed(one.value)
                if known is not None:
                    return known[0]
        return next((role for role in sample.FIELDS if node.name.startswith(role)), None)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """`clean_title` of a form whose fields are the model's."""
        named = _OF_FIELD.match(node.name)
        if named is not None and not self.has_own_fields and sample.has(self.model, named[1]):
            at = self.code.index(node.name, self.offset(node)) + named.start(1)
            self.found.append((at, self.model, named[1], False))
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str) and _SQL.search(node.value):
            self.columns(node)

    def columns(self, node: ast.expr) -> None:
        """Of SQL that is written out."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            start = self.offset(node)
            for word in re.finditer(r"\b[a-z_]+\b", self.code[start : start + len(node.value) + 2]):
                if word.group() in sample.FIELDS[sample.SUBJECT]:
                    self.found.append((start + word.start(), sample.SUBJECT, word.group(), False))

    def visit_Attribute(self, node: ast.Attribute) -> None:
        owner = self.typed(node.value)
        if owner is not None and owner[1] == "one" and sample.has(owner[0], node.attr):
            end = self.starts[(node.end_lineno or 1) - 1] + (node.end_col_offset or 0)
            if self.code[end - len(node.attr) : end] == node.attr:
                self.found.append((end - len(node.attr), owner[0], node.attr, False))
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name, model = last_name(node.func), self.model
        owner = self.typed(node.func.value) if isinstance(node.func, ast.Attribute) else None
        if name in sample.FIELDS or name.endswith("_or_404"):
            first = self.typed(node.args[0]) if node.args and name.endswith("_or_404") else None
            about = name if name in sample.FIELDS else first[0] if first else model
            for word in node.keywords:
                self.keyword(word, about)
        elif owner is not None:
            model = owner[0]
            self._query(node, name, model)
        elif name == "RawSQL" and node.args:
            self.columns(node.args[0])
        elif name[:1].isupper() and name not in _NO_PATHS:
            self._expression(node, name)
        if name in _BY_NAME:
            self.loose(*node.args, *(one.value for one in node.keywords if one.arg in _NAMING))
        self._lists(node, model)
        self._of_errors(node)
        before = self.model, self.makes_new
        self.model, self.makes_new = model, self.makes_new or name in _NEW
        self.generic_visit(node)
        self.model, self.makes_new = before

    def _of_errors(self, node: ast.Call) -> None:
        """`assertIn("title", form.errors)`."""
        if len(node.args) == 2 and self._holds_fields(node.args[1]):
            self.string(node.args[0])

    def _query(self, node: ast.Call, name: str, model: str) -> None:
        if name in _KEYWORDS:
            for word in node.keywords:
                self.keyword(word, model)
        if name in _STRINGS:
            for argument in node.args:
                self.string(argument, model)

    def _expression(self, node: ast.Call, name: str) -> None:
        """`F("price")`, `Sum("pages")`, `Q(title="x")`, `BookForm({"title": …})`."""
        for argument in node.args:
            self.string(argument)
        if name == "JSONObject":
            for word in node.keywords:
                self.string(word.value)
        if name in ("Q", "When"):
            for word in node.keywords:
                self.keyword(word)
        role = next((one for one in sample.FIELDS if name.startswith(one)), None)
        for inner in ast.walk(node) if role else ():
            for key in inner.keys if isinstance(inner, ast.Dict) else ():
                self.string(key, role)

    def _lists(self, node: ast.Call, model: str) -> None:
        for argument in node.args:  # `inlineformset_factory(Book, Review, fields=…)`
            about = self.typed(argument)
            model = about[0] if about is not None and about[1] == "class" else model
        for word in node.keywords:
            if word.arg in _LISTS and not isinstance(word.value, ast.Call):
                self.strings(word.value, model)
            elif word.arg in _PATHS:
                self.string(word.value, self._queried(node) or model)
            elif word.arg in _DICTS and isinstance(word.value, ast.Dict):
                for key in word.value.keys:
                    self.string(key, model)

    def _queried(self, node: ast.Call) -> str | None:
        """The model of `queryset=Tag.objects.all()` in the same call."""
        given = next((one.value for one in node.keywords if one.arg == "queryset"), None)
        known = self.typed(given) if given is not None else None
        return known[0] if known else None

    def _definitions(self, tree: ast.Module) -> None:
        """A field that the example defines only to have one; one that it is about is left."""
        fields = [one for one in tree.body if _defines_field(one)]
        if len(fields) == len(tree.body):
            return
        for one in fields:
            name = one.targets[0].id  # type: ignore[attr-defined]
            if sample.has(sample.SUBJECT, name):
                self.found.append((self.offset(one), sample.SUBJECT, name, False))


def _defines_field(node: ast.stmt) -> bool:
    plain = isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    return plain and isinstance(node.value, ast.Call)  # type: ignore[attr-defined]
