"""A fuzzer of our own: hypothesis plays a careless editor, invariants are checked after each move.

python -m tests.lsp.fuzz --actions 50000 --seeds 5
"""
