"""How much of an inventory of Django's public names the sheet and the facts answer.

An inventory is a JSON file, `{"symbols": [{"id": "cbv/ListView", "kind": "cbv", "name": "ListView",
"public_paths": ["django.views.generic.ListView"], "tier": 1, "freq": 1390}, …]}`: one record per
name, its tier says how much it is looked up (1 the most), `freq` how often it is used.
"""
