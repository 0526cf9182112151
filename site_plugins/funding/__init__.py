"""Public funding decisions: from YAML files in git to a checked, open site.

The pipeline, in order; a stage imports only the stages before it:

1. ``problem``: what can be wrong with a file, as a value.
2. ``source``: reads YAML files; every scalar stays text, every place can be had.
3. ``model``: types the text; one decision, its later decisions, the registers it points into.
4. ``register``: all decisions together, with sums, years and funders.
5. ``rules`` and ``check``: everything that can be wrong, found in one run.
6. ``labels``, ``pages``, ``exports``, ``reporters``: shows the result to people and programs.
7. ``engine``: the site generator's side: shells, live preview, the swap of folders.
8. ``cli`` and ``plugin``: thin doors to the stages above.
"""
