"""How much the names of Django and its companions are used, read off an inventory of them.

Completions put what is used most first. The inventory is the file that `tools.inventory` reads;
of its counts only the order of magnitude is kept.
"""
