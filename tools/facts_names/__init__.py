"""Generates the facts about names that are not Python paths, and the documentation anchors."""
