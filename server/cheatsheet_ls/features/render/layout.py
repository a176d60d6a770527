"""A card as lines of Markdown or plain text, kept within the bounds of a short hover.

Fifteen lines and 900 characters hold besides the example. What is least missed goes first:
paragraphs, then rows from the end, then the tail of long sentences.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from cheatsheet_ls.features.render import escape
from cheatsheet_ls.features.render.blocks import blocks
from cheatsheet_ls.features.render.card import Card, Code
from cheatsheet_ls.features.render.words import shortened

MAX_LINES = 15
MAX_CHARACTERS = 900
MAX_LEAD = 320
MAX_ROW = 150
MAX_PARAGRAPH = 260


@dataclass(frozen=True, slots=True)
class Style:
    """How a client wants text: `fences` renames languages to those it highlights."""

    markdown: bool = True
    template_fence: str = "html"

    def language(self, language: str) -> str:
        return self.template_fence if language == "htmldjango" else language


def short(card: Card, style: Style) -> str:
    card = _fitting(card, style)
    return "\n".join(_joined(_parts(card, style)))


def full(card: Card, style: Style) -> str:
    head = replace(card, paragraphs=(), rest="", codes=(), link=None)
    if any(block.kind == "item" for block in blocks(card.rest)) and not card.bullets:
        head = replace(head, bullets=())
    parts = _parts(head, style)
    parts += _rest(card.rest, style)
    for code in card.codes:
        parts += [_title(code, style), _block(code, style)]
    parts += _link(card, style)
    return "\n".join(_joined([part for part in parts if part]))


Part = list[str]


def _parts(card: Card, style: Style, *, codes: bool = True) -> list[Part]:
    text = _inline(style)
    parts: list[Part] = [[_headline(card, style)]]
    parts += [[text(note)] for note in card.notes]
    parts += [[f"- {text(row)}" for row in card.bullets]]
    parts += [[text(paragraph)] for paragraph in card.paragraphs]
    parts += [[text(warning)] for warning in card.warnings]
    parts += [_block(code, style) for code in (card.codes if codes else ())]
    return [part for part in parts if part] + _link(card, style)


def _joined(parts: list[Part]) -> list[str]:
    """Parts with an empty line between them."""
    lines: list[str] = []
    for part in parts:
        lines += ["", *part] if lines else part
    return lines


def _inline(style: Style) -> Callable[[str], str]:
    return escape.inline if style.markdown else escape.plain


def _headline(card: Card, style: Style) -> str:
    text = _inline(style)
    kind = f" ({text(card.kind)})" if card.kind else ""
    title = f"**{text(card.title)}**" if style.markdown else text(card.title)
    join = " " if card.lead.startswith("was **removed") else ": "
    return f"{title}{kind}{join}{text(card.lead)}" if card.lead else f"{title}{kind}"


def _block(code: Code, style: Style) -> Part:
    if style.markdown:
        return escape.fence(code.text, style.language(code.language)).split("\n")
    return ["    " + line if line else "" for line in code.text.rstrip().split("\n")]


def _title(code: Code, style: Style) -> Part:
    if not code.title:
        return []
    return [f"**{escape.inline(code.title)}**" if style.markdown else escape.plain(code.title)]


def _rest(markdown: str, style: Style) -> list[Part]:
    text = _inline(style)
    parts: list[Part] = []
    in_list = False
    for block in blocks(markdown):
        if block.kind == "code":
            parts.append(_block(Code(block.text, block.language), style))
        elif block.kind == "item":
            line = "  " * block.level + f"- {text(block.text)}"
            parts[-1].append(line) if in_list else parts.append([line])
        else:
            parts.append([text(block.text)])
        in_list = block.kind == "item"
    return parts


def _link(card: Card, style: Style) -> list[Part]:
    if card.link is None:
        return []
    if style.markdown:
        label = escape.inline(card.link.label).replace("[", "\\[").replace("]", "\\]")
        return [[f"[{label}]({card.link.url})"]]
    return [[f"{card.link.label}: {card.link.url}"]]


def _fitting(card: Card, style: Style) -> Card:
    card = replace(
        card,
        lead=shortened(escape.one_line(card.lead), MAX_LEAD),
        bullets=tuple(shortened(row, MAX_ROW) for row in card.bullets),
        paragraphs=tuple(shortened(text, MAX_PARAGRAPH) for text in card.paragraphs),
        warnings=tuple(shortened(text, MAX_PARAGRAPH) for text in card.warnings),
        rest="",
    )
    while not _fits(card, style):
        smaller = _without_least(card)
        if smaller is None:
            break
        card = smaller
    return card


def _fits(card: Card, style: Style) -> bool:
    lines = _joined(_parts(card, style, codes=False))
    around = 1 if card.codes else 0  # the empty line that the example adds
    return len(lines) + around <= MAX_LINES and len("\n".join(lines)) <= MAX_CHARACTERS


def _without_least(card: Card) -> Card | None:
    if card.paragraphs:
        return replace(card, paragraphs=card.paragraphs[:-1])
    if len(card.bullets) > 2:
        return replace(card, bullets=card.bullets[:-1])
    if card.warnings and len(card.warnings[0]) > 120:
        return replace(card, warnings=(shortened(card.warnings[0], 120),))
    if card.bullets:
        return replace(card, bullets=card.bullets[:-1])
    if card.warnings:
        return replace(card, warnings=())
    if len(card.lead) > 120:
        return replace(card, lead=shortened(card.lead, 120))
    return None
