"""The cheat sheet: Markdown pages become entries and problems, and these an index that answers
by symbol.
"""
