"""Broken Django apps from a seed: models, admin classes and routes, some right, some wrong.

Each piece is drawn from the rules of Django's system checks, written here without a look at ours:
what is wrong with it is for Django to say.
"""

from __future__ import annotations

from random import Random

_WORDS = "name title slug body price amount rank state kind note code label city email url"
_MODELS = "Author Book Review Order Item Invoice Ticket Event Place Person"
WORDS, MODELS = _WORDS.split(), _MODELS.split()


def models_of(random: Random, app: str) -> str:
    """A `models.py` with three to five models and a user relation or two."""
    style = random.choice(("models.", "m.", ""))
    imports = {
        "models.": "from django.db import models",
        "m.": "from django.db import models as m",
        "": "from django.db.models import *  # noqa: F403",
    }[style]
    number = app.removeprefix("seeded")  # reverse names on the user model must not meet
    names = [f"{name}{number}" for name in random.sample(MODELS, random.randint(3, 5))]
    head = [
        "import datetime",
        "",
        "from django.conf import settings",
        imports,
        "from django.utils import timezone",
        "",
    ]
    blocks = [_model(random, name, names, style) for name in names]
    return "\n".join(head) + "\n\n" + "\n\n\n".join(blocks) + "\n"


def _model(random: Random, name: str, names: list[str], m: str) -> str:
    shown = name if random.random() > 0.03 else random.choice((f"{name}_", f"Odd__{name}"))
    base = "Model" if m == "" else f"{m}Model"
    lines = [f"class {shown}({base}):"]
    words = random.sample(WORDS, random.randint(3, 7))
    fields: list[str] = []
    for word in words:
        broken = random.random() < 0.35
        kind, arguments = random.choice(_FIELDS)(random, broken, m)
        label = random.choice(("", "", '"a label", '))
        written = label + arguments if arguments or not label else label.rstrip(", ")
        own = _own_name(random, word)
        annotation = ": object" if random.random() < 0.05 else ""
        lines.append(f"    {own}{annotation} = {m}{kind}({written})")
        fields.append(own)
    relations = _relations(random, names, m)
    lines += [*relations, *_meta(random, fields, len(relations))]
    return "\n".join(lines)


def _own_name(random: Random, word: str) -> str:
    if random.random() > 0.04:
        return word
    return random.choice((f"{word}_", f"{word}__x", "pk", "id"))


# -- fields ---------------------------------------------------------------------------------------
Made = tuple[str, str]


def _text(random: Random, broken: bool, m: str) -> Made:
    if broken:
        return random.choice(
            (
                ("CharField", ""),
                ("CharField", "null=True"),
                ("CharField", "max_length=0"),
                ("CharField", "max_length=-5"),
                ("CharField", 'max_length="9"'),
                ("CharField", 'max_length=2, choices=[("abc", "A"), ("b", "B")]'),
                ("CharField", 'max_length=3, choices=(("G", (("long", "L"),)),)'),
                ("SlugField", "max_length=0"),
                ("CharField", "max_length=9, primary_key=True, null=True"),
            )
        )
    return random.choice(
        (
            ("CharField", "max_length=200"),
            ("TextField", "blank=True"),
            ("SlugField", ""),
            ("EmailField", "null=True"),
            ("CharField", 'max_length=3, choices=[("abc", "A")]'),
        )
    )


def _number(random: Random, broken: bool, m: str) -> Made:
    if broken:
        return random.choice(
            (
                ("DecimalField", ""),
                ("DecimalField", "max_digits=5"),
                ("DecimalField", "decimal_places=2"),
                ("DecimalField", "max_digits=2, decimal_places=5"),
                ("DecimalField", "max_digits=0, decimal_places=0"),
                ("DecimalField", "max_digits=5, decimal_places=-1"),
                ("IntegerField", "max_length=5"),
                ("PositiveIntegerField", "default=1, max_length=3"),
                ("NullBooleanField", ""),
                ("CommaSeparatedIntegerField", "max_length=10"),
            )
        )
    return random.choice(
        (
            ("DecimalField", "max_digits=10, decimal_places=2"),
            ("IntegerField", "default=0"),
            ("FloatField", ""),
            ("BooleanField", "null=True"),
        )
    )


