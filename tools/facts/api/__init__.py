"""Facts about the Python API of Django and its companions, read from really installed packages.

`python -m tools.facts.api` rebuilds `server/cheatsheet_ls/facts/data/api/`:

    environments  installs each swept release into `.cache/facts/NAME-VERSION`
    inside/       runs once per release, inside its interpreter, and dumps what it imports
    merge         one record per symbol over all releases, with the versions it exists in
    stubs         types, taken from the stub packages
    publish       which path people import
    write         groups of compact JSON that the server loads lazily
"""
