"""Authors, their books, and who borrowed them."""
