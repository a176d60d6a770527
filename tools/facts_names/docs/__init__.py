"""Reads Django's documentation sources: which anchors they get, what they say of versions."""