def _moment(random: Random, broken: bool, m: str) -> Made:
    if broken:
        return random.choice(
            (
                ("DateTimeField", "default=timezone.now()"),
                ("DateField", "default=timezone.now()"),
                ("DateField", "default=datetime.date.today()"),
                ("DateTimeField", "auto_now=True, auto_now_add=True"),
                ("DateField", "auto_now_add=True, default=None"),
                ("TimeField", "auto_now=True, default=timezone.now"),
            )
        )
    return random.choice(
        (
            ("DateTimeField", "default=timezone.now"),
            ("DateField", "auto_now_add=True"),
            ("TimeField", "null=True"),
            ("DateField", "auto_now=False, default=datetime.date(2020, 1, 1)"),
        )
    )


def _other(random: Random, broken: bool, m: str) -> Made:
    if broken:
        return random.choice(
            (
                ("JSONField", "default={}"),
                ("JSONField", "default=[]"),
                ("JSONField", 'default={"a": 1}'),
                ("FileField", 'upload_to="/files"'),
                ("FileField", "primary_key=True"),
                ("GenericIPAddressField", "blank=True"),
                ("IPAddressField", ""),
                ("FilePathField", "allow_files=False"),
                ("BinaryField", 'default="x"'),
            )
        )
    return random.choice(
        (
            ("JSONField", "default=dict"),
            ("JSONField", "null=True, default=None"),
            ("FileField", 'upload_to="files/"'),
            ("GenericIPAddressField", "blank=True, null=True"),
            ("BinaryField", 'default=b"x"'),
            ("UUIDField", "null=True"),
        )
    )


_FIELDS = (_text, _text, _number, _moment, _other)


def _relations(random: Random, names: list[str], m: str) -> list[str]:
    lines = []
    for index in range(random.randint(0, 3)):
        target = random.choice((f'"{random.choice(names)}"', "settings.AUTH_USER_MODEL"))
        lines.append(f"    link{index} = {_relation(random, index, target, m)}")
    return lines


def _relation(random: Random, index: int, target: str, m: str) -> str:
    name = f', related_name="rel{random.randint(0, 999999)}"'
    delete = f"on_delete={m}CASCADE"
    right = (
        f"{m}ForeignKey({target}, {delete}{name})",
        f"{m}ForeignKey(to={target}, {delete}{name}, null=True)",
        f"{m}OneToOneField({target}, {m}PROTECT{name})",
        f"{m}ManyToManyField({target}{name}, blank=True)",
        f'{m}ForeignKey({target}, {delete}, related_name="+")',
    )
    wrong = (
        f"{m}ForeignKey({target}, {delete})",
        f"{m}ForeignKey({target}, on_delete={m}SET_NULL{name})",
        f"{m}ForeignKey({target}, {m}SET_NULL{name}, null=False)",
        f"{m}ForeignKey({target}, on_delete={m}SET_DEFAULT{name})",
        f"{m}ForeignKey({target}, {delete}, unique=True{name})",
        f"{m}ManyToManyField({target}, null=True{name})",
        f"{m}ManyToManyField({target}, unique=True{name})",
        f"{m}ManyToManyField({target}, validators=[print]{name})",
        f'{m}ForeignKey({target}, {delete}, related_name="a {random.random()}")',
        f'{m}ForeignKey({target}, {delete}, related_name="end{random.randint(0, 999999)}_")',
        f'{m}ForeignKey({target}, {delete}, related_name="dou__ble{random.randint(0, 999999)}")',
        f'{m}ForeignKey({target}, {delete}, related_name="1st{random.randint(0, 999999)}")',
    )
    return random.choice(wrong if random.random() < 0.5 else right)


def _meta(random: Random, fields: list[str], relations: int) -> list[str]:
    if random.random() < 0.3:
        return []
    one, two = random.choice(fields), random.choice(fields)
    lines = ["", "    class Meta:"]
    lines.append(
        "        ordering = "
        + random.choice(
            (
                f'["{one}"]',
                f'("-{one}", "pk")',
                '["?"]',
                f'"{one}"',
                '["nothing"]',
                f'["{one}", "-absent"]',
                '["id"]',
            )
        )
    )
    if relations and random.random() < 0.1:
        lines.append('        order_with_respect_to = "link0"')
    if random.random() < 0.5:
        lines.append(
            "        unique_together = "
            + random.choice(
                (
                    f'[("{one}", "{two}")]',
                    f'("{one}", "{two}")',
                    f'[("{one}", "missing")]',
                    f'("gone", "{two}")',
                    f'{{("{one}", "{two}")}}',
                    f'[["{one}", "{two}"], "{one}"]',
                    f'[("{one}", "link{max(0, relations - 1)}")]',
                )
            )
        )
    return lines
