"""Names in the forms that code, addresses and people use."""

from __future__ import annotations

import pytest

from cheatsheet_ls.features.actions.words import article, human, plural, snake, title

PLURALS = {
    "book": "books",
    "category": "categories",
    "day": "days",
    "box": "boxes",
    "address": "addresses",
    "status": "statuses",
    "settings": "settings",
    "series": "series",
    "news-item": "news-items",
    "sales person": "sales people",
    "bookshelf": "bookshelfs",
    "book-shelf": "book-shelves",
    "roof": "roofs",
}


@pytest.mark.parametrize("word", PLURALS)
def test_the_plural_of(word: str):
    assert plural(word) == PLURALS[word]


def test_words_of_a_name():
    assert snake("BookOrder") == "book_order"
    assert snake("KBItem") == "kb_item"
    assert snake("Order2Line") == "order_2_line"
    assert human("isbn_code") == "isbn code"
    assert title("BookOrder") == "Book order"
    assert (article("author"), article("book")) == ("an author", "a book")
