"""What the server offers, as pure functions: hover, completion, insertions, search.

Here the two halves meet: `language` says what stands in a document, `sheet` and `facts` explain it.
Everything is code-point offsets, strings and our own dataclasses; `lsp` translates.
"""
