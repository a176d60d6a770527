"""The real editors that the tests drive: installed once into the user's cache, outside the
checkout.
"""
