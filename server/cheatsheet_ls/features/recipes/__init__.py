"""Recipes of the sheet, set up in a project: each step in its place, what is there already kept.

A step is done where setting it up would change nothing. What a step cannot do safely it refuses
with CannotEdit.
"""
