"""Reads Django's documentation sources: which anchors they get, and what they say about versions."""
